export interface Lattice {
  readonly nodes: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
}
export interface WeightedLattice extends Lattice {
  readonly base: Float64Array;
  readonly features: Float32Array;
  readonly isGold: Uint8Array;
}
export function negativeLogLikelihood(
  lattice: WeightedLattice,
  weights: Float64Array,
  gradient: Float64Array,
): number;
export function edgeCosts(lattice: WeightedLattice, weights: Float64Array): Float64Array;
export function sumOverPaths(
  lattice: Lattice,
  costs: Float64Array,
): { readonly logSum: number; readonly probability: Float64Array };
export function cheapestPath(lattice: Lattice, costs: Float64Array): number[];

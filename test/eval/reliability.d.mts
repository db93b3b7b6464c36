/** Ten numbers each. */
export interface Bins {
  readonly pairs: readonly number[];
  readonly right: readonly number[];
  readonly score: readonly number[];
}
export function binned(scored: Iterable<{ readonly score: number; readonly right: boolean }>): Bins;
export function topBand(bins: Bins): { readonly right: number; readonly ofAllRight: number };
export function expectedError(bins: Bins): number;
export function reliabilityPlot(sets: Readonly<Record<string, Bins>>): string;

export function minimise(
  evaluate: (point: Float64Array, gradient: Float64Array) => number,
  start: Float64Array,
  tolerance?: number,
): Float64Array;

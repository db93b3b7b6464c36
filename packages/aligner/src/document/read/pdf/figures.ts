import { isFigure } from '../../writing/figures.js';

/** Where a list or a span of figures may be cut. */
const GOES_ON = /[,;，；、/–-]$/;

/** Whether two texts, one below the other, are figures each, as in a column of amounts: the first does not go on in the second. */
export function areFigures(one: string, other: string): boolean {
  return isFigure(one) && isFigure(other) && !GOES_ON.test(one);
}

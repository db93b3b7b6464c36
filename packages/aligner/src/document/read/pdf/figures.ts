import { isFigure } from '../../writing/figures.js';

/** Where a list or a span of figures may be cut. */
const GOES_ON = /[,;，；、/–-]$/;
/** A number of goods, years or a date, which take a line each: one word with a figure in it, and no mark at its end. */
const CODE = /^(?=.*\d)[\p{Lu}\d./–-]+$/u;

/** Whether two texts, one below the other, are figures each, as in a column of amounts or of numbers of goods: the first does not go on in the second. */
export function areFigures(one: string, other: string): boolean {
  const are = [one, other].every((text) => isFigure(text) || CODE.test(text));
  return are && !GOES_ON.test(one);
}

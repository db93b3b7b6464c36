/** A text without a letter, in which there is a number: `(4,120)`, `+3.1`, `22%`, `09:30`. */
const FIGURE = /^[^\p{L}\d]*\d[^\p{L}]*$/u;
/** Where a list or a span of figures may be cut. */
const GOES_ON = /[,;，；、/–-]$/;

/** Whether two texts, one below the other, are figures each, as in a column of amounts: the first does not go on in the second. */
export function areFigures(one: string, other: string): boolean {
  return FIGURE.test(one) && FIGURE.test(other) && !GOES_ON.test(one);
}

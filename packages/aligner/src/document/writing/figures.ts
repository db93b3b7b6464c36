const FIGURE = /^[^\p{L}\d]*\d[^\p{L}]*$/u;

/** Whether a text has a number in it and no letter: `(4,120)`, `+3.1`, `22%`, `09:30`. */
export function isFigure(text: string): boolean {
  return FIGURE.test(text);
}

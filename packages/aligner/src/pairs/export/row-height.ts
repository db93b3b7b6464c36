/** In points, of a line in 11 points: Chinese characters need a little more than Latin letters. */
const LINE = 16;
/** In points: Excel has no higher rows. */
const HIGHEST = 409;

/**
 * How high a row has to be, in points, for its texts to be seen whole; programs do not all find that out when they open a file.
 *
 * @param cells texts with the widths of their columns, in characters
 */
export function rowHeight(cells: Iterable<readonly [text: string, width: number]>): number {
  let most = 1;
  for (const [text, width] of cells) {
    // What is short takes one line, and most cells are.
    if (text.length * WIDE > width || text.includes('\n')) most = Math.max(most, lines(text, width));
    if (most * LINE >= HIGHEST) return HIGHEST;
  }
  return most * LINE;
}

/** How many lines a text takes, broken between words and beside Chinese characters. */
function lines(text: string, width: number): number {
  let count = 0;
  for (const line of text.split('\n')) {
    count++;
    let used = 0;
    for (const [piece] of line.matchAll(PIECES)) {
      const length = lengthOf(piece);
      if (used > 0 && used + length > width) {
        count++;
        used = 0;
      }
      used += length + (piece.endsWith(' ') ? 1 : 0);
      // What is longer than a line is broken wherever it has to be.
      while (used > width + 1) {
        count++;
        used -= width;
      }
    }
  }
  return count;
}

/** Words with the space behind them, and single characters that a line may end beside. */
const PIECES = /[^\s\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF]+ ?|[\s\S]/gu;
const WIDE_CHARACTERS = /[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFFEF]|[\u{10000}-\u{3FFFF}]/gu;

/** Widths in digits, by which those of columns are counted: of a Chinese character, and of a Latin letter on average. */
const WIDE = 2.1;
const NARROW = 0.92;

/** Without a space at its end, which may hang over. */
function lengthOf(piece: string): number {
  const text = piece.trimEnd();
  const wide = text.match(WIDE_CHARACTERS)?.length ?? 0;
  return wide * WIDE + (text.length - wide) * NARROW;
}

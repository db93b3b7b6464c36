/**
 * Columns on a terminal, after Unicode Standard Annex 11 (East Asian Width): Wide and Fullwidth characters take
 * two, combining and invisible ones none, all others one. Ambiguous characters (`“`, `…`, `①`) count as one, as
 * most terminals draw them.
 */

const WIDE = [
  String.raw`\u1100-\u115f\u2e80-\u303e\u3041-\ua4c6\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff`,
  String.raw`\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6`,
  String.raw`\u{16fe0}-\u{18dff}\u{1aff0}-\u{1b2fb}\u{1f200}-\u{1f265}\u{20000}-\u{3fffd}`,
  String.raw`\p{Emoji_Presentation}`,
].join('');
const WIDE_CHARACTER = new RegExp(`[${WIDE}]`, 'u');
const ZERO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}\u1160-\u11ff]/u;

/** Chinese typesetting starts no line with the first and ends no line with the second. */
const CLOSING = '，。、；：！？）〕】》〉」』％”’…';
const OPENING = '（〔【《〈「『“‘';

/** What no line is broken within: spaces, a wide character with the punctuation that clings to it, or a word. */
const PIECE = new RegExp(`[${OPENING}]*[${WIDE}]\\p{M}*[${CLOSING}]*| +|[^ ${WIDE}]+`, 'gu');

export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** Spaces added up to `width` columns; text that is wider stays as it is. */
export function padColumns(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}

/** The start of a text in at most `width` columns of one line; `…` stands for what is left out. */
export function clipEnd(text: string, width: number): string {
  const start = legible(text.slice(0, 4 * width));
  return displayWidth(start) <= width ? start : `${fitting(start, width - 1).trimEnd()}…`;
}

/** The end of a text, likewise. */
export function clipStart(text: string, width: number): string {
  const end = legible(text.slice(-4 * width));
  if (displayWidth(end) <= width) return end;
  return `…${[...fitting([...end].reverse().join(''), width - 1)].reverse().join('').trimStart()}`;
}

/**
 * A text in lines of at most `width` columns, broken between words or Chinese characters; words wider than a line
 * are broken anywhere. At most `limit` lines, the last of which ends in `…` if there were more.
 */
export function wrap(text: string, width: number, limit: number): string[] {
  const lines: string[] = [];
  let line = '';
  let column = 0;
  for (const piece of pieces(legible(text.slice(0, 2 * width * (limit + 1))), width)) {
    const pieceWidth = displayWidth(piece);
    if (piece.trim() !== '' && column + pieceWidth > width) {
      lines.push(line.trimEnd());
      if (lines.length === limit) return [...lines.slice(0, -1), `${fitting(lines[limit - 1], width - 1)}…`];
      line = '';
      column = 0;
    }
    line += piece;
    column += pieceWidth;
  }
  return [...lines, line.trimEnd()];
}

function* pieces(text: string, width: number): Iterable<string> {
  for (const [piece] of text.matchAll(PIECE)) {
    for (let rest = piece; rest !== ''; ) {
      const part = fitting(rest, width);
      yield part;
      rest = rest.slice(part.length);
    }
  }
}

/** One line without anything that could move the cursor: text comes from files and may hold escape sequences. */
function legible(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}]/gu, '')
    .trim();
}

/** The longest start of a text that `width` columns hold, but never less than a character. */
function fitting(text: string, width: number): string {
  let end = 0;
  let column = 0;
  for (const character of text) {
    column += characterWidth(character);
    if (column > width && end > 0) break;
    end += character.length;
  }
  return text.slice(0, end);
}

function characterWidth(character: string): number {
  if (ZERO_WIDTH.test(character)) return 0;
  return WIDE_CHARACTER.test(character) ? 2 : 1;
}

import { eastAsianWidth } from 'get-east-asian-width';

/**
 * Columns on a terminal, after Unicode Standard Annex 11 (East Asian Width): Wide and Fullwidth characters take
 * two, combining and invisible ones none, all others one. Ambiguous characters (`“`, `…`, `①`) count as one, as
 * most terminals draw them.
 */

const ZERO_WIDTH = /[\p{Mn}\p{Me}\p{Cf}\p{Cc}\u1160-\u11ff]/u;
const MARK = /\p{M}/u;

/** Chinese typesetting starts no line with the first and ends no line with the second. */
const CLOSING = '，。、；：！？）〕】》〉」』％”’…';
const OPENING = '（〔【《〈「『“‘';

/**
 * What no line is broken within, in the kinds of its characters (`kindOf`): a wide character with the punctuation that clings to
 * it, spaces, or a word.
 */
const PIECE = /[Oo]*[OCW]m*[Cc]*| +|[^ OCW]+/g;

/** Opening, closing and other wide characters are large letters; narrow ones that matter here are small ones. */
function kindOf(character: string): string {
  if (character === ' ') return ' ';
  const isWide = characterWidth(character) === 2;
  if (OPENING.includes(character)) return isWide ? 'O' : 'o';
  if (CLOSING.includes(character)) return isWide ? 'C' : 'c';
  if (isWide) return 'W';
  return MARK.test(character) ? 'm' : 'x';
}

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
  const characters = [...text];
  for (const { 0: kinds, index } of characters.map(kindOf).join('').matchAll(PIECE)) {
    for (let rest = characters.slice(index, index + kinds.length).join(''); rest !== ''; ) {
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
  return eastAsianWidth(character.codePointAt(0)!);
}

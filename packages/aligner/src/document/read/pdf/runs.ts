import { trueCharacters } from '../../writing/true-characters.js';
import { fontsOf } from './fonts.js';
import type { Rule } from './grid.js';
import { amountOf, type TextRun } from './lines.js';
import { append, appendOffPage, begun, edgesOf, goesOn, type OpenRun } from './open-run.js';
import type { Box, Character, PageCharacters } from './pdfium.js';
import { place, turnedRule, verticalPieces } from './places.js';
import { blocksOf, type StructureBlock } from './structure.js';

/** The text of a page. */
export interface PageRuns {
  /** Runs by the direction they are written in, the one with most text first, each turned upright. */
  readonly directions: readonly (readonly TextRun[])[];
  /** Text that stands aslant, as watermarks and stamps do. */
  readonly aslant: readonly string[];
  /** How many characters have a font that does not say what they are. */
  readonly undecodable: number;
  /** What a tagged PDF says that the page is made of; see `TextRun.mark`. */
  readonly blocks: readonly StructureBlock[];
  /** Lines that are drawn on the page, turned as the text is that the page has most of. */
  readonly rules: readonly Rule[];
  /** Where the page begins and ends beside its text, turned as the rules are. */
  readonly sides: Sides;
  /** How many characters stood for others, such as radicals for characters, and have been replaced. */
  readonly replaced: number;
}

export type Sides = Pick<Rule, 'left' | 'right'>;

/** What many fonts draw as the hyphen that the writer typed, and programs then name in its place: no word would be whole. */
const OTHER_HYPHENS = /[\u2010\u2011]/g;
/** The text of a page, in stretches of characters that follow each other on one baseline in one font. */
export function runsOf({ characters, box, isCropped, structure, rules }: PageCharacters): PageRuns {
  const fonts = fontsOf(characters);
  const vertical = verticalPieces(characters);
  const directions: TextRun[][] = [[], [], [], []];
  const aslant: string[] = [];
  let undecodable = 0;
  let replaced = 0;
  let open: OpenRun | null = null;
  const close = (): void => {
    if (open === null) return;
    const { run, quarter } = open;
    open = null;
    const hyphens = run.text.match(OTHER_HYPHENS)?.length ?? 0;
    const { text, count } = trueCharacters(hyphens > 0 ? run.text.replace(OTHER_HYPHENS, '-') : run.text);
    replaced += count + hyphens;
    if (text.trim() === '') return;
    if (quarter === null) aslant.push(text.trim());
    else directions[quarter]!.push({ ...run, text, edges: count === 0 ? edgesOf(run) : undefined });
  };
  for (const [at, character] of characters.entries()) {
    const isOff = isOutside(character, box);
    if (isOff && (isCropped || open === null)) continue;
    const { font, mark } = character.piece;
    const { texts, isMono } = fonts.get(font)!;
    const text = texts.get(character.text)!;
    if (text === '') undecodable++;
    if (open !== null && isSameGlyph(characters[at - 1]!, character)) {
      append(open, null, text);
      continue;
    }
    const placed = place(character, characters[at + 1], vertical.has(character.piece));
    if (placed === null) continue;
    if (isOff) {
      if (open !== null) appendOffPage(open, placed, text);
      continue;
    }
    if (open !== null && !(open.run.mark === mark && goesOn(open, placed))) close();
    open ??= begun(placed, mark, isMono);
    append(open, placed, text);
  }
  close();
  const most = [...directions].sort((x, y) => amountOf(y) - amountOf(x));
  const quarter = directions.indexOf(most[0]!);
  return {
    directions: most.filter((runs) => runs.length > 0),
    rules: rules.map((rule) => turnedRule(rule, quarter)),
    sides: turnedRule(box, quarter),
    aslant: joined(aslant),
    blocks: blocksOf(structure),
    undecodable,
    replaced,
  };
}

/** Whether a character is drawn where the page does not show it. */
function isOutside(drawn: Box, page: Box): boolean {
  const [x, y] = [(drawn.left + drawn.right) / 2, (drawn.bottom + drawn.top) / 2];
  return page.right > page.left && (x < page.left || x > page.right || y < page.bottom || y > page.top);
}

/** Whether a character is another letter of the ligature that the one before it begins. */
function isSameGlyph(before: Character, { x, y, piece, left, right }: Character): boolean {
  return (
    before.piece === piece &&
    before.x === x &&
    before.y === y &&
    before.right === right &&
    before.left === left
  );
}

/** Aslant text letter by letter is one text. */
function joined(aslant: readonly string[]): string[] {
  return aslant.length > 0 && aslant.every(({ length }) => length === 1) ? [aslant.join('')] : [...aslant];
}

import { trueCharacters } from '../../writing/true-characters.js';
import type { Rule } from './grid.js';
import { type TextRun, WORD_GAP } from './lines.js';
import type { Box, Character, PageCharacters, Piece } from './pdfium.js';
import { blocksOf, type StructureBlock } from './structure.js';
import { WIDE } from './wide.js';

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

/** What stands where a font gives no character: private use, controls, halves of pairs, and what Unicode does not know. */
const UNDECODABLE = /[\p{Co}\p{Cn}\p{Cc}\p{Cs}\ufffd\ufffe]/u;
/** Symbol fonts give their characters here. */
const SYMBOL = /[\uf020-\uf0ff]/;
/** A symbol font that shows as many different letters and digits as this holds text; others hold bullets. */
const LETTERS_OF_TEXT = 8;
/** A font with more than this share of undecodable characters gives wrong letters for the others. */
const MOSTLY_UNDECODABLE = 0.1;
/**
 * A font that numbers its glyphs as it likes, and does not say so, seems to be written in all the scripts of Africa,
 * the Americas and South Asia at once: in more of these blocks of 128 characters than any language is.
 */
const MANY_BLOCKS = 3;
const FAR_BLOCK = /[\u0700-\u1cff\ua000-\uabff]/;
/** Text that is this far from level or upright, in degrees, stands aslant. */
const ASLANT = 5;
/** What many fonts draw as the hyphen that the writer typed, and programs then name in its place: no word would be whole. */
const OTHER_HYPHENS = /[\u2010\u2011]/g;
/** A gap wider than this, in font sizes, or a step back as wide, begins a run of its own. */
const GAP = 0.1;
const STEP_BACK = 0.5;
/** Characters of one run stand on one baseline, give or take this, in font sizes. */
const LEVEL = 0.05;

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
    const text = textOf(character, fonts.get(character.piece.font)!);
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
    if (open !== null && !(open.run.mark === character.piece.mark && goesOn(open, placed))) close();
    open ??= {
      run: {
        text: '',
        left: placed.left,
        right: placed.left,
        baseline: placed.baseline,
        size: placed.size,
        edges: [],
        mark: character.piece.mark,
        font: placed.font,
        isMono: fonts.get(character.piece.font)!.isMono,
      },
      quarter: placed.quarter,
      end: placed.left,
    };
    append(open, placed, text);
  }
  close();
  const amount = (runs: readonly TextRun[]): number => runs.reduce((sum, { text }) => sum + text.length, 0);
  const most = [...directions].sort((x, y) => amount(y) - amount(x));
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

/** A word stands as a whole wherever it is measured. */
const WORD = /^[!-~]+$/;

/** Where the characters of a run end, in no more room than they take: a book has a million runs. */
function edgesOf({ text, edges }: OpenRun['run']): readonly number[] | undefined {
  return WORD.test(text) ? undefined : edges.slice();
}

/** A run that more characters may join. */
interface OpenRun {
  readonly run: {
    text: string;
    left: number;
    right: number;
    baseline: number;
    size: number;
    edges: number[];
    mark: number;
    readonly font: number;
    isMono: boolean;
  };
  /** Quarter turns; null for what stands aslant. */
  readonly quarter: number | null;
  /** Where the last character ends, blanks included. */
  end: number;
}

/** A character on a page that was turned so that it runs from left to right. */
interface Placed {
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly quarter: number | null;
  readonly font: number;
}

function goesOn({ run, quarter, end }: OpenRun, next: Placed): boolean {
  const gap = next.left - end;
  return (
    next.quarter === quarter &&
    next.font === run.font &&
    next.size === run.size &&
    Math.abs(next.baseline - run.baseline) <= LEVEL * run.size &&
    gap <= GAP * run.size &&
    gap >= -STEP_BACK * run.size
  );
}

/** Adds a character to a run, at a place or, as one more letter of a ligature, none of its own. */
function append(open: OpenRun, placed: Placed | null, text: string): void {
  const { run } = open;
  const { left, right } = placed ?? { left: open.end, right: open.end };
  open.end = Math.max(open.end, right);
  if (text === '') return;
  const isBlank = text.trim() === '';
  // Blanks at either end take no room.
  if (run.text === '') {
    run.left = isBlank ? right : left;
    run.right = right;
    if (isBlank) return;
  }
  if (!isBlank) run.right = Math.max(run.right, right);
  run.text += text;
  for (let unit = 0; unit < text.length; unit++) run.edges.push(right);
}

/** What runs off the page goes on in its line with gaps no wider than this, in font sizes. */
const GAP_OFF_PAGE = 1;

/** Adds a character that the page has no room for to the run that runs off it; it takes no room. */
function appendOffPage(open: OpenRun, placed: Placed, text: string): void {
  const { run, quarter, end } = open;
  const gap = (placed.left - end) / run.size;
  const isInLine = placed.quarter === quarter && Math.abs(placed.baseline - run.baseline) <= LEVEL * run.size;
  if (text === '' || !isInLine || gap < -STEP_BACK || gap > GAP_OFF_PAGE) return;
  append(open, { ...placed, left: run.right, right: run.right }, gap > WORD_GAP ? ` ${text}` : text);
  open.end = placed.right;
}

interface Font {
  readonly isSpoilt: boolean;
  /** Whether its characters in private use are letters. */
  readonly isText: boolean;
  /** Whether all its letters are equally wide, as those of code are. */
  readonly isMono: boolean;
}

/** What is narrow and what is wide in every font but those whose letters are equally wide. */
const NARROW_LETTERS = /[ijltfI.,:;'|!]/;
const WIDE_LETTERS = /[a-eghk-moqpsu-zA-HJ-Z]/;
/** Widths of one size differ by less than this, in font sizes. */
const SAME_WIDTH = 0.02;

/** What the characters of a font on a page say of it. */
interface FontUse {
  all: number;
  bad: number;
  readonly blocks: Set<number>;
  readonly letters: Set<number>;
  /** The widest letter of those that are narrow, and the narrowest and widest of the others, in font sizes; 0 for none. */
  narrow: number;
  least: number;
  wide: number;
  /** The letters that are not narrow. */
  readonly wideLetters: Set<string>;
  hasHan: boolean;
}

function measureLetter(font: FontUse, text: string, width: number): void {
  if (NARROW_LETTERS.test(text)) font.narrow = Math.max(font.narrow, width);
  else if (WIDE_LETTERS.test(text)) {
    font.least = font.wide === 0 ? width : Math.min(font.least, width);
    font.wide = Math.max(font.wide, width);
    font.wideLetters.add(text);
  } else if (HAN.test(text)) font.hasHan = true;
}

const HAN = /\p{Script=Han}/u;

/**
 * How wide the letters of a font are where all are equally wide, in font sizes; null for others. Fonts of Chinese have letters of
 * half a character: those say nothing.
 */
function widthOfAll({ narrow, least, wide, hasHan }: FontUse): number | null {
  const isEven = !hasHan && narrow > 0 && wide > 0 && wide - Math.min(least, narrow) < SAME_WIDTH;
  return isEven ? wide : null;
}

/** So many different letters are equally wide by chance in few fonts, and as wide as this, in font sizes. */
const FEWEST_LETTERS = 3;
const AS_WIDE = 0.005;
/** Letters in italics reach out of their room by less than this, in font sizes. */
const OVERHANG = 0.06;

/** Whether a font of which a page shows no narrow letters, such as code in italics, has those it shows as wide as other code is. */
function isAsWide({ narrow, least, wide, wideLetters, hasHan }: FontUse, widths: readonly number[]): boolean {
  if (hasHan || narrow > 0 || wideLetters.size < FEWEST_LETTERS) return false;
  return widths.some((width) => Math.abs(least - width) < AS_WIDE && wide - width < OVERHANG);
}

function fontsOf(characters: readonly Character[]): Map<number, Font> {
  const found = new Map<number, FontUse>();
  for (const { text, piece, left, right } of characters) {
    const font = found.get(piece.font) ?? {
      all: 0,
      bad: 0,
      blocks: new Set(),
      letters: new Set(),
      narrow: 0,
      least: 0,
      wide: 0,
      wideLetters: new Set(),
      hasHan: false,
    };
    found.set(piece.font, font);
    if (piece.isUpright) measureLetter(font, text, (right - left) / piece.size);
    if (text.trim() === '' && text !== '') continue;
    font.all++;
    const code = text.charCodeAt(0);
    if (SYMBOL.test(text)) {
      if (/[\p{L}\d]/u.test(String.fromCharCode(code - 0xf000))) font.letters.add(code);
    } else if (text === '' || (UNDECODABLE.test(text) && trueCharacters(text).count === 0)) font.bad++;
    if (FAR_BLOCK.test(text)) font.blocks.add(code >> 7);
  }
  const widths = [...found.values()].flatMap((use) => widthOfAll(use) ?? []);
  return new Map(
    [...found].map(([font, use]) => [
      font,
      {
        isSpoilt: use.bad > MOSTLY_UNDECODABLE * use.all || use.blocks.size > MANY_BLOCKS,
        isText: use.letters.size >= LETTERS_OF_TEXT,
        isMono: widthOfAll(use) !== null || isAsWide(use, widths),
      },
    ]),
  );
}

/** What a character is; nothing where its font does not say so. */
function textOf({ text }: Character, { isSpoilt, isText }: Font): string {
  if (SYMBOL.test(text)) return isText ? String.fromCharCode(text.charCodeAt(0) - 0xf000) : '•';
  if (text.trim() === '' && text !== '') return ' ';
  if (isSpoilt || (UNDECODABLE.test(text) && trueCharacters(text).count === 0)) return '';
  return text;
}

/** Whether a character is drawn where the page does not show it. */
function isOutside(drawn: Box, page: Box): boolean {
  const [x, y] = [(drawn.left + drawn.right) / 2, (drawn.bottom + drawn.top) / 2];
  return page.right > page.left && (x < page.left || x > page.right || y < page.bottom || y > page.top);
}

const ACCENT = /^\p{Mn}$/u;
const IS_WIDE = new RegExp(`^${WIDE}$`, 'u');

/** Where a character stands once its page is turned; null where a file says what is no place. */
function place(character: Character, after: Character | undefined, isVertical: boolean): Placed | null {
  const { x, y, piece } = character;
  const { size, font } = piece;
  if (!(size > 0) || !Number.isFinite(x) || !Number.isFinite(y)) return null;
  if (piece.isUpright && !isVertical) {
    // An accent is drawn over what is before it, whenever that is drawn.
    if (ACCENT.test(character.text)) {
      return { left: Math.min(x, character.left), right: x, baseline: -y, size, quarter: 0, font };
    }
    return { left: x, right: Math.max(x, character.right), baseline: -y, size, quarter: 0, font };
  }
  const [a, b, c, d] = piece.matrix;
  const angle = (Math.atan2(...(isVertical ? ([-d, -c] as const) : ([b, a] as const))) * 180) / Math.PI;
  const turns = Math.round(angle / 90);
  const quarter = Math.abs(angle - turns * 90) > ASLANT ? null : (turns + 4) % 4;
  const turned = (px: number, py: number): readonly [along: number, down: number] => turn(px, py, quarter);
  const [left, baseline] = turned(x, y);
  // The advance is not known here: the next character tells it, or what is drawn.
  const next = after?.piece === piece ? turned(after.x, after.y)[0] : Number.NaN;
  const drawn = Math.max(
    turned(character.left, character.bottom)[0],
    turned(character.right, character.top)[0],
  );
  // Of a full stop or a bracket of Chinese half is drawn, which is as wide as any other character.
  const width = IS_WIDE.test(character.text) ? size * (Math.hypot(a, b) / Math.hypot(c, d)) : 0;
  const right = next > left && next < left + 2 * size ? next : Math.max(left + width, drawn);
  return Number.isFinite(right) ? { left, right, baseline, size, quarter, font } : null;
}

/** A place on a page that is turned by so many quarters. */
function turn(x: number, y: number, quarter: number | null): readonly [along: number, down: number] {
  return quarter === 1 ? [y, x] : quarter === 2 ? [-x, y] : quarter === 3 ? [-y, -x] : [x, -y];
}

function turnedRule({ left, right, bottom, top }: Box, quarter: number): Rule {
  const [x0, y0] = turn(left, bottom, quarter);
  const [x1, y1] = turn(right, top, quarter);
  return { left: Math.min(x0, x1), right: Math.max(x0, x1), top: Math.min(y0, y1), bottom: Math.max(y0, y1) };
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

/** The pieces that are written from top to bottom: their characters follow each other downwards. */
function verticalPieces(characters: readonly Character[]): Set<Piece> {
  const vertical = new Set<Piece>();
  for (let at = 1; at < characters.length; at++) {
    const [one, other] = [characters[at - 1]!, characters[at]!];
    const { piece } = one;
    if (other.piece !== piece || (piece.isUpright && other.y === one.y)) continue;
    const [a, b, c, d] = piece.matrix;
    const [dx, dy] = [other.x - one.x, other.y - one.y];
    const along = Math.abs(dx * a + dy * b) / Math.hypot(a, b);
    const down = Math.abs(dx * c + dy * d) / Math.hypot(c, d);
    if (down > 0.3 * piece.size && along < 0.1 * piece.size) vertical.add(piece);
  }
  return vertical;
}

/** Aslant text letter by letter is one text. */
function joined(aslant: readonly string[]): string[] {
  return aslant.length > 0 && aslant.every(({ length }) => length === 1) ? [aslant.join('')] : [...aslant];
}

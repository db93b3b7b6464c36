import { trueCharacters } from '../../writing/true-characters.js';
import type { Character } from './pdfium.js';

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

/** What a font on a page is, by the characters that it shows there. */
export interface Font {
  /** Whether all its letters are equally wide, as those of code are. */
  readonly isMono: boolean;
  /** What each of its characters is; nothing where it does not say so. */
  readonly texts: ReadonlyMap<string, string>;
}

/** What is narrow and what is wide in every font but those whose letters are equally wide. */
const NARROW_LETTERS = /[ijltfI.,:;'|!]/;
const WIDE_LETTERS = /[a-eghk-moqpsu-zA-HJ-Z]/;
/** Widths of one size differ by less than this, in font sizes. */
const SAME_WIDTH = 0.02;

/** How often a font shows a character on a page, and the least and the greatest width of it, in font sizes, where it stands upright. */
interface Use {
  count: number;
  least: number;
  most: number;
}

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
  /** How many letters it shows that are not narrow. */
  wideLetters: number;
  hasHan: boolean;
}

function measureLetter(font: FontUse, text: string, { least, most }: Use): void {
  if (NARROW_LETTERS.test(text)) font.narrow = Math.max(font.narrow, most);
  else if (WIDE_LETTERS.test(text)) {
    font.least = font.wide === 0 ? least : Math.min(font.least, least);
    font.wide = Math.max(font.wide, most);
    font.wideLetters++;
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
  if (hasHan || narrow > 0 || wideLetters < FEWEST_LETTERS) return false;
  return widths.some((width) => Math.abs(least - width) < AS_WIDE && wide - width < OVERHANG);
}

/** The fonts of a page, by their numbers. */
export function fontsOf(characters: readonly Character[]): Map<number, Font> {
  const shown = charactersByFont(characters);
  const found = [...shown].map(([font, uses]) => ({ font, uses, use: useOf(uses) }));
  const widths = found.flatMap(({ use }) => widthOfAll(use) ?? []);
  return new Map(
    found.map(({ font, uses, use }) => {
      const isSpoilt = use.bad > MOSTLY_UNDECODABLE * use.all || use.blocks.size > MANY_BLOCKS;
      const isText = use.letters.size >= LETTERS_OF_TEXT;
      const texts = new Map([...uses.keys()].map((text) => [text, textOf(text, isSpoilt, isText)]));
      return [font, { isMono: widthOfAll(use) !== null || isAsWide(use, widths), texts }];
    }),
  );
}

/** The different characters of each font: a page has thousands, but few that differ. */
function charactersByFont(characters: readonly Character[]): Map<number, Map<string, Use>> {
  const fonts = new Map<number, Map<string, Use>>();
  for (const { text, piece, left, right } of characters) {
    const uses: Map<string, Use> = fonts.get(piece.font) ?? new Map();
    if (uses.size === 0) fonts.set(piece.font, uses);
    const use = uses.get(text) ?? { count: 0, least: Number.POSITIVE_INFINITY, most: 0 };
    if (use.count === 0) uses.set(text, use);
    use.count++;
    if (!piece.isUpright) continue;
    const width = (right - left) / piece.size;
    use.least = Math.min(use.least, width);
    use.most = Math.max(use.most, width);
  }
  return fonts;
}

function useOf(uses: ReadonlyMap<string, Use>): FontUse {
  const font: FontUse = {
    all: 0,
    bad: 0,
    blocks: new Set(),
    letters: new Set(),
    narrow: 0,
    least: 0,
    wide: 0,
    wideLetters: 0,
    hasHan: false,
  };
  for (const [text, use] of uses) {
    const isUpright = use.least < Number.POSITIVE_INFINITY;
    if (isUpright) measureLetter(font, text, use);
    if (isBlank(text)) continue;
    font.all += use.count;
    const code = text.charCodeAt(0);
    if (SYMBOL.test(text)) {
      if (/[\p{L}\d]/u.test(String.fromCharCode(code - 0xf000))) font.letters.add(code);
    } else if (text === '' || isUndecodable(text)) font.bad += use.count;
    if (FAR_BLOCK.test(text)) font.blocks.add(code >> 7);
  }
  return font;
}

function textOf(text: string, isSpoilt: boolean, isText: boolean): string {
  if (SYMBOL.test(text)) return isText ? String.fromCharCode(text.charCodeAt(0) - 0xf000) : '•';
  if (isBlank(text)) return ' ';
  return isSpoilt || isUndecodable(text) ? '' : text;
}

function isBlank(text: string): boolean {
  return text !== '' && text.trim() === '';
}

function isUndecodable(text: string): boolean {
  return UNDECODABLE.test(text) && trueCharacters(text).count === 0;
}

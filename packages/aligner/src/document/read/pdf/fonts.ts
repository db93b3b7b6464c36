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

/** The fonts of a page, by their numbers. */
export function fontsOf(characters: readonly Character[]): Map<number, Font> {
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
export function textOf({ text }: Character, { isSpoilt, isText }: Font): string {
  if (SYMBOL.test(text)) return isText ? String.fromCharCode(text.charCodeAt(0) - 0xf000) : '•';
  if (text.trim() === '' && text !== '') return ' ';
  if (isSpoilt || (UNDECODABLE.test(text) && trueCharacters(text).count === 0)) return '';
  return text;
}

/** What a raised number may be: the mark of a note, a power, an ordinal or the like, or either of them. */
export type RaisedLooks = 'note' | 'either' | 'none';

/** Figures that are raised of themselves, as those of fonts for TeX are: nothing shows then that they are set higher. */
export const RAISED_FIGURES = '[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3}';

/** Characters before a raised number that tell what it is. */
const LOOKED_BACK = 24;

const HAN = /\p{Script=Han}/u;

/** What a number raised after a text is, by that text. */
export function looksOf(text: string): RaisedLooks {
  const before = text.slice(-LOOKED_BACK);
  const word = /(?<!\p{L})\p{L}+$/u.exec(before)?.[0] ?? '';
  // 10⁶, (a + b)²
  if (/[\p{N}\s]$/u.test(before) || /[+\-*/=^][^)]*\)$/.test(before)) return 'none';
  if (word === '') return 'note';
  if (HAN.test(word)) return CHINESE_UNIT.test(before) ? 'none' : 'note';
  if (word.length === 1 || UNITS.has(word) || UNITS.has(word.toLowerCase())) return 'none';
  return word.length < 4 && (word.length === 2 || word === word.toUpperCase()) ? 'either' : 'note';
}

/** `20平方米` */
const CHINESE_UNIT = /[\d一二三四五六七八九十百千万萬亿億] ?[平立方公厘毫分千海]{0,4}[米里尺寸码碼]$/;

/** Units and functions that powers are written after. */
const UNITS: ReadonlySet<string> = new Set(
  'mm cm dm km nm μm µm um ft in yd mi mile miles foot feet inch inches yard yards metre metres meter meters kg mg ha kpa pa kw mol sec min hr hz sq cu sin cos tan log ln exp lim chi'.split(
    ' ',
  ),
);

import { type ChineseStyle, writeChinese, writeRoman } from '../writing/written-numerals.js';

/**
 * The marker that a browser shows before an item of a list: `3.`, `iv.`, `一、`; `''` for bullets and for styles without
 * a marker of their own here. Styles are those of CSS Counter Styles Level 3 and the `type` of HTML's `<ol>`.
 */
export function listMarker(style: string, value: number): string {
  const system = SYSTEMS.get(style);
  if (system === undefined) return '';
  // Where a system does not count as far, CSS falls back to digits.
  return system(value) ?? `${value}.`;
}

/** Writes a value; null where the system does not count as far. */
type System = (value: number) => string | null;

const decimal: System = (value) => `${value}.`;
const leadingZero: System = (value) => (value >= 0 && value < 10 ? `0${value}.` : null);
const lowerAlpha: System = (value) => (value < 1 ? null : `${letters(value)}.`);
const lowerRoman: System = (value) => (value < 1 || value > 3999 ? null : `${writeRoman(value)}.`);
const upper =
  (system: System): System =>
  (value) =>
    system(value)?.toUpperCase() ?? null;
const chinese =
  (style: ChineseStyle): System =>
  (value) =>
    value < 0 || value > 9999 ? null : `${writeChinese(value, style)}、`;

const SYSTEMS: ReadonlyMap<string, System> = new Map([
  ['1', decimal],
  ['decimal', decimal],
  ['decimal-leading-zero', leadingZero],
  ['a', lowerAlpha],
  ['lower-alpha', lowerAlpha],
  ['lower-latin', lowerAlpha],
  ['A', upper(lowerAlpha)],
  ['upper-alpha', upper(lowerAlpha)],
  ['upper-latin', upper(lowerAlpha)],
  ['i', lowerRoman],
  ['lower-roman', lowerRoman],
  ['I', upper(lowerRoman)],
  ['upper-roman', upper(lowerRoman)],
  ['cjk-ideographic', chinese('plain')],
  ['simp-chinese-informal', chinese('plain')],
  ['trad-chinese-informal', chinese('plain')],
  ['simp-chinese-formal', chinese('formal-simplified')],
  ['trad-chinese-formal', chinese('formal-traditional')],
]);

/** `a` … `z`, `aa` …: there is no zero in it. */
export function letters(value: number): string {
  let written = '';
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    written = String.fromCharCode(97 + ((rest - 1) % 26)) + written;
  }
  return written;
}

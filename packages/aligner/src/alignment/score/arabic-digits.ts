/**
 * Source of a pattern for digits with grouping, decimals or dotted parts: `2,000`, `96.5`, `2.1.3`. Repeats are
 * bounded, because an engine's stack for backtracking is.
 */
export const ARABIC = String.raw`\d{1,3}(?:,\d{3}){1,4}(?!\d)(?:\.\d+)?|\d+(?:\.\d+){0,7}`;
/** Longer runs of digits name things: accounts, telephone lines, hashes. */
export const MOST_DIGITS = 15;
/** Enough text after a number to see its unit. */
export const SUFFIX_LENGTH = 24;

/** The value of digits as written times a power of ten; parsed at once, so that `1.1亿` is exact. */
export function decimal(digits: string, exponent = 0): number {
  return Number(`${digits.replaceAll(',', '')}e${exponent}`);
}

/** Sections and versions as their integers, too long a run as nothing, all else as it is. */
export function splitArabic(digits: string): readonly { readonly digits: string; readonly offset: number }[] {
  const parts = digits.includes(',') || digits.split('.', 3).length < 3 ? [digits] : digits.split('.');
  let offset = 0;
  return parts
    .map((part) => {
      const at = offset;
      offset += part.length + 1;
      return { digits: part, offset: at };
    })
    .filter((part) => part.digits.replaceAll(',', '').length <= MOST_DIGITS);
}

/** Whether digits belong to a name: `G20`, `Covid-19`, `5G`, `3Com`, but `RMB50`, `mid-2019`, `5km` and `2.7K` are amounts. */
export function belongsToName(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_NAME), start);
  if (/[A-Z]-$/.test(before) || (NAMED.test(before) && !BEFORE_AMOUNT.test(before))) return true;
  if (/[A-Za-z]$/.test(before)) return !/(?:RMB|CNY|USD|HKD|EUR|GBP)$/.test(before);
  const isDecimal = text.slice(start, end).includes('.');
  return !isDecimal && /^(?:[A-Z](?![A-Za-z])|[A-Z][a-z]{2})/.test(text.slice(end, end + 3));
}

const LONGEST_NAME = 14;
const NAMED = /(?<![A-Za-z])[A-Z][a-z]{1,12}-$/;
/** The months, as they are cut short, with strokes between them. */
export const MONTHS = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec';
const BEFORE_AMOUNT = new RegExp(`(?:Mid|Late|Early|Pre|Post|Circa|About|Over|Under|${MONTHS})[a-z]*-$`);

/** To four digits, however small it is. */
export function roundFraction(value: number): number {
  return Number(value.toPrecision(4));
}

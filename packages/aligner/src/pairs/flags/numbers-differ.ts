import { hintedValues, type Quantity, statedQuantities, type Wording } from './quantities.js';

/**
 * Whether a number on one side has its value on the other side in no form, however either writes it: `1.39万亿` is
 * `1.39 trillion`. What is written in words, and markers, count only where each side has one that the other one lacks.
 */
export function numbersDiffer(en: Wording, zh: Wording): boolean {
  if (!mayDiffer(en) && !mayDiffer(zh)) return false;
  const [english, chinese] = [statedQuantities(en, 'en'), statedQuantities(zh, 'zh')];
  const onlyEnglish = unmatched(english, chinese, () => hintedValues(zh, 'zh'));
  const onlyChinese = unmatched(chinese, english, () => hintedValues(en, 'en'));
  return (
    [...onlyEnglish, ...onlyChinese].some(({ kind }) => kind === 'exact') ||
    onlyEnglish.some(({ kind }) => onlyChinese.some((other) => other.kind === kind)) ||
    codesDiffer(en, zh)
  );
}

/** Whether a name of the same shape has other digits: `G20` and `G7`, `COVID-19` and `COVID-91`. */
function codesDiffer(en: Wording, zh: Wording): boolean {
  // Chinese texts are searched faster, and most have none.
  const chinese = codes(zh);
  if (chinese.size === 0) return false;
  return [...codes(en)].some(([shape, names]) => {
    const others = chinese.get(shape);
    return others !== undefined && (!isSubset(names, others) || !isSubset(others, names));
  });
}

/** Words of letters and digits, by the word with its numbers taken out. */
function codes(wording: Wording): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const { text } of wording) {
    for (const [written] of text.matchAll(/(?<![A-Za-z\d])(?:[A-Za-z]+-?\d|\d+[A-Za-z])[A-Za-z\d]*/g)) {
      const name = written.toUpperCase().replace('-', '');
      const shape = name.replace(/\d+/g, '0');
      found.set(shape, (found.get(shape) ?? new Set()).add(name));
    }
  }
  return found;
}

function isSubset(names: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...names].every((name) => others.has(name));
}

/** Digits, or a numeral other than `一` in Chinese: without either there is nothing to compare. */
const MAY_DIFFER = /[\d０-９二三四五六七八九十百千两兩]/;

function mayDiffer(wording: Wording): boolean {
  return wording.some(({ text }) => MAY_DIFFER.test(text));
}

/** The quantities that the other side has in no form; it is asked for more forms only as long as some are left. */
function unmatched(
  quantities: readonly Quantity[],
  others: readonly Quantity[],
  findHints: () => readonly number[],
): readonly Quantity[] {
  const known = new Set(others.map(({ value }) => comparable(value)));
  const left = quantities.filter(({ value, kind }) => kind !== 'aside' && !known.has(comparable(value)));
  const stillLeft = without(left, () => others.flatMap((other) => other.values()));
  return without(stillLeft, findHints);
}

/** The quantities that are none of these values. */
function without(quantities: readonly Quantity[], findValues: () => readonly number[]): readonly Quantity[] {
  if (quantities.length === 0) return quantities;
  const known = new Set(findValues().map(comparable));
  return quantities.filter((quantity) => !quantity.values().some((value) => known.has(comparable(value))));
}

/** Without the last digits, in which 0.1 + 0.2 differs from 0.3. */
function comparable(value: number): number {
  return Number.isInteger(value) && Math.abs(value) < 1e12 ? value : Number(value.toPrecision(12));
}

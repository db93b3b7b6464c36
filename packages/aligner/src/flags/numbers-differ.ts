import { hintedValues, type Quantity, statedQuantities, type Wording } from './quantities.js';
/**
 * Whether a number on one side has its value on the other side in no form, however either writes it: `1.39万亿` is
 * `1.39 trillion`. What is written in words, and markers, count only where each side has one that the other one lacks.
 */
export function numbersDiffer(en: Wording, zh: Wording): boolean {
  if (!MAY_DIFFER.test(textOf(en)) && !MAY_DIFFER.test(textOf(zh))) return false;
  const [english, chinese] = [statedQuantities(en, 'en'), statedQuantities(zh, 'zh')];
  // Most numbers have their like among the numbers; hints are looked for only where one has not.
  const onlyEnglish = without(without(english, valuesOf(chinese)), () => hintedValues(zh, 'zh'));
  const onlyChinese = without(without(chinese, valuesOf(english)), () => hintedValues(en, 'en'));
  return (
    [...onlyEnglish, ...onlyChinese].some(({ kind }) => kind === 'exact') ||
    onlyEnglish.some(({ kind }) => onlyChinese.some((other) => other.kind === kind)) ||
    codesDiffer(textOf(en), textOf(zh))
  );
}

/** Whether a name of the same shape has other digits: `G20` and `G7`, `COVID-19` and `COVID-91`. */
function codesDiffer(en: string, zh: string): boolean {
  const [english, chinese] = [codes(en), codes(zh)];
  return [...english].some(([shape, names]) => {
    const others = chinese.get(shape);
    return others !== undefined && (!isSubset(names, others) || !isSubset(others, names));
  });
}

/** Words of letters and digits, by the word with its numbers taken out. */
function codes(text: string): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [written] of text.matchAll(/(?<![A-Za-z\d])(?:[A-Za-z]+-?\d|\d+[A-Za-z])[A-Za-z\d]*/g)) {
    const name = written.toUpperCase().replace('-', '');
    const shape = name.replace(/\d+/g, '0');
    found.set(shape, (found.get(shape) ?? new Set()).add(name));
  }
  return found;
}

function isSubset(names: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  return [...names].every((name) => others.has(name));
}

/** Digits, or a numeral other than `一` in Chinese: without either there is nothing to compare. */
const MAY_DIFFER = /[\p{Nd}二三四五六七八九十百千两兩]/u;

function textOf(wording: Wording): string {
  return wording.map(({ text }) => text).join('\n');
}

const valuesOf = (quantities: readonly Quantity[]) => (): number[] =>
  quantities.flatMap(({ values }) => values);

/** The quantities that are none of these values. */
function without(quantities: readonly Quantity[], findValues: () => readonly number[]): readonly Quantity[] {
  if (quantities.length === 0) return quantities;
  const known = new Set(findValues().map(comparable));
  return quantities.filter(
    ({ values, kind }) => kind !== 'aside' && !values.some((value) => known.has(comparable(value))),
  );
}

/** Without the last digits, in which 0.1 + 0.2 differs from 0.3. */
function comparable(value: number): number {
  return Number(value.toPrecision(12));
}

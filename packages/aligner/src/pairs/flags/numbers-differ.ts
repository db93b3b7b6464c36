import { Values } from '../../alignment/quantities/comparable.js';
import {
  hintedValues,
  type Quantity,
  statedQuantities,
  type Wording,
} from '../../alignment/quantities/quantities.js';
import type { Label } from '../../types.js';

/**
 * Whether a number on one side has its value on the other side in no form, however either writes it: `1.39万亿` is
 * `1.39 trillion`. What is written in words, and markers, count only where each side has one that the other one lacks.
 */
export function numbersDiffer(en: Wording, zh: Wording): boolean {
  return differingNumbers(en, zh) !== null;
}

/** The numbers, as they are written, that the other side has in no form; null where none speak against the pair. */
export function differingNumbers(
  en: Wording,
  zh: Wording,
): { readonly en: readonly string[]; readonly zh: readonly string[] } | null {
  if (!mayDiffer(en) && !mayDiffer(zh)) return null;
  const [english, chinese] = [
    statedQuantities(withMarkerOf(zh, en), 'en'),
    statedQuantities(withMarkerOf(en, zh), 'zh'),
  ];
  const onlyEnglish = unmatched(english, chinese, () => hintedValues(zh, 'zh'));
  const onlyChinese = unmatched(chinese, english, () => hintedValues(en, 'en'));
  const counts = (own: readonly Quantity[], others: readonly Quantity[]): string[] =>
    own
      .filter(({ kind }) => kind === 'exact' || others.some((other) => other.kind === kind))
      .map(({ written }) => written);
  const names = differingCodes(en, zh);
  const differing = {
    en: [...counts(onlyEnglish, onlyChinese), ...names.en],
    zh: [...counts(onlyChinese, onlyEnglish), ...names.zh],
  };
  if (differing.en.length + differing.zh.length > 0) return differing;
  const [enLabel, zhLabel] = [en[0]?.label, zh[0]?.label];
  return enLabel && zhLabel && haveDigitsExchanged(enLabel, zhLabel)
    ? { en: [enLabel.raw], zh: [zhLabel.raw] }
    : null;
}

/**
 * Whether one marker has the digits of the other in another order: `(21)` and `（十二）`. A list that is counted otherwise in each
 * language is off by a few, and hardly ever by as much as an exchange.
 */
function haveDigitsExchanged(en: Label, zh: Label): boolean {
  return `${en.ordinals}` !== `${zh.ordinals}` && digitsOf(en) === digitsOf(zh);
}

/** The digits of a marker in the order of their values. */
function digitsOf({ raw, ordinals }: Label): string {
  return `${[...(raw.replace(/\D/g, '') || ordinals.join(''))].sort()}`;
}

/**
 * A text with the marker that the other one has, where it begins with the same number and does not tell by itself that this is one:
 * `2.1 inetd`.
 */
function withMarkerOf([other]: Wording, wording: Wording): Wording {
  const [first, ...rest] = wording;
  const label = other?.label;
  if (!label || first === undefined || first.label !== null || !first.text.startsWith(label.raw))
    return wording;
  const { length } = label.raw;
  return /\d/.test(first.text.charAt(length))
    ? wording
    : [{ text: first.text, label: { ...label, length } }, ...rest];
}

/** Names of the same shape that have other digits: `G20` and `G7`, `COVID-19` and `COVID-91`. */
function differingCodes(en: Wording, zh: Wording): { en: string[]; zh: string[] } {
  const differing: { en: string[]; zh: string[] } = { en: [], zh: [] };
  // Chinese texts are searched faster, and most have none.
  const chinese = codes(zh);
  if (chinese.size === 0) return differing;
  for (const [shape, names] of codes(en)) {
    const others = chinese.get(shape);
    if (others === undefined) continue;
    differing.en.push(...[...names].filter((name) => !others.has(name)));
    differing.zh.push(...[...others].filter((name) => !names.has(name)));
  }
  return differing;
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
  const known = new Values(others.map(({ value }) => value));
  const left = quantities.filter(
    (own) =>
      own.kind !== 'aside' &&
      !known.has(own.value) &&
      !others.some((other) => isRounded(own, other) || isRounded(other, own)),
  );
  const stillLeft = without(left, () => others.flatMap((other) => other.values()));
  return without(stillLeft, findHints);
}

/** The quantities that are none of these values. */
function without(quantities: readonly Quantity[], findValues: () => readonly number[]): readonly Quantity[] {
  if (quantities.length === 0) return quantities;
  const known = new Values(findValues());
  return quantities.filter((quantity) => !quantity.values().some((value) => known.has(value)));
}

/** Whether a number is another one with fewer decimals, three digits at least: 12.3亿 for `1,234.6 million`. */
function isRounded({ written, value }: Quantity, exact: Quantity): boolean {
  const digits = written.replace(/^[0.]+|\D/g, '').length;
  const last = 10 ** (Math.floor(Math.log10(value)) + 1 - digits);
  // 2.7255 is 2.726, and a little less in the machine.
  return /\.\d/.test(written) && digits > 2 && Math.abs(exact.value - value) < 0.501 * last;
}

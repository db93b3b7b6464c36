import { romanNumeral } from '../../document/writing/numerals.js';
import type { LabelScheme, Language, Segment } from '../../types.js';
import { roundFraction } from '../score/arabic-digits.js';
import { foldNumbers, type NumberMention } from '../score/numbers.js';
import { CHINESE_HINTS, CHINESE_READINGS } from './chinese-readings.js';
import { findNumbersAndTimes, POSSIBLE_TIMES } from './clock-times.js';
import { joinedGroups, mixedFraction } from './digit-groups.js';
import { ENGLISH_HINTS, ENGLISH_READINGS, largestScale } from './english-readings.js';
import { oldSums } from './old-sums.js';
import { clockHours, type Hint, type Reading } from './reading.js';
import { amountsIn, compoundAmounts, scaleOf, UNIT } from './units.js';

/** A number that a text states. */
export interface Quantity {
  /** As its text has it, its unit included. */
  readonly written: string;
  /** Its value, a share of one for a percentage. */
  readonly value: number;
  /** What it may be on the other side: 90 and 1990 for `90年代`, 3 and 15 for `3 p.m.`. Found out when asked for. */
  readonly values: () => readonly number[];
  /**
   * The other side must have what is `exact`: digits and percentages. What is written in `words` may be a figure of speech,
   * and a `marker`, of a clause or as `(2)` in running text, may be counted otherwise or not at all. An `aside`, such as
   * `first` or the minutes of `15:00`, need not be anywhere.
   */
  readonly kind: 'exact' | 'words' | 'marker' | 'aside';
}

/** One side of a pair, as far as its numbers go. */
export type Wording = readonly Pick<Segment, 'text' | 'label'>[];

/** The numbers that a text states, clause markers first. */
export function statedQuantities(wording: Wording, language: Language): Quantity[] {
  return wording.flatMap(({ text: asWritten, label }) => {
    const text = foldNumbers(asWritten);
    const ordinals = label && NUMBERED_ALIKE.has(label.scheme) ? label.ordinals : [];
    const markers = ordinals.map((value) => ({
      written: label!.raw,
      value,
      values: () => [value],
      kind: 'marker' as const,
    }));
    const mentions = findNumbersAndTimes(text, language);
    const body = mentions.findIndex(({ start }) => start >= (label?.length ?? 0));
    const stated =
      body < 0
        ? []
        : mentions.slice(body).map(({ start, end }, index) => ({
            written: asWritten.slice(start, end),
            ...quantity(text, mentions, body + index, language),
          }));
    return [...markers, ...stated];
  });
}

/** Lists are numbered anew by many formats and translators, the parts of a law are not. */
const NUMBERED_ALIKE: ReadonlySet<LabelScheme> = new Set([
  'part',
  'chapter',
  'section',
  'article',
  'annex',
  'decimal',
]);

/**
 * Values that a text may stand for without stating them: `twice`, `March`, `IV`, the digits of names; `ANY_YEAR` for
 * `同比` where no year is stated that it could be counted from.
 */
export function hintedValues(wording: Wording, language: Language): number[] {
  return wording.flatMap(({ text: asWritten }) => {
    const text = foldNumbers(asWritten);
    let mentions: readonly NumberMention[] | null = null;
    return HINTS[language].flatMap(({ pattern, values }) => {
      // Most are nowhere, which is found out much faster than where they are.
      if (text.search(pattern) < 0) return [];
      const matches = [...text.matchAll(pattern)];
      mentions ??= findNumbersAndTimes(text, language);
      return outside(mentions, matches).flatMap((match) => values(match));
    });
  });
}

const DIGIT = /[\d０-９]/;

function quantity(
  text: string,
  mentions: readonly NumberMention[],
  index: number,
  language: Language,
): Omit<Quantity, 'written'> {
  const mention = mentions[index]!;
  const value = shareOf(mention);
  const findValues = () => {
    const neighbours = [mentions[index - 1], mentions[index + 1]].filter((other) => other !== undefined);
    return [
      value,
      ...sumsAround(text, mention, language),
      ...otherReadings(text, mention, language),
      ...neighbours.flatMap((other) => asNeighbourOf(text, mention, other, language)),
      // What cannot be worked out of one text is not the same as what cannot of the other.
    ].filter((each) => !Number.isNaN(each));
  };
  let found: readonly number[] | null = null;
  const values = () => {
    found ??= findValues();
    return found;
  };
  return { value, values, kind: kindOf(text, mention, mentions[index - 1]) };
}

/** What the number is by the rules of its language. */
function otherReadings(text: string, mention: NumberMention, language: Language): readonly number[] {
  const { start, end } = mention;
  const written = text.slice(start, end);
  const before = text.slice(Math.max(0, start - CONTEXT), start);
  const after = text.slice(end, end + CONTEXT);
  return READINGS[language].flatMap((reading) => {
    if (reading.written?.test(written) === false) return [];
    const [matchBefore, matchAfter] = [reading.before?.exec(before), reading.after?.exec(after)];
    if (matchBefore === null || matchAfter === null) return [];
    return reading.values(shareOf(mention), (matchAfter ?? matchBefore)?.[1] ?? '', written);
  });
}

/** Characters on each side of a number within which its unit stands, or all of `quarters then ending on September `. */
const CONTEXT = 35;

/** 0.6 for `60%`; by its decimal digits, so that it is exact. */
function shareOf({ value, percent }: NumberMention): number {
  return percent ? Number(`${value}e-2`) : value;
}

function kindOf(
  text: string,
  { value, percent, start, end }: NumberMention,
  previous: NumberMention | undefined,
): Quantity['kind'] {
  const written = text.slice(start, end);
  const inDigits = DIGIT.test(written);
  // thirty (30) days
  const isSaidAgain =
    previous !== undefined &&
    start - previous.end < 3 &&
    !DIGIT.test(text.slice(previous.start, previous.end));
  const isInBrackets = '(（'.includes(text[start - 1] ?? ' ') && ')）'.includes(text[end] ?? ' ');
  if (isInBrackets && !isSaidAgain && end - start < 3) return 'marker';
  const isFullHour = value === 0 && end - start === 2 && ':：.．'.includes(text[start - 1] ?? ' ');
  const before = text.slice(Math.max(0, start - CONTEXT), start);
  const isYearEnd = value >= 28 && value <= 31 && YEAR_END.test(before);
  const isThousand = value === 0 && /['’]$/.test(before);
  // `1美元` is a dollar or the dollar.
  const isOne = value === 1 && !percent && !written.startsWith('0');
  // 老三 and 王二 are no numbers; 第三 is one.
  const isName =
    /^[二三四五六七八九]$/.test(written) &&
    (/[小老阿]$/.test(before) ||
      (/[^第\P{L}]$/u.test(before) && /^(?:\p{P}|$)/u.test(text.slice(end, end + 1))));
  if (isFullHour || isYearEnd || isThousand || isOne || isName) return 'aside';
  return percent || inDigits || isLong(value) ? 'exact' : 'words';
}

/** Before the day: `2022年度` says no day, while in English the year has `ended 31 December 2022`. */
const YEAR_END = /\b(?:years?|quarters?|months|period) (?:then )?end(?:ed|ing)(?: on)? (?:[A-Z][a-z]+ )?$/;

/** `twenty-four` and `一百五十` are counted, while `a thousand` and `十二` are often just many. */
function isLong(value: number): boolean {
  return value > 20 && /[1-9].*[1-9]/.test(String(value));
}

/** What the number is together with the numbers beside it. */
function sumsAround(text: string, { start, end }: NumberMention, language: Language): readonly number[] {
  const compounds = compoundAmounts(text, start, end);
  if (DIGIT.test(text.slice(start, end)))
    return [...compounds, ...joinedGroups(text, start, end), ...mixedFraction(text, start, end)];
  return language === 'zh' ? compounds : [...compounds, ...oldSums(text, start, end)];
}

/** What two numbers with hardly anything between them lend each other: a unit in `3–5%`, a share in `one in ten`. */
function asNeighbourOf(
  text: string,
  mention: NumberMention,
  other: NumberMention,
  language: Language,
): readonly number[] {
  const [first, second] = mention.start < other.start ? [mention, other] : [other, mention];
  const between = text.slice(first.end, second.start);
  if (between.length > LONGEST_LINK) return [];
  if (SHARE.test(between))
    return second.value > first.value ? [roundFraction(first.value / second.value)] : [];
  // nineteen eighty-four
  if (between === ' ' && first.value > 9 && first.value < 100 && second.value < 100)
    return [first.value * 100 + second.value];
  if (!RANGE.test(between)) return [];
  if (other.percent) return [Number(`${mention.value}e-2`)];
  const unit = scaleOf(text.slice(second.start, second.end));
  // What comes after both belongs to both: three to five days, between 3.5 and 4 million, 七至八成
  const shared =
    mention === first
      ? [mention.value * unit, ...otherReadings(text, { ...mention, end: second.end }, language)]
      : [];
  // Old English: five and thirty, forty and one thousand
  return between === ' and '
    ? [
        first.value + second.value,
        first.value * largestScale(text.slice(second.start, second.end)) + second.value,
        ...shared,
      ]
    : shared;
}

const LONGEST_LINK = 14;
const SHARE = /^ (?:in|per|out of)(?: every)? $|^\/$/;
const RANGE = /^[$]? ?(?:[-–—―~～－、,]|to|and|or|至|到|和|与|或) ?[$]?$/;

/** What both languages write in the same way. */
const COMMON_READINGS: readonly Reading[] = [
  // 2019/20, 2019—20
  {
    before: /(\d\d)\d\d ?[-–—―/至到] ?$/,
    written: /^\d\d$/,
    values: (value, century) => [Number(century) * 100 + value],
  },
  // .5
  {
    before: /(?:^|[^\d.])\.$/,
    written: /^\d+/,
    values: (_, __, written) => [Number(`0.${/\d+/.exec(written)}`)],
  },
  // 2½
  { after: /^ ?([½¼¾⅓⅔])/, values: (value, part) => [value + vulgarFraction(part)] },
  { after: /^[:：]\d\d/, values: clockHours },
  ...POSSIBLE_TIMES,
  { after: new RegExp(`^\\)?[ -]?[多余餘几幾来來]?(?:of an? )?(${UNIT})`, 'i'), values: amountsIn },
];

/** 0.5 for `½`, which is `1⁄2` when it is taken apart. */
function vulgarFraction(written: string): number {
  const [part, whole] = written.normalize('NFKC').split('⁄').map(Number);
  return roundFraction(part! / whole!);
}

const COMMON_HINTS: readonly Hint[] = [
  // Digits that are no number by themselves: G20, 5G
  { pattern: /\d+/g, values: ([digits]) => [Number(digits)] },
  { pattern: /\b[IVXLC]+\b/g, values: ([numeral]) => [romanNumeral(numeral) ?? 0] },
  { pattern: /[½¼¾⅓⅔]/g, values: ([part]) => [vulgarFraction(part)] },
  // 10⁶ is also written 10^6.
  {
    pattern: /[⁰¹²³⁴-⁹]+/g,
    values: ([digits]) => [Number(digits.normalize('NFKC'))],
  },
];

const READINGS: Readonly<Record<Language, readonly Reading[]>> = {
  en: [...COMMON_READINGS, ...ENGLISH_READINGS],
  zh: [...COMMON_READINGS, ...CHINESE_READINGS],
};

const HINTS: Readonly<Record<Language, readonly Hint[]>> = {
  en: [...COMMON_HINTS, ...ENGLISH_HINTS],
  zh: [...COMMON_HINTS, ...CHINESE_HINTS],
};

/** The matches that do not begin within a number; both lists are in order. */
function outside(mentions: readonly NumberMention[], matches: readonly RegExpExecArray[]): RegExpExecArray[] {
  let next = 0;
  return matches.filter(({ index }) => {
    while (next < mentions.length && mentions[next]!.end <= index) next++;
    return next === mentions.length || index < mentions[next]!.start;
  });
}

import { englishNumeral } from '../../document/writing/numerals.js';
import { MONTHS, roundFraction } from '../score/arabic-digits.js';
import { ANY_YEAR, clockHours, type Hint, type Reading, relativeYears, timeOfDay } from './reading.js';
import { amountsIn, scaleOf, UNIT } from './units.js';

/** 10³ for `one thousand and five hundred`. */
export function largestScale(written: string): number {
  return Math.max(1, ...(written.match(/[a-z]+/gi) ?? []).map(scaleOf));
}

/** Chinese writes these numbers otherwise. */
export const ENGLISH_READINGS: readonly Reading[] = [
  { after: /^(?:[:.．]\d\d)? ?(?:[ap]\.? ?m\b|o['’]clock)/i, values: clockHours },
  // a quarter to ten: 9:45
  {
    before: /\b(quarter|twenty[ -]five|twenty|ten|five)(?: minutes)? to $/i,
    values: (hour, minutes) => timeOfDay(hour - 1, 60 - (englishNumeral(minutes.replace(' ', '-')) ?? 15)),
  },
  { after: /^ ?(?:°|degrees? )F(?:ahrenheit)?\b/, values: (value) => [Math.round((value - 32) / 1.8)] },
  { written: /^[0-2]\d[0-5]\d$/, after: /^ ?(?:hours|hrs|h)\b/i, values: hourAndMinutes },
  // $1.2k, RMB100m, and a loss of RMB (3.4) million
  {
    after: /^([kmb])\b/i,
    values: (value, letter) => [value * 1000 ** ('kmb'.indexOf(letter.toLowerCase()) + 1)],
  },
  // RMB'000
  { before: /['’]000\)?:? $/, values: (value) => [value * 1000] },
  { after: /^ lakhs? crores?\b/i, values: (value) => [value * 1e12] },
  // the early 2000s: 21世纪初
  { written: /^(?:1\d|20)00['’]?s$/, values: (value) => [value / 100 + 1] },
  // two and a half million, a million and a half
  {
    after: new RegExp(`^[ -]and[ -]a[ -]half(?:[ -](${UNIT}))?`, 'i'),
    values: (value, unit, written) => amountsIn(value + scaleOf(written) / 2, unit),
  },
  // two dozen: 二十多
  { written: /dozen$/, values: (value) => [value - (value % 10)] },
  // the hundred and fifty
  { before: /\b(hundred|thousand)(?: and)? $/i, values: (value, scale) => [value + scaleOf(scale)] },
  // The first three quarters are no fraction.
  { written: /quarters$/i, values: (value) => amountsIn(4 * value, 'quarter') },
  // the fifth part, a thousandth
  { written: /(?:third|th)$/i, values: (value) => [roundFraction(1 / value)] },
  // '95, the 90s
  { before: /['’]$/, written: /^\d\d$/, values: yearsOf },
  { written: /^\d0['’]?s$/, values: yearsOf },
  { written: /^(?:1\d|20)\d0['’]?s$/, values: (value) => [value % 100] },
  // Three times as many are two times more.
  { after: /^(?: |-)(?:times\b|fold\b)/i, values: (value) => [value - 1] },
];

/** `0830` */
function hourAndMinutes(value: number): readonly number[] {
  return timeOfDay(Math.floor(value / 100), value % 100);
}

function yearsOf(value: number): readonly number[] {
  return [1900 + value, 2000 + value];
}

const WORDS: Readonly<Record<string, readonly number[]>> = {
  ...listed('no none nothing nil without zero', [0]),
  ...listed('a an one once single sole only per each every first another whole', [1]),
  ...listed('twice both double doubled doubling doubles pair couple dual twin second seconds', [2, 1]),
  ...listed('triple tripled triples tripling treble thrice', [3, 2]),
  ...listed('quadruple quadrupled quadruples quadrupling', [4, 3]),
  ...listed('quarter quarterly quarters', [0.25, 15, 3]),
  ...listed('half halved halves', [0.5, 6, 30]),
  ...listed('fortnight fortnightly', [14, 2]),
  ...listed('dozen', [12]),
  ...listed('decade decades', [10]),
  ...listed('century centuries centenary centennial', [100]),
  ...listed('bicentenary bicentennial', [200]),
  ...listed('noon midday', [12]),
  ...listed('midnight', [0, 12, 24]),
  ...Object.fromEntries(
    'twenties thirties forties fifties sixties seventies eighties nineties'
      .split(' ')
      .map((word, index) => [word, [20 + 10 * index, ...yearsOf(20 + 10 * index)]]),
  ),
};

function listed(words: string, values: readonly number[]): Record<string, readonly number[]> {
  return Object.fromEntries(words.split(' ').map((word) => [word, values]));
}

const PARTS_OF_ONE: Readonly<Record<string, number>> = { half: 0.5, quarter: 0.25, quarters: 0.75 };

export const ENGLISH_HINTS: readonly Hint[] = [
  {
    pattern: new RegExp(`(?<![\\w(])(?:${Object.keys(WORDS).join('|')})\\b`, 'gi'),
    values: ([word]) => WORDS[word.toLowerCase()]!,
  },
  {
    pattern: new RegExp(`\\b(${MONTHS})(?:uary|ruary|ch|il|e|y|ust|t(?:ember)?|ober|ember)?\\b`, 'g'),
    values: ([, month]) => [MONTHS.indexOf(month!) / 4 + 1],
  },
  // half an hour, a quarter of a percentage point, a year and a half
  {
    pattern: new RegExp(
      `\\b(?:an? )?(half|quarter|an?|one|per)(?:[ -]of)?(?:[ -](?:an?|one))?[ -](${UNIT})(?: and (?:a|three) (half|quarters?))?`,
      'gi',
    ),
    values: ([, count, unit, more]) =>
      amountsIn((PARTS_OF_ONE[count!.toLowerCase()] ?? 1) + (PARTS_OF_ONE[more!] ?? 0), unit!),
  },
  // one in five
  {
    pattern: /\bone (?:in|out of) (?:every )?([a-z]+(?:-[a-z]+)?)\b/gi,
    values: ([, whole]) => [roundFraction(1 / (englishNumeral(whole!) ?? Number.NaN))],
  },
  { pattern: /\b(?:one|an?) and a half (\w+)/gi, values: ([, scale]) => [1.5 * scaleOf(scale!)] },
  // What it is compared with is left out: the year is.
  { pattern: /\b(?:twice|times) as (?:much|many)\b(?! as)/gi, values: () => [ANY_YEAR] },
  // between one and five percent
  { pattern: /\bone (?:to|and|or) [\w.]+(?: per ?cent\b|%)/gi, values: () => [0.01] },
  {
    pattern:
      /\b(?:year[ -]on[ -]year|year[ -]over[ -]year|y-?o-?y|(?:last|previous|prior|preceding) (?:fiscal |financial )?year|(?:a|one) year (?:ago|earlier|before))\b/gi,
    values: ({ input }) => relativeYears(input!, -1),
  },
  {
    pattern: /\b(?:this|the current|the same|that) (?:fiscal |financial )?year\b|\byear[ -]end\b/gi,
    values: ({ input }) => relativeYears(input!, 0),
  },
  {
    pattern: /\b(?:next|the following|the coming) (?:fiscal |financial )?year\b/gi,
    values: ({ input }) => relativeYears(input!, 1),
  },
  // tenfold
  {
    pattern: /\b(\w+)fold\b/gi,
    values: ([, word]) => {
      const times = englishNumeral(word!) ?? 1;
      return [times, times - 1];
    },
  },
  // FY24, 4Q22
  { pattern: /\b(?:FY|[1-4][QH]) ?['’]?(\d\d)(?!\d)/g, values: ([, year]) => yearsOf(Number(year)) },
];

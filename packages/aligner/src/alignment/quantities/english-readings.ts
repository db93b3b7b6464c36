import { ENGLISH_ORDINALS, englishNumeral } from '../../document/writing/numerals.js';
import { clockHours, type Hint, type Reading, relativeYears, timeOfDay } from './reading.js';

const SCALES: Readonly<Record<string, number>> = {
  dozen: 12,
  hundred: 100,
  thousand: 1e3,
  million: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
  tn: 1e12,
};
const SCALE = Object.keys(SCALES).join('|');
const LAST_SCALE = new RegExp(`(${SCALE})$`, 'i');

/** From `third` to `tenth`. */
const PARTS = [...ENGLISH_ORDINALS.keys()].slice(2, 10).join('|');

/** 10⁶ for `5 million`, 1 for `5`. */
export function englishScale(written: string): number {
  return SCALES[LAST_SCALE.exec(written)?.[1]?.toLowerCase() ?? ''] ?? 1;
}

/** 10³ for `one thousand and five hundred`. */
export function largestScale(written: string): number {
  return Math.max(1, ...(written.match(/[a-z]+/gi) ?? []).map((word) => SCALES[word.toLowerCase()] ?? 1));
}

/** Chinese writes these numbers otherwise. */
export const ENGLISH_READINGS: readonly Reading[] = [
  { after: /^(?:[:.．]\d\d)? ?(?:[ap]\.? ?m\b|o['’]clock)/i, values: clockHours },
  // a quarter to ten: 9:45
  {
    before: /\b(quarter|twenty[ -]five|twenty|ten|five)(?: minutes)? to $/i,
    values: (hour, minutes) => timeOfDay(hour - 1, 60 - MINUTES_BEFORE[minutes.toLowerCase()]!),
  },
  { after: /^(?: |-)decades?\b/i, values: (value) => [value * 10] },
  { after: /^ centuries\b/i, values: (value) => [value * 100] },
  { after: /^(?: |-)hours?\b/i, values: (value) => [value / 24] },
  { written: /^[0-2]\d[0-5]\d$/, after: /^ ?(?:hours|hrs|h)\b/i, values: hourAndMinutes },
  {
    after: /^ (?:k(?:ilo)?m(?:et(?:re|er))?|k(?:ilo)?g(?:ram(?:me)?)?)s?\b/i,
    values: (value) => [value * 1000],
  },
  { after: /^ (?:cents?|pence|p(?!\.? ?m\b))\b/i, values: (value) => [value / 100] },
  { after: /^ (?:basis points?|bps?)\b/i, values: (value) => [value / 1e4] },
  // $1.2k, RMB100m, and a loss of RMB (3.4) million
  { after: /^([kmb])\b/i, values: (value, letter) => [value * LETTERS[letter.toLowerCase()]!] },
  { after: new RegExp(`^\\) ?(${SCALE})\\b`, 'i'), values: (value, scale) => [value * englishScale(scale)] },
  // RMB'000
  { before: /['’]000\)?:? $/, values: (value) => [value * 1000] },
  { after: /^ (lakhs? crores?|lakhs?|crores?)\b/i, values: (value, scale) => [value * indianScale(scale)] },
  // the early 2000s: 21世纪初
  { written: /^(?:1\d|20)00['’]?s$/, values: (value) => [value / 100 + 1] },
  { after: /^ weeks?\b/i, values: (value) => [value * 7] },
  // 1.2 hundred million
  { after: new RegExp(`^ (${SCALE})\\b`, 'i'), values: (value, scale) => [value * englishScale(scale)] },
  {
    after: new RegExp(`^[ -]and[ -]a[ -]half(?:[ -](${SCALE})\\b)?`, 'i'),
    values: (value, scale) => [(value + 0.5) * englishScale(scale)],
  },
  // the hundred and fifty
  { before: /\b(hundred|thousand)(?: and)? $/i, values: (value, scale) => [value + englishScale(scale)] },
  // the fifth part
  { written: new RegExp(`^(?:${PARTS})$`, 'i'), values: (value) => [Math.round(1e4 / value) / 1e4] },
  // '95, the 90s
  { before: /['’]$/, written: /^\d\d$/, values: yearsOf },
  { written: /^\d0['’]?s$/, values: yearsOf },
  { written: /^(?:1\d|20)\d0['’]?s$/, values: (value) => [value % 100] },
  // Three times as many are two times more.
  { after: /^(?: |-)(?:times\b|fold\b)/i, values: (value) => [value - 1] },
];

const MINUTES_BEFORE: Readonly<Record<string, number>> = {
  five: 5,
  ten: 10,
  quarter: 15,
  twenty: 20,
  'twenty five': 25,
  'twenty-five': 25,
};

const LETTERS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 };

function indianScale(words: string): number {
  return (/lakh/i.test(words) ? 1e5 : 1) * (/crore/i.test(words) ? 1e7 : 1);
}

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
  ...listed(
    'twice both double doubled doubling doubles pair couple dual twin second seconds twofold',
    [2, 1],
  ),
  ...listed('triple tripled triples tripling treble thrice threefold', [3, 2]),
  ...listed('quadruple quadrupled quadruples quadrupling fourfold', [4, 3]),
  ...listed('fivefold', [5, 4]),
  ...listed('tenfold', [10, 9]),
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

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const UNITS: Readonly<Record<string, number>> = { ...SCALES, decade: 10, century: 100, hour: 60 };

export const ENGLISH_HINTS: readonly Hint[] = [
  {
    pattern: new RegExp(`(?<![\\w(])(?:${Object.keys(WORDS).join('|')})\\b`, 'gi'),
    values: ([word]) => WORDS[word.toLowerCase()]!,
  },
  {
    pattern: new RegExp(
      `\\b(${MONTHS.join('|')})(?:uary|ruary|ch|il|e|y|ust|t(?:ember)?|ober|ember)?\\b`,
      'g',
    ),
    values: ([, month]) => [MONTHS.indexOf(month!) + 1],
  },
  {
    pattern: new RegExp(`\\bhalf[ -](?:an?[ -])?(${Object.keys(UNITS).join('|')})\\b`, 'gi'),
    values: ([, unit]) => [UNITS[unit!.toLowerCase()]! / 2],
  },
  // one in five
  {
    pattern: /\bone (?:in|out of) (?:every )?([a-z]+(?:-[a-z]+)?)\b/gi,
    values: ([, whole]) => [Math.round(1e4 / (englishNumeral(whole!) ?? Number.NaN)) / 1e4],
  },
  { pattern: /\ba(?:n?) year and a half\b/gi, values: () => [18, 1.5] },
  { pattern: /\ban hour and a half\b/gi, values: () => [90, 1.5] },
  {
    pattern: new RegExp(`\\b(?:one|an?) and a half (${SCALE})\\b`, 'gi'),
    values: ([, scale]) => [1.5 * englishScale(scale!)],
  },
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
  // FY24
  { pattern: /\bFY ?['’]?(\d\d)(?!\d)/g, values: ([, year]) => yearsOf(Number(year)) },
  // a third
  {
    pattern: new RegExp(`\\ba (${PARTS})\\b`, 'gi'),
    values: ([, part]) => [Math.round(1e4 / ENGLISH_ORDINALS.get(part!.toLowerCase())!) / 1e4],
  },
];

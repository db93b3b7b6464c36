import { ENGLISH_CARDINALS, ENGLISH_ORDINALS } from '../../document/writing/numerals.js';
import {
  ARABIC,
  belongsToName,
  decimal,
  roundFraction,
  SUFFIX_LENGTH,
  splitArabic,
} from './arabic-digits.js';
import type { NumberMention } from './numbers.js';

const THOUSANDS: ReadonlyMap<string, number> = new Map(
  ['thousand', 'million', 'billion', 'trillion'].map((word, index) => [word, 1000 ** (index + 1)]),
);

/** The `thirds` of `two thirds`. Halves are left out: `half` is seldom a number. */
const DENOMINATORS: ReadonlyMap<string, number> = new Map([
  ['quarter', 4],
  ...[...ENGLISH_ORDINALS].filter(([, value]) => value >= 3 && value <= 10),
]);

/** Old English counts in scores. */
const CARDINALS: ReadonlyMap<string, number> = new Map([
  ...ENGLISH_CARDINALS,
  ['threescore', 60],
  ['fourscore', 80],
]);

/** Source of a pattern for one word of a number. */
export const NUMBER_WORD = [
  ...CARDINALS.keys(),
  ...ENGLISH_ORDINALS.keys(),
  ...[...DENOMINATORS.keys()].flatMap((word) => [word, `${word}s`]),
  ...['hundred', 'hundredth', 'dozen'],
  ...[...THOUSANDS.keys()].flatMap((word) => [word, `${word}th`]),
].join('|');

const NUMBER_WORDS: ReadonlySet<string> = new Set(NUMBER_WORD.split('|'));
const BEGINNINGS = [...new Set(Array.from(NUMBER_WORDS, (word) => word.slice(0, 2)))].join('|');
/**
 * Digits, an article, or a whole word that begins as number words do. One pattern for runs of number words takes V8 longer to
 * compile than a hundred sentences take to be searched.
 */
const DIGITS_OR_WORD = new RegExp(`(${ARABIC})|\\b(?:an?|(?:${BEGINNINGS})[a-z]+)\\b`, 'gi');
/** What may follow an article as a number. */
const AFTER_ARTICLE = /^(?:hundred|thousand|million|billion|trillion|dozen)/;
const AND = /^[ \n]and[ \n]$/i;
/** Number words that may follow the first of a run. */
const MOST_FOLLOWING = 40;

/** Most texts have no number; that they have none is found out much faster than where they stand. */
const MAY_HAVE_NUMBER = new RegExp(`\\d|\\b(?:${NUMBER_WORD})\\b`, 'i');

const PERCENT = /^(?:\$? ?\\?%\$?|\$?[ -]per ?cent\b|\$?[ -]percentage[ -]points?\b)/i;
/** `$10$ million` where numbers are set as formulas. */
const SCALE = /^(?:\$?[ -]?(?<word>hundred|thousand|million|billion|trillion)\b|(?<short>bn|mn|tn)\b)/i;
/** `$5m` is an amount, `5m` a length. */
const MONEY_SCALE = /^(?<short>[kmb])\b/i;
const ORDINAL_OR_DECADE = /^(?:st|nd|rd|th|['’]?s)\b/i;

const EXPONENTS: Readonly<Record<string, number>> = {
  hundred: 2,
  thousand: 3,
  k: 3,
  million: 6,
  mn: 6,
  m: 6,
  billion: 9,
  bn: 9,
  b: 9,
  trillion: 12,
  tn: 12,
};

/** As `findNumbers`, in English text with its full-width digits folded. */
export function findEnglishNumbers(text: string): NumberMention[] {
  if (!MAY_HAVE_NUMBER.test(text)) return [];
  const mentions: NumberMention[] = [];
  const take = (found: readonly NumberMention[]): void => {
    for (const mention of found) {
      const { percent, start, end } = withPercent(text, mention);
      // `one` is a pronoun as often as a number.
      if (percent || text.slice(start, end).toLowerCase() !== 'one') {
        mentions.push({ value: mention.value, percent, start, end });
      }
    }
  };
  for (const { digits, start, end } of digitsAndRuns(text)) {
    take(
      digits === undefined ? findInWords(text.slice(start, end), start) : findInDigits(text, digits, start),
    );
  }
  return mentions;
}

/** A range of a text that is digits, or words that may be numbers; `findInWords` decides where in them one number ends. */
interface Run {
  readonly digits: string | undefined;
  readonly start: number;
  end: number;
}

/** All digits, and all runs of number words, with the article before them. */
function digitsAndRuns(text: string): readonly Run[] {
  const found: Run[] = [];
  let words: Run | null = null;
  let following = 0;
  let article: Run | null = null;
  for (const match of text.matchAll(DIGITS_OR_WORD)) {
    const start = match.index;
    const end = start + match[0].length;
    const [, digits] = match;
    if (digits !== undefined) {
      found.push({ digits, start, end });
      words = null;
      continue;
    }
    const word = match[0].toLowerCase();
    if (word === 'a' || word === 'an') article = { digits, start, end };
    if (!NUMBER_WORDS.has(word)) continue;
    if (words !== null && following < MOST_FOLLOWING && isJoined(text.slice(words.end, start))) {
      words.end = end;
      following++;
      continue;
    }
    const isCounted =
      article !== null && /^[ \n]$/.test(text.slice(article.end, start)) && AFTER_ARTICLE.test(word);
    words = { digits, start: isCounted ? article!.start : start, end };
    following = 0;
    found.push(words);
  }
  return found;
}

function isJoined(between: string): boolean {
  return between === ' ' || between === '\n' || between === '-' || AND.test(between);
}

function withPercent(text: string, mention: NumberMention): NumberMention {
  const sign = PERCENT.exec(text.slice(mention.end, mention.end + SUFFIX_LENGTH))?.[0];
  return sign === undefined ? mention : { ...mention, percent: true, end: mention.end + sign.length };
}

function findInDigits(text: string, digits: string, start: number): readonly NumberMention[] {
  const money = /[$€£¥￥]/.test(text.charAt(start - 1));
  if (!money && belongsToName(text, start, start + digits.length)) return [];
  return splitArabic(digits).map((part) => scaled(text, part.digits, start + part.offset, money));
}

/** Digits with what follows them: `1.39 trillion`, `3bn`, `$5m`, `20th`, `1990s`. */
function scaled(text: string, digits: string, start: number, money: boolean): NumberMention {
  const end = start + digits.length;
  const after = text.slice(end, end + SUFFIX_LENGTH);
  const scale = SCALE.exec(after) ?? (money ? MONEY_SCALE.exec(after) : null);
  const suffix = (scale ?? ORDINAL_OR_DECADE.exec(after))?.[0] ?? '';
  const unit = scale?.groups?.['word'] ?? scale?.groups?.['short'];
  const exponent = unit === undefined ? 0 : EXPONENTS[unit.toLowerCase()]!;
  return { value: decimal(digits, exponent), percent: false, start, end: end + suffix.length };
}

/** A number in words that is being read. */
interface Spoken {
  readonly start: number;
  end: number;
  /** Finished thousands, millions, … */
  total: number;
  /** What the next `thousand` or `million` multiplies: 0–9999 (`twelve hundred`). */
  section: number;
  /** The last of `thousand`, `million`, …; only smaller ones may follow. */
  scale: number;
  /** Nothing can follow: `twenty-first`, `two dozen`, `zero`. */
  closed: boolean;
}

function findInWords(run: string, offset: number): readonly NumberMention[] {
  const mentions: NumberMention[] = [];
  let spoken: Spoken | null = null;
  let article: number | null = null;
  let and = false;

  const finish = () => {
    if (spoken === null) return;
    const { start, end, total, section } = spoken;
    mentions.push({ value: total + section, percent: false, start: start + offset, end: end + offset });
    spoken = null;
  };

  for (const match of run.matchAll(/[a-z]+/gi)) {
    const word = match[0].toLowerCase();
    const start = match.index;
    if (word === 'a' || word === 'an') article = start;
    else if (word === 'and') and = true;
    else {
      if (spoken === null || !extend(spoken, word, and)) {
        finish();
        spoken = begin(word, start, article);
      }
      if (spoken !== null) spoken.end = start + word.length;
      article = null;
      and = false;
    }
  }
  finish();
  return mentions;
}

/** The number that starts with a word, if one does: `hundred` needs an article before it, `thirds` never starts one. */
function begin(word: string, start: number, article: number | null): Spoken | null {
  const number: Spoken = {
    start: article ?? start,
    end: start,
    total: 0,
    section: article === null ? 0 : 1,
    scale: Number.POSITIVE_INFINITY,
    closed: false,
  };
  return extend(number, word, false) ? number : null;
}

/** Adds a word to a number if it fits there. `and` tells that the word `and` stands between them. */
function extend(number: Spoken, word: string, and: boolean): boolean {
  if (number.closed) return false;
  const { total, section } = number;

  const ordinal = ENGLISH_ORDINALS.get(word);
  const small = ordinal ?? CARDINALS.get(word);
  const denominator = DENOMINATORS.get(section > 1 ? word.replace(/s$/, '') : word);
  if (denominator !== undefined && !and && total === 0 && section > 0 && section < 10) {
    if (section > 1 && !word.endsWith('s')) return false;
    number.section = roundFraction(section / denominator);
    number.closed = true;
    return true;
  }
  if (small !== undefined) {
    const room = small < 10 && !and && section % 100 >= 20 ? section % 10 === 0 : section % 100 === 0;
    if (!room || (small === 0 && total + section > 0)) return false;
    number.section += small;
    number.closed = ordinal !== undefined || small === 0;
    return true;
  }

  if (and || section === 0) return false;
  const cardinal = word.replace(/th$/, '');
  const thousands = THOUSANDS.get(cardinal);
  if (thousands !== undefined) {
    if (thousands >= number.scale) return false;
    number.total += section * thousands;
    number.section = 0;
    number.scale = thousands;
  } else if (word === 'dozen') {
    number.section *= 12;
    number.closed = true;
  } else if (cardinal === 'hundred') {
    if (section >= 100) return false;
    number.section *= 100;
  } else {
    return false;
  }
  number.closed ||= cardinal !== word;
  return true;
}

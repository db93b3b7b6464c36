import type { Flag } from '../../types.js';
import { checkJudged } from '../checked.js';
import { type LackedNumbers, lackedNumbers, listedNumbers } from '../flags/named-numbers.js';
import type { PairRecord } from '../pair-record.js';
import { checkOneOf } from './option-checks.js';
import { REVIEW_WORDS, type ReviewWords, UI_LANGUAGES, type UiLanguage } from './review-words.js';

/** Some importers of translation memories drop longer segments. In UTF-16 code units. */
export const LONGEST_SAFE_TEXT = 2000;

/** Whether a flag speaks against a pair, and does not only tell how it came about. */
export function isDoubt(flag: Flag): boolean {
  return REVIEW_WORDS.en.reasons[flag] !== null;
}

type Judged = Pick<PairRecord, 'en' | 'zh' | 'flags' | 'confirmed'>;

/**
 * Whether a person should look at a pair: whether `doubts` has a reason.
 *
 * @throws DuiqiError `bad-input` for arguments of another kind
 */
export function isDoubtful(record: Pick<PairRecord, 'en' | 'zh' | 'flags' | 'confirmed'>): boolean {
  checkJudged(record);
  return doubtCodes(record).length > 0;
}

function isTooLong(en: string, zh: string): boolean {
  return Math.max(en.length, zh.length) > LONGEST_SAFE_TEXT;
}

/** Why a person should look at a pair: a flag, a missing side, or a text that is too long for some tools. */
export interface Doubt {
  readonly code: Flag | 'no-counterpart' | 'too-long';
  /** Of `number-mismatch`: the numbers that the other side lacks, as written; absent where the texts do not show them. */
  readonly numbers?: LackedNumbers;
}

/**
 * Why a person should look at a pair, for programs that have words of their own for it; empty where nothing speaks against it,
 * or where a person has looked at it and confirmed it.
 *
 * @throws DuiqiError `bad-input` for arguments of another kind
 */
export function doubtsAbout(record: Pick<PairRecord, 'en' | 'zh' | 'flags' | 'confirmed'>): readonly Doubt[] {
  checkJudged(record);
  return doubtCodes(record).map((code) => {
    const numbers = code === 'number-mismatch' ? lackedNumbers(record.en, record.zh) : null;
    return numbers === null ? { code } : { code, numbers };
  });
}

/** The codes of `doubtsAbout`, without a look at the texts. */
export function doubtCodes({ en, zh, flags, confirmed }: Judged): readonly Doubt['code'][] {
  if (confirmed) return [];
  const found: Doubt['code'][] = flags.filter(isDoubt);
  if (en === '' || zh === '') found.unshift('no-counterpart');
  if (isTooLong(en, zh)) found.push('too-long');
  return found;
}

/**
 * Why a person should look at a pair, each reason a few words in his language; empty where nothing speaks against it, or where a
 * person has looked at it and confirmed it.
 *
 * @param ui default English
 * @throws DuiqiError `bad-input` for arguments of another kind
 */
export function doubts(
  record: Pick<PairRecord, 'en' | 'zh' | 'flags' | 'confirmed'>,
  ui: UiLanguage = 'en',
): readonly string[] {
  checkOneOf('ui', ui, UI_LANGUAGES);
  return doubtsAbout(record).map((doubt) => inWords(doubt, REVIEW_WORDS[ui]));
}

function inWords({ code, numbers }: Doubt, words: ReviewWords): string {
  if (code === 'no-counterpart') return words.noCounterpart;
  if (code === 'too-long') return words.tooLong;
  return `${words.reasons[code]}${numbers ? differenceOf(numbers, words) : ''}`;
}

/** Which numbers the other side lacks. */
function differenceOf({ en, zh }: LackedNumbers, words: ReviewWords): string {
  // Without what would look like the border between two reasons.
  const plain = (side: readonly string[]): string | null =>
    listedNumbers(side)?.replace(/[;；]/g, ' ') ?? null;
  return words.differing(plain(en), plain(zh));
}

/** The doubts about a pair as a note for a person; `null` where there are none. */
export function doubtNote(record: PairRecord, ui: UiLanguage = 'en'): string | null {
  const reasons = doubts(record, ui);
  const { opening, between, end } = REVIEW_WORDS[ui];
  return reasons.length === 0 ? null : `${opening}${reasons.join(between)}${end}`;
}

/** Whether a note is one of ours, in whichever language, and not a person's, so that it is not read back as one. */
export function isDoubtNote(note: string): boolean {
  return NOTE_FORMS.some(({ opening, between, end, forms }) => {
    if (!note.startsWith(opening) || !note.endsWith(end)) return false;
    return note
      .slice(opening.length, -end.length)
      .split(between)
      .every((each) => forms.some((form) => isOfForm(each, form)));
  });
}

/** Whether a text consists of some parts, in their order, with something between each two. */
function isOfForm(text: string, [first, ...further]: readonly string[]): boolean {
  const last = further.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first!) || !text.endsWith(last)) return false;
  let at = first!.length;
  for (const part of further) {
    const next = text.indexOf(part, at + 1);
    if (next < 0) return false;
    at = next + part.length;
  }
  return text.length - last.length > at;
}

/** Stands for any numbers: no character of the words. */
const ANY = '\uE000';

/** The forms of our notes, by their language. */
const NOTE_FORMS = Object.values(REVIEW_WORDS).map((words) => {
  const { reasons, noCounterpart, tooLong, opening, between, end } = words;
  const fixed = Object.values(reasons).filter((reason) => reason !== null);
  const numbers = reasons['number-mismatch'];
  const named = ([en, zh]: [string | null, string | null]): string => `${numbers}${words.differing(en, zh)}`;
  const sides: [string | null, string | null][] = [
    [ANY, ANY],
    [ANY, null],
    [null, ANY],
  ];
  // Earlier versions wrote the numbers of both sides with a bar between them.
  const forms = [...fixed, noCounterpart, tooLong, ...sides.map(named), `${numbers}: ${ANY} | ${ANY}`];
  return { opening, between, end, forms: forms.map((form) => form.split(ANY)) };
});

import type { Flag } from '../../types.js';
import { lackedNumbers, numbersInWords } from '../flags/named-numbers.js';
import type { PairRecord } from '../pair-record.js';

const NUMBERS_DIFFER = 'the numbers differ';

/** What the flags say against a pair, in words; `null` where they only tell how it came about. */
const REASONS: Readonly<Record<Flag, string | null>> = {
  conflict: 'the same text has another translation too',
  crossing: 'it stands in another order',
  doubted: 'a person has doubts about it',
  duplicate: null,
  'length-ratio': 'one side is much too long for the other',
  'low-score': 'the score is low',
  'number-mismatch': NUMBERS_DIFFER,
  stitched: null,
  truncated: 'the text breaks off',
  untranslated: 'both sides are the same',
  'wrong-language': 'one side is in another language',
};

const NO_COUNTERPART = 'it has no counterpart';
const TOO_LONG = 'it is longer than 2,000 characters, which some tools do not import';

/** Some importers of translation memories drop longer segments. In UTF-16 code units. */
export const LONGEST_SAFE_TEXT = 2000;

/** Whether a flag speaks against a pair, and does not only tell how it came about. */
export function isDoubt(flag: Flag): boolean {
  return REASONS[flag] !== null;
}

/** Why a person should look at a pair: a flag, a missing side, or a text that is too long for some tools. */
export interface Doubt {
  readonly code: Flag | 'no-counterpart' | 'too-long';
  /** Of `number-mismatch`: the numbers that the other side lacks, as written; absent where the texts do not show them. */
  readonly numbers?: { readonly en: readonly string[]; readonly zh: readonly string[] };
}

/**
 * Why a person should look at a pair, for programs that have words of their own for it; empty where nothing speaks against it,
 * or where a person has looked at it and confirmed it.
 */
export function doubtsAbout({
  en,
  zh,
  flags,
  confirmed,
}: Pick<PairRecord, 'en' | 'zh' | 'flags' | 'confirmed'>): readonly Doubt[] {
  if (confirmed) return [];
  const found: Doubt[] = flags.filter(isDoubt).map((code) => {
    const numbers = code === 'number-mismatch' ? lackedNumbers(en, zh) : null;
    return numbers === null ? { code } : { code, numbers };
  });
  if (en === '' || zh === '') found.unshift({ code: 'no-counterpart' });
  if (Math.max(en.length, zh.length) > LONGEST_SAFE_TEXT) found.push({ code: 'too-long' });
  return found;
}

/**
 * Why a person should look at a pair, each reason a few words; empty where nothing speaks against it, or where a person has
 * looked at it and confirmed it.
 */
export function doubts(record: Pick<PairRecord, 'en' | 'zh' | 'flags' | 'confirmed'>): readonly string[] {
  return doubtsAbout(record).map(inWords);
}

function inWords({ code, numbers }: Doubt): string {
  if (code === 'no-counterpart') return NO_COUNTERPART;
  if (code === 'too-long') return TOO_LONG;
  return `${REASONS[code]}${numbers ? differenceOf(numbers) : ''}`;
}

/** Which numbers the other side lacks, English first: `: 2024 | –`. */
function differenceOf(numbers: NonNullable<Doubt['numbers']>): string {
  return `: ${numbersInWords(numbers).replaceAll(BETWEEN.trim(), ' ')}`;
}

/** The doubts about a pair as a note for a person; `null` where there are none. */
export function doubtNote(record: PairRecord): string | null {
  const reasons = doubts(record);
  return reasons.length === 0 ? null : `${OPENING}${reasons.join(BETWEEN)}.`;
}

const OPENING = 'Please check: ';
const BETWEEN = '; ';
const KNOWN: ReadonlySet<string | null> = new Set([...Object.values(REASONS), NO_COUNTERPART, TOO_LONG]);

const NAMED_NUMBERS = new RegExp(`^${NUMBERS_DIFFER}: .+ \\| .+$`);

/** Whether a note is one of ours and not a person's, so that it is not read back as one. */
export function isDoubtNote(note: string): boolean {
  if (!note.startsWith(OPENING) || !note.endsWith('.')) return false;
  return note
    .slice(OPENING.length, -1)
    .split(BETWEEN)
    .every((reason) => KNOWN.has(reason) || NAMED_NUMBERS.test(reason));
}

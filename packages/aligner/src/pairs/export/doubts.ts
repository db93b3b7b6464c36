import type { Flag } from '../../types.js';
import { namedNumbers } from '../flags/named-numbers.js';
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

/**
 * Why a person should look at a pair, each reason a few words; empty where nothing speaks against it, or where a person has
 * looked at it and confirmed it.
 */
export function doubts({
  en,
  zh,
  flags,
  confirmed,
}: Pick<PairRecord, 'en' | 'zh' | 'flags' | 'confirmed'>): readonly string[] {
  if (confirmed) return [];
  const reasons = flags.flatMap((flag) =>
    flag === 'number-mismatch' ? `${NUMBERS_DIFFER}${differenceOf(en, zh)}` : (REASONS[flag] ?? []),
  );
  if (en === '' || zh === '') reasons.unshift(NO_COUNTERPART);
  if (Math.max(en.length, zh.length) > LONGEST_SAFE_TEXT) reasons.push(TOO_LONG);
  return reasons;
}

/** Which numbers the other side lacks: `: 2024 | –`. */
function differenceOf(en: string, zh: string): string {
  const named = namedNumbers(en, zh);
  return named === '' ? '' : `: ${named.replaceAll(BETWEEN.trim(), ' ')}`;
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

import { sideFlags, textFlags } from '../flags.js';
import { readLabels } from '../structure/label.js';
import type { Flag, Language, PairSide } from '../types.js';
import { type Remark, warning } from './finding.js';

const MESSAGES = {
  'length-ratio': 'One side is much too long for the other: see whether they say the same.',
  'number-mismatch': 'The numbers differ: see whether both sides say the same.',
  untranslated: 'Both sides are the same: translate one, or delete the unit.',
  'wrong-language': 'A side is written in the other language: see whether the sides were mistaken.',
} satisfies Partial<Record<Flag, string>>;

/** Some importers drop longer segments. In characters. */
const LONGEST_SAFE_SEGMENT = 2000;

/** What the two texts of a pair say against it. */
export function quality(en: string, zh: string): Remark[] {
  const [enSide, zhSide] = [sideOf(en, 'en'), sideOf(zh, 'zh')];
  const flags = textFlags(enSide, zhSide);
  if (!flags.has('untranslated')) {
    for (const { segments } of [enSide, zhSide]) for (const flag of sideFlags(segments)) flags.add(flag);
  }
  const remarks: Remark[] = [];
  for (const flag of ['untranslated', 'wrong-language', 'number-mismatch', 'length-ratio'] as const) {
    if (flags.has(flag)) remarks.push(warning(flag, MESSAGES[flag]));
  }
  return remarks;
}

export function lengthRemark(text: string): Remark | null {
  return text.length > LONGEST_SAFE_SEGMENT
    ? warning(
        'long',
        'The segment has over 2,000 characters, which some tools do not import: split the unit.',
      )
    : null;
}

/** A text as the only segment of a side, as flags are found on. */
function sideOf(text: string, language: Language): PairSide {
  const label = readLabels(text, language)[0] ?? null;
  const segment = {
    language,
    text,
    spans: [],
    paragraph: 0,
    clause: null,
    label,
    stitched: false,
    truncated: false,
  };
  return { text, spans: [], segments: [segment], clause: null };
}

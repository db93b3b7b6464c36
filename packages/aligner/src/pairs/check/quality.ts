import type { Flag } from '../../types.js';
import { LONGEST_SAFE_TEXT } from '../export/doubts.js';
import { FLAGS_OF_TEXTS, flagsOfTexts } from '../flags/flags-of-texts.js';
import { type Remark, warning } from './finding.js';

const MESSAGES = {
  'length-ratio': 'One side is much too long for the other: see whether they say the same.',
  'number-mismatch': 'The numbers differ: see whether both sides say the same.',
  untranslated: 'Both sides are the same: translate one, or delete the unit.',
  'wrong-language': 'A side is written in the other language: see whether the sides were mistaken.',
} satisfies Partial<Record<Flag, string>>;

/** What the two texts of a pair say against it. */
export function quality(en: string, zh: string): Remark[] {
  const flags = flagsOfTexts(en, zh);
  return FLAGS_OF_TEXTS.filter((flag) => flags.has(flag)).map((flag) => warning(flag, MESSAGES[flag]));
}

export function lengthRemark(text: string): Remark | null {
  return text.length > LONGEST_SAFE_TEXT
    ? warning(
        'long',
        'The segment has over 2,000 characters, which some tools do not import: split the unit.',
      )
    : null;
}

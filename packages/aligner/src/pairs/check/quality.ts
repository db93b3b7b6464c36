import { readLabels } from '../../document/writing/label.js';
import type { Flag, Label, Language } from '../../types.js';
import { LONGEST_SAFE_TEXT } from '../export/doubts.js';
import { sideFlags, textAsSide, textFlags } from '../flags/flags.js';
import { type Remark, warning } from './finding.js';

const MESSAGES = {
  'length-ratio': 'One side is much too long for the other: see whether they say the same.',
  'number-mismatch': 'The numbers differ: see whether both sides say the same.',
  untranslated: 'Both sides are the same: translate one, or delete the unit.',
  'wrong-language': 'A side is written in the other language: see whether the sides were mistaken.',
} satisfies Partial<Record<Flag, string>>;

/** What the two texts of a pair say against it. */
export function quality(en: string, zh: string): Remark[] {
  const sides = [textAsSide(en, 'en', null), textAsSide(zh, 'zh', null)] as const;
  const flags = textFlags(...sides);
  // Few pairs come so far: finding the markers of all would take half of the time of a check.
  if (flags.has('number-mismatch') && !differWithoutMarkers(en, zh)) flags.delete('number-mismatch');
  if (!flags.has('untranslated')) {
    for (const { segments } of sides) for (const flag of sideFlags(segments)) flags.add(flag);
  }
  const remarks: Remark[] = [];
  for (const flag of ['untranslated', 'wrong-language', 'number-mismatch', 'length-ratio'] as const) {
    if (flags.has(flag)) remarks.push(warning(flag, MESSAGES[flag]));
  }
  return remarks;
}

/** Whether numbers differ other than those of the clause markers that the texts begin with. */
function differWithoutMarkers(en: string, zh: string): boolean {
  const [enSide, zhSide] = [
    textAsSide(en, 'en', markerOf(en, 'en')),
    textAsSide(zh, 'zh', markerOf(zh, 'zh')),
  ];
  return textFlags(enSide, zhSide).has('number-mismatch');
}

function markerOf(text: string, language: Language): Label | null {
  return readLabels(text, language)[0] ?? null;
}

export function lengthRemark(text: string): Remark | null {
  return text.length > LONGEST_SAFE_TEXT
    ? warning(
        'long',
        'The segment has over 2,000 characters, which some tools do not import: split the unit.',
      )
    : null;
}

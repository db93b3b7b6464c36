import type { Language, PairSide } from '../types.js';
import { textAsSide } from './flags/flags.js';
import type { PairRecord } from './pair-record.js';
import { keyOf } from './text.js';

/** The sides as flags are to be found on them: what a person has reworded is no text of the document. */
export function worded(
  en: PairSide,
  zh: PairSide,
  kept: PairRecord | undefined,
): [en: PairSide, zh: PairSide] {
  const side = (own: PairSide, language: Language, text: string): PairSide => {
    if (keyOf(own.text) === keyOf(text)) return own;
    const label = own.segments[0]?.label ?? null;
    return textAsSide(text, language, label && text.startsWith(label.raw) ? label : null);
  };
  return kept ? [side(en, 'en', kept.en), side(zh, 'zh', kept.zh)] : [en, zh];
}

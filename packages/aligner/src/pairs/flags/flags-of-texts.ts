import { readLabels } from '../../document/writing/label.js';
import type { Flag, Label, Language } from '../../types.js';
import { isSameInBoth, sideFlags, textAsSide, textFlags } from './flags.js';

/** Those of the flags that two texts by themselves can give, wherever they come from. */
export const FLAGS_OF_TEXTS = ['untranslated', 'wrong-language', 'number-mismatch', 'length-ratio'] as const;

/** What two texts say against being a pair, where no document tells which of their numbers are clause markers. */
export function flagsOfTexts(en: string, zh: string): Set<Flag> {
  const sides = [textAsSide(en, 'en', null), textAsSide(zh, 'zh', null)] as const;
  const flags = textFlags(...sides);
  // Few pairs come so far: finding the markers of all would take half of the time.
  if (flags.has('number-mismatch') && !differWithoutMarkers(en, zh)) flags.delete('number-mismatch');
  if (!flags.has('untranslated') && !isSameInBoth(en, zh)) {
    for (const { segments } of sides) for (const flag of sideFlags(segments)) flags.add(flag);
  }
  return flags;
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

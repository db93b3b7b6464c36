import type { Language, Pair } from '../types.js';

/** The texts of a pair as they are written out: as a person has worded them, else as the document has them. */
export function wordingOf({
  en,
  zh,
  kept,
}: Pick<Pair, 'en' | 'zh' | 'kept'>): Readonly<Record<Language, string>> {
  return { en: kept?.en ?? en.text, zh: kept?.zh ?? zh.text };
}

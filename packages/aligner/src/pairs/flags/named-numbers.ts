import { readLabels } from '../../document/writing/label.js';
import type { Language } from '../../types.js';
import { differingNumbers } from './numbers-differ.js';

/** Numbers of each side, as they are written, that the other side lacks. */
export type LackedNumbers = Readonly<Record<Language, readonly string[]>>;

/** The numbers, as they are written, that the other text lacks; null where it is not to be seen from the texts. */
export function lackedNumbers(en: string, zh: string): LackedNumbers | null {
  const wording = (text: string, language: Language) => [
    { text, label: readLabels(text, language)[0] ?? null },
  ];
  return differingNumbers(wording(en, 'en'), wording(zh, 'zh'));
}

/** The same in words, English first: `2024 | –`; nothing where it is not to be seen. */
export function namedNumbers(en: string, zh: string): string {
  const numbers = lackedNumbers(en, zh);
  return numbers === null ? '' : `${listedNumbers(numbers.en) ?? '–'} | ${listedNumbers(numbers.zh) ?? '–'}`;
}

/** The numbers of one side as a list; null where there are none. */
export function listedNumbers(side: readonly string[]): string | null {
  return side.slice(0, MOST_NAMED).join(', ') || null;
}

/** More numbers are a list that nobody reads. */
const MOST_NAMED = 5;

import { readLabels } from '../../document/writing/label.js';
import type { Language } from '../../types.js';
import { differingNumbers } from './numbers-differ.js';

/** The numbers, as they are written, that the other text lacks; null where it is not to be seen from the texts. */
export function lackedNumbers(en: string, zh: string): ReturnType<typeof differingNumbers> {
  const wording = (text: string, language: Language) => [
    { text, label: readLabels(text, language)[0] ?? null },
  ];
  return differingNumbers(wording(en, 'en'), wording(zh, 'zh'));
}

/** The same in words, English first: `2024 | –`; nothing where it is not to be seen. */
export function namedNumbers(en: string, zh: string): string {
  const numbers = lackedNumbers(en, zh);
  return numbers === null ? '' : numbersInWords(numbers);
}

export function numbersInWords({ en, zh }: NonNullable<ReturnType<typeof lackedNumbers>>): string {
  const named = (side: readonly string[]): string => side.slice(0, MOST_NAMED).join(', ') || '–';
  return `${named(en)} | ${named(zh)}`;
}

/** More numbers are a list that nobody reads. */
const MOST_NAMED = 5;

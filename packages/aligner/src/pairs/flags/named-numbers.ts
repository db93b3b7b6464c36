import { readLabels } from '../../document/writing/label.js';
import type { Language } from '../../types.js';
import { differingNumbers } from './numbers-differ.js';

/**
 * The numbers, as they are written, that the other text lacks, English first: `2024 | –`; nothing where it is not to be seen
 * from the texts.
 */
export function namedNumbers(en: string, zh: string): string {
  const sides = lackedNumbers(en, zh);
  return sides === null ? '' : `${sides.en ?? '–'} | ${sides.zh ?? '–'}`;
}

/** The same as a list of each side, null where the other one lacks none of them. */
export function lackedNumbers(en: string, zh: string): Readonly<Record<Language, string | null>> | null {
  const numbers = numbersLacked(en, zh);
  if (numbers === null) return null;
  const named = (side: readonly string[]): string | null => side.slice(0, MOST_NAMED).join(', ') || null;
  return { en: named(numbers.en), zh: named(numbers.zh) };
}

/** The same one by one. */
export function numbersLacked(en: string, zh: string): ReturnType<typeof differingNumbers> {
  const wording = (text: string, language: Language) => [
    { text, label: readLabels(text, language)[0] ?? null },
  ];
  return differingNumbers(wording(en, 'en'), wording(zh, 'zh'));
}

/** More numbers are a list that nobody reads. */
const MOST_NAMED = 5;

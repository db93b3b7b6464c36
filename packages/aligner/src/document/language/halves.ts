import type { Language } from '../../types.js';
import { countScripts, LETTERS_FOR_A_CHARACTER, languageByScript } from '../writing/script.js';

/** A text cut in two, each half mainly in one language. */
export interface Halves {
  /** Index of the first line of the second half. */
  readonly cut: number;
  readonly first: Language;
  readonly second: Language;
  /** Share of the text of a half that is in its language, 0–1; that of the worse half. */
  readonly share: number;
  /** Whether foreign lines stand well inside their half: those near its ends may belong to the other one. */
  readonly isClean: boolean;
  /** Lines that stand there more than once: no translation of anything in the other half. */
  readonly repeated: ReadonlySet<string>;
}

/** How much more text of its half must stand before and after a foreign line than it has itself. */
const ENCLOSED = 5;

/** How much text there is in each language. */
type Amounts = Record<Language, number>;

/**
 * Cuts lines at the one place that leaves most of their text in the right half; null where one language is missing.
 * Lines that stand there twice, such as a notice at the end of both halves, speak for no place.
 */
export function findHalves(lines: readonly string[]): Halves | null {
  const seen = new Set<string>();
  const repeated = new Set<string>();
  for (const text of lines) (seen.has(text) ? repeated : seen).add(text);
  const languages = lines.map((text) => (repeated.has(text) ? null : languageByScript(text)));
  const before = amountsBefore(lines, languages);
  const total = before.at(-1)!;
  if (total.en === 0 || total.zh === 0) return null;
  const rightWith = (first: Language, cut: number): number =>
    before[cut]![first] + total[otherThan(first)] - before[cut]![otherThan(first)];
  const best = { first: 'en' as Language, cut: 0, right: -1 };
  for (let cut = 0; cut <= lines.length; cut++) {
    for (const first of ['en', 'zh'] as const) {
      const right = rightWith(first, cut);
      if (right > best.right) Object.assign(best, { first, cut, right });
    }
  }
  return { ...describe(languages, before, best.cut, best.first), repeated };
}

/** The amounts before each line, and in all. */
function amountsBefore(lines: readonly string[], languages: readonly (Language | null)[]): Amounts[] {
  const amounts: Amounts[] = [{ en: 0, zh: 0 }];
  lines.forEach((text, index) => {
    const sum = { ...amounts[index]! };
    const language = languages[index] ?? null;
    if (language !== null) {
      const { han, alphabetic } = countScripts(text);
      sum[language] += han * LETTERS_FOR_A_CHARACTER + alphabetic;
    }
    amounts.push(sum);
  });
  return amounts;
}

function describe(
  languages: readonly (Language | null)[],
  before: readonly Amounts[],
  cut: number,
  first: Language,
): Omit<Halves, 'repeated'> {
  const second = otherThan(first);
  const amount = (language: Language, from: number, to: number): number =>
    before[to]![language] - before[from]![language];
  const end = languages.length;
  const shareOf = (language: Language, from: number, to: number): number => {
    const own = amount(language, from, to);
    return own === 0 ? 0 : own / (own + amount(otherThan(language), from, to));
  };
  const isClean = languages.every((language, index) => {
    const [own, from, to] = index < cut ? ([first, 0, cut] as const) : ([second, cut, end] as const);
    if (language === null || language === own) return true;
    const around = Math.min(amount(own, from, index), amount(own, index, to));
    return around >= ENCLOSED * amount(language, index, index + 1);
  });
  return { cut, first, second, share: Math.min(shareOf(first, 0, cut), shareOf(second, cut, end)), isClean };
}

function otherThan(language: Language): Language {
  return language === 'en' ? 'zh' : 'en';
}

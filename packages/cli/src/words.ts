import type { FoundLanguage, Language } from 'duiqi';

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', zh: 'Chinese' };

/** A count with its thousands apart: `1,240`. Not by `toLocaleString`, whose first call takes as long as 20 sentences. */
export function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');
}

/** `1 pair`, `1,240 pairs`. */
export function counted(number: number, noun: string): string {
  return `${grouped(number)} ${noun}${number === 1 ? '' : 's'}`;
}

/** `a`, `a and b`, `a, b or c`. */
export function listed(items: readonly string[], conjunction: 'and' | 'or' = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${conjunction} ${items.at(-1)}`;
}

/** In quotes, with control characters escaped: names of files may hold anything. What is too long to be read lacks its middle. */
export function quoted(text: string): string {
  return JSON.stringify(
    text.length > LONGEST_QUOTED ? `${text.slice(0, SHOWN)}…${text.slice(-SHOWN)}` : text,
  );
}

/** The name of a file as it is, unless it has control characters: those would do something to the terminal, or break the line. */
export function shown(name: string): string {
  return /[\p{Cc}\u2028\u2029]/u.test(name) ? quoted(name) : name;
}

/** In characters; of what is longer, so many at each end are shown. */
const LONGEST_QUOTED = 300;
const SHOWN = 100;

/** What is wrong with the name of a file in which Node has put U+FFFD. */
export const NO_UTF8 = 'its name, or one on the way to it, is no UTF-8';

/** As it has to be typed, quoted where a shell would take it apart. */
export function argument(path: string): string {
  return /^[\w./\\-]+$/.test(path) ? path : quoted(path);
}

/** `English (10,240 letters)`, `Chinese (3,400 characters)`. */
export function describeLanguage({ code, name, characters }: FoundLanguage): string {
  const noun = code === 'cmn' || code === 'jpn' ? 'character' : 'letter';
  return `${code === 'und' ? 'text of unknown language' : name} (${counted(characters, noun)})`;
}

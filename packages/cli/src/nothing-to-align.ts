import type { Alignment, Language } from 'duiqi';
import { inputName } from './files.js';
import { describeLanguage, LANGUAGE_NAMES, listed } from './words.js';

/**
 * What may be why a language is missing: characters that were spoilt, that a font does not name or that no encoding fits, pages
 * without text; a text that comes twice may be what the user took for a translation.
 */
const CAUSES: ReadonlySet<string> = new Set([
  'chinese-lost',
  'undecodable',
  'undecodable-text',
  'no-text-on-page',
  'damaged-page',
  'repeated-text',
]);

const CODES: Readonly<Record<Language, string>> = { en: 'eng', zh: 'cmn' };

/**
 * Why an alignment has no pairs, as a sentence that names what was found, and what may be the cause of it, as far as the
 * library has noticed it.
 */
export function nothingToAlign(alignment: Alignment, files: readonly string[]): string {
  const causes = alignment.diagnostics.filter(
    // An encoding that fits is a note, one that hardly does a warning.
    ({ code, severity }) => CAUSES.has(code) || (code === 'encoding' && severity === 'warning'),
  );
  const where = listed(files.map(inputName));
  const subject = files.length === 1 ? 'it holds' : 'they hold';
  const sentence = `nothing to align in ${where}: ${subject} ${holdings(alignment)}.`;
  return [sentence, ...causes.map(({ message }) => message)].join(' ');
}

function holdings(alignment: Alignment): string {
  const { languages } = alignment;
  const missing = (['en', 'zh'] as const).filter((language) => isMissing(language, alignment));
  const names = missing.map((language) => LANGUAGE_NAMES[language]);
  if (languages.length === 0) return 'no text';
  const others = languages.filter(({ code }) => missing.every((language) => code !== CODES[language]));
  const found = listed(others.map(describeLanguage));
  if (names.length === 0) return `${found}, but nothing in one is the translation of anything in the other`;
  const none = names.length === 1 ? `no ${names[0]}` : `neither ${names.join(' nor ')}`;
  return others.length === 0 ? none : `${found} and ${none}`;
}

/** A side may hold another language in the same script: French lies on the English side. */
function isMissing(language: Language, { [language]: side, languages }: Alignment): boolean {
  const possible = languages.some(({ code }) => code === CODES[language] || code === 'und');
  return side.segments.length === 0 || !possible;
}

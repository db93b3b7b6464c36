import { warning } from '../common/diagnostic.js';
import type { Diagnostic, FoundLanguage, Language, Segmentation } from '../types.js';

const NAMES: Readonly<Record<Language, string>> = { en: 'English', zh: 'Chinese' };
const CODES: Readonly<Record<Language, string>> = { en: 'eng', zh: 'cmn' };

/** Says why an alignment has no pairs: which of the languages is not there, or that the two say different things. */
export function nothingToAlign(document: Pick<Segmentation, 'en' | 'zh' | 'languages'>): Diagnostic {
  return warning('nothing-to-align', `There is nothing to align: ${why(document)}.`);
}

function why(document: Pick<Segmentation, 'en' | 'zh' | 'languages'>): string {
  const { languages } = document;
  if (languages.length === 0) return 'the input holds no text';
  const missing = (['en', 'zh'] as const).filter((language) => isMissing(language, document));
  if (missing.length === 0) {
    return 'nothing in the English text is the translation of anything in the Chinese one';
  }
  const names = missing.map((language) => NAMES[language]);
  const none = names.length === 1 ? `no ${names[0]}` : `neither ${names.join(' nor ')}`;
  const others = languages.filter(({ code }) => missing.every((language) => code !== CODES[language]));
  const found = new Intl.ListFormat('en-GB').format(others.map(nameOf));
  return others.length === 0 ? `${none} was found` : `${none} was found, only ${found}`;
}

/** A side may hold another language in the same script: French lies on the English side. */
function isMissing(
  language: Language,
  { [language]: side, languages }: Pick<Segmentation, 'en' | 'zh' | 'languages'>,
): boolean {
  const possible = languages.some(({ code }) => code === CODES[language] || code === 'und');
  return side.segments.length === 0 || !possible;
}

function nameOf({ code, name }: FoundLanguage): string {
  return code === 'und' ? 'text of unknown language' : name;
}

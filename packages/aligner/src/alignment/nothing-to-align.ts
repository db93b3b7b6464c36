import { warning } from '../common/diagnostic.js';
import type { DiagnosticValues } from '../common/diagnostic-values.js';
import type { Diagnostic, FoundLanguage, Language, Segmentation } from '../types.js';

const NAMES: Readonly<Record<Language, string>> = { en: 'English', zh: 'Chinese' };
const CODES: Readonly<Record<Language, string>> = { en: 'eng', zh: 'cmn' };

/** Says why an alignment has no pairs: which of the languages is not there, or that the two say different things. */
export function nothingToAlign(document: Pick<Segmentation, 'en' | 'zh' | 'languages'>): Diagnostic {
  const { said, values } = why(document);
  return warning('nothing-to-align', `There is nothing to align: ${said}.`, { values });
}

interface Why {
  readonly said: string;
  readonly values: DiagnosticValues['nothing-to-align'];
}

function why(document: Pick<Segmentation, 'en' | 'zh' | 'languages'>): Why {
  const { languages } = document;
  if (languages.length === 0) {
    return { said: 'the input holds no text', values: { kind: 'no-text' } };
  }
  const missing = (['en', 'zh'] as const).filter((language) => isMissing(language, document));
  if (missing.length === 0) {
    return {
      said: 'nothing in the English text is the translation of anything in the Chinese one',
      values: { kind: 'no-translation' },
    };
  }
  const names = missing.map((language) => NAMES[language]);
  const none = names.length === 1 ? `no ${names[0]}` : `neither ${names.join(' nor ')}`;
  const others = languages.filter(({ code }) => missing.every((language) => code !== CODES[language]));
  const found = new Intl.ListFormat('en-GB').format(others.map(nameOf));
  return {
    said: others.length === 0 ? `${none} was found` : `${none} was found, only ${found}`,
    values: {
      kind: missing.length > 1 ? 'neither' : missing[0] === 'en' ? 'no-english' : 'no-chinese',
      found: others.map(({ code }) => code),
    },
  };
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

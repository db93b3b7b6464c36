import { DuiqiError } from '../../common/errors.js';
import { languageOfTag } from '../../common/language-tag.js';
import { type XmlHandler, XmlReader } from '../../common/xml.js';
import type { Language } from '../../types.js';
import { type GlossaryTerm, isTerm } from './glossary.js';

/** The elements of an entry and of a language in it, in TBX 2 (ISO 30042:2008) and 3 (2019). */
const ENTRY: ReadonlySet<string> = new Set(['termEntry', 'conceptEntry']);
const LANGUAGE: ReadonlySet<string> = new Set(['langSet', 'langSec']);

/** Whether a text is a termbase: it names an element that nothing else has near its beginning. */
export function isTbx(text: string): boolean {
  return /^\s*</.test(text) && /<(?:\w+:)?(?:martif|tbx|termEntry|conceptEntry)\b/i.test(text.slice(0, 2000));
}

/**
 * The terms of a termbase, TBX 2 or 3, of whatever origin: each English term of an entry with each Chinese one.
 *
 * @throws DuiqiError `unreadable` where it is no well-formed XML
 */
export function termsOfTbx(text: string, name: string): GlossaryTerm[] {
  const terms: GlossaryTerm[] = [];
  let entry: Record<Language, string[]> = { en: [], zh: [] };
  let language: Language | null = null;
  let term: string | null = null;
  const handler: XmlHandler = {
    open({ name: element, attributeAsWritten, attribute }) {
      if (ENTRY.has(element)) entry = { en: [], zh: [] };
      else if (LANGUAGE.has(element)) {
        language = languageOfTag(attributeAsWritten('xml:lang') ?? attribute('lang') ?? '');
      } else if (element === 'term') term = '';
    },
    text(piece) {
      if (term !== null) term += piece;
    },
    close({ name: element }) {
      if (element === 'term' && term !== null) {
        const written = term.replace(/\s+/g, ' ').trim();
        if (language !== null && written !== '') entry[language].push(written);
        term = null;
      } else if (LANGUAGE.has(element)) language = null;
      else if (ENTRY.has(element)) {
        for (const en of entry.en) {
          for (const zh of entry.zh) if (isTerm(en, zh)) terms.push({ en, zh });
        }
      }
    },
  };
  const reader = new XmlReader(handler, ({ what, line }) => {
    throw new DuiqiError(
      'unreadable',
      `${name === '' ? 'The glossary' : JSON.stringify(name)} is no well-formed XML at line ${line} (${what}): export it anew from where it comes from.`,
      { name, problem: 'xml-damaged', line },
    );
  });
  reader.write(text);
  reader.close();
  return terms;
}

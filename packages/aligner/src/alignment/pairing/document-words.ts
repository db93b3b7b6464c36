import { badArgument, checkList } from '../../common/arguments.js';
import { finish } from '../../common/steps.js';
import { simplifierFor } from '../../document/writing/simplify.js';
import { defineLexicon } from '../../plugins.js';
import type { Language, Segmentation } from '../../types.js';
import type { Lexicon } from '../score/lexicon.js';
import { matchingSegments } from '../score/matching-segment.js';
import { findPinyinNames } from '../score/names.js';
import { tokenizeChinese, tokenizeEnglish } from '../score/tokens.js';

/** The words of a document in one language, by which it is compared with documents in the other. Plain data, for other threads. */
export interface DocumentWords {
  /** Stems of English words, Chinese words, and numbers by their value; each once. */
  readonly words: readonly string[];
  /** How often each of them comes. */
  readonly counts: readonly number[];
  /** English: the words with a capital letter, in small letters, each with its stem; Chinese: none. */
  readonly names: readonly (readonly [form: string, stem: string])[];
}

/**
 * The words of the English side of a document, as `segment` or `align` gives it.
 *
 * @throws DuiqiError `bad-input` for arguments of another kind
 */
export function englishWords(document: Pick<Segmentation, 'en'>): DocumentWords {
  checkSide(document, 'en');
  const { en } = document;
  const { keys, count, capitalised } = finish(tokenizeEnglish(finish(matchingSegments(en.segments))));
  return { words: keys, counts: [...count], names: [...capitalised] };
}

/**
 * How the words of Chinese documents are found.
 *
 * @param names those of the English documents, as `namesOf` gives them: what spells one in pinyin is a word
 * @throws DuiqiError `bad-input` for arguments of another kind
 */
export function chineseWordsFinder(
  lexicon: Lexicon,
  names: ReadonlyMap<string, string>,
): (document: Pick<Segmentation, 'zh'>) => Promise<DocumentWords> {
  if (!(names instanceof Map)) throw badArgument('names', names, 'what namesOf gives');
  const pinyin = findPinyinNames(names, defineLexicon(lexicon));
  return async (document) => {
    checkSide(document, 'zh');
    const { zh } = document;
    const simplify = await simplifierFor(zh.segments.map(({ text }) => text));
    const { keys, count } = finish(
      tokenizeChinese(finish(matchingSegments(zh.segments, simplify)), lexicon, pinyin),
    );
    return { words: keys, counts: [...count], names: [] };
  };
}

/** Of a collection, a name is what is capitalised in few documents: words at the beginning of sentences are in many. */
const MOST_DOCUMENTS = 0.01;
const LEAST_DOCUMENTS = 2;

/** @throws DuiqiError `bad-input` */
function checkSide(document: Partial<Segmentation> | null, language: Language): void {
  if (Array.isArray(document?.[language]?.segments)) return;
  throw badArgument('document', document, 'what segment or align gives');
}

/** @throws DuiqiError `bad-input` */
export function checkWords(documents: readonly DocumentWords[], wanted: string): void {
  checkList('documents', documents, wanted);
  for (const document of documents) {
    const { words, counts, names } = Object(document) as Partial<DocumentWords>;
    if (![words, counts, names].every(Array.isArray)) throw badArgument('document', document, wanted);
  }
}

/**
 * The names in English documents that Chinese ones may have in characters, for `chineseWordsFinder`.
 *
 * @throws DuiqiError `bad-input` for arguments of another kind
 */
export function namesOf(english: readonly DocumentWords[]): Map<string, string> {
  checkWords(english, 'a list of what englishWords gives');
  const documents = new Map<string, number>();
  const stems = new Map<string, string>();
  for (const { names } of english) {
    for (const [form, stem] of names) {
      documents.set(form, (documents.get(form) ?? 0) + 1);
      stems.set(form, stem);
    }
  }
  const most = Math.max(LEAST_DOCUMENTS, MOST_DOCUMENTS * english.length);
  return new Map([...stems].filter(([form]) => documents.get(form)! <= most));
}

/**
 * Which documents of many belong together, by what they say.
 *
 * @module duiqi/documents
 */
export {
  chineseWordsFinder,
  type DocumentWords,
  englishWords,
  namesOf,
} from './alignment/pairing/document-words.js';
export { type DocumentPair, pairDocuments } from './alignment/pairing/pair-documents.js';

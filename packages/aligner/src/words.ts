/**
 * Words and their translations: the built-in list, glossaries and terms of your own, and what is learnt from documents.
 *
 * @module duiqi/words
 */
export { builtInLexicon, lexiconBytes } from './alignment/choose-lexicon.js';
export { type LexiconBytes, openLexicon } from './alignment/score/compiled-lexicon.js';
export { type GlossaryTerm, withGlossary } from './alignment/score/glossary.js';
export { parseGlossary } from './alignment/score/glossary-file.js';
export { type LearntLexicon, type LearntTranslation, withLearnt } from './alignment/score/learnt-lexicon.js';
export { parseLexicon, toLexicon } from './alignment/score/learnt-lexicon-file.js';
export type { Lexicon, Translation } from './alignment/score/lexicon.js';
export { type GlossaryOptions, readGlossary } from './alignment/score/read-glossary.js';
export { train } from './alignment/train.js';
export { proposeTerms, type TermOptions, type TermProposal } from './pairs/terms/propose-terms.js';
export { type TermFormat, writeTerms } from './pairs/terms/write-terms.js';
export { defineLexicon } from './plugins.js';

import { lexiconBytes } from '#lexicon-bytes';
import { openLexicon } from './compiled-lexicon.js';

/** The lexicon that comes with the package. A module of its own, so that it is loaded at first use and opened once. */
export const lexicon = lexiconBytes().then(openLexicon);

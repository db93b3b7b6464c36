import type { Likeness } from '../document/language/likeness.js';
import { type Simplifier, simplifierFor } from '../document/writing/simplify.js';
import type { Settings } from '../options.js';
import { isBytes, openLexicon } from './score/compiled-lexicon.js';
import { withGlossary } from './score/glossary.js';
import { withLearnt } from './score/learnt-lexicon.js';
import type { Lexicon } from './score/lexicon.js';
import { likenessBy } from './score/likeness.js';

/**
 * The bytes of the built-in lexicon, for `openLexicon` here or in other threads; shared memory in Node.
 *
 * @throws DuiqiError `unreadable` where its file is not beside the code, nor served there
 */
export async function lexiconBytes(): Promise<ArrayBufferLike> {
  return (await import('./score/lexicon-places.js')).builtInBytes();
}

/**
 * The word list that comes with the package: loaded at the first call, from the file beside the code or its address.
 *
 * @throws DuiqiError `unreadable` where it is not there; the next call looks again
 */
export async function builtInLexicon(): Promise<Lexicon> {
  return (await import('./score/lexicon-places.js')).lexiconAt(null);
}

/** The lexicon that the rest builds on: the caller's, the one at the place or in the bytes that the caller gave, or the built-in one. */
export async function baseLexicon({ lexicon }: Settings): Promise<Lexicon> {
  if (lexicon === null) return builtInLexicon();
  if (typeof lexicon === 'string') return (await import('./score/lexicon-places.js')).lexiconAt(lexicon);
  return isBytes(lexicon) ? openLexicon(lexicon) : lexicon;
}

/**
 * The base lexicon with what was learnt from other documents, and the glossary on top, whose terms are written as the
 * document is: what its words go through, they do too.
 */
export function chooseLexicon(
  base: Lexicon,
  { learnt, glossary }: Pick<Settings, 'learnt' | 'glossary'>,
  simplify: Simplifier,
): Lexicon {
  const lexicon = learnt ? withLearnt(base, learnt) : base;
  if (glossary.length === 0) return lexicon;
  return withGlossary(
    lexicon,
    glossary.map(({ en, zh }) => ({ en, zh: simplify(zh) })),
  );
}

/** How the words of a text are judged while it is read, before it is known which of them are in which language. */
export function likenessFor(settings: Settings): (text: string) => Promise<Likeness> {
  return async (text) => {
    const simplify = await simplifierFor([text]);
    return likenessBy(chooseLexicon(await baseLexicon(settings), settings, simplify), simplify);
  };
}

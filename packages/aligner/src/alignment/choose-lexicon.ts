import type { Likeness } from '../document/language/likeness.js';
import { type Simplifier, simplifierFor } from '../document/writing/simplify.js';
import type { Settings } from '../options.js';
import { withGlossary } from './score/glossary.js';
import { withLearnt } from './score/learnt-lexicon.js';
import type { Lexicon } from './score/lexicon.js';
import { likenessBy } from './score/likeness.js';

/** The bytes of the built-in lexicon, for `openLexicon` here or in other threads; shared memory in Node. */
export async function lexiconBytes(): Promise<ArrayBufferLike> {
  return (await import('#lexicon-bytes')).lexiconBytes();
}

/** The word list that comes with the package: loaded at the first call, from the file beside it or its address. */
export async function builtInLexicon(): Promise<Lexicon> {
  return (await import('./score/built-in-lexicon.js')).lexicon;
}

/** The lexicon that the rest builds on: the caller's, or the built-in one. */
export async function baseLexicon({ lexicon }: Settings): Promise<Lexicon> {
  return lexicon ?? builtInLexicon();
}

/**
 * The base lexicon with what was learnt from other documents, and the glossary on top, whose terms are written as the
 * document is: what its words go through, they do too.
 */
export async function chooseLexicon(settings: Settings, simplify: Simplifier): Promise<Lexicon> {
  const { learnt, glossary } = settings;
  const base = await baseLexicon(settings);
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
    return likenessBy(await chooseLexicon(settings, simplify), simplify);
  };
}

import { addressOf, bytesAt, type DataFile, notReadable, openedOnce } from '../../common/data-file.js';
import { openLexicon } from './compiled-lexicon.js';
import type { Lexicon } from './lexicon.js';

const LEXICON: DataFile = {
  what: 'lexicon',
  path: 'data/lexicon.bin',
  option: 'lexicon',
  // Bundlers that recognise this carry the file along.
  beside: () => new URL('../../../data/lexicon.bin', import.meta.url).href,
};

/**
 * The lexicon at a URL or, in Node, a path; at none, the built-in one. It is opened once, and tried again after a failure.
 *
 * @throws DuiqiError `unreadable`
 */
export async function lexiconAt(place: string | null): Promise<Lexicon> {
  return openAt(addressOf(LEXICON, place));
}

/**
 * The bytes of the built-in lexicon.
 *
 * @throws DuiqiError `unreadable`
 */
export async function builtInBytes(): Promise<ArrayBufferLike> {
  return bytesAt(LEXICON, addressOf(LEXICON, null));
}

const openAt = openedOnce(async (address: string): Promise<Lexicon> => {
  const bytes = await bytesAt(LEXICON, address);
  try {
    return openLexicon(bytes);
  } catch {
    throw notReadable(LEXICON, address, 'what is there is another file, or one of another version');
  }
});

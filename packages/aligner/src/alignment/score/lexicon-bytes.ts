import { DuiqiError } from '../../common/errors.js';

/**
 * The bytes of the built-in lexicon. Bundlers recognise the address, and carry the file along.
 *
 * @throws DuiqiError `bad-input` where it is not served
 */
export async function lexiconBytes(): Promise<ArrayBufferLike> {
  const response = await fetch(new URL('../../../data/lexicon.bin', import.meta.url));
  if (response.ok) return response.arrayBuffer();
  throw new DuiqiError(
    'bad-input',
    `The lexicon could not be fetched from ${response.url} (HTTP status ${response.status}): serve data/lexicon.bin of the package there, or give align what openLexicon makes of its bytes.`,
    { url: response.url, status: response.status },
  );
}

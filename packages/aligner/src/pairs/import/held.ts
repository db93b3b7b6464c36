import { badArgument, checkBytes, isObject } from '../../common/arguments.js';
import type { PairInput, PairSource, PairStream } from './pair-source.js';

/** A file of pairs with all that a stream brings, which can then be gone through as often as wanted. */
export async function held(source: PairSource | PairStream): Promise<PairSource> {
  if (!isStream(source)) {
    checkSource(source);
    return typeof source === 'string' || source instanceof Uint8Array ? source : checkedChunks(source);
  }
  const chunks: (Uint8Array | string)[] = [];
  if (Symbol.asyncIterator in source) {
    for await (const chunk of source) chunks.push(chunk);
  } else {
    // Not every browser can go through a stream as Node does.
    const reader = source.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
    }
  }
  // A character may be cut where two strings meet, so that they are not to be encoded one by one.
  if (chunks.every((chunk) => typeof chunk === 'string')) return chunks.join('');
  const encoder = new TextEncoder();
  return chunks.map((chunk) => (typeof chunk === 'string' ? encoder.encode(chunk) : chunk));
}

/** The same of one file, or of two in line. */
export async function heldInput(input: PairInput): Promise<PairInput<PairSource>> {
  if (!isObject(input) || !('en' in input && 'zh' in input)) return held(input as PairSource | PairStream);
  const [en, zh] = await Promise.all([held(input.en), held(input.zh)]);
  return { en, zh };
}

function checkedChunks(source: Iterable<Uint8Array>): Iterable<Uint8Array> {
  return {
    *[Symbol.iterator]() {
      for (const chunk of source) {
        checkBytes('chunk of the file', chunk);
        yield chunk;
      }
    },
  };
}

/** @throws DuiqiError `bad-input` */
function checkSource(source: PairSource): void {
  if (typeof source === 'string' || (isObject(source) && Symbol.iterator in source)) return;
  throw badArgument(
    'file',
    source,
    'its text, its bytes as a Uint8Array, or an iterable or a stream of these',
  );
}

function isStream(source: PairSource | PairStream): source is PairStream {
  return (
    isObject(source) &&
    !(Symbol.iterator in source) &&
    (Symbol.asyncIterator in source || 'getReader' in source)
  );
}

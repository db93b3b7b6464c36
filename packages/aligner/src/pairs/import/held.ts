import type { PairInput, PairSource, PairStream } from './pair-source.js';

/** A file of pairs with all that a stream brings, which can then be gone through as often as wanted. */
export async function held(source: PairSource | PairStream): Promise<PairSource> {
  if (!isStream(source)) return source;
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
  if (typeof input !== 'object' || !('en' in input && 'zh' in input)) return held(input);
  const [en, zh] = await Promise.all([held(input.en), held(input.zh)]);
  return { en, zh };
}

function isStream(source: PairSource | PairStream): source is PairStream {
  return (
    typeof source === 'object' &&
    source !== null &&
    !(Symbol.iterator in source) &&
    (Symbol.asyncIterator in source || 'getReader' in source)
  );
}

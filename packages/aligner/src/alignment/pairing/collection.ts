import type { Tokens } from '../score/tokens.js';
import type { DocumentWords } from './document-words.js';

/** The documents of one language, each as the numbers of its words. */
export interface Collection {
  readonly keys: readonly string[];
  readonly typeOf: ReadonlyMap<string, number>;
  /** For each document its types, ascending; those of document d are `start[d] … start[d + 1] - 1`. */
  readonly types: Int32Array;
  readonly start: Int32Array;
  /** In how many documents a type is. */
  readonly documents: Int32Array;
  /** Words of each document, repeats included. */
  readonly length: Float64Array;
}

export function collect(documents: readonly DocumentWords[]): Collection {
  const typeOf = new Map<string, number>();
  const start = new Int32Array(documents.length + 1);
  const all: number[][] = documents.map(({ words }) =>
    words
      .map((word) => {
        let type = typeOf.get(word);
        if (type === undefined) {
          type = typeOf.size;
          typeOf.set(word, type);
        }
        return type;
      })
      .sort((a, b) => a - b),
  );
  const inDocuments = new Int32Array(typeOf.size);
  all.forEach((types, d) => {
    start[d + 1] = start[d]! + types.length;
    for (const type of types) inDocuments[type]!++;
  });
  const length = Float64Array.from(documents, ({ counts }) => counts.reduce((sum, count) => sum + count, 0));
  const types = new Int32Array(start.at(-1)!);
  all.forEach((each, d) => {
    types.set(each, start[d]!);
  });
  return { keys: [...typeOf.keys()], typeOf, types, start, documents: inDocuments, length };
}

/** All words of a collection as those of one text, for the table of translations. */
export function asTokens({ keys, typeOf, documents }: Collection): Tokens {
  const none = new Int32Array(0);
  return {
    type: none,
    start: none,
    from: none,
    to: none,
    count: Float64Array.from(documents),
    keys,
    typeOf,
  };
}

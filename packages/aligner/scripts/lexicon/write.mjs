import { HEADER_BYTES, MAGIC, SECTIONS } from '../../dist/alignment/score/lexicon-format.js';

/**
 * The bytes of a compiled lexicon.
 *
 * @param {Record<string, ArrayLike<number>>} contents of each section that src/alignment/score/lexicon-format.ts names
 * @returns {Uint8Array}
 */
export function toBytes(contents) {
  let end = HEADER_BYTES;
  const sections = Object.entries(SECTIONS).map(([name, Elements]) => {
    const elements = Elements.from(contents[name]);
    // Each begins where every kind of array may begin.
    const start = Math.ceil(end / 4) * 4;
    end = start + elements.byteLength;
    return { start, elements };
  });
  const bytes = new Uint8Array(end);
  bytes.set(new TextEncoder().encode(MAGIC));
  const table = sections.flatMap(({ start, elements }) => [start, elements.length]);
  bytes.set(new Uint8Array(Uint32Array.from(table).buffer), MAGIC.length);
  for (const { start, elements } of sections) bytes.set(new Uint8Array(elements.buffer), start);
  return bytes;
}

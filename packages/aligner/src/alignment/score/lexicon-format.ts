import { DuiqiError } from '../../common/errors.js';

/**
 * The compiled lexicon: one file of typed arrays, which are read where they lie, so that it opens at once and one copy
 * in shared memory serves all threads. All numbers are little-endian.
 *
 * It begins with `MAGIC`, then has two uint32 for each of these sections: where it begins, and how many elements it
 * has. A section that ends in `Starts` says of each member of a list where its elements begin, and at its end where the
 * last ones end.
 *
 * The words are a trie in the order of its levels. Node 0 is the root, the children of a node stand together, ascending
 * by their code units.
 */
export const SECTIONS = {
  /** Hash of what the file was compiled from. */
  stamp: Uint8Array,
  /** Where the contents come from, and under which licences: for people who find the file. */
  notice: Uint8Array,
  /** Name and version of the lexicon in UTF-16. */
  name: Uint16Array,
  /** By node: the last code unit of its word. */
  units: Uint16Array,
  /** By node: its first child. */
  childStarts: Uint32Array,
  /** By node: 16·log2(1 + frequency) of its word; 0 where it is only the beginning of words. */
  levels: Uint8Array,
  /** By node: the translations of its word, the heaviest first, in the two sections that follow. */
  translationStarts: Uint32Array,
  /** The number of a stem. */
  translations: Uint16Array,
  /** 255 for a word's heaviest translation. */
  weights: Uint8Array,
  /** By stem: its UTF-16 text. */
  stemStarts: Uint32Array,
  stems: Uint16Array,
  /** By stem: the stems that may stand for it. */
  synonymStarts: Uint32Array,
  synonyms: Uint16Array,
  /** 255 is the most that a stem can stand for another. */
  strengths: Uint8Array,
  /** The characters whose sound is known, as code points, ascending. */
  characters: Uint32Array,
  /** By character: its readings in UTF-16, divided by spaces. */
  readingStarts: Uint32Array,
  readings: Uint16Array,
} as const;

export type Sections = { readonly [Name in keyof typeof SECTIONS]: InstanceType<(typeof SECTIONS)[Name]> };

/** What the kinds of arrays have in common. */
interface ArrayOnBytes {
  readonly BYTES_PER_ELEMENT: number;
  new (bytes: ArrayBufferLike, start: number, length: number): Sections[keyof Sections];
}

/** The number is the version of the format. */
export const MAGIC = 'duiqi lexicon 1\n';

/** Where the first section may begin. */
export const HEADER_BYTES = MAGIC.length + 8 * Object.keys(SECTIONS).length;

/** @throws DuiqiError `bad-input` for bytes that are no compiled lexicon of this version, or not all of one */
export function readSections(bytes: ArrayBufferLike): Sections {
  const isBuffer = bytes?.byteLength >= HEADER_BYTES;
  if (!isBuffer || String.fromCharCode(...new Uint8Array(bytes, 0, MAGIC.length)) !== MAGIC)
    throw noLexicon();
  const table = new Uint32Array(bytes, MAGIC.length, 2 * Object.keys(SECTIONS).length);
  const sections = Object.entries<ArrayOnBytes>(SECTIONS).map(([name, Elements], index) => {
    const [start, length] = [table[2 * index]!, table[2 * index + 1]!];
    const size = Elements.BYTES_PER_ELEMENT;
    if (start % size > 0 || start + length * size > bytes.byteLength) throw noLexicon();
    return [name, new Elements(bytes, start, length)];
  });
  return Object.fromEntries(sections);
}

function noLexicon(): DuiqiError {
  return new DuiqiError(
    'bad-input',
    'These bytes are no lexicon that this duiqi can open: give it an ArrayBuffer, SharedArrayBuffer or Uint8Array with all of data/lexicon.bin of the same version.',
  );
}

/** The text of some units of a section. Not by TextDecoder, which browsers keep from shared memory. */
export function decode(units: Uint16Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) text += String.fromCharCode(units[at]!);
  return text;
}

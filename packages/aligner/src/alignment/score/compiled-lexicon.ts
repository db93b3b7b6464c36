import { enlarged } from '../../common/enlarged.js';
import { type Lexicon, listed, searchable } from './lexicon.js';
import { readSections } from './lexicon-format.js';

/** What the strongest synonym of a translation weighs beside the translation itself. */
const SYNONYM = 0.15;

/** Frequencies by level: they span six decades, and so are kept as the logarithms of what they are. */
const FREQUENCIES = Float64Array.from({ length: 256 }, (_, level) => 2 ** (level / 16) - 1);

/** The bytes of data/lexicon.bin. */
export type LexiconBytes = ArrayBufferLike | Uint8Array;

/**
 * Opens a compiled lexicon, such as the built-in one, without copying it: threads that are handed the same
 * SharedArrayBuffer, or a view of all of it, share one copy.
 *
 * @param bytes what `lexiconBytes` gives, which is the file data/lexicon.bin of the package
 * @throws DuiqiError `bad-input` for anything else
 */
export function openLexicon(bytes: LexiconBytes): Lexicon {
  const { name, units, childStarts, levels, ...lists } = readSections(wholeBuffer(bytes));
  const { translationStarts, translations, weights, synonymStarts, synonyms, strengths } = lists;
  const { stemStarts, stems, characters, readingStarts, readings } = lists;

  // Most of the search for a word would be that for its first unit.
  const firstNodes = new Uint16Array(0x10000);
  for (let node = childStarts[0]!; node < childStarts[1]!; node++) firstNodes[units[node]!] = node;

  /** The node of a word and one more unit; 0, which is nobody's child, where there is none. */
  const child = (node: number, unit: number): number =>
    node === 0
      ? firstNodes[unit]!
      : Math.max(0, indexIn(units, childStarts[node]!, childStarts[node + 1]!, unit));

  const find = (word: string): number => {
    let node = 0;
    for (let at = 0; at < word.length; at++) {
      node = child(node, word.charCodeAt(at));
      if (node === 0) break;
    }
    return node;
  };

  const stemTexts = new Array<string | undefined>(stemStarts.length - 1);
  const stemText = (id: number): string => {
    const text = stemTexts[id] ?? decode(stems, stemStarts[id]!, stemStarts[id + 1]!);
    stemTexts[id] = text;
    return text;
  };

  /** Where a stem stands in the list of translations that is being made, from 1; between two lists all are 0. */
  const places = new Uint16Array(stemTexts.length);

  /** The translations of the word that was listed last. */
  let ids = new Int32Array(256);
  let listedWeights = new Float64Array(256);

  const list = (word: string): number => {
    const node = find(word);
    const start = translationStarts[node]!;
    const end = translationStarts[node + 1]!;
    let count = 0;
    const add = (id: number, weight: number): void => {
      if (count === ids.length) {
        ids = enlarged(ids, 2 * count);
        listedWeights = enlarged(listedWeights, 2 * count);
      }
      ids[count] = id;
      listedWeights[count++] = weight;
      places[id] = count;
    };
    for (let t = start; t < end; t++) add(translations[t]!, weights[t]! / 255);
    for (let t = start; t < end; t++) {
      const id = translations[t]!;
      for (let k = synonymStarts[id]!; k < synonymStarts[id + 1]!; k++) {
        const synonym = synonyms[k]!;
        const weight = (SYNONYM * (weights[t]! / 255) * strengths[k]!) / 255;
        const known = places[synonym]!;
        if (known === 0) add(synonym, weight);
        else if (weight > listedWeights[known - 1]!) listedWeights[known - 1] = weight;
      }
    }
    for (let index = 0; index < count; index++) places[ids[index]!] = 0;
    return count;
  };

  return {
    name: decode(name, 0, name.length),
    frequency: searchable(
      (word) => FREQUENCIES[levels[find(word)]!]!,
      (text, start, end, frequencies) => {
        let node = 0;
        let longest = 0;
        for (let at = start; at < end; at++) {
          node = child(node, text.charCodeAt(at));
          if (node === 0) break;
          const length = at - start + 1;
          frequencies[length] = FREQUENCIES[levels[node]!]!;
          if (levels[node]! > 0) longest = length;
        }
        return longest;
      },
    ),
    translations: listed(
      (word) => {
        const count = list(word);
        return Array.from({ length: count }, (_, index) => ({
          stem: stemText(ids[index]!),
          weight: listedWeights[index]!,
        }));
      },
      {
        isKnown(word) {
          const node = find(word);
          return translationStarts[node]! < translationStarts[node + 1]!;
        },
        list,
        stem: (index) => stemText(ids[index]!),
        among: (texts) => {
          const placeOf = stemsAmong(texts, stemStarts, stems);
          return (index) => placeOf(ids[index]!);
        },
        weight: (index) => listedWeights[index]!,
      },
    ),
    readings(character) {
      const at = indexIn(characters, 0, characters.length, character.codePointAt(0) ?? 0);
      return at < 0 ? [] : decode(readings, readingStarts[at]!, readingStarts[at + 1]!).split(' ');
    },
  };
}

/** Tells which of some texts a stem is, from its units as they lie there: texts are not made of stems that are none of them. */
function stemsAmong(
  texts: readonly string[],
  starts: Uint32Array,
  units: Uint16Array,
): (id: number) => number {
  // Open addressing, at most half full: the place of a text in the list, from 1 on.
  const slots = 2 ** Math.ceil(Math.log2(2 * texts.length + 1));
  const table = new Int32Array(slots);
  texts.forEach((text, place) => {
    let hash = 0;
    for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    let slot = mixed(hash) & (slots - 1);
    while (table[slot] !== 0) slot = (slot + 1) & (slots - 1);
    table[slot] = place + 1;
  });
  const placeOf = (id: number): number => {
    const [start, end] = [starts[id]!, starts[id + 1]!];
    let hash = 0;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + units[at]!) | 0;
    for (let slot = mixed(hash) & (slots - 1); table[slot] !== 0; slot = (slot + 1) & (slots - 1)) {
      const place = table[slot]! - 1;
      if (isWritten(texts[place]!, units, start, end)) return place;
    }
    return -1;
  };
  // Most words have the same few translations and synonyms: what has been found is kept, two more than the place; 0 is not looked for yet.
  const found = new Int32Array(starts.length - 1);
  return (id) => {
    found[id] ||= placeOf(id) + 2;
    return found[id]! - 2;
  };
}

/** A hash whose last bits depend on all of them. */
function mixed(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 8;
}

/** Whether a text is the units from `start` to `end - 1`. */
function isWritten(text: string, units: Uint16Array, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) !== units[start + at]) return false;
  return true;
}

/** True for a buffer, or a view of one, of whatever realm. */
export function isBytes(value: unknown): value is LexiconBytes {
  const kind = Object.prototype.toString.call(value);
  return (
    ArrayBuffer.isView(value) || kind === '[object ArrayBuffer]' || kind === '[object SharedArrayBuffer]'
  );
}

/** The buffer that a view is of; a copy of its part, where it has one only. */
function wholeBuffer(bytes: LexiconBytes): ArrayBufferLike {
  if (!ArrayBuffer.isView(bytes)) return bytes;
  const { buffer, byteOffset, byteLength } = bytes;
  return byteLength === buffer.byteLength ? buffer : buffer.slice(byteOffset, byteOffset + byteLength);
}

/** Where a value stands among the ascending ones from `start` to `end - 1`; -1 where it does not. */
function indexIn(values: Uint16Array | Uint32Array, start: number, end: number, value: number): number {
  let low = start;
  let high = end - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const order = value - values[middle]!;
    if (order === 0) return middle;
    if (order < 0) high = middle - 1;
    else low = middle + 1;
  }
  return -1;
}

/** Not by TextDecoder, which browsers keep from shared memory. */
function decode(units: Uint16Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) text += String.fromCharCode(units[at]!);
  return text;
}

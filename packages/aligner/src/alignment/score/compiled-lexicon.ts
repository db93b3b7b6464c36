import { enlarged } from '../../common/enlarged.js';
import { type Lexicon, listed, searchable } from './lexicon.js';
import { readSections } from './lexicon-format.js';
import { stemsAmong } from './stems-among.js';
import { indexIn, wordTrie } from './word-trie.js';

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

  const { child, find } = wordTrie(units, childStarts);

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

/** Not by TextDecoder, which browsers keep from shared memory. */
function decode(units: Uint16Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) text += String.fromCharCode(units[at]!);
  return text;
}

import { compiledLists } from './compiled-lists.js';
import { type Lexicon, listed, searchable } from './lexicon.js';
import { decode, readSections } from './lexicon-format.js';
import { indexIn, wordTrie } from './word-trie.js';

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
  const sections = readSections(wholeBuffer(bytes));
  const { name, units, childStarts, levels, characters, readingStarts, readings } = sections;
  const { child, find } = wordTrie(units, childStarts);
  const lists = compiledLists(sections, find);
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
    translations: listed((word) => {
      const count = lists.list(word);
      return Array.from({ length: count }, (_, index) => ({
        stem: lists.stem(index),
        weight: lists.weight(index),
      }));
    }, lists),
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

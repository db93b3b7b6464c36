import type { Lexicon, Translation } from './lexicon.js';

/**
 * The compiled lexicon as its module exports it.
 *
 * `words` and `stems` are lists joined by line feeds, `readings` likewise (a character followed by its readings).
 * The others are base64 of little-endian arrays: `levels` (one byte a word: 16·log2(1 + frequency)), `counts`
 * (one byte a word: number of translations), then for all translations in word order `ids` (uint16, index into
 * stems) and `weights` (uint8, 255 = 1).
 */
export interface CompiledLexicon {
  readonly name: string;
  readonly words: string;
  readonly stems: string;
  readonly readings: string;
  readonly levels: string;
  readonly counts: string;
  readonly ids: string;
  readonly weights: string;
}

/**
 * Opens a compiled lexicon. Words are found through a hash table over the one string that holds them all:
 * making 200,000 strings and a Map of them would cost more than most alignments.
 */
export function openLexicon(compiled: CompiledLexicon): Lexicon {
  const { words } = compiled;
  const levels = decodeBase64(compiled.levels);
  const counts = decodeBase64(compiled.counts);
  const weights = decodeBase64(compiled.weights);
  const ids = new Uint16Array(decodeBase64(compiled.ids).buffer);
  const stems = compiled.stems.split('\n');
  const readings = new Map<string, readonly string[]>();
  for (const line of compiled.readings.split('\n')) {
    const character = String.fromCodePoint(line.codePointAt(0) ?? 0);
    readings.set(character, line.slice(character.length).split(' '));
  }

  const size = levels.length;
  const wordStart = new Int32Array(size + 1);
  const firstTranslation = new Int32Array(size + 1);
  const mask = 2 ** Math.ceil(Math.log2(size * 2)) - 1;
  const table = new Int32Array(mask + 1).fill(-1);

  let index = 0;
  let hash = HASH_SEED;
  for (let at = 0; at <= words.length; at++) {
    const unit = at < words.length ? words.charCodeAt(at) : LINE_FEED;
    if (unit !== LINE_FEED) {
      hash = Math.imul(hash ^ unit, HASH_FACTOR);
      continue;
    }
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (table[slot] !== -1) slot = (slot + 1) & mask;
    table[slot] = index;
    firstTranslation[index + 1] = firstTranslation[index]! + counts[index]!;
    index++;
    wordStart[index] = at + 1;
    hash = HASH_SEED;
  }

  const find = (word: string): number => {
    let key = HASH_SEED;
    for (let i = 0; i < word.length; i++) key = Math.imul(key ^ word.charCodeAt(i), HASH_FACTOR);
    for (let slot = (key ^ (key >>> 15)) & mask; table[slot] !== -1; slot = (slot + 1) & mask) {
      const candidate = table[slot]!;
      const start = wordStart[candidate]!;
      if (wordStart[candidate + 1]! - start - 1 === word.length && words.startsWith(word, start))
        return candidate;
    }
    return -1;
  };

  return {
    name: compiled.name,
    frequency(word) {
      const at = find(word);
      return at < 0 ? 0 : 2 ** (levels[at]! / 16) - 1;
    },
    translations(word) {
      const at = find(word);
      if (at < 0) return [];
      const list: Translation[] = [];
      for (let k = firstTranslation[at]!; k < firstTranslation[at + 1]!; k++) {
        list.push({ stem: stems[ids[k]!]!, weight: weights[k]! / 255 });
      }
      return list;
    },
    readings: (character) => readings.get(character) ?? [],
  };
}

const LINE_FEED = 10;
// FNV-1a over UTF-16 units (Fowler, Noll, Vo).
const HASH_SEED = 0x811c9dc5 | 0;
const HASH_FACTOR = 0x01000193;

function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

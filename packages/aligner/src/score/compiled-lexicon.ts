import type { Lexicon, Translation } from './lexicon.js';

/**
 * The compiled lexicon as its module exports it.
 *
 * `words` and `stems` are lists joined by line feeds, `readings` likewise (a character followed by its readings).
 * The others are base64 of little-endian arrays: `levels` (one byte a word: 16·log2(1 + frequency)), `counts`
 * (one byte a word: number of translations), then for all translations in word order `ids` (uint16, index into
 * stems) and `weights` (uint8, 255 = the word's heaviest). `synonymCounts` (one byte a stem), `synonymIds` (uint16)
 * and `strengths` (uint8, 255 = 1) list in the same manner the stems that may stand for a stem.
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
  readonly synonymCounts: string;
  readonly synonymIds: string;
  readonly strengths: string;
}

/** What the strongest synonym of a translation weighs beside the translation itself. */
const SYNONYM = 0.15;

/**
 * Opens a compiled lexicon. Words are found through a hash table over the one string that holds them all:
 * making 200,000 strings and a Map of them would cost more than most alignments.
 */
export function openLexicon(compiled: CompiledLexicon): Lexicon {
  const { words } = compiled;
  const levels = decodeBase64(compiled.levels);
  const weights = decodeBase64(compiled.weights);
  const firstTranslation = runningSums(decodeBase64(compiled.counts));
  const ids = new Uint16Array(decodeBase64(compiled.ids).buffer);
  const synonymIds = new Uint16Array(decodeBase64(compiled.synonymIds).buffer);
  const strengths = decodeBase64(compiled.strengths);
  const firstSynonym = runningSums(decodeBase64(compiled.synonymCounts));
  const stems = compiled.stems.split('\n');
  const readings = new Map<string, readonly string[]>();
  for (const line of compiled.readings.split('\n')) {
    const character = String.fromCodePoint(line.codePointAt(0) ?? 0);
    readings.set(character, line.slice(character.length).split(' '));
  }

  const size = levels.length;
  const wordStart = new Int32Array(size + 1);
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
      const found = new Map<number, number>();
      for (let k = firstTranslation[at]!; k < firstTranslation[at + 1]!; k++) {
        found.set(ids[k]!, weights[k]! / 255);
      }
      for (const [id, weight] of [...found]) {
        for (let k = firstSynonym[id]!; k < firstSynonym[id + 1]!; k++) {
          const synonym = synonymIds[k]!;
          const strength = (SYNONYM * weight * strengths[k]!) / 255;
          if (strength > (found.get(synonym) ?? 0)) found.set(synonym, strength);
        }
      }
      return Array.from(found, ([id, weight]): Translation => ({ stem: stems[id]!, weight }));
    },
    readings: (character) => readings.get(character) ?? [],
  };
}

const LINE_FEED = 10;
// FNV-1a over UTF-16 units (Fowler, Noll, Vo).
const HASH_SEED = 0x811c9dc5 | 0;
const HASH_FACTOR = 0x01000193;

function runningSums(counts: Uint8Array): Int32Array {
  const sums = new Int32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) sums[i + 1] = sums[i]! + counts[i]!;
  return sums;
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

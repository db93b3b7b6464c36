import type { Lexicon, Translation } from './lexicon.js';

/**
 * The compiled lexicon as its module exports it.
 *
 * `words` (ascending by UTF-16 code units) and `stems` are lists joined by line feeds, `readings` likewise (a character followed by its readings).
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
 * Opens a compiled lexicon. Words are found by bisection of the one string that holds them all: making 250,000 strings
 * and a Map of them, or hashing them, would cost more than most alignments.
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

  const wordStart = new Int32Array(levels.length + 1);
  /** Words that begin with the code unit u are those from `firstWord[u]` to `firstWord[u + 1] - 1`. */
  const firstWord = new Int32Array(0x10000 + 1);
  for (let index = 0; index < levels.length; index++) {
    firstWord[words.charCodeAt(wordStart[index]!) + 1]!++;
    wordStart[index + 1] = words.indexOf('\n', wordStart[index]) + 1 || words.length + 1;
  }
  for (let unit = 0; unit < 0x10000; unit++) firstWord[unit + 1]! += firstWord[unit]!;

  const find = (word: string): number => {
    const unit = word.charCodeAt(0) || 0;
    let low = firstWord[unit]!;
    let high = firstWord[unit + 1]! - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const order = compare(word, words, wordStart[middle]!, wordStart[middle + 1]! - 1);
      if (order === 0) return middle;
      if (order < 0) high = middle - 1;
      else low = middle + 1;
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

/** Compares a word with `text.slice(start, end)` by code units: below, equal to or above 0. */
function compare(word: string, text: string, start: number, end: number): number {
  const length = Math.min(word.length, end - start);
  for (let at = 0; at < length; at++) {
    const order = word.charCodeAt(at) - text.charCodeAt(start + at);
    if (order !== 0) return order;
  }
  return word.length - (end - start);
}

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

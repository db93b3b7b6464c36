import type { Steps } from '../../common/steps.js';
import type { FoundBead } from '../lattice/found-bead.js';
import { linksByChinese } from '../score/links-by-chinese.js';
import type { Tokens } from '../score/tokens.js';
import type { TranslationTable } from '../score/translation-table.js';

/**
 * Looks at the words of a bead one by one, each once: how surely a translation of it stands on the other side.
 *
 * @param side 0 for an English word, 1 for a Chinese one
 * @param word its type
 * @param found −ln of the chance that any other stretch as long would have a translation of it, less where the translation is
 *   a rare one, in nats; below 0 where the other side has none
 * @param isLinked whether the other text has a translation of it anywhere
 * @param beside how often each word of the other side occurs in the bead, by type
 */
export type VisitWord = (
  side: 0 | 1,
  word: number,
  found: number,
  isLinked: boolean,
  beside: Int32Array,
) => void;

/** Calls for each word of both sides of a bead. */
export type WordsInBeads = (bead: FoundBead, visit: VisitWord) => void;

/** The words of both sides by what the lexicon knows of them, before anything is learnt. */
export function* wordsInBeads({
  en,
  zh,
  table,
}: {
  readonly en: Tokens;
  readonly zh: Tokens;
  readonly table: TranslationTable;
}): Steps<WordsInBeads> {
  const english = readSide(0, en, byEnglish(table));
  yield;
  const chinese = readSide(1, zh, byChinese(table, zh.keys.length));
  return ({ enStart, enEnd, zhStart, zhEnd }, visit) => {
    const enRange = { first: en.start[enStart]!, last: en.start[enEnd]! };
    const zhRange = { first: zh.start[zhStart]!, last: zh.start[zhEnd]! };
    visitWords(english, enRange, chinese, zhRange, visit);
    visitWords(chinese, zhRange, english, enRange, visit);
  };
}

/** The words of a side, and those of the other side that may translate them. */
interface LinkedSide {
  readonly side: 0 | 1;
  readonly tokens: Tokens;
  readonly links: WordLinks;
  /** Occurrences in the whole text. */
  readonly total: number;
  /** Occurrences of each word in the stretch that is looked at; 0 between two looks. */
  readonly here: Int32Array;
}

/** The links of word w are `start[w] … start[w + 1] - 1`. */
interface WordLinks {
  readonly start: Int32Array;
  /** The word of the other side of each link. */
  readonly to: Int32Array;
  /** How good a translation it is, 0–1, in the better direction of both. */
  readonly strength: Float32Array;
}

interface Range {
  readonly first: number;
  readonly last: number;
}

function readSide(side: 0 | 1, tokens: Tokens, links: WordLinks): LinkedSide {
  const total = tokens.count.reduce((sum, count) => sum + count, 0);
  return { side, tokens, links, total, here: new Int32Array(tokens.keys.length) };
}

function visitWords(
  { side, tokens, links, here }: LinkedSide,
  { first, last }: Range,
  other: LinkedSide,
  otherRange: Range,
  visit: VisitWord,
): void {
  const otherType = other.tokens.type;
  for (let token = otherRange.first; token < otherRange.last; token++) other.here[otherType[token]!]!++;
  const length = otherRange.last - otherRange.first;
  const rest = Math.max(0, other.total - length) + PRIOR_WORDS;
  for (let token = first; token < last; token++) {
    const word = tokens.type[token]!;
    if (here[word]! > 0) continue;
    here[word] = 1;
    const [start, end] = [links.start[word]!, links.start[word + 1]!];
    let [hits, anywhere, strength] = [0, 0, 0];
    for (let link = start; link < end; link++) {
      const counterpart = links.to[link]!;
      anywhere += other.tokens.count[counterpart]!;
      const count = other.here[counterpart]!;
      if (count === 0) continue;
      hits += count;
      strength = Math.max(strength, links.strength[link]!);
    }
    if (hits === 0) visit(side, word, -1, end > start, other.here);
    else {
      const rate = (Math.max(0, anywhere - hits) + PRIOR_WORDS * PRIOR_RATE * (end - start + 1)) / rest;
      const byChance = 1 - Math.exp(-Math.min(MOST_RATE, rate) * length);
      const surely = Math.min(1, SURELY * strength);
      visit(side, word, -surely * Math.log(Math.max(LEAST_CHANCE, byChance)), true, other.here);
    }
  }
  for (let token = first; token < last; token++) here[tokens.type[token]!] = 0;
  for (let token = otherRange.first; token < otherRange.last; token++) other.here[otherType[token]!] = 0;
}

function byEnglish({ start, zh, forward, backward }: TranslationTable): WordLinks {
  return { start, to: zh, strength: forward.map((value, link) => Math.min(1, value + backward[link]!)) };
}

function byChinese(table: TranslationTable, words: number): WordLinks {
  const { start, to, link } = linksByChinese(table, words);
  const { forward, backward } = table;
  return { start, to, strength: Float32Array.from(link, (at) => Math.min(1, forward[at]! + backward[at]!)) };
}

/** A translation of a third of all probability, in both directions together, is one for sure. */
const SURELY = 3;
/** What is known of a word before the text is: how often any word translates it, for each of its links, and worth how many words. */
const PRIOR_RATE = 0.003;
const PRIOR_WORDS = 100;
/** However often a text repeats a word, it is as rare as that in another one. */
const MOST_RATE = 0.02;
const LEAST_CHANCE = 0.005;

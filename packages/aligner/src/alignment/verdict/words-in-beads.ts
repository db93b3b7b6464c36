import type { Steps } from '../../common/steps.js';
import type { BeadRange } from '../lattice/found-bead.js';
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
export type WordsInBeads = (bead: BeadRange, visit: VisitWord) => void;

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
  const english = readSide(0, en, byEnglish(table), zh);
  yield;
  const chinese = readSide(1, zh, byChinese(table, zh.keys.length), en);
  return ({ enStart, enEnd, zhStart, zhEnd }, visit) => {
    english.enter(en.start[enStart]!, en.start[enEnd]!);
    chinese.enter(zh.start[zhStart]!, zh.start[zhEnd]!);
    // A translation that stands here is one of both its words: those of the side that has fewer of them tell all.
    if (english.countLinks() <= chinese.countLinks()) findHits(english, chinese);
    else findHits(chinese, english);
    visitWords(english, chinese, visit);
    visitWords(chinese, english, visit);
    english.leave();
    chinese.leave();
  };
}

/** The translations of the words of a side. The links of word w are `start[w] … start[w + 1] - 1`. */
interface WordLinks {
  readonly start: Int32Array;
  /** The word of the other side of each link. */
  readonly to: Int32Array;
  /** How good a translation it is, 0–1, in the better direction of both. */
  readonly strength: Float32Array;
}

/** The words of a side, and what of them stands in the bead that is looked at. */
class LinkedSide {
  /** Occurrences in the whole text. */
  readonly total: number;
  /** Occurrences of each word in the bead; 0 for all between two looks, as are the next two. */
  readonly here: Int32Array;
  /** How many words of the other side in the bead are translations of each word, and how good the best of them is. */
  readonly hits: Int32Array;
  readonly best: Float32Array;
  /** The words of the bead, each once, in the order of the text. */
  readonly words: number[] = [];
  /** How many words the bead has. */
  length = 0;

  /** @param anywhere how often the other text has a translation of each word */
  constructor(
    readonly side: 0 | 1,
    readonly tokens: Tokens,
    readonly links: WordLinks,
    readonly anywhere: Float64Array,
  ) {
    const types = tokens.keys.length;
    this.total = tokens.count.reduce((sum, count) => sum + count, 0);
    this.here = new Int32Array(types);
    this.hits = new Int32Array(types);
    this.best = new Float32Array(types);
  }

  /** Takes the tokens `first … last - 1` for those of the bead. */
  enter(first: number, last: number): void {
    for (let token = first; token < last; token++) {
      const word = this.tokens.type[token]!;
      if (this.here[word]!++ === 0) this.words.push(word);
    }
    this.length = last - first;
  }

  leave(): void {
    for (const word of this.words) {
      this.here[word] = 0;
      this.hits[word] = 0;
      this.best[word] = 0;
    }
    this.words.length = 0;
  }

  countLinks(): number {
    return this.words.reduce((sum, word) => sum + this.links.start[word + 1]! - this.links.start[word]!, 0);
  }
}

function readSide(side: 0 | 1, tokens: Tokens, links: WordLinks, other: Tokens): LinkedSide {
  const anywhere = new Float64Array(tokens.keys.length);
  for (let word = 0; word < anywhere.length; word++) {
    for (let link = links.start[word]!; link < links.start[word + 1]!; link++) {
      anywhere[word]! += other.count[links.to[link]!]!;
    }
  }
  return new LinkedSide(side, tokens, links, anywhere);
}

/** Finds the translations that stand in the bead, by the links of one side for both. */
function findHits(one: LinkedSide, other: LinkedSide): void {
  const { start, to, strength } = one.links;
  for (const word of one.words) {
    for (let link = start[word]!; link < start[word + 1]!; link++) {
      const counterpart = to[link]!;
      const count = other.here[counterpart]!;
      if (count === 0) continue;
      one.hits[word]! += count;
      one.best[word] = Math.max(one.best[word]!, strength[link]!);
      other.hits[counterpart]! += one.here[word]!;
      other.best[counterpart] = Math.max(other.best[counterpart]!, strength[link]!);
    }
  }
}

function visitWords(own: LinkedSide, other: LinkedSide, visit: VisitWord): void {
  const { side, links, anywhere } = own;
  const rest = Math.max(0, other.total - other.length) + PRIOR_WORDS;
  for (const word of own.words) {
    const count = links.start[word + 1]! - links.start[word]!;
    const hits = own.hits[word]!;
    if (hits === 0) visit(side, word, -1, count > 0, other.here);
    else {
      const rate = (Math.max(0, anywhere[word]! - hits) + PRIOR_WORDS * PRIOR_RATE * (count + 1)) / rest;
      const byChance = 1 - Math.exp(-Math.min(MOST_RATE, rate) * other.length);
      const surely = Math.min(1, SURELY * own.best[word]!);
      visit(side, word, -surely * Math.log(Math.max(LEAST_CHANCE, byChance)), true, other.here);
    }
  }
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

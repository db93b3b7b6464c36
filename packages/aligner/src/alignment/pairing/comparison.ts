import type { Collection } from './collection.js';
import { chanceOf, forEachSaid, type Links, type Said } from './document-links.js';

/** Of two documents that belong together, the share of the types of one that the other says in words that are linked. */
const EXPECTED = 0.5;

/** Standard deviation of the logarithm of the ratio of lengths, of documents that are translations of each other. */
const LENGTH_SPREAD = 0.15;
/** What a length that is off by one of these takes away. */
const LENGTH_WEIGHT = 0.015;
/**
 * What is off by more of them is so for a reason, such as a part that was not translated: from here on no longer with the square,
 * but in proportion. A text many times too long still is no translation, whatever they have in common.
 */
const USUAL_DISTANCE = 3;

/**
 * At so many of them a candidate counts for half of what its rare words say: a long document has some of all words. Hardly any
 * translations are further apart.
 */
const HALVING_DISTANCE = 4;

/** Compares a Chinese document with English ones, by all of their words. */
export class Comparison {
  readonly #en: Collection;
  readonly #zh: Collection;
  readonly #links: Links;
  readonly #enSaid: Said;
  readonly #zhSaid: Said;
  /** For each English type, how strongly the Chinese document says it, 0–1. */
  readonly #said: Float32Array;
  /** For each English type, the number + 1 of the last document that has it. */
  readonly #has: Int32Array;
  /** Logarithms of the lengths of the English documents, as if they were Chinese ones. */
  readonly #expected: Float64Array;
  /** That of the Chinese document. */
  #length = 0;
  #document = 0;

  /** @param ratio words of a Chinese document for one of its English one */
  constructor(en: Collection, zh: Collection, links: Links, enSaid: Said, zhSaid: Said, ratio: number) {
    this.#expected = en.length.map((length) => Math.log(ratio * Math.max(1, length)));
    this.#en = en;
    this.#zh = zh;
    this.#links = links;
    this.#enSaid = enSaid;
    this.#zhSaid = zhSaid;
    this.#said = new Float32Array(en.keys.length);
    this.#has = new Int32Array(en.keys.length);
  }

  begin(document: number): void {
    this.#document = document;
    this.#length = Math.log(Math.max(1e-9, this.#zh.length[document]!));
    this.#said.fill(0);
    forEachSaid(this.#zh, this.#links, document, (e, value) => {
      if (value > this.#said[e]!) this.#said[e] = value;
    });
  }

  /** The mean of what each of their types says for it that they belong together, in nats; below 0 by chance. */
  with(document: number): number {
    const { types, start } = this.#en;
    const breadth = this.#enSaid.breadth[this.#document]!;
    let sum = 0;
    for (let k = start[document]!; k < start[document + 1]!; k++) {
      const type = types[k]!;
      this.#has[type] = document + 1;
      const said = this.#said[type]!;
      sum += evidence(said, breadth * chanceOf(this.#enSaid, type, said));
    }
    const words = start[document + 1]! - start[document]!;
    const chinese = this.#zh.start[this.#document + 1]! - this.#zh.start[this.#document]!;
    return (sum + this.#ofChinese(document)) / Math.max(1, words + chinese) - this.#lengths(document);
  }

  /** How well the lengths of both documents go together, 0–1: for a first choice, before their words are compared. */
  fitOfLengths(document: number): number {
    const distance = this.#distance(document) / HALVING_DISTANCE;
    return 1 / (1 + distance * distance);
  }

  /** What speaks against documents of such lengths: it tells versions of one text apart. */
  #lengths(document: number): number {
    const distance = this.#distance(document);
    const usual = Math.min(distance, USUAL_DISTANCE);
    return LENGTH_WEIGHT * usual * (2 * distance - usual);
  }

  #distance(document: number): number {
    return Math.abs(this.#length - this.#expected[document]!) / LENGTH_SPREAD;
  }

  #ofChinese(document: number): number {
    const { types, start } = this.#zh;
    const { start: first, to, strength } = this.#links;
    const breadth = this.#zhSaid.breadth[document]!;
    let sum = 0;
    for (let k = start[this.#document]!; k < start[this.#document + 1]!; k++) {
      const type = types[k]!;
      let best = 0;
      for (let link = first[type]!; link < first[type + 1]!; link++) {
        if (this.#has[to[link]!] === document + 1 && strength[link]! > best) best = strength[link]!;
      }
      sum += evidence(best, breadth * chanceOf(this.#zhSaid, type, best));
    }
    return sum;
  }
}

/** Where a document says nothing at all, nothing is certain. */
const LEAST_CHANCE = 1e-6;

/** @param chance how strongly it is said on average, above 0 */
function evidence(said: number, chance: number): number {
  return Math.log(1 - EXPECTED + (EXPECTED * said) / Math.min(1, Math.max(LEAST_CHANCE, chance)));
}

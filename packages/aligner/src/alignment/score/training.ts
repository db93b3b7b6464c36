import { finish } from '../../common/steps.js';
import type { Simplifier } from '../../document/writing/simplify.js';
import type { Alignment, Span } from '../../types.js';
import { type BeadSide, type BeadWords, beadWords } from './bead-words.js';
import { companions, countsGiven, expectedCounts, mixed, strengths } from './expectation.js';
import type { LearntTranslation } from './learnt-lexicon.js';
import type { Lexicon } from './lexicon.js';
import { type Links, union, valuesIn } from './links.js';
import { matchingSegments } from './matching-segment.js';
import { findMeetings } from './meetings.js';
import { findPinyinNames } from './names.js';
import { LATIN, NUMBER, tokenizeChinese, tokenizeEnglish } from './tokens.js';
import { forEachLink, lexiconTable } from './translation-table.js';

/** Rounds of expectation and maximisation; further ones fit the texts at hand and no others (docs/accuracy.md). */
const ROUNDS = 3;
/** Translations seen less often than this are not kept. */
const LEAST_COUNT = 1;

/** The words of one language over all documents. */
class Vocabulary {
  readonly keys: string[] = [];
  readonly #typeOf = new Map<string, number>();

  /** The type of a word, a new one where no document had the word. */
  add(key: string): number {
    let type = this.#typeOf.get(key);
    if (type === undefined) {
      type = this.keys.length;
      this.#typeOf.set(key, type);
      this.keys.push(key);
    }
    return type;
  }
}

/**
 * The pairs of many documents, as far as words can be learnt from them: IBM model 1 (Brown et al. 1993) with the
 * lexicon as a prior, as `reestimate` has it for one document. A document leaves behind five bytes for each word of
 * its pairs; its text is not kept.
 */
export class TrainingCorpus {
  readonly #lexicon: Lexicon;
  readonly #ownWords: ((run: string) => readonly Span[]) | undefined;
  readonly #en = new Vocabulary();
  readonly #zh = new Vocabulary();
  /** The beads of each document, with the types of all documents. */
  readonly #beads: BeadWords[] = [];
  /** t(e|z) by the lexicon, of all pairs of words that a document has: by English type, then by Chinese type. */
  readonly #lexical: Map<number, number>[] = [];

  constructor(lexicon: Lexicon, ownWords?: (run: string) => readonly Span[]) {
    this.#lexicon = lexicon;
    this.#ownWords = ownWords;
  }

  /** Each pair of the alignment counts by its score. */
  add({ en, zh, pairs, ladder }: Alignment, simplify?: Simplifier): void {
    const enTokens = finish(tokenizeEnglish(finish(matchingSegments(en.segments))));
    const names = findPinyinNames(enTokens.capitalised, this.#lexicon);
    const zhTokens = finish(
      tokenizeChinese(finish(matchingSegments(zh.segments, simplify)), this.#lexicon, names, this.#ownWords),
    );
    const enTypes = enTokens.keys.map((key) => this.#en.add(key));
    const zhTypes = zhTokens.keys.map((key) => this.#zh.add(key));
    const table = finish(lexiconTable(enTokens, zhTokens, this.#lexicon, names));
    forEachLink(table, (e, z, link) => {
      const [enType, zhType] = [enTypes[e]!, zhTypes[z]!];
      this.#lexical[enType] ??= new Map();
      const row = this.#lexical[enType];
      // The same in all documents but for names in pinyin, which only one that has the name can know.
      row.set(zhType, Math.max(table.forward[link]!, row.get(zhType) ?? 0));
    });
    const found = pairs.map(({ score, index }) => {
      const bead = ladder[index]!;
      const [enStart, enEnd, zhStart, zhEnd] = [bead.en.start, bead.en.end, bead.zh.start, bead.zh.end];
      return { enStart, enEnd, zhStart, zhEnd, trust: score };
    });
    const beads = beadWords(found, enTokens, zhTokens);
    this.#beads.push({
      en: { ...beads.en, type: beads.en.type.map((type) => enTypes[type]!), keys: this.#en.keys },
      zh: { ...beads.zh, type: beads.zh.type.map((type) => zhTypes[type]!), keys: this.#zh.keys },
      trust: beads.trust,
    });
  }

  /** The translations seen often enough, in no order. Numbers and Latin words translate themselves. */
  learn(): LearntTranslation[] {
    const en = joined(
      this.#beads.map((beads) => beads.en),
      this.#en.keys,
    );
    const zh = joined(
      this.#beads.map((beads) => beads.zh),
      this.#zh.keys,
    );
    const beads = { en, zh, trust: Float64Array.from(this.#beads.flatMap(({ trust }) => [...trust])) };
    const { links: listed, probability } = this.#listed();
    const company = finish(companions(beads));
    const links = union(listed, company);
    const prior = valuesIn(links, listed, probability);
    const strength = strengths(links, listed, probability, company);
    const meetings = finish(findMeetings(beads, links));
    for (let round = 1; ; round++) {
      const count = expectedCounts(beads, meetings, 'en', strength);
      if (round === ROUNDS) return this.#frequent(links, count);
      const given = countsGiven(links, count, zh.keys.length);
      links.to.forEach((z, link) => {
        strength[link] = mixed(prior[link]!, count[link]!, given[z]!);
      });
    }
  }

  /** The pairs that the lexicon has, and its probability of each. */
  #listed(): { links: Links; probability: number[] } {
    const start = new Int32Array(this.#en.keys.length + 1);
    const to: number[] = [];
    const probability: number[] = [];
    for (let e = 0; e < this.#en.keys.length; e++) {
      for (const [z, value] of [...(this.#lexical[e] ?? [])].sort(([a], [b]) => a - b)) {
        to.push(z);
        probability.push(value);
      }
      start[e + 1] = to.length;
    }
    return { links: { start, to: Int32Array.from(to) }, probability };
  }

  #frequent(links: Links, count: Float64Array): LearntTranslation[] {
    const translations: LearntTranslation[] = [];
    for (let e = 0; e + 1 < links.start.length; e++) {
      for (let link = links.start[e]!; link < links.start[e + 1]!; link++) {
        const zh = this.#zh.keys[links.to[link]!]!;
        if (count[link]! < LEAST_COUNT || zh.startsWith(NUMBER) || zh.startsWith(LATIN)) continue;
        translations.push({ zh, stem: this.#en.keys[e]!, count: count[link]! });
      }
    }
    return translations;
  }
}

/** The beads of all documents one after the other. */
function joined(documents: readonly BeadSide[], keys: readonly string[]): BeadSide {
  const words = documents.reduce((sum, { type }) => sum + type.length, 0);
  const type = new Int32Array(words);
  const times = new Uint8Array(words);
  const start = [0];
  let before = 0;
  for (const document of documents) {
    type.set(document.type, before);
    times.set(document.times, before);
    for (const end of document.start.subarray(1)) start.push(before + end);
    before += document.type.length;
  }
  return { type, times, start: Int32Array.from(start), keys };
}

import type { Alignment, Span } from '../types.js';
import type { LearntTranslation } from './learnt-lexicon.js';
import type { Lexicon } from './lexicon.js';
import { findPinyinNames } from './names.js';
import { PairCounts } from './pair-counts.js';
import { type BeadWords, expectedCounts, mixed, plausiblePairs, UNLISTED, wordsOf } from './reestimate.js';
import { LATIN, NUMBER, tokenizeChinese, tokenizeEnglish } from './tokens.js';
import { forEachLink, lexiconTable } from './translation-table.js';

/** Rounds of expectation and maximisation; further ones fit the texts at hand and no others (docs/accuracy.md). */
const ROUNDS = 3;
/** Translations seen less often than this are not kept. */
const LEAST_COUNT = 1;

/** The words of one language over all documents. */
class Vocabulary {
  readonly keys: string[] = [];
  /** Occurrences of each type. */
  readonly count: number[] = [];
  readonly #typeOf = new Map<string, number>();

  /** The type of a word that occurs so often more. */
  add(key: string, occurrences: number): number {
    let type = this.#typeOf.get(key);
    if (type === undefined) {
      type = this.keys.length;
      this.#typeOf.set(key, type);
      this.keys.push(key);
      this.count.push(0);
    }
    this.count[type]! += occurrences;
    return type;
  }
}

/**
 * The pairs of many documents, as far as words can be learnt from them: IBM model 1 (Brown et al. 1993) with the
 * lexicon as a prior, as `reestimate` has it for one document. A document leaves behind four bytes for each word of
 * its pairs; its text is not kept.
 */
export class TrainingCorpus {
  readonly #lexicon: Lexicon;
  readonly #ownWords: ((run: string) => readonly Span[]) | undefined;
  readonly #en = new Vocabulary();
  readonly #zh = new Vocabulary();
  readonly #beads: BeadWords[] = [];
  /** t(e|z) by the lexicon, of all pairs of words that a document has. */
  readonly #lexical = new PairCounts();

  constructor(lexicon: Lexicon, ownWords?: (run: string) => readonly Span[]) {
    this.#lexicon = lexicon;
    this.#ownWords = ownWords;
  }

  /** Each pair of the alignment counts by its score. */
  add({ en, zh, pairs, ladder }: Alignment): void {
    const enTokens = tokenizeEnglish(en.segments);
    const names = findPinyinNames(enTokens.capitalised, this.#lexicon);
    const zhTokens = tokenizeChinese(zh.segments, this.#lexicon, names, this.#ownWords);
    const enTypes = enTokens.keys.map((key, type) => this.#en.add(key, enTokens.count[type]!));
    const zhTypes = zhTokens.keys.map((key, type) => this.#zh.add(key, zhTokens.count[type]!));
    const table = lexiconTable(enTokens, zhTokens, this.#lexicon, names);
    forEachLink(table, (e, z, link) => {
      const [enType, zhType] = [enTypes[e]!, zhTypes[z]!];
      const known = this.#lexical.get(enType, zhType);
      // The same but for names in pinyin, which only a document that has the name can know.
      this.#lexical.add(enType, zhType, Math.max(0, table.forward[link]! - known));
    });
    const found = pairs.map(({ score, index }) => {
      const bead = ladder[index]!;
      const [enStart, enEnd, zhStart, zhEnd] = [bead.en.start, bead.en.end, bead.zh.start, bead.zh.end];
      return { enStart, enEnd, zhStart, zhEnd, trust: score };
    });
    for (const bead of wordsOf(found, enTokens, zhTokens)) {
      this.#beads.push({
        en: bead.en.map((type) => enTypes[type]!),
        zh: bead.zh.map((type) => zhTypes[type]!),
        trust: bead.trust,
      });
    }
  }

  /** The translations seen often enough, in no order. Numbers and Latin words translate themselves. */
  learn(): LearntTranslation[] {
    const isPlausible = plausiblePairs(this.#beads, this.#en, this.#zh);
    let probability = this.#lexical;
    for (let round = 1; ; round++) {
      const known = probability;
      const strength = (e: number, z: number) => known.get(e, z) || (isPlausible(e, z) ? UNLISTED : 0);
      const { pairs, given } = expectedCounts(this.#beads, 'en', strength, this.#zh.keys.length);
      if (round === ROUNDS) return this.#frequent(pairs);
      probability = new PairCounts();
      pairs.forEach((e, z, count) => {
        probability.add(e, z, mixed(this.#lexical.get(e, z), count, given[z]!));
      });
    }
  }

  #frequent(pairs: PairCounts): LearntTranslation[] {
    const translations: LearntTranslation[] = [];
    pairs.forEach((e, z, count) => {
      const zh = this.#zh.keys[z]!;
      if (count < LEAST_COUNT || zh.startsWith(NUMBER) || zh.startsWith(LATIN)) return;
      translations.push({ zh, stem: this.#en.keys[e]!, count });
    });
    return translations;
  }
}

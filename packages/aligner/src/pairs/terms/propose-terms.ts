import { builtInLexicon } from '../../alignment/choose-lexicon.js';
import type { Lexicon } from '../../alignment/score/lexicon.js';
import { badOption, checkIterable, checkOptionsAreOne } from '../../common/arguments.js';
import { simplifierFor } from '../../document/writing/simplify.js';
import { defineLexicon } from '../../plugins.js';
import { isDoubtful } from '../export/doubts.js';
import type { PairRecord } from '../pair-record.js';
import { chinesePhrases } from './chinese-phrases.js';
import { englishPhrases, type Phrase, Verbs } from './english-phrases.js';

/** A term and its translation as the pairs of documents suggest them, for a person to look through. */
export interface TermProposal {
  readonly en: string;
  readonly zh: string;
  /** Pairs that have both, and those that have the one and the other. */
  readonly count: number;
  readonly enCount: number;
  readonly zhCount: number;
  /** How well the two go together, 0–1: how regularly they come together, and how many of their words the lexicon translates. */
  readonly score: number;
  /** The shortest pair that has both. */
  readonly example: { readonly en: string; readonly zh: string };
}

/** How `proposeTerms` chooses; everything has a default. */
export interface TermOptions {
  /** Pairs that a term and its translation have to be together in; default 2. */
  readonly minCount?: number;
  /** Default the built-in one. */
  readonly lexicon?: Lexicon;
}

/** Phrases by number, with the numbers of the pairs that have them. */
class Phrases {
  readonly #numbers = new Map<string, number>();
  readonly all: { readonly phrase: Phrase; readonly texts: Map<string, number>; count: number }[] = [];

  /** @returns the number of a phrase, which is counted once more */
  add(phrase: Phrase): number {
    const known = this.#numbers.get(phrase.key);
    const number = known ?? this.all.length;
    if (known === undefined) {
      this.#numbers.set(phrase.key, number);
      this.all.push({ phrase, texts: new Map(), count: 0 });
    }
    const entry = this.all[number]!;
    entry.count++;
    entry.texts.set(phrase.text, (entry.texts.get(phrase.text) ?? 0) + 1);
    return number;
  }

  /** By number, whether a phrase is in enough pairs, and no mere part of one that is in nearly all the same pairs. */
  wanted(minCount: number): Uint8Array {
    const wanted = Uint8Array.from(this.all, ({ count }) => (count >= minCount ? 1 : 0));
    for (const { phrase, count } of this.all) {
      for (const part of phrase.parts) {
        const number = this.#numbers.get(part);
        const whole = number === undefined ? 0 : this.all[number]!.count;
        if (number !== undefined && count >= ENOUGH_TO_GROW && count >= NEARLY_ALL * whole)
          wanted[number] = 0;
      }
    }
    return wanted;
  }
}

/** Two pairs may say the same by chance, and then all of their words would be one phrase. */
const ENOUGH_TO_GROW = 3;
const NEARLY_ALL = 0.9;

interface Candidate {
  readonly en: number;
  readonly zh: number;
  readonly count: number;
  readonly score: number;
  readonly example: number;
}

/**
 * Term pairs that documents seem to use, the most useful first: runs of words of both languages that come together again and again,
 * that the lexicon translates by each other, or, where it does not know them, that never come alone. Doubtful pairs and repeated
 * ones teach nothing.
 *
 * @throws DuiqiError `bad-input` for arguments of another kind
 */
export async function proposeTerms(
  pairs: Iterable<PairRecord>,
  options: TermOptions = {},
): Promise<TermProposal[]> {
  checkIterable('pairs', pairs, 'pairs such as readPairs and records give');
  checkOptionsAreOne(options);
  const { minCount = 2, lexicon } = options;
  if (!(typeof minCount === 'number' && minCount >= 1)) {
    throw badOption('minCount', minCount, 'a number from 1 on');
  }
  if (lexicon !== undefined) defineLexicon(lexicon);
  const different = new Map<string, PairRecord>();
  for (const pair of pairs) if (!isDoubtful(pair)) different.set(`${pair.en}\n${pair.zh}`, pair);
  const texts = [...different.values()].map(({ en, zh }) => ({ en, zh }));
  const simplify = await simplifierFor(texts.map(({ zh }) => zh));
  return proposals(texts, simplify, minCount, lexicon ?? (await builtInLexicon()));
}

interface Texts {
  readonly en: string;
  readonly zh: string;
}

function proposals(
  texts: readonly Texts[],
  simplify: (text: string) => string,
  minCount: number,
  lexicon: Lexicon,
): TermProposal[] {
  const verbs = new Verbs();
  for (const { en } of texts) verbs.add(en);
  const [english, chinese] = [new Phrases(), new Phrases()];
  const rows = texts.map(({ en, zh }) => ({
    en: englishPhrases(en, verbs).map((phrase) => english.add(phrase)),
    zh: written(chinesePhrases(simplify(zh), lexicon), zh, simplify).map((phrase) => chinese.add(phrase)),
  }));
  const lengths = texts.map(({ en, zh }) => en.length + 2 * zh.length);
  const judge = new Judge(english, chinese, lexicon);
  const candidates = together(rows, lengths, english, chinese, minCount).flatMap(
    ({ en, zh, count, example }) => {
      const score = judge.score(en, zh, count);
      return score === 0 ? [] : [{ en, zh, count, score, example }];
    },
  );
  return chosen(candidates, english, chinese).map(({ en, zh, count, score, example }) => ({
    en: usual(english.all[en]!.texts),
    zh: usual(chinese.all[zh]!.texts),
    count,
    enCount: english.all[en]!.count,
    zhCount: chinese.all[zh]!.count,
    score: Math.round(score * 1e4) / 1e4,
    example: texts[example]!,
  }));
}

/** The phrases of a text that was made simplified, as they are written. */
function written(phrases: readonly Phrase[], text: string, simplify: (text: string) => string): Phrase[] {
  const simplified = simplify(text);
  return phrases.map((phrase) => {
    const at = simplified.indexOf(phrase.text);
    return { ...phrase, text: text.slice(at, at + phrase.text.length) };
  });
}

/** As it is written most often; the first of several. */
function usual(texts: ReadonlyMap<string, number>): string {
  return [...texts].reduce((best, each) => (each[1] > best[1] ? each : best))[0];
}

/** The phrases that are together in at least so many pairs. */
function together(
  rows: readonly { readonly en: readonly number[]; readonly zh: readonly number[] }[],
  lengths: readonly number[],
  english: Phrases,
  chinese: Phrases,
  minCount: number,
): { en: number; zh: number; count: number; example: number }[] {
  const [often, oftenChinese] = [english.wanted(minCount), chinese.wanted(minCount)];
  const counts = new Map<number, { count: number; example: number }>();
  const width = chinese.all.length;
  rows.forEach((row, example) => {
    const zhs = row.zh.filter((zh) => oftenChinese[zh]);
    for (const en of row.en) {
      if (!often[en]) continue;
      for (const zh of zhs) {
        const found = counts.get(en * width + zh);
        if (found === undefined) counts.set(en * width + zh, { count: 1, example });
        else {
          found.count++;
          if (lengths[example]! < lengths[found.example]!) found.example = example;
        }
      }
    }
  });
  return [...counts].flatMap(([key, found]) =>
    found.count < minCount ? [] : [{ en: Math.floor(key / width), zh: key % width, ...found }],
  );
}

/** Says how well two phrases go together. */
class Judge {
  readonly #english: Phrases;
  readonly #chinese: Phrases;
  readonly #lexicon: Lexicon;
  readonly #translations = new Map<string, ReadonlySet<string>>();

  constructor(english: Phrases, chinese: Phrases, lexicon: Lexicon) {
    this.#english = english;
    this.#chinese = chinese;
    this.#lexicon = lexicon;
  }

  /** 0 for two that are no translations of each other. */
  score(en: number, zh: number, count: number): number {
    const [e, z] = [this.#english.all[en]!, this.#chinese.all[zh]!];
    const dice = (2 * count) / (e.count + z.count);
    if (dice < (e.phrase.stems.length === 1 ? LEAST_DICE_OF_WORDS : LEAST_DICE)) return 0;
    const [enShare, zhShare] = this.#explained(e.phrase, z.phrase);
    // Two phrases of which each is seldom without the other are translations though no list has them, if that is no chance.
    const isName =
      enShare + zhShare === 0 && e.phrase.stems.length === 1 && dice >= SURE_DICE && count >= SURE_COUNT;
    if (!isName && Math.min(enShare, zhShare) < LEAST_SHARE) return 0;
    // One meeting more that was missed, so that two out of two are worth less than twenty out of twenty.
    const regular = (2 * count) / (e.count + z.count + 1);
    return Math.sqrt(regular) * (isName ? UNKNOWN : enShare * zhShare);
  }

  /** Which part of the words of each the other one translates. */
  #explained(e: Phrase, z: Phrase): [en: number, zh: number] {
    const stems = new Set(e.stems);
    const met = new Set<string>();
    let words = 0;
    for (const word of z.stems) {
      const own = this.#of(word);
      const hits = [...stems].filter((stem) => own.has(stem));
      for (const stem of hits) met.add(stem);
      if (hits.length > 0) words += word.length;
    }
    const whole = this.#of(z.text);
    const wholeHits = e.stems.filter((stem) => whole.has(stem));
    for (const stem of wholeHits) met.add(stem);
    const length = z.stems.reduce((sum, word) => sum + word.length, 0);
    const ofWhole = wholeHits.length >= e.stems.length ? 1 : 0;
    return [met.size / stems.size, Math.max(words / length, ofWhole)];
  }

  #of(word: string): ReadonlySet<string> {
    let found = this.#translations.get(word);
    if (found === undefined) {
      found = new Set(this.#lexicon.translations(word).map(({ stem }) => stem));
      this.#translations.set(word, found);
    }
    return found;
  }
}

/** How regularly two phrases have to be together: single words, which have many translations, more so. */
const LEAST_DICE = 0.3;
const LEAST_DICE_OF_WORDS = 0.55;
/** Of the words of each side, so much has to be translated by the other. */
const LEAST_SHARE = 0.7;
const SURE_DICE = 0.9;
const SURE_COUNT = 3;
/** What two phrases without any known word are worth, against 1 for those of which all are. */
const UNKNOWN = 0.4;

/** The best of the candidates, of which none says what another says already, the most useful first. */
function chosen(candidates: readonly Candidate[], english: Phrases, chinese: Phrases): Candidate[] {
  const lengthOf = ({ en, zh }: Candidate): number =>
    english.all[en]!.phrase.stems.length + chinese.all[zh]!.phrase.text.length / 2;
  const bestFirst = [...candidates].sort(
    (a, b) =>
      b.score - a.score || b.count - a.count || lengthOf(b) - lengthOf(a) || a.en - b.en || a.zh - b.zh,
  );
  const taken = { en: new Set<number>(), zh: new Set<number>() };
  const linked: Candidate[] = [];
  for (const candidate of bestFirst) {
    if (taken.en.has(candidate.en) || taken.zh.has(candidate.zh)) continue;
    taken.en.add(candidate.en);
    taken.zh.add(candidate.zh);
    linked.push(candidate);
  }
  const whole = linked.filter((candidate) => !isPart(candidate, linked, english, chinese));
  const worth = (candidate: Candidate): number =>
    candidate.score * Math.log2(1 + candidate.count) * Math.min(2, 0.5 + lengthOf(candidate) / 4);
  return whole.sort((a, b) => worth(b) - worth(a) || a.en - b.en);
}

/** Whether a candidate is hardly ever anything but a part of a longer one. */
function isPart(
  { en, zh }: Candidate,
  all: readonly Candidate[],
  english: Phrases,
  chinese: Phrases,
): boolean {
  const [e, z] = [english.all[en]!, chinese.all[zh]!];
  return all.some((other) => {
    const [longer, longerChinese] = [english.all[other.en]!, chinese.all[other.zh]!];
    const inEnglish = other.en !== en && ` ${longer.phrase.key} `.includes(` ${e.phrase.key} `);
    const inChinese = other.zh !== zh && longerChinese.phrase.key.includes(z.phrase.key);
    return (
      (inEnglish && longer.count >= NEARLY_ALWAYS * e.count) ||
      (inChinese && longerChinese.count >= NEARLY_ALWAYS * z.count)
    );
  });
}

const NEARLY_ALWAYS = 0.8;

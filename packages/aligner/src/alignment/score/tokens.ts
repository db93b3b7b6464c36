import { mapInSteps, type Steps } from '../../common/steps.js';
import {
  chineseRunEnd,
  countAtLeast,
  WordSplitter,
  type WordsAt,
} from '../../document/segment/chinese-words.js';
import { isContractedNot, letteredWordEnd, wordForms } from '../../document/segment/english-words.js';
import type { Language, Span } from '../../types.js';
import { type Lexicon, translationLists, wordsAt } from './lexicon.js';
import type { MatchingSegment } from './matching-segment.js';
import { NO_NAMES, type PinyinNames } from './names.js';
import { findNumbers, type NumberMention } from './numbers.js';
import { TokenCollector } from './token-collector.js';

/**
 * The words of one side as numbers. Equal words share a type; the tokens of segment s are
 * `start[s] … start[s + 1] - 1`.
 */
export interface Tokens {
  /** Type of each token. */
  readonly type: Int32Array;
  readonly start: Int32Array;
  /** Where each token is written in the text of its segment: `from … to - 1`. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Occurrences of each type, with those beyond the words of a segment that are looked at. */
  readonly count: Float64Array;
  readonly keys: readonly string[];
  /** Type of a key; undefined where the side does not have it. */
  readonly typeOf: ReadonlyMap<string, number>;
}

/** The words of the English side, and those that may be names. */
export interface EnglishTokens extends Tokens {
  /** Each word that is written with a capital letter somewhere: from its lower-case form to its stem. */
  readonly capitalised: ReadonlyMap<string, string>;
}

/** How many words the segments `from … to - 1` have. */
export function wordCount(tokens: Tokens, from: number, to: number): number {
  return tokens.start[to]! - tokens.start[from]!;
}

/** Prefix of a number by value: `#24` whether the text has `24`, `twenty-four` or `二十四`. */
export const NUMBER = '#';
/** Units of `’t`, which belongs to the word before it. */
const CONTRACTED = 2;
/** A word inside Chinese text in other letters, Latin ones as a rule. */
export const LATIN = '~';

/**
 * Content words and numbers by value of each English segment; clause markers are left out.
 *
 * @param lexicon tells the words of Chinese that stands in English text, which may stand on the other side as it is; without
 *   one they are left out
 * @param ownWords cuts that Chinese, as it does on the other side
 */
export function* tokenizeEnglish(
  segments: readonly MatchingSegment[],
  lexicon?: Lexicon,
  ownWords?: OwnWords,
): Steps<EnglishTokens> {
  const tokenizer = new EnglishTokenizer(segments.length, lexicon, ownWords);
  yield* mapInSteps(segments, (segment) => tokenizer.add(segment));
  return tokenizer.tokens();
}

class EnglishTokenizer {
  readonly #formOf = wordForms();
  readonly #capitalised = new Map<string, string>();
  readonly #collector: TokenCollector;
  readonly #chinese: ChineseRuns | undefined;

  constructor(segments: number, lexicon: Lexicon | undefined, ownWords: OwnWords | undefined) {
    this.#collector = new TokenCollector(segments);
    if (lexicon) this.#chinese = new ChineseRuns(this.#collector, lexicon, NO_NAMES, ownWords);
  }

  add(segment: MatchingSegment): void {
    const collector = this.#collector;
    const { text } = segment;
    const body = bodyStart(segment.label);
    const numbers = numbersOf(segment, 'en');
    let next = 0;
    let numberEnd = 0;
    const addNumbers = (before: number): void => {
      for (; next < numbers.length && numbers[next]!.start < before; next++) {
        const { value, start, end } = numbers[next]!;
        collector.add(collector.typeOf(NUMBER + value), start, end);
        numberEnd = end;
      }
    };
    for (let start = 0; start < text.length; ) {
      const end = letteredWordEnd(text, start, text.length);
      const isNot = end > start && isContractedNot(text, end);
      const word = end > start ? this.#formOf(isNot ? 'not' : text.slice(start, end)) : null;
      if (word) {
        if (word.capital && !this.#capitalised.has(word.form)) this.#capitalised.set(word.form, word.stem);
        addNumbers(start + 1);
        if (start >= body && start >= numberEnd)
          collector.add(collector.typeOf(word.stem), start, isNot ? end + CONTRACTED : end);
      }
      const runEnd = this.#chinese && end === start ? chineseRunEnd(text, start, text.length) : start;
      if (this.#chinese && runEnd > start) {
        addNumbers(start + 1);
        this.#chinese.add(text, start, runEnd);
      }
      start = Math.max(start + 1, end, runEnd);
    }
    addNumbers(text.length);
    collector.endSegment(segment.written);
  }

  tokens(): EnglishTokens {
    return { ...this.#collector.tokens(), capitalised: this.#capitalised };
  }
}

/** The same of each Chinese segment; words that the lexicon cannot translate are taken apart into ones it can. */
export function* tokenizeChinese(
  segments: readonly MatchingSegment[],
  lexicon: Lexicon,
  names: PinyinNames,
  ownWords?: OwnWords,
): Steps<Tokens> {
  const tokenizer = new ChineseTokenizer(segments.length, lexicon, names, ownWords);
  yield* mapInSteps(segments, (segment) => tokenizer.add(segment));
  return tokenizer.tokens();
}

class ChineseTokenizer {
  readonly #formOf = wordForms();
  readonly #collector: TokenCollector;
  readonly #runs: ChineseRuns;

  constructor(segments: number, lexicon: Lexicon, names: PinyinNames, ownWords: OwnWords | undefined) {
    this.#collector = new TokenCollector(segments);
    this.#runs = new ChineseRuns(this.#collector, lexicon, names, ownWords);
  }

  add(segment: MatchingSegment): void {
    const { text } = segment;
    let from = bodyStart(segment.label);
    for (const { value, start, end } of numbersOf(segment, 'zh')) {
      this.#addStretch(text, from, start);
      this.#collector.add(this.#collector.typeOf(NUMBER + value), start, end);
      from = end;
    }
    this.#addStretch(text, from, text.length);
    this.#collector.endSegment(segment.written);
  }

  #addStretch(text: string, from: number, to: number): void {
    for (let start = from; start < to; ) {
      const wordEnd = letteredWordEnd(text, start, to);
      const end = chineseRunEnd(text, wordEnd, to);
      const word = wordEnd > start ? this.#formOf(text.slice(start, wordEnd)) : null;
      if (word) this.#collector.add(this.#collector.typeOf(LATIN + word.stem), start, wordEnd);
      if (end > wordEnd) this.#runs.add(text, wordEnd, end);
      start = Math.max(start + 1, end);
    }
  }

  tokens(): Tokens {
    return this.#collector.tokens();
  }
}

/** Cuts a run of Chinese into words, as a segmenter of the caller's does. */
type OwnWords = (run: string) => readonly Span[];

/** Adds the content words of runs of Chinese. */
class ChineseRuns {
  readonly #collector: TokenCollector;
  readonly #parts: ContentParts;
  readonly #splitter: WordSplitter;
  readonly #ownWords: OwnWords | undefined;

  constructor(
    collector: TokenCollector,
    lexicon: Lexicon,
    names: PinyinNames,
    ownWords: OwnWords | undefined,
  ) {
    this.#collector = collector;
    this.#parts = new ContentParts(lexicon, names, collector);
    this.#splitter = new WordSplitter(withNames(wordsAt(lexicon), names));
    this.#ownWords = ownWords;
  }

  /** The run is `from … to - 1` of the text. */
  add(text: string, from: number, to: number): void {
    if (this.#ownWords) {
      for (const { start, end } of this.#ownWords(text.slice(from, to)))
        this.#addWord(text, from + start, from + end);
      return;
    }
    const lengths = this.#splitter.split(text, from, to);
    for (let at = from; at < to; at += lengths[at - from]!) this.#addWord(text, at, at + lengths[at - from]!);
  }

  #addWord(text: string, from: number, to: number): void {
    const parts = this.#parts.of(text.slice(from, to));
    for (let k = 0; k < parts.length; k++) {
      const { type, start, end } = parts[k]!;
      this.#collector.add(type, from + start, from + end);
    }
  }
}

/** The numbers of a segment but for its clause marker. */
function numbersOf({ text, label }: MatchingSegment, language: Language): NumberMention[] {
  const body = bodyStart(label);
  return findNumbers(text, language).filter((number) => number.start >= body);
}

/** Finds the names too that the other side writes in pinyin. */
function withNames(wordsOfLexicon: WordsAt, names: PinyinNames): WordsAt {
  return (text, start, end, frequencies) => {
    let longest = wordsOfLexicon(text, start, end, frequencies);
    const found = names.namesAt(text, start, end);
    for (let length = 2; length < found.length; length++) {
      if (found[length] !== undefined) longest = countAtLeast(NAME_FREQUENCY, length, longest, frequencies);
    }
    return longest;
  };
}

/** As common as an everyday word: a run that spells a name of the other side is one word. */
const NAME_FREQUENCY = 2000;

// Particles, measure words and prepositions that correspond to no English content word.
const GRAMMAR: ReadonlySet<string> = new Set(
  `的 了 着 地 得 之 之一 而 且 与 和 及 以及 或 在 于 从 向 对 对于 把 被 将 给 由 以 为 所 其 则 个 位 项 种 这 那 这个 那个 这些 那些
  也 都 就 还 又 再 便 即 并 并且 而且 等 吧 吗 呢 啊 呀 是 有 着 上 中 里 下 到 去 来 起来 出来 一 是的 说的`.split(
    /\s+/,
  ),
);

/** A part of a word: its place in it. */
interface Part extends Span {
  readonly type: number;
}

/**
 * The parts that a word is matched by: itself where it can be translated. They are found when the word is asked for
 * the first time.
 */
class ContentParts {
  readonly #known: (word: string) => boolean;
  readonly #collector: TokenCollector;
  readonly #parts = new Map<string, readonly Part[]>();

  constructor(lexicon: Lexicon, names: PinyinNames, collector: TokenCollector) {
    const { isKnown } = translationLists(lexicon);
    this.#known = (word) => isKnown(word) || names.nameOf(word) !== undefined;
    this.#collector = collector;
  }

  of(word: string): readonly Part[] {
    let found = this.#parts.get(word);
    if (found === undefined) {
      found = knownParts(word, this.#known).flatMap(({ start, end }) => {
        const key = word.slice(start, end);
        return GRAMMAR.has(key) ? [] : [{ type: this.#collector.typeOf(key), start, end }];
      });
      this.#parts.set(word, found);
    }
    return found;
  }
}

function knownParts(word: string, known: (word: string) => boolean): Span[] {
  if (word.length === 1 || known(word)) return [{ start: 0, end: word.length }];
  const parts: Span[] = [];
  for (let start = 0; start < word.length; ) {
    let end = Math.min(word.length, start + (start === 0 ? word.length - 1 : word.length));
    while (end > start + 1 && !known(word.slice(start, end))) end--;
    parts.push({ start, end });
    start = end;
  }
  return parts;
}

function bodyStart(label: MatchingSegment['label']): number {
  return label?.length ?? 0;
}

import { chineseWords } from '../segment/chinese-words.js';
import { englishWords } from '../segment/english-words.js';
import type { Label, Segment, Span } from '../types.js';
import type { Lexicon } from './lexicon.js';
import type { PinyinNames } from './names.js';
import { findNumbers } from './numbers.js';

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
  /** Occurrences of each type. */
  readonly count: Float64Array;
  readonly keys: readonly string[];
  /** Type of a key; undefined where the side does not have it. */
  readonly typeOf: ReadonlyMap<string, number>;
}

/** How many words the segments `from … to - 1` have. */
export function wordCount(tokens: Tokens, from: number, to: number): number {
  return tokens.start[to]! - tokens.start[from]!;
}

/** Prefix of a number by value: `#24` whether the text has `24`, `twenty-four` or `二十四`. */
export const NUMBER = '#';
/** A word in Latin letters inside Chinese text. */
export const LATIN = '~';

interface Token {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** Content words and numbers by value of each English segment; clause markers are left out. */
export function tokenizeEnglish(segments: readonly Segment[]): Tokens {
  return collect(segments, ({ text, label }) => {
    const body = bodyStart(label);
    const numbers = findNumbers(text, 'en').filter((number) => number.start >= body);
    const tokens: Token[] = numbers.map(({ value, start, end }) => ({ key: NUMBER + value, start, end }));
    let next = 0;
    for (const { stem, start, end } of englishWords(text)) {
      if (start < body) continue;
      while (next < numbers.length && numbers[next]!.end <= start) next++;
      if (next < numbers.length && numbers[next]!.start <= start) continue;
      tokens.push({ key: stem, start, end });
    }
    return tokens;
  });
}

/** The same of each Chinese segment; words that the lexicon cannot translate are taken apart into ones it can. */
export function tokenizeChinese(
  segments: readonly Segment[],
  lexicon: Lexicon,
  names: PinyinNames,
  ownWords?: (run: string) => readonly Span[],
): Tokens {
  const frequency = (word: string): number =>
    word.length > 1 && names.nameOf(word) !== undefined
      ? Math.max(NAME_FREQUENCY, lexicon.frequency(word))
      : lexicon.frequency(word);
  const translatable = new Map<string, boolean>();
  const known = (word: string): boolean => {
    let answer = translatable.get(word);
    if (answer === undefined) {
      answer = lexicon.translations(word).length > 0 || names.nameOf(word) !== undefined;
      translatable.set(word, answer);
    }
    return answer;
  };
  return collect(segments, ({ text, label }) => {
    const body = bodyStart(label);
    const numbers = findNumbers(text, 'zh').filter((number) => number.start >= body);
    const tokens: Token[] = numbers.map(({ value, start, end }) => ({ key: NUMBER + value, start, end }));
    let from = body;
    for (const number of [...numbers, { start: text.length, end: text.length }]) {
      const stretch = text.slice(from, number.start);
      for (const run of stretch.matchAll(HAN_RUN)) {
        for (const { start, end } of ownWords ? ownWords(run[0]) : chineseWords(run[0], frequency)) {
          const word = run[0].slice(start, end);
          const offset = from + run.index + start;
          for (const part of knownParts(word, known)) {
            const key = word.slice(part.start, part.end);
            if (!GRAMMAR.has(key)) tokens.push({ key, start: offset + part.start, end: offset + part.end });
          }
        }
      }
      for (const { stem, start, end } of englishWords(stretch))
        tokens.push({ key: LATIN + stem, start: from + start, end: from + end });
      from = number.end;
    }
    return tokens;
  });
}

/** As common as an everyday word: a run that spells a name of the other side is one word. */
const NAME_FREQUENCY = 2000;

const HAN_RUN = /\p{Script=Han}+/gu;

// Particles, measure words and prepositions that correspond to no English content word.
const GRAMMAR: ReadonlySet<string> = new Set(
  `的 了 着 地 得 之 之一 而 且 与 和 及 以及 或 在 于 从 向 对 对于 把 被 将 给 由 以 为 所 其 则 个 位 项 种 这 那 这个 那个 这些 那些
  也 都 就 还 又 再 便 即 并 并且 而且 等 吧 吗 呢 啊 呀 是 有 着 上 中 里 下 到 去 来 起来 出来 一 是的 说的`.split(
    /\s+/,
  ),
);

function knownParts(word: string, known: (word: string) => boolean): { start: number; end: number }[] {
  if (word.length === 1 || known(word)) return [{ start: 0, end: word.length }];
  const parts: { start: number; end: number }[] = [];
  for (let start = 0; start < word.length; ) {
    let end = Math.min(word.length, start + (start === 0 ? word.length - 1 : word.length));
    while (end > start + 1 && !known(word.slice(start, end))) end--;
    parts.push({ start, end });
    start = end;
  }
  return parts;
}

function bodyStart(label: Label | null): number {
  return label?.length ?? 0;
}

function collect(segments: readonly Segment[], tokensOf: (segment: Segment) => readonly Token[]): Tokens {
  const typeOf = new Map<string, number>();
  const types: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const counts: number[] = [];
  const start = new Int32Array(segments.length + 1);
  segments.forEach((segment, index) => {
    // Where a word stands among the others counts in the score: in the order of the text.
    for (const token of [...tokensOf(segment)].sort((a, b) => a.start - b.start)) {
      const { key } = token;
      let type = typeOf.get(key);
      if (type === undefined) {
        type = typeOf.size;
        typeOf.set(key, type);
        counts.push(0);
      }
      counts[type]!++;
      types.push(type);
      from.push(token.start);
      to.push(token.end);
    }
    start[index + 1] = types.length;
  });
  return {
    type: Int32Array.from(types),
    start,
    from: Int32Array.from(from),
    to: Int32Array.from(to),
    count: Float64Array.from(counts),
    keys: [...typeOf.keys()],
    typeOf,
  };
}

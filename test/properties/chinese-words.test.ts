import { type Lexicon, withGlossary, withLearnt } from 'duiqi/words';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsAt } from '../../packages/aligner/src/alignment/score/lexicon.js';
import { chineseWords, LONGEST_WORD } from '../../packages/aligner/src/document/segment/chinese-words.js';

const builtIn = await (await import('duiqi/words')).builtInLexicon();

/** The same lexicon as a caller may write it, who can only be asked about one word at a time. */
const plain = ({ name, translations, frequency, readings }: Lexicon): Lexicon => ({
  name,
  translations,
  frequency: (word) => frequency(word),
  readings,
});

/** How much a segmentation costs under the model that `WordSplitter` describes. */
function costOf(words: readonly string[], frequency: (word: string) => number): number {
  return words.reduce((sum, word) => {
    const count = frequency(word);
    return sum + Math.log(4e7) - Math.log(count > 0 ? count + 1 : 0.5);
  }, 0);
}

/** The least cost of all segmentations, by asking about each slice. */
function leastCost(run: string, frequency: (word: string) => number): number {
  const best = [0];
  const characters = [...run];
  characters.forEach((_, index) => {
    const costs = characters.slice(0, index + 1).map((_, from) => {
      const word = characters.slice(from, index + 1).join('');
      const isWord = from === index || (word.length <= LONGEST_WORD && frequency(word) > 0);
      return isWord ? best[from]! + costOf([word], frequency) : Number.POSITIVE_INFINITY;
    });
    best.push(Math.min(...costs));
  });
  return best.at(-1)!;
}

const run = fc
  .array(
    fc.constantFrom(
      ...'中国人民大学生活动物理工作会议员一不上下来说',
      '国际货币基金组织',
      '𠀀',
      '龘',
      '望舒阁',
    ),
    { minLength: 1, maxLength: 30 },
  )
  .map((pieces) => pieces.join(''));

const glossary = [
  { en: 'Halcyon', zh: '望舒阁' },
  { en: 'guild', zh: '生活动' },
  { en: 'pane', zh: '国际货币基金' },
];
const lexicons: [string, Lexicon][] = [
  ['the built-in lexicon', builtIn],
  ['one with a glossary', withGlossary(builtIn, glossary)],
  ['one with what was learnt', withLearnt(builtIn, { base: '', translations: [] })],
  ['both', withGlossary(withLearnt(builtIn, { base: '', translations: [] }), glossary)],
];

describe.each(lexicons)('words by %s', (_, lexicon) => {
  const wordsOf = (text: string, asked: Lexicon): string[] =>
    chineseWords(text, wordsAt(asked)).map(({ start, end }) => text.slice(start, end));

  test('they cover the run at the least cost, found at once or one by one', () => {
    fc.assert(
      fc.property(run, (text) => {
        const words = wordsOf(text, lexicon);
        expect(words.join('')).toBe(text);
        expect(costOf(words, lexicon.frequency)).toBeCloseTo(leastCost(text, lexicon.frequency), 6);
        expect(wordsOf(text, plain(lexicon))).toEqual(words);
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });

  test.each(['一', '龘', '𠀀', '望', '国际货币基金组织'])('a run of a million units: %s', (piece) => {
    const text = piece.repeat(1e6 / piece.length);
    const words = chineseWords(text, wordsAt(lexicon));
    expect(words[0]!.start).toBe(0);
    expect(words.at(-1)!.end).toBe(text.length);
    expect(words.every(({ start, end }, n) => start < end && start === (words[n - 1]?.end ?? 0))).toBe(true);
  });
});

test('a lexicon that is spread into another one leaves its words behind with its frequencies', () => {
  const none = { ...builtIn, name: 'none', frequency: () => 0 };
  expect(chineseWords('中国人民', wordsAt(none))).toHaveLength(4);
  expect(chineseWords('中国人民', wordsAt(builtIn)).length).toBeLessThan(4);
});

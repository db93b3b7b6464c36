import type { Label, Language, Segment } from 'duiqi';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { statedQuantities } from '../../packages/aligner/src/alignment/quantities/quantities.js';
import {
  partOfNumbers,
  segmentNumbers,
} from '../../packages/aligner/src/alignment/quantities/segment-numbers.js';
import type { Lexicon } from '../../packages/aligner/src/alignment/score/lexicon.js';
import { findPinyinNames } from '../../packages/aligner/src/alignment/score/names.js';
import { MOST_WORDS } from '../../packages/aligner/src/alignment/score/token-collector.js';
import { tokenizeChinese, tokenizeEnglish } from '../../packages/aligner/src/alignment/score/tokens.js';
import { finish } from '../../packages/aligner/src/common/steps.js';
import { textAsSide } from '../../packages/aligner/src/pairs/flags/flags.js';

const lexicon: Lexicon = {
  name: 'empty',
  translations: () => [],
  frequency: () => 0,
  readings: () => [],
};

const article: Label = {
  raw: 'Article 3',
  scheme: 'article',
  ordinals: [3],
  letterCase: 'none',
  length: 10,
};

const segment = (text: string, language: Language, label: Label | null = null): Segment =>
  textAsSide(text, language, label).segments[0]!;

function numbersOf(segments: readonly Segment[], language: Language) {
  const english = finish(tokenizeEnglish(language === 'en' ? segments : []));
  const names = findPinyinNames(english.capitalised, lexicon);
  const tokens = language === 'en' ? english : finish(tokenizeChinese(segments, lexicon, names));
  return segmentNumbers(segments, segments, tokens, language);
}

/** The values that a text states, whatever its tokens are. */
const stated = ({ text, label }: Segment, language: Language): number[] =>
  statedQuantities([{ text, label }], language).flatMap(({ values }) => values());

const WORDS = {
  en: ['river', 'one', 'twenty', 'hundred', '15', '3.5 million', '60%', 'G20', 'and', 'twice', '(2)'],
  zh: ['河流', '一', '二十', '百', '15', '350万', '百分之六十', 'G20', '两', '第一', '十分'],
};

test.each(['en', 'zh'] as const)('what a text of %s states is known of its segment', (language) => {
  const text = fc
    .array(fc.constantFrom(...WORDS[language]), { maxLength: 8 })
    .map((words) => words.join(language === 'en' ? ' ' : ''));
  fc.assert(
    fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (texts) => {
      const segments = texts.map((each) => segment(each, language));
      const numbers = numbersOf(segments, language);
      for (const [s, each] of segments.entries()) {
        for (const value of stated(each, language)) expect(numbers.has(s, [value])).toBe(true);
        const exact = statedQuantities([each], language).filter(({ kind }) => kind === 'exact');
        expect(numbers.exact(s)).toHaveLength(exact.length);
      }
    }),
    { seed: 22 },
  );
});

test('the number of a clause marker is one of its segment, though no token is', () => {
  const numbers = numbersOf([segment('Article 3 The sea is wide.', 'en', article)], 'en');
  expect(numbers.has(0, [3])).toBe(true);
  expect(numbers.has(0, [4])).toBe(false);
});

test('a number after the last word that is looked at counts', () => {
  const numbers = numbersOf([segment(`${'river '.repeat(MOST_WORDS)}1949`, 'en')], 'en');
  expect(numbers.exact(0)).toEqual([[1949]]);
});

test('a part of a side has the numbers of its segments', () => {
  const numbers = numbersOf(
    ['In 1911.', 'No more.', 'In 1949.'].map((text) => segment(text, 'en')),
    'en',
  );
  const part = partOfNumbers(numbers, Int32Array.of(1, 2));
  expect([part.exact(0), part.exact(1)]).toEqual([[], [[1949]]]);
  expect(part.has(1, [1949])).toBe(true);
});

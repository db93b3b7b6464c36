import type { Label, Segment } from 'duiqi';
import type { Lexicon } from 'duiqi/words';
import { describe, expect, test } from 'vitest';
import { findPinyinNames } from '../../packages/aligner/src/alignment/score/names.js';
import {
  type Tokens,
  tokenizeChinese,
  tokenizeEnglish,
} from '../../packages/aligner/src/alignment/score/tokens.js';
import { finish } from '../../packages/aligner/src/common/steps.js';
import { textAsSide } from '../../packages/aligner/src/pairs/flags/flags.js';

const lexicon: Lexicon = {
  name: 'small',
  translations: (word) => (['苹果', '园', '船', '大'].includes(word) ? [{ stem: 'some', weight: 1 }] : []),
  frequency: (word) => ({ 苹果: 500, 苹果园: 300, 大船: 200, 的: 9000 })[word] ?? 0,
  readings: (character) =>
    ({ 清: ['qing'], 扬: ['yang'], 长: ['chang', 'zhang'], 安: ['an'], 𠀀: ['he'] })[character] ?? [],
};

const segment = (text: string, label: Label | null = null): Segment =>
  textAsSide(text, 'en', label).segments[0]!;

/** What each segment has: the keys of its words with the text they stand for. */
function words(tokens: Tokens, texts: readonly string[]): string[] {
  return texts.map((text, s) =>
    Array.from(tokens.type.subarray(tokens.start[s], tokens.start[s + 1]), (type, index) => {
      const token = tokens.start[s]! + index;
      return `${tokens.keys[type]}=${text.slice(tokens.from[token], tokens.to[token])}`;
    }).join(' '),
  );
}

const english = (...texts: string[]): string[] =>
  words(finish(tokenizeEnglish(texts.map((text) => segment(text)))), texts);

describe('English', () => {
  test.each([
    ['The boats sailed.', 'boat=boats sail=sailed'],
    ['Two boats, 1,200 apples', '#2=Two boat=boats #1200=1,200 appl=apples'],
    ['twenty-four apples of 3 million', '#24=twenty-four appl=apples #3000000=3 million'],
    ['A café, a naïve ﬁlm', 'cafe=café naiv=naïve film=ﬁlm'],
    ['cafe\u0301s', 'cafe=cafe\u0301s'],
    ['ＢＯＡＴ ３', 'boat=ＢＯＡＴ #3=３'],
    ['苹果 apple\u3099 。', 'appl=apple\u3099'],
    ['\ud801 boat \udf80', 'boat=boat'],
    ['“It’s” – of the', ''],
    ["It didn’t, it DON'T", "not=didn’t not=DON'T"],
    ['Ann’s hat, don’ta', 'ann=Ann hat=hat don=don ta=ta'],
    ['They hurt themselves, she herself', 'thei=They hurt=hurt oneself=themselves she=she oneself=herself'],
    ['', ''],
  ])('%s', (text, expected) => {
    expect(english(text)).toEqual([expected]);
  });

  test('a clause marker is left out, but a name in it is a name', () => {
    const label = { length: 11 } as Label;
    const tokens = finish(tokenizeEnglish([segment('Article Two Boats', label)]));
    expect(words(tokens, ['Article Two Boats'])).toEqual(['boat=Boats']);
    expect([...tokens.capitalised]).toEqual([
      ['article', 'articl'],
      ['two', 'two'],
      ['boats', 'boat'],
    ]);
  });

  test('types are counted over all segments, more of them than fit at first', () => {
    const texts = Array.from({ length: 400 }, (_, n) => `boat ${n + 2}`);
    const tokens = finish(tokenizeEnglish(texts.map((text) => segment(text))));
    expect(tokens.type.length).toBe(800);
    expect(tokens.count[tokens.typeOf.get('boat')!]).toBe(400);
    expect(words(tokens, texts).at(-1)).toBe('boat=boat #401=401');
  });
});

describe('Chinese and other letters in English text', () => {
  const inEnglish = (text: string, ownWords?: Parameters<typeof tokenizeEnglish>[2]): string =>
    words(finish(tokenizeEnglish([segment(text)], lexicon, ownWords)), [text]).join();

  test.each([
    ['the 大船 of 3 苹果园', '大=大 船=船 #3=3 苹果=苹果 园=园'],
    ['苹果boat的 two', '苹果=苹果 boat=boat #2=two'],
    ['Ελλάδα, עברית', 'ελλαδα=Ελλάδα עברית=עברית'],
    ['ひらがな boat', 'ひらかな=ひらがな boat=boat'],
  ])('%s', (text, expected) => {
    expect(inEnglish(text)).toBe(expected);
  });

  test('words of the caller, as on the other side', () => {
    expect(inEnglish('苹果船 boats', (run) => [{ start: 1, end: run.length }])).toBe(
      '果=果 船=船 boat=boats',
    );
  });
});

test('of an endless sentence a thousand words are looked at, and all are counted', () => {
  const text = `mill ${'bridge '.repeat(1500)}river`;
  const { type, count, keys } = finish(tokenizeEnglish([segment(text)]));
  expect(type).toHaveLength(1000);
  expect(Object.fromEntries(keys.map((key, own) => [key, count[own]]))).toEqual({
    mill: 1,
    bridg: 1500,
    river: 1,
  });
});

describe('Chinese', () => {
  const chinese = (text: string, names = '', ownWords?: Parameters<typeof tokenizeChinese>[3]): string =>
    words(
      finish(
        tokenizeChinese(
          [segment(text)],
          lexicon,
          findPinyinNames(finish(tokenizeEnglish([segment(names)])).capitalised, lexicon),
          ownWords,
        ),
      ),
      [text],
    ).join();

  test.each([
    ['大船的苹果', '', '大=大 船=船 苹果=苹果'],
    ['苹果园', '', '苹果=苹果 园=园'],
    ['3船apples苹果', '', '#3=3 船=船 ~appl=apples 苹果=苹果'],
    ['苹果二十四', '', '苹果=苹果 #24=二十四'],
    ['清扬船', '', '清=清 扬=扬 船=船'],
    ['清扬船', 'Qingyang', '清扬=清扬 船=船'],
    ['清扬船', 'qingyang', '清=清 扬=扬 船=船'],
    ['长安', 'Zhangan', '长安=长安'],
    ['𠀀长', 'He', '𠀀=𠀀 长=长'],
    ['船Μήλο大', '', '船=船 ~μηλο=Μήλο 大=大'],
  ])('%s with %j', (text, names, expected) => {
    expect(chinese(text, names)).toBe(expected);
  });

  test('words of the caller', () => {
    const inTwos = (run: string) =>
      Array.from({ length: Math.ceil(run.length / 2) }, (_, n) => ({
        start: 2 * n,
        end: Math.min(run.length, 2 * n + 2),
      }));
    expect(chinese('，大苹果船', '', inTwos)).toBe('大=大 苹=苹 果=果 船=船');
  });
});

test('the name of several that a word spells is that of its first reading', () => {
  const names = findPinyinNames(
    new Map([
      ['zhangan', 'z'],
      ['changan', 'c'],
    ]),
    lexicon,
  );
  expect(['长安', '长', '安', '长安安', '苹果', ''].map(names.nameOf)).toEqual(['c', ...Array(5)]);
});

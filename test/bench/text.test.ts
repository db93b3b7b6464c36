import { beforeAll, describe, expect, test } from 'vitest';
import { stemWord } from '../../packages/aligner/src/document/segment/english-words.js';
import { type Lexicon, lexiconBytes, openLexicon } from '../../packages/aligner/src/words.js';
import { bilingualText, type SentenceBead } from './text.mjs';
import { makeVocabulary, type Vocabulary } from './vocabulary.mjs';
import { worstCases } from './works.mjs';

const SEED = 20261122;
let lexicon: Lexicon;
let vocabulary: Vocabulary;
beforeAll(async () => {
  const bytes = await lexiconBytes();
  lexicon = openLexicon(bytes);
  vocabulary = makeVocabulary(bytes, lexicon, stemWord);
});

const textOf = (english: number, chinese: number, seed = SEED): SentenceBead[] => [
  ...bilingualText({ english, chinese, seed, vocabulary }),
];
const sentences = (text: readonly SentenceBead[], side: 'en' | 'zh') => text.flatMap((bead) => bead[side]);
const englishTypes = (text: readonly SentenceBead[]) =>
  new Set(sentences(text, 'en').flatMap((sentence) => sentence.toLowerCase().match(/[a-z]+/g)!)).size;

describe('the vocabulary', () => {
  test('is large, and has each English word once, as its own stem', () => {
    const stems = vocabulary.words.map(({ en }) => en);
    expect(stems.length).toBeGreaterThan(25_000);
    expect(new Set(stems).size).toBe(stems.length);
    expect(stems.every((stem) => stemWord(stem) === stem)).toBe(true);
  });

  test.each([
    [0, 0.75],
    [3000, 0.5],
    [20_000, 0.5],
  ])('from the word of rank %i on, the lexicon links about %d', (rank, share) => {
    const words = vocabulary.words.slice(rank, rank + 1000);
    const linked = words.filter(({ en, zh }) => lexicon.translations(zh).some(({ stem }) => stem === en));
    expect(Math.abs(linked.length / words.length - share)).toBeLessThan(0.03);
  });
});

describe('the text', () => {
  test('is the same for the same seed only', () => {
    expect(textOf(50, 60)).toEqual(textOf(50, 60));
    expect(textOf(50, 60)).not.toEqual(textOf(50, 60, SEED + 1));
  });

  test.each([
    [100, 110],
    [3000, 4200],
    [3000, 3000],
  ])('of %i English sentences has about %i Chinese ones', (english, chinese) => {
    const text = textOf(english, chinese);
    expect(sentences(text, 'en')).toHaveLength(english);
    expect(Math.abs(sentences(text, 'zh').length - chinese)).toBeLessThan(1.5 * Math.sqrt(chinese));
  });

  test('has most beads one to one, and some of the other kinds', () => {
    const text = textOf(5000, 5800);
    const share = (...shapes: string[]) =>
      text.filter(({ en, zh }) => shapes.includes(`${en.length}-${zh.length}`)).length / text.length;
    expect(share('1-1')).toBeCloseTo(0.75, 1);
    expect(share('1-2')).toBeCloseTo(0.15, 1);
    for (const shapes of [['2-1'], ['1-3'], ['2-2'], ['1-0'], ['0-1']])
      expect(share(...shapes)).toBeGreaterThan(0.002);
    expect(share('1-1', '1-2', '2-1', '1-3', '3-1', '2-2', '2-3', '1-0', '0-1')).toBe(1);
  });

  test('has sentences of usual lengths, one a line', () => {
    const text = textOf(2000, 2600);
    const lengths = sentences(text, 'en').map((sentence) => sentence.split(' ').length);
    expect(Math.min(...lengths)).toBeGreaterThan(3);
    expect(Math.max(...lengths)).toBeLessThan(45);
    const median = lengths.sort((a, b) => a - b)[1000]!;
    expect(median).toBeGreaterThan(15);
    expect(median).toBeLessThan(23);
    for (const sentence of sentences(text, 'en')) expect(sentence).toMatch(/^[A-Z\d][A-Za-z\d ,]*[.?]$/);
    for (const sentence of sentences(text, 'zh')) expect(sentence).toMatch(/^[\p{Script=Han}\d，]+[。？]$/u);
  });

  test('has a vocabulary that grows more slowly than the text', () => {
    const [short, long] = [englishTypes(textOf(1000, 1300)), englishTypes(textOf(10_000, 13_000))];
    expect(short).toBeGreaterThan(2500);
    expect(long).toBeGreaterThan(2.5 * short);
    expect(long).toBeLessThan(6 * short);
  });

  test('comes back to a rare word soon after it', () => {
    const rank = new Map(vocabulary.words.map(({ en }, k) => [en, k]));
    const rare = sentences(textOf(3000, 3900), 'en')
      .flatMap((sentence) => sentence.toLowerCase().match(/[a-z]+/g)!)
      .filter((word) => (rank.get(word) ?? 0) > 5000);
    const again = rare.filter((word, k) => rare.slice(Math.max(0, k - 50), k).includes(word)).length;
    expect(again / rare.length).toBeGreaterThan(0.1);
  });

  test('has the same numbers on both sides of a bead', () => {
    const both = textOf(1000, 1200).filter(({ en, zh }) => en.length > 0 && zh.length > 0);
    const numbers = (side: readonly string[]) => side.join(' ').match(/\d+/g) ?? [];
    expect(both.filter(({ en }) => numbers(en).length > 0).length).toBeGreaterThan(100);
    for (const { en, zh } of both) expect(numbers(zh)).toEqual(numbers(en));
  });
});

describe('the worst cases', () => {
  const linesOf = (name: string) =>
    worstCases.find((worstCase) => worstCase.name === name)!.lines(vocabulary);

  test('no word in common: the lexicon links nothing, and no number is shared', () => {
    const { en, zh } = linesOf('no word in common');
    const known = new Set(vocabulary.words.map((word) => word.en));
    const englishWords = en.flatMap((line) => line.toLowerCase().match(/[a-z]+/g)!);
    expect(englishWords.filter((word) => known.has(stemWord(word)))).toEqual([]);
    expect(zh.join('')).not.toMatch(/\d/);
  });

  test('one sentence again and again', () => {
    const { en, zh } = linesOf('one sentence, again and again');
    expect([en.length, new Set(en).size, zh.length, new Set(zh).size]).toEqual([50_000, 1, 50_000, 1]);
  });

  test('one side a hundred times as long', () => {
    const { en, zh } = linesOf('one side a hundred times as long');
    expect(en).toHaveLength(300);
    expect(zh.length / en.length).toBeCloseTo(100, -1);
  });

  test('the same clause label everywhere, each in a paragraph of its own', () => {
    const { en, zh } = linesOf('the same clause label everywhere');
    expect(en).toHaveLength(10_000);
    expect(en.every((line) => /^\(1\) .*\n$/.test(line))).toBe(true);
    expect(zh.every((line) => /^（一）.*\n$/.test(line))).toBe(true);
  });

  test('one sentence of 1 MB', () => {
    const { en, zh } = linesOf('one sentence of 1 MB');
    expect([en.length, zh.length]).toEqual([1, 1]);
    for (const [line] of [en, zh]) {
      expect(Buffer.byteLength(line!)).toBeGreaterThan(999_990);
      expect(line).not.toMatch(/[.。�]/);
    }
  });
});

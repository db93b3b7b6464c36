import { beforeAll, describe, expect, it } from 'vitest';
import { oneToOne } from '../../packages/aligner/src/alignment/pairing/one-to-one.js';
import { rivalsAmong } from '../../packages/aligner/src/alignment/pairing/rivals.js';
import { stemWord } from '../../packages/aligner/src/document/segment/english-words.js';
import {
  chineseWordsFinder,
  type DocumentWords,
  englishWords,
  namesOf,
  pairDocuments,
} from '../../packages/aligner/src/documents.js';
import { segment } from '../../packages/aligner/src/index.js';
import { type Lexicon, lexiconBytes, openLexicon } from '../../packages/aligner/src/words.js';
import { makeCollections } from '../bench/documents.mjs';
import { makeVocabulary, type Vocabulary } from '../bench/vocabulary.mjs';

let lexicon: Lexicon;
let vocabulary: Vocabulary;
beforeAll(async () => {
  const bytes = await lexiconBytes();
  lexicon = openLexicon(bytes);
  vocabulary = makeVocabulary(bytes, lexicon, stemWord);
});

interface Words {
  readonly en: readonly DocumentWords[];
  readonly zh: readonly DocumentWords[];
}

async function wordsOf(english: readonly string[], chinese: readonly string[]): Promise<Words> {
  const en: DocumentWords[] = [];
  const zh: DocumentWords[] = [];
  for (const text of english) en.push(englishWords(await segment(text, { lexicon })));
  const find = chineseWordsFinder(lexicon, namesOf(en));
  for (const text of chinese) zh.push(await find(await segment(text, { lexicon })));
  return { en, zh };
}

describe('documents of two collections', () => {
  it('are paired by what they say, though a fifth is alone and some have versions', async () => {
    const { english, chinese, gold } = makeCollections({
      count: 160,
      seed: 5,
      vocabulary,
      least: 10,
      most: 60,
    });
    const { en, zh } = await wordsOf(
      english.map(({ text }) => text),
      chinese.map(({ text }) => text),
    );
    const found = pairDocuments(en, zh, lexicon);
    const right = found.filter((pair) => gold.get(pair.en) === pair.zh).length;
    expect(right / found.length).toBeGreaterThanOrEqual(0.99);
    expect(right / gold.size).toBeGreaterThanOrEqual(0.97);
  });

  it('are found by a name in pinyin that stands in nothing else', async () => {
    const { en, zh } = await wordsOf(
      ['Yesterday we met Mr Tang Qiuhong at the harbour.', 'Yesterday we met Mr Luo Zhenbao at the harbour.'],
      ['昨天我们在港口见到了罗振宝先生。', '昨天我们在港口见到了唐秋红先生。'],
    );
    expect(pairDocuments(en, zh, lexicon).map((pair) => [pair.en, pair.zh])).toEqual([
      [0, 1],
      [1, 0],
    ]);
  });

  it('are not paired for their subject when one is many times as long', async () => {
    const english = [
      'Penguins breed on ice.',
      'Two ships call every week.',
      'He plays the violin.',
      'It snows.',
    ];
    const chinese = ['锅里放油，烧热以后加入姜。', '酱油不要太多。', '图书馆周末关门。', '老师改作业。'];
    const { en, zh } = await wordsOf(
      ['The miller Tang Qiuhong sold rye and barley to the clinic.\n\n'.repeat(60), ...english],
      ['磨坊主唐秋红把黑麦和大麦卖给了诊所。', ...chinese],
    );
    expect(pairDocuments(en, zh, lexicon)).toEqual([]);
  });

  it('may be none, or hold nothing', async () => {
    expect(pairDocuments([], [], lexicon)).toEqual([]);
    const nothing: DocumentWords = { words: [], counts: [], names: [] };
    expect(pairDocuments([nothing, nothing], [nothing], lexicon)).toEqual([]);
  });

  it('are left alone when none says the same', async () => {
    const { en, zh } = await wordsOf(
      ['The harbour was rebuilt after the storm. Two ships call every week.'],
      ['锅里放油，烧热以后加入葱姜和蒜末。酱油不要太多。'],
    );
    expect(pairDocuments(en, zh, lexicon)).toEqual([]);
  });
});

describe('one to one', () => {
  it('exchanges two pairs where that is better for both together', () => {
    const pairs = [
      { en: 0, zh: 0, score: 0.9 },
      { en: 0, zh: 1, score: 0.8 },
      { en: 1, zh: 0, score: 0.8 },
      { en: 1, zh: 1, score: 0.1 },
    ];
    expect(oneToOne(pairs, 2, 2)).toEqual([pairs[1], pairs[2]]);
  });

  it('takes nothing twice', () => {
    const pairs = [0, 1, 2].map((en) => ({ en, zh: 0, score: en }));
    expect(oneToOne(pairs, 3, 1)).toEqual([pairs[2]]);
  });

  it('has one give way to two that are nearly as good, and not to worse ones', () => {
    const taken = { en: 1, zh: 0, score: 0.2 };
    const versions = [
      { en: 0, zh: 0, score: 0.15 },
      { en: 1, zh: 1, score: 0.14 },
    ];
    expect(oneToOne([taken, ...versions], 2, 2)).toEqual(versions);
    const neighbours = versions.map((pair) => ({ ...pair, score: 0.11 }));
    expect(oneToOne([taken, ...neighbours], 2, 2)).toEqual([taken]);
  });
});

it('looks up the rivals of a pair', () => {
  const pairs = [
    { en: 0, zh: 0, score: 0.9 },
    { en: 0, zh: 1, score: 0.3 },
    { en: 1, zh: 1, score: 0.5 },
    { en: 2, zh: 2, score: 0.1 },
  ];
  const rivalsOf = rivalsAmong(pairs);
  expect(pairs.map(rivalsOf)).toEqual([
    { score: 0.3, count: 1 },
    { score: 0.9, count: 2 },
    { score: 0.3, count: 1 },
    { score: Number.NEGATIVE_INFINITY, count: 0 },
  ]);
});

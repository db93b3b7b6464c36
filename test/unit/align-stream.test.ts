import { beforeAll, describe, expect, test } from 'vitest';
import { type Alignment, align, alignStream, DuiqiError } from '../../packages/aligner/src/index.js';
import { toJsonl } from '../../packages/aligner/src/pairs.js';
import { CHRONICLE } from '../helpers/orchard-town.js';

/** Told again and again, each time with a year before each sentence; some sentences are left out on one side. */
const YEARS = Array.from({ length: 90 }, (_, k) => 1800 + k);
const told = YEARS.flatMap((year) =>
  CHRONICLE.map(([en, zh]) => [`${year}: ${en}`, `${year}年：${zh}`] as const),
);
const TEXTS = {
  en: told
    .filter((_, k) => k % 41 !== 7)
    .map(([en]) => en)
    .join('\n'),
  zh: told
    .filter((_, k) => k % 53 !== 9)
    .map(([, zh]) => zh)
    .join('\n'),
};
const OPTIONS = { segments: 'lines' } as const;

async function partsOf(...input: Parameters<typeof alignStream>): Promise<Alignment[]> {
  const parts: Alignment[] = [];
  for await (const part of alignStream(...input)) parts.push(part);
  return parts;
}

describe('a long text', () => {
  let whole: Alignment;
  let parts: Alignment[];
  beforeAll(async () => {
    whole = await align(TEXTS, OPTIONS);
    parts = await partsOf(TEXTS, OPTIONS);
  });

  test('comes in several parts, which together are what align gives', () => {
    expect(parts.length).toBeGreaterThan(1);
    expect(parts.flatMap(({ pairs }) => pairs)).toEqual(whole.pairs);
    expect(parts.flatMap(({ unaligned }) => unaligned)).toEqual(whole.unaligned);
    expect(parts.flatMap(({ ladder }) => ladder)).toEqual(whole.ladder);
    expect(whole.unaligned.length).toBeGreaterThan(50);
  });

  test('each part belongs to the document and can be written out by itself', () => {
    for (const part of parts) {
      expect(part.signature).toBe(whole.signature);
      expect(part.sources).toEqual(whole.sources);
      expect([...toJsonl(part)].join('').trimEnd().split('\n')).toHaveLength(part.pairs.length);
    }
    expect(parts.flatMap((part) => [...toJsonl(part)]).join('')).toBe([...toJsonl(whole)].join(''));
  });

  test('the first part is there before the last look at the rest', async () => {
    const seen: number[] = [];
    const scorer = {
      name: 'watcher',
      score: (en: readonly string[]): number => {
        seen.push(Number(en[0]?.slice(0, 4)));
        return 0;
      },
    };
    const stream = alignStream(TEXTS, { ...OPTIONS, scorer });
    expect((await stream.next()).value?.pairs.length).toBeGreaterThan(500);
    expect(seen.reduce((latest, year) => Math.max(latest, year))).toBeLessThan(YEARS.at(-1)!);
    await stream.return();
  });
});

test('a conflict is flagged from the second translation on', async () => {
  const texts = {
    en: 'The bridge is open.\nThe mill is closed.\nThe bridge is open.',
    zh: '大桥已开放。\n磨坊已关闭。\n桥已经开放了。',
  };
  const flagsIn = (parts: readonly Alignment[]): boolean[] =>
    parts.flatMap(({ pairs }) => pairs.map(({ flags }) => flags.includes('conflict')));
  expect(flagsIn([await align(texts, OPTIONS)])).toEqual([true, false, true]);
  expect(flagsIn(await partsOf(texts, OPTIONS))).toEqual([false, false, true]);
});

test('one language only: one part without pairs', async () => {
  const [part, ...others] = await partsOf('The bridge is open again. The mill is closed for the winter.\n');
  expect(others).toEqual([]);
  expect(part?.pairs).toEqual([]);
  expect(part?.unaligned).toHaveLength(2);
});

test('bad options are refused before the first part', async () => {
  const stream = alignStream('Good morning.', { segments: 'words' as 'lines' });
  await expect(stream.next()).rejects.toBeInstanceOf(DuiqiError);
});

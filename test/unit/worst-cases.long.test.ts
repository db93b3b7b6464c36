import { describe, expect, it } from 'vitest';
import { type Alignment, align } from '../../packages/aligner/src/index.js';

/** Aligns line by line. */
function alignLines(en: readonly string[], zh: readonly string[]): Promise<Alignment> {
  return align({ en: en.join('\n'), zh: zh.join('\n') }, { segments: 'lines' });
}

function codes({ diagnostics }: Alignment): string[] {
  return diagnostics.map(({ code }) => code);
}

/** The segment numbers of one side in the order of the ladder. */
function covered({ ladder }: Alignment, side: 'en' | 'zh'): number[] {
  return ladder
    .flatMap(({ [side]: { start, end } }) => Array.from({ length: end - start }, (_, s) => start + s))
    .sort((a, b) => a - b);
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

const NOUNS = [
  ['river', '河流'],
  ['horse', '马'],
  ['teacher', '老师'],
  ['letter', '信'],
  ['bridge', '桥'],
  ['winter', '冬天'],
  ['doctor', '医生'],
  ['garden', '花园'],
  ['window', '窗户'],
  ['island', '岛'],
  ['music', '音乐'],
] as const;

/** A line in both languages for each number, none like another. */
function line(n: number): { en: string; zh: string } {
  const [a, b] = [NOUNS[n % NOUNS.length]!, NOUNS[(n * 7 + 3) % NOUNS.length]!];
  return { en: `The ${a[0]} and the ${b[0]} number ${n + 1000}.`, zh: `${a[1]}和${b[1]}，第${n + 1000}号。` };
}

describe('texts made to be hard', () => {
  it('pairs a sentence that comes thousands of times line by line', async () => {
    const count = 5000;
    const result = await alignLines(
      upTo(count).map(() => 'The teacher wrote a long letter.'),
      upTo(count).map(() => '老师写了一封长信。'),
    );
    expect(result.ladder).toEqual(
      upTo(count).map((n) => ({ en: { start: n, end: n + 1 }, zh: { start: n, end: n + 1 } })),
    );
    expect(codes(result)).toContain('path-guessed');
  });

  it('loses no line of two texts that have no word in common, and says that it guessed', async () => {
    const result = await alignLines(
      upTo(1500).map((n) => `Qx${'abcdefgh'[n % 8]}vz bqwx${'y'.repeat(n % 5)}.`),
      upTo(1800).map((n) => `${NOUNS[n % NOUNS.length]![1]}。`),
    );
    expect(covered(result, 'en')).toEqual(upTo(1500));
    expect(covered(result, 'zh')).toEqual(upTo(1800));
    expect(codes(result)).toContain('path-guessed');
  });

  it.each(['en', 'zh'] as const)('finds its way where %s is a hundred times as long', async (longer) => {
    const lines = upTo(6000).map(line);
    const few = lines.filter((_, n) => n % 100 === 50);
    const result = await (longer === 'en'
      ? alignLines(
          lines.map(({ en }) => en),
          few.map(({ zh }) => zh),
        )
      : alignLines(
          few.map(({ en }) => en),
          lines.map(({ zh }) => zh),
        ));
    const right = result.pairs.filter(
      ({ en, zh }) => en.text.match(/\d+/)?.[0] === zh.text.match(/\d+/)?.[0],
    );
    expect(right.length).toBeGreaterThan(0.9 * few.length);
    expect(covered(result, longer)).toEqual(upTo(6000));
  });

  it.each(['en', 'zh'] as const)('goes on well behind a thousand lines that only %s has', async (longer) => {
    const common = upTo(3000).map(line);
    const own = upTo(1000).map((n) => line(n + 5000)[longer]);
    const inMiddle = (lines: string[]) => [...lines.slice(0, 1500), ...own, ...lines.slice(1500)];
    const [en, zh] = [common.map((each) => each.en), common.map((each) => each.zh)];
    const result = await alignLines(longer === 'en' ? inMiddle(en) : en, longer === 'zh' ? inMiddle(zh) : zh);
    const expected = common.map((each) => `${each.en}|${each.zh}`);
    const found = new Set(result.pairs.map((pair) => `${pair.en.text}|${pair.zh.text}`));
    expect(expected.filter((pair) => found.has(pair)).length).toBeGreaterThan(0.99 * expected.length);
  });

  it('pairs a sentence of a hundred thousand words with its translation, and names it', async () => {
    const lines = upTo(20_000).map(line);
    const en = `${lines.map((each) => each.en.slice(0, -1)).join(', ')}.`;
    const zh = `${lines.map((each) => each.zh.slice(0, -1)).join('，')}。`;
    const result = await alignLines(['Good morning.', en, 'Good night.'], ['早上好。', zh, '晚安。']);
    expect(result.pairs.some((pair) => pair.en.text.includes(en) && pair.zh.text.includes(zh))).toBe(true);
    expect(result.diagnostics.filter(({ code }) => code === 'endless-sentence')).toMatchObject([
      { side: 'en', span: { start: 14, end: 14 + en.length } },
      { side: 'zh', span: { start: 5, end: 5 + zh.length } },
    ]);
  });

  it('says so where too many clauses cannot be told apart by their numbers', async () => {
    const english = upTo(1200).map((n) => `(1) ${line(n).en}`);
    const chinese = upTo(600).map((n) => `（1）${line(n + 9000).zh}`);
    const result = await align({ en: english.join('\n\n'), zh: chinese.join('\n\n') });
    expect(codes(result)).toContain('clauses-unmatched');
    expect(covered(result, 'en')).toEqual(upTo(1200));
    expect(covered(result, 'zh')).toEqual(upTo(600));
  });
});

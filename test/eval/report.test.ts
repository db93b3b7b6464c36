import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { withDeletions } from './deletions.mjs';
import { binned, expectedError, reliabilityPlot, topBand } from './reliability.mjs';
import { type Figures, fallen, report, withReport } from './report.mjs';

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const baseline = JSON.parse(read('baseline.json')) as Figures;
const committedPlot = read('../../packages/aligner/docs/reliability.svg');

describe('what is committed says what the baseline says', () => {
  test('the tables in the README', () => {
    const readme = read('../../README.md');
    expect(withReport(readme, baseline)).toBe(readme);
  });

  test('the reliability plot', () => {
    const bins = Object.entries(baseline.sets).map(([set, { reliability }]) => [set, reliability]);
    expect(reliabilityPlot(Object.fromEntries(bins))).toBe(committedPlot);
  });
});

describe('the reliability plot', () => {
  const bins = binned([
    { score: 0, right: false },
    { score: 0.3, right: true },
    { score: 0.35, right: false },
    { score: 0.9, right: true },
    { score: 0.95, right: false },
    { score: 1, right: true },
  ]);

  test('bins begin at their lower limit, and the last one has its upper limit too', () => {
    expect(bins).toEqual({
      pairs: [1, 0, 0, 2, 0, 0, 0, 0, 0, 3],
      right: [0, 0, 0, 1, 0, 0, 0, 0, 0, 2],
      score: [0, 0, 0, 0.325, 0, 0, 0, 0, 0, 0.95],
    });
    expect(topBand(bins)).toEqual({ right: 2 / 3, ofAllRight: 2 / 3 });
  });

  test('the calibration error is what scores and shares differ by, by pair', () => {
    expect(expectedError(bins)).toBeCloseTo((0 + 2 * 0.175 + 3 * (0.95 - 2 / 3)) / 6, 10);
    expect(expectedError(binned([]))).toBe(0);
  });

  test('has a point for each bin that is not empty, at mean score and share right', () => {
    const svg = reliabilityPlot({ 'A&B': bins });
    expect(svg).toContain('points="64,348 174.5,198 387,148"');
    expect(svg).toContain('<title>A&#38;B, 3 pairs: mean score 0.95, right 0.667</title>');
  });

  test('is small and says its own background', () => {
    expect(Buffer.byteLength(committedPlot)).toBeLessThan(20_000);
    expect(committedPlot).toMatch(/<rect width="\d+" height="\d+" fill="#ffffff"\/>/);
  });

  const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;
  test.skipIf(!hasXmllint)('is XML (skipped where xmllint is missing)', () => {
    const svg = reliabilityPlot({ 'A&B <1>': bins, C: bins });
    expect(spawnSync('xmllint', ['--noout', '-'], { input: svg, encoding: 'utf8' }).stderr).toBe('');
  });
});

describe('fallen figures', () => {
  const set = baseline.sets['mag']!;
  const rest = baseline.deletions['mag']!;
  const document = baseline.documents['udhr']!;
  const { cases } = baseline;
  const tables = cases.kinds['tables']!;
  const withTables = (right: number) => ({ ...cases, kinds: { tables: { ...tables, right } } });
  test.each<[string, Partial<Figures>, number]>([
    ['the same figures', baseline, 0],
    ['F1 of all beads', { sets: { mag: { ...set, all: set.all - 0.0001 } } }, 1],
    ['strict F1', { sets: { mag: { ...set, strict: { ...set.strict, f1: 0.9 } } } }, 1],
    ['precision alone', { sets: { mag: { ...set, strict: { ...set.strict, precision: 0.9 } } } }, 0],
    ['deletions, within the tolerance', { deletions: { mag: { ...rest, en: rest.en - 0.0029 } } }, 0],
    ['deletions, beyond it', { deletions: { mag: { en: rest.en - 0.0031, zh: rest.zh - 0.0031 } } }, 2],
    ['a document', { documents: { udhr: { ...document, linked: document.linked - 0.0001 } } }, 1],
    ['cases of a kind', { cases: withTables(tables.right - 1) }, 1],
    ['cases that are righter', { cases: withTables(tables.right + 1) }, 0],
    ['cases of a kind that is new', { cases: { ...cases, kinds: { another: { right: 0, gold: 9 } } } }, 0],
    ['wrong pairs', { cases: { ...cases, sure: cases.sure + 1, unflagged: cases.unflagged + 1 } }, 2],
    ['a document that is new', { documents: { another: { strictF1: 0, linked: 0, lost: 1 } } }, 0],
  ])('%s', (_, measured, count) => {
    expect(fallen(measured, baseline)).toHaveLength(count);
  });
});

describe('the report', () => {
  test('shows times and the baseline on the terminal only', () => {
    const names = [...Object.keys(baseline.sets), ...Object.keys(baseline.documents)];
    const milliseconds = Object.fromEntries(names.map((name) => [name, 1500]));
    expect(report(baseline, { baseline, milliseconds })).toContain('| 1.5 s |');
    expect(report(baseline)).not.toMatch(/ s \||baseline/);
  });

  test('does not write a README without markers', () => {
    expect(() => withReport('# No place for a table', baseline)).toThrow('eval:start');
  });
});

describe('deletions', () => {
  const numbers = Array.from({ length: 200 }, (_, k) => k);
  const text = {
    en: numbers.map((k) => `line ${k}`),
    zh: numbers.flatMap((k) => [`第${k}行上`, `第${k}行下`]),
    gold: numbers.map((k) => ({ en: [k], zh: [2 * k, 2 * k + 1] })),
    verses: null,
  };

  test.each(['en', 'zh'] as const)(
    'take 5 percent of %s away, and the gold still joins the same lines',
    (side) => {
      const rest = withDeletions(text, side, 7);
      expect(rest[side]).toHaveLength(text[side].length * 0.95);
      expect(rest.gold).toHaveLength(190);
      for (const { en, zh } of rest.gold) {
        const number = rest.en[en[0]!]!.replace('line ', '');
        expect(zh.map((line) => rest.zh[line])).toEqual([`第${number}行上`, `第${number}行下`]);
      }
    },
  );

  test('leave on the other side exactly the lines that no gold has any more', () => {
    const rest = withDeletions(text, 'en', 7);
    const inGold = new Set(rest.gold.flatMap(({ zh }) => zh));
    expect(rest.zh).toEqual(text.zh);
    expect([...rest.zh.keys()].filter((line) => !inGold.has(line))).toEqual([...rest.leftOver]);
  });

  test('come in runs of one to six that do not touch', () => {
    const lengths = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((seed) => {
      const kept = new Set(withDeletions(text, 'en', seed).en);
      const pattern = text.en.map((line) => (kept.has(line) ? ' ' : 'x')).join('');
      return pattern.split(/ +/).flatMap((run) => (run === '' ? [] : [run.length]));
    });
    expect([...new Set(lengths)].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('are the same for the same seed only', () => {
    expect(withDeletions(text, 'en', 7)).toEqual(withDeletions(text, 'en', 7));
    expect(withDeletions(text, 'en', 7)).not.toEqual(withDeletions(text, 'en', 8));
  });
});

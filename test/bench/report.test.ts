import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { performancePlot } from './plot.mjs';
import { growth, type Performance, report, type WorkFigures, withReport } from './report.mjs';

const spread = (median: number, range = 0) => ({ median, least: median - range, most: median + range });

/** A text of so many sentences in all, of which three in seven are English. */
function work(sentences: number, seconds: number, megabytes: number): WorkFigures {
  const en = (sentences * 3) / 7;
  return {
    name: `text of ${sentences}`,
    sentences: { en, zh: sentences - en },
    target: { seconds: 3, megabytes: 250 },
    runs: 5,
    seconds: spread(seconds),
    processor: spread(seconds),
    megabytes: spread(megabytes),
    yardstick: spread(0.1),
    ratio: spread(seconds * 10),
    f1: 0.9876,
  };
}

const figures: Performance = {
  machine: { node: '20.0.0', cores: 2, processor: 'Abacus' },
  works: [
    { ...work(70, 0.5, 100), starts: spread(7, 0.5), target: { starts: 8, megabytes: 150 } },
    work(14_000, 2, 200),
    { ...work(70_000, 10, 400), seconds: spread(10, 1) },
    { name: 'endless', sentences: { en: 300_000, zh: 400_000 }, target: null, timedOut: 600 },
  ],
  worstCases: [
    {
      name: 'a | b',
      sentences: { en: 1, zh: 1 },
      seconds: spread(1),
      megabytes: spread(90),
      ratio: spread(3),
      says: 'Look!',
    },
    { name: 'broken', sentences: { en: 1, zh: 1 }, failed: 'out of memory' },
  ],
};

describe('what is committed says what performance.json says', () => {
  const docs = new URL('../../packages/aligner/docs/', import.meta.url);
  const read = (name: string) => readFileSync(new URL(name, docs), 'utf8');
  const committed = JSON.parse(read('performance.json')) as Performance;

  test('the plot', () => {
    expect(performancePlot(committed.works)).toBe(read('performance.svg'));
  });

  test.skipIf(!existsSync(new URL('performance.md', docs)))('the tables in performance.md', () => {
    expect(withReport(read('performance.md'), committed)).toBe(read('performance.md'));
  });
});

describe('growth', () => {
  test('is the power of the length and the bytes of a sentence, over long texts alone', () => {
    const works = [
      work(700, 9, 900),
      work(14_000, 2, 114),
      work(140_000, 20, 240),
      work(1_400_000, 200, 1500),
    ];
    expect(growth(works)?.exponent).toBeCloseTo(1);
    expect(growth(works)?.bytesPerSentence).toBeCloseTo(1000);
    expect(growth([work(14_000, 2, 100), work(28_000, 8, 100)])?.exponent).toBeCloseTo(2);
  });

  test('is not known from one long text, nor from those that were given up', () => {
    expect(growth(figures.works.slice(0, 2))).toBeNull();
    expect(growth(figures.works)).toMatchObject({ from: 6000, to: 30_000 });
  });
});

describe('the report', () => {
  test('has a row for each text, with its spread where runs differ', () => {
    const lines = report(figures).split('\n');
    expect(lines).toContain(
      '| text of 70000 | 30,000 × 40,000 | 10 s (9–11) | – | 3 s | 400 MB | 250 MB | 10 s | 100 | 0.988 | 5 |',
    );
    expect(lines).toContain('| endless | 300,000 × 400,000 | over 600 s | – | – | – | – | – | – | – | – |');
    expect(report(figures)).toContain('| 0.5 s | 7 (6.5–7.5) | 8 × `node -e 0` | 100 MB |');
  });

  test('has hunalign beside it where that was measured', () => {
    const beside = { ...work(700, 1, 100), hunalign: spread(0.8), timesHunalign: spread(1.25) };
    const lines = report({ ...figures, works: [beside, work(14_000, 2, 200)] }).split('\n');
    expect(lines[2]).toMatch(/\| runs \| hunalign \| × hunalign \|$/);
    expect(lines[4]).toMatch(/\| 5 \| 0\.8 s \| 1\.25 \|$/);
    expect(lines[5]).toMatch(/\| 5 \| – \| – \|$/);
    expect(report(figures)).not.toContain('hunalign');
  });

  test('has the worst cases with what the command says', () => {
    expect(report(figures)).toContain('| a \\| b | 1 × 1 | 1 s | 90 MB | 3 | Look! |');
    expect(report(figures)).toContain('| broken | 1 × 1 | out of memory | – | – | – |');
  });

  test('takes the place of the one before between the markers of a document', () => {
    const markers = ['<!-- bench:start (written by `npm run bench -- --update`) -->', '<!-- bench:end -->'];
    const document = `# Speed\n\n${markers[0]}\nold\n${markers[1]}\n\nRest.\n`;
    const written = withReport(document, figures);
    expect(written).toBe(`# Speed\n\n${markers[0]}\n\n${report(figures)}\n\n${markers[1]}\n\nRest.\n`);
    expect(withReport(written, figures)).toBe(written);
    expect(() => withReport('# No place for a table', figures)).toThrow('bench:start');
  });
});

describe('the plot', () => {
  const svg = performancePlot(figures.works);

  test('has a point for each text that was measured, in both panels', () => {
    expect(svg.match(/<title>duiqi, /g)).toHaveLength(6);
    expect(svg).toContain('<title>duiqi, 14,000 sentences: time, s 2</title>');
    expect(svg).toContain('<title>duiqi, 14,000 sentences: peak memory, MB 200</title>');
  });

  test('is drawn by logarithms: ten times as much is as far everywhere', () => {
    const works = [work(700, 0.3, 20), work(7000, 3, 200), work(70_000, 30, 2000)];
    const paths = performancePlot(works).matchAll(/stroke="#0072b2" stroke-width="1.5" points="([^"]*)"/g);
    for (const [, path] of paths) {
      const points = path!.split(' ').map((point) => point.split(',').map(Number));
      for (const axis of [0, 1]) {
        const [a, b, c] = points.map((point) => point[axis]!);
        expect(c! - b!).toBeCloseTo(b! - a!, 0);
      }
    }
  });

  test('says its own background, and where the other figures come from', () => {
    expect(svg).toMatch(/<rect width="\d+" height="\d+" fill="#ffffff"\/>/);
    expect(svg).toContain('measured elsewhere on a machine of this kind');
  });

  const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;
  test.skipIf(!hasXmllint)('is XML (skipped where xmllint is missing)', () => {
    expect(spawnSync('xmllint', ['--noout', '-'], { input: svg, encoding: 'utf8' }).stderr).toBe('');
  });
});

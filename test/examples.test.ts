import { readFileSync } from 'node:fs';
import { align } from 'duiqi';
import { expect, test } from 'vitest';

const read = (name: string): string => readFileSync(new URL(`../examples/${name}`, import.meta.url), 'utf8');

interface GoldBead {
  readonly en: readonly string[];
  readonly zh: readonly string[];
  readonly type: string;
  readonly clause: string | null;
}

test('the example report gives its gold, bead by bead, with the clauses', async () => {
  const gold = read('work-report.gold.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as GoldBead);
  const { en, zh, ladder } = await align(read('work-report.md'), { names: ['work-report.md'] });
  const got = ladder.map((bead) => {
    const [a, b] = [
      en.segments.slice(bead.en.start, bead.en.end),
      zh.segments.slice(bead.zh.start, bead.zh.end),
    ];
    return {
      en: a.map(({ text }) => text),
      zh: b.map(({ text }) => text),
      type: `${a.length}-${b.length}`,
      clause: a[0]?.clause ?? null,
    };
  });
  // Unaligned segments are beads of their own here; the gold may hold several in one.
  const single = gold.flatMap((bead) =>
    bead.en.length > 0 && bead.zh.length > 0
      ? [bead]
      : [
          ...bead.en.map((text) => ({ ...bead, en: [text], type: '1-0' })),
          ...bead.zh.map((text) => ({ ...bead, zh: [text], type: '0-1' })),
        ],
  );
  expect(got).toEqual(single);
  expect(en.segments.length).toBeGreaterThanOrEqual(60);
  expect(zh.segments.length).toBeGreaterThanOrEqual(60);
});

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  deletionSets,
  documents,
  evaluateBeadSet,
  evaluateDeletions,
  evaluateDocument,
} from './evaluation.mjs';
import { beadSets, hasEvalData } from './gold-sets.mjs';
import { topBand } from './reliability.mjs';
import { type DocumentFigures, type Figures, fallen, meanLinked } from './report.mjs';

const baseline = JSON.parse(readFileSync(new URL('baseline.json', import.meta.url), 'utf8')) as Figures;

/** Promised whatever the baseline: F1 of all beads, and the share that is right of the pairs scored 0.9 or more. */
const PROMISED: Readonly<Record<string, { readonly f1: number; readonly right: number }>> = {
  'mac-dev': { f1: 0.92, right: 0.95 },
  mag: { f1: 0.99, right: 0.98 },
  bible: { f1: 0.975, right: 0.95 },
};
/** Documents that do not reach 0.94 yet: nothing but their baseline holds them. */
const BELOW_FLOOR: ReadonlySet<string> = new Set([
  'ntrex_news_cn',
  'openanolis_cla',
  'openanolis_cla/mixed.txt',
]);

// The gold lies beside the checkout and not in it; without it there is nothing to measure against.
describe.skipIf(!hasEvalData)('accuracy on ../shared/eval', () => {
  test.each(beadSets)('%s', { timeout: 600_000 }, async (set) => {
    const { figures } = await evaluateBeadSet(set);
    expect(fallen({ sets: { [set]: figures } }, baseline)).toEqual([]);
    expect(figures.all).toBeGreaterThanOrEqual(PROMISED[set]!.f1);
    const { right, ofAllRight } = topBand(figures.reliability);
    expect(right).toBeGreaterThanOrEqual(PROMISED[set]!.right);
    expect(ofAllRight).toBeGreaterThanOrEqual(0.7);
  });

  test.each(deletionSets)('%s with 5 percent of one side deleted', { timeout: 600_000 }, async (set) => {
    const rest = await evaluateDeletions(set);
    expect(fallen({ deletions: { [set]: rest } }, baseline)).toEqual([]);
    // It cost the novels 0.0099 while they had 0.9495 and 0.9396 of them without 5 %: they have 0.9506 and 0.9399 since.
    expect(Math.min(rest.en, rest.zh)).toBeGreaterThanOrEqual(baseline.sets[set]!.all - 0.011);
  });

  describe('documents', () => {
    const names = hasEvalData ? documents() : [];
    const measured: Record<string, DocumentFigures> = {};
    beforeAll(async () => {
      for (const name of names) measured[name] = (await evaluateDocument(name)).figures;
    }, 300_000);

    test.each(names)('%s', (name) => {
      expect(fallen({ documents: { [name]: measured[name]! } }, baseline)).toEqual([]);
      if (!BELOW_FLOOR.has(name)) expect(measured[name]!.linked).toBeGreaterThanOrEqual(0.94);
    });

    test.each(names.filter((name) => name.includes('/')))('%s is as good as its two texts', (name) => {
      const apart = measured[name.split('/')[0]!]!.linked;
      expect(measured[name]!.linked).toBeGreaterThanOrEqual(apart - 0.01);
    });

    test('the mean', () => {
      expect(meanLinked(measured)).toBeGreaterThanOrEqual(0.97);
    });
  });
});

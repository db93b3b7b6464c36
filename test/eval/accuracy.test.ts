import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { beadSets, documents, evaluateBeadSet, evaluateDocument, hasEvalData } from './evaluation.mjs';

interface Baseline {
  readonly sets: Readonly<Record<string, number>>;
  readonly documents: Readonly<Record<string, number>>;
}
const baseline = JSON.parse(readFileSync(new URL('baseline.json', import.meta.url), 'utf8')) as Baseline;

/** What the project has promised, whatever the baseline. */
const FLOORS: Readonly<Record<string, number>> = { 'mac-dev': 0.8, mag: 0.96 };
/** The least share of right pairs among those scored 0.9 or more. */
const CALIBRATED: Readonly<Record<string, number>> = { 'mac-dev': 0.95, mag: 0.98 };

// The gold lies beside the checkout and not in it; without it there is nothing to measure against.
describe.skipIf(!hasEvalData)('accuracy on ../shared/eval', () => {
  test.each(beadSets)('%s has not fallen', { timeout: 300_000 }, async (set) => {
    const { all, scored } = await evaluateBeadSet(set);
    expect(Math.round(all.f1 * 1e4) / 1e4).toBeGreaterThanOrEqual(baseline.sets[set]!);
    expect(all.f1).toBeGreaterThanOrEqual(FLOORS[set] ?? 0);
    const high = scored.filter(({ score }) => score >= 0.9);
    if (set in CALIBRATED) {
      const right = high.filter((pair) => pair.right).length;
      expect(right / high.length).toBeGreaterThanOrEqual(CALIBRATED[set]!);
      expect(right / scored.filter((pair) => pair.right).length).toBeGreaterThanOrEqual(0.7);
    }
  });

  const files = hasEvalData
    ? documents().flatMap(({ name, mixed }) => [
        [name, null] as const,
        ...(mixed ? [[name, mixed] as const] : []),
      ])
    : [];
  test.each(files)('document %s, %s, has not fallen', async (name, file) => {
    const { linked } = await evaluateDocument(name, file);
    expect(linked).toBeGreaterThanOrEqual(baseline.documents[file ? `${name}/${file}` : name]!);
  });
});

import { describe, expect, test } from 'vitest';
import { corruptedDocuments, kindsOfCorruption } from './corruptions.mjs';
import { hasEvalData } from './gold-sets.mjs';

describe.skipIf(!hasEvalData)('documents that are spoilt on purpose', () => {
  test.each([...kindsOfCorruption])(
    '%s: each line is in one pair or foreign, and the same seed gives the same',
    (kind) => {
      const documents = [...corruptedDocuments({ kinds: [kind] })];
      expect(documents.length).toBeGreaterThan(8);
      for (const { en, zh, gold, foreign } of documents) {
        for (const [side, lines] of Object.entries({ en, zh })) {
          const language = side as 'en' | 'zh';
          const known = [...gold.flatMap((bead) => bead[language]), ...foreign[language]];
          expect(known.sort((a, b) => a - b)).toEqual([...lines.keys()]);
        }
      }
      expect([...corruptedDocuments({ kinds: [kind] })]).toEqual(documents);
    },
  );

  test('another seed gives others', () => {
    const kinds = ['4 beads moved'];
    const [one, two] = [1, 2].map((seed) => [...corruptedDocuments({ kinds, seed })].map(({ zh }) => zh));
    expect(one).not.toEqual(two);
  });

  test('of foreign lines about 30 % are there', () => {
    for (const { en, foreign } of corruptedDocuments({ kinds: ['foreign lines, 30 % of one'] })) {
      expect(foreign.en.size / en.length).toBeGreaterThan(0.15);
      expect(foreign.en.size / en.length).toBeLessThan(0.45);
      expect(foreign.zh.size).toBe(0);
    }
  });
});

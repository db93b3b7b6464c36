import { align, type Scorer, segment } from 'duiqi';
import { builtInLexicon } from 'duiqi/words';
import { describe, expect, test } from 'vitest';
import { prepareAlignment } from '../../packages/aligner/src/alignment/align-segments.js';
import type { Beam } from '../../packages/aligner/src/alignment/lattice/beam.js';
import { passOver } from '../../packages/aligner/src/alignment/lattice/pass.js';
import { finish, resultsOf } from '../../packages/aligner/src/common/steps.js';
import { CHRONICLE } from '../helpers/orchard-town.js';

/** Likely cells of a pass that went wrong: one a row, so many columns beside the diagonal of a square table. */
function besideDiagonal(segments: number, shift: number): Beam {
  const column = Int32Array.from({ length: segments + 1 }, (_, row) =>
    row === 0 || row === segments ? row : Math.max(0, Math.min(segments, row + shift)),
  );
  return { start: Int32Array.from({ length: segments + 2 }, (_, row) => row), column, best: column };
}

describe('a pass looks farther where its path runs along the edge of what was likely', () => {
  test.each([
    [0, false],
    [1, true],
    // The path goes by beads of many segments on both sides, away from the edge.
    [2, true],
    [-2, true],
    [3, true],
  ])('likely cells that are off by %i columns', async (shift, isWidened) => {
    const [en, zh] = [0, 1].map((side) => CHRONICLE.map((pair) => pair[side]).join('\n'));
    const document = await segment({ en, zh }, { segments: 'lines' });
    const settings = { segmenters: [], scorer: null };
    const prepared = finish(prepareAlignment(document, await builtInLexicon(), settings));
    const likely = besideDiagonal(CHRONICLE.length, shift);
    const [found, ...others] = resultsOf(
      passOver(prepared.pass, likely, prepared.limits, { margin: 1, allShapes: false }),
    );
    expect(others).toEqual([]);
    expect(found?.widened).toBe(isWidened);
    expect(
      found?.beads.map(({ enStart, enEnd, zhStart, zhEnd }) => [enStart, enEnd, zhStart, zhEnd]),
    ).toEqual(CHRONICLE.map((_, at) => [at, at + 1, at, at + 1]));
  });
});

describe('a text whose path moves in the last pass, since a scorer draws fifteen lines down', () => {
  const lines = (word: string): string => Array.from({ length: 80 }, (_, at) => `${word} ${at}.`).join('\n');
  const numberIn = (texts: readonly string[]): number => Number(/\d+/.exec(texts[0])?.[0]);

  /** The farther, the better, up to so many lines. */
  const drawingDown = (lines: number): Scorer => ({
    name: 'down',
    score: (en, zh) => {
      if (en.length !== 1 || zh.length !== 1 || numberIn(en) < 30 || numberIn(en) >= 45) return 0;
      const moved = numberIn(zh) - numberIn(en);
      // More than what numbers that differ speak against it.
      return moved >= 0 && moved <= lines ? 10 * moved : 0;
    },
  });

  test.each([
    ['a little: it is looked at already', 3, []],
    ['farther: it is found, and the diagnostics say that more was looked at', 12, ['band-widened']],
  ])('%s', async (_, moved, codes) => {
    const input = { en: lines('Boat'), zh: lines('船') };
    const { pairs, diagnostics } = await align(input, { segments: 'lines', scorer: drawingDown(moved) });
    const texts = pairs.map(({ en, zh }) => `${en.text} ${zh.text}`);
    const expected = Array.from({ length: 15 }, (_, at) => `Boat ${30 + at}. 船 ${30 + at + moved}.`);
    expect(texts).toEqual(expect.arrayContaining(expected));
    expect(diagnostics.map(({ code }) => code)).toEqual(codes);
  });
});

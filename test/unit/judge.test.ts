import { describe, expect, test } from 'vitest';
import type { FoundBead } from '../../packages/aligner/src/alignment/lattice/found-bead.js';
import { type KnownWords, knownEvidence } from '../../packages/aligner/src/alignment/verdict/evidence.js';
import { judged } from '../../packages/aligner/src/alignment/verdict/judge.js';
import { finish } from '../../packages/aligner/src/common/steps.js';
import { knownNumberWords, plainBead } from '../helpers/number-words.js';

/** The beads as they are judged by a path. */
function verdicts(
  beads: readonly FoundBead[],
  path: readonly FoundBead[],
  words: KnownWords,
): readonly FoundBead[] {
  const sections = [{ beads, widened: false }].values() as never;
  return [...judged(sections, path, finish(knownEvidence(words)))].flatMap((step) =>
    step && 'beads' in step ? step.beads : [],
  );
}

/** A path of pairs, of which some have text of one language alone behind them, and one pair that stands out of order. */
function belongs({ gaps, crossing }: { gaps: number; crossing: readonly (readonly number[])[] }): number[] {
  const [en, zh]: [number[][], number[][]] = [[], []];
  const beads: FoundBead[] = [];
  const add = (own: readonly number[] | null, other: readonly number[] | null, isAcross = false): void => {
    const bead = plainBead(en.length, en.length + (own ? 1 : 0), zh.length, zh.length + (other ? 1 : 0));
    beads.push({ ...bead, crossing: isAcross });
    if (own) en.push([...own]);
    if (other) zh.push([...other]);
  };
  for (let pair = 0; pair < 48; pair++) {
    const words = [0, 1, 2, 3].map((word) => 4 * pair + word);
    add(words, words);
    if (pair < 4 * gaps && pair % 4 === 0) add([500 + pair, 501 + pair], null);
    if (pair < 4 * gaps && pair % 4 === 2) add(null, [700 + pair, 701 + pair]);
  }
  for (const words of crossing)
    add(words, [...words.slice(0, 1), ...words.slice(1).map((word) => word + 30)], true);
  const path = beads.filter((bead) => !bead.crossing);
  const found = verdicts(beads, path, knownNumberWords(en, zh));
  return found.filter((bead) => bead.crossing).map((bead) => bead.belongs);
}

describe('a pair out of order', () => {
  const ALIKE = [900, 901, 902];

  test('is believed less the more each text has of its own', () => {
    const [few] = belongs({ gaps: 0, crossing: [ALIKE] });
    const [some] = belongs({ gaps: 4, crossing: [ALIKE] });
    const [many] = belongs({ gaps: 12, crossing: [ALIKE] });
    expect(few).toBeGreaterThan(0.95);
    expect(some).toBeLessThan(few!);
    expect(many).toBeLessThan(0.5);
    expect(many).toBeLessThan(some!);
  });

  test('is believed as one in order is where it stands in a block', () => {
    const block = belongs({ gaps: 12, crossing: [ALIKE, [940, 941, 942]] });
    expect(Math.min(...block)).toBeGreaterThan(0.8);
  });
});

test.each([false, true])(
  'words say nothing of a pair whose ends are both lost at the end of a page: %s',
  (isCutOff) => {
    const pairs = Array.from({ length: 48 }, (_, pair) => [0, 1, 2, 3].map((word) => 4 * pair + word));
    const other = [500, 501, 502, 503, 504, 505, 506, 507, 508];
    const [en, zh] = [
      [...pairs, other],
      [...pairs, other.map((word) => word + 100)],
    ];
    const words = { ...knownNumberWords(en, zh), areCutOff: (row: number) => isCutOff && row === 48 };
    const beads = en.map((_, at) => plainBead(at, at + 1, at, at + 1));
    expect(verdicts(beads, beads, words)).toHaveLength(isCutOff ? 49 : 50);
  },
);

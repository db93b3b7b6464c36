import { describe, expect, test } from 'vitest';
import type { FoundBead } from '../../packages/aligner/src/alignment/lattice/found-bead.js';
import type { Tokens } from '../../packages/aligner/src/alignment/score/tokens.js';
import type { TranslationTable } from '../../packages/aligner/src/alignment/score/translation-table.js';
import type { KnownWords } from '../../packages/aligner/src/alignment/verdict/evidence.js';
import { judged } from '../../packages/aligner/src/alignment/verdict/judge.js';

// Words are numbers here, each of which is translated by the same number and by no other.

const TYPES = 1000;
const TABLE: TranslationTable = {
  start: Int32Array.from({ length: TYPES + 1 }, (_, type) => type),
  zh: Int32Array.from({ length: TYPES }, (_, type) => type),
  forward: new Float32Array(TYPES).fill(1),
  backward: new Float32Array(TYPES).fill(1),
};

function tokensOf(segments: readonly (readonly number[])[]): Tokens {
  const all = segments.flat();
  let end = 0;
  return {
    type: Int32Array.from(all),
    start: Int32Array.from([0, ...segments.map((words) => (end += words.length))]),
    count: Float64Array.from({ length: TYPES }, (_, type) => all.filter((word) => word === type).length),
    keys: Array.from({ length: TYPES }, String),
  } as unknown as Tokens;
}

const NO_NUMBERS: KnownWords['enNumbers'] = { exact: () => [], has: () => false };

/** A path of pairs, of which some have text of one language alone behind them, and one pair that stands out of order. */
function belongs({ gaps, crossing }: { gaps: number; crossing: readonly (readonly number[])[] }): number[] {
  const [en, zh]: [number[][], number[][]] = [[], []];
  const beads: FoundBead[] = [];
  const add = (own: readonly number[] | null, other: readonly number[] | null, isAcross = false): void => {
    beads.push({
      enStart: en.length,
      enEnd: en.length + (own ? 1 : 0),
      zhStart: zh.length,
      zhEnd: zh.length + (other ? 1 : 0),
      posterior: 1,
      support: 0.1,
      words: 4,
      belongs: 1,
      crossing: isAcross,
    });
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
  const words: KnownWords = {
    en: tokensOf(en),
    zh: tokensOf(zh),
    enNumbers: NO_NUMBERS,
    zhNumbers: NO_NUMBERS,
    table: TABLE,
    areOnOneLine: () => false,
    isKnown: () => true,
    similar: null,
  };
  const path = beads.filter((bead) => !bead.crossing);
  const found = [...judged([{ beads, widened: false }].values() as never, path, words)].flatMap((step) =>
    step && 'beads' in step ? step.beads : [],
  );
  return found.filter((bead) => bead.crossing).map((bead) => bead.belongs);
}

describe('a pair out of order', () => {
  const ALIKE = [900, 901];

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
    const block = belongs({ gaps: 12, crossing: [ALIKE, [902, 903]] });
    expect(Math.min(...block)).toBeGreaterThan(0.8);
  });
});

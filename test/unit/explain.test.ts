import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../packages/aligner/src/align.js';
import { wholeTable } from '../../packages/aligner/src/alignment/lattice/band.js';
import { beadGraph } from '../../packages/aligner/src/alignment/lattice/bead-graph.js';
import { cheapestPath, traceBack } from '../../packages/aligner/src/alignment/lattice/kernel.js';
import { otherWays } from '../../packages/aligner/src/alignment/lattice/other-ways.js';
import { WEIGHTS } from '../../packages/aligner/src/alignment/score/weights.js';
import { DuiqiError } from '../../packages/aligner/src/common/errors.js';
import { finish } from '../../packages/aligner/src/common/steps.js';
import { type Explanation, explain } from '../../packages/aligner/src/explain.js';
import type { Scorer } from '../../packages/aligner/src/plugins.js';
import { type BeadAt, beadsOf, shapesOf } from '../helpers/bead-graphs.js';

const TEXT = `${[
  ['The council met Lin Xiaoyu in Qingyang.', '镇议会在清扬会见了林晓雨。'],
  ['The bridge cost 24 thousand dollars.', '这座桥花费两万四千美元。'],
  [
    '“Who will pay?” asked the baker. Nobody answered, so the clinic paid.',
    '面包师问道：“谁来付钱？”没有人回答，于是诊所付了钱。',
  ],
  ['The clinic bought a new MRI scanner.', '诊所购买了新的MRI扫描仪。'],
  ['The Brimble was painted red.', '布林堡被漆成红色。'],
  ['Nobody visits the Brimble in winter.', '冬天没有人参观布林堡。'],
  ['Children love the old Brimble.', '孩子们喜爱古老的布林堡。'],
]
  .flat()
  .join('\n\n')}\n`;

/** Likes every bead that mentions a bridge, so that a scorer's say is seen in the parts. */
const BRIDGES: Scorer = { name: 'bridges', score: (en) => (en.join(' ').includes('bridge') ? 2 : 0) };

const { pairs } = await align(TEXT);
const all: readonly Explanation[] = await Promise.all(pairs.map((_, at) => explain(TEXT, at + 1)));

function about(start: string): Explanation {
  const found = all.find(({ pair }) => pair.en.text.startsWith(start));
  if (!found) throw new Error(`no pair begins with ${start}`);
  return found;
}

describe('explain', () => {
  it('explains the pairs that align finds, in their order', () => {
    expect(all.map(({ pair }) => pair)).toEqual(pairs);
  });

  it('gives the parts of the cost that the alignment saw', async () => {
    const scored = await explain(TEXT, 2, { scorer: BRIDGES });
    expect(scored.terms.scorer).toBe(-2);
    for (const { cost, terms } of [...all, scored]) {
      const sum = Object.values<number>({ ...terms }).reduce((total, part) => total + part);
      // The kernel's table holds costs of single precision.
      expect(Math.fround(sum)).toBeCloseTo(cost, 5);
    }
  });

  it.each([
    ['The council', 'Qingyang', '清扬', 'name'],
    ['The bridge', '24 thousand', '两万四千', 'number'],
    ['The bridge', 'bridge', '桥', 'word'],
    ['The clinic', 'MRI', 'MRI', 'latin'],
    ['Children', 'Brimble', '林堡', 'learnt'],
  ])('of %s… names %s = %s as a %s', (start, en, zh, kind) => {
    expect(about(start).evidence).toContainEqual({ en, zh, kind, gain: expect.any(Number) });
  });

  it('goes by the same word lists as the alignment', async () => {
    const explained = await explain(TEXT, 1, { glossary: [{ en: 'council', zh: '镇议会' }] });
    expect(explained.evidence).toContainEqual({
      en: 'council',
      zh: '镇议会',
      kind: 'word',
      gain: expect.any(Number),
    });
    expect(explained.unexplained).toEqual({ en: [], zh: [] });
  });

  it('names each link once, the strongest first, and all of them speak for the pair', () => {
    for (const { evidence } of all) {
      const gains = evidence.map(({ gain }) => gain);
      expect(gains).toEqual([...gains].sort((a, b) => b - a));
      expect(gains.at(-1)).toBeGreaterThan(0);
      expect(new Set(evidence.map(({ en, zh }) => `${en}=${zh}`)).size).toBe(evidence.length);
    }
  });

  it('gives as gain what the pair costs more without the link', async () => {
    const { evidence, terms } = await explain('The bridge hums.\n\n桥在这里。\n', 1);
    expect(evidence).toMatchObject([{ en: 'bridge', zh: '桥' }]);
    // Each of 4 words (bridge, hums, 桥, 这里) costs half of −ln (1 − λ) where nothing explains it, and each side, which
    // little would speak for, half of what it lacks.
    const { mixture, idle, idleBase, idleWord } = WEIGHTS;
    const unexplained = -Math.log(1 - mixture);
    const lacking = idleBase + 2 * idleWord + 2 * unexplained;
    expect(evidence[0].gain).toBeCloseTo(4 * 0.5 * unexplained + 2 * 0.5 * idle * lacking - terms.words, 6);
  });

  it('lists the words that nothing spoke for', () => {
    expect(about('The council').unexplained).toEqual({ en: ['council'], zh: ['镇', '议会'] });
    for (const { evidence, unexplained } of all) {
      expect(
        evidence.filter(({ en, zh }) => unexplained.en.includes(en) || unexplained.zh.includes(zh)),
      ).toEqual([]);
    }
  });

  it('tells what other ways to cut would have cost, with their texts', () => {
    const { bead, alternatives } = about('Nobody answered');
    const whole = alternatives.find(({ beads }) => beads.length === 1);
    expect(whole?.beads[0]).toEqual({
      en: { start: bead.en.start - 1, end: bead.en.end },
      zh: { start: bead.zh.start - 1, end: bead.zh.end },
      enText: '“Who will pay?” asked the baker. Nobody answered, so the clinic paid.',
      zhText: '面包师问道：“谁来付钱？”没有人回答，于是诊所付了钱。',
    });
    for (const each of all) {
      const extras = each.alternatives.map(({ extra }) => extra);
      expect(extras).toHaveLength(5);
      expect(extras).toEqual([...extras].sort((a, b) => a - b));
      expect(extras[0]).toBeGreaterThan(0);
      for (const { beads } of each.alternatives)
        expect(beads).not.toContainEqual(expect.objectContaining(each.bead));
    }
  });

  it.each([0, -1, 1.5, Number.NaN, 99])(
    'says how many pairs there are when asked for pair %d',
    async (number) => {
      const asked = explain(TEXT, number);
      await expect(asked).rejects.toThrow(DuiqiError);
      await expect(asked).rejects.toMatchObject({
        code: 'bad-option',
        message: `There is no pair ${number}: the pairs are numbered from 1 to ${pairs.length}.`,
      });
    },
  );

  it('says so when there is one pair, or none', async () => {
    await expect(explain('Good morning.\n\n早上好。\n', 2)).rejects.toThrow(
      'There is no pair 2: only 1 pair was found.',
    );
    await expect(explain('Good morning.\n', 1)).rejects.toThrow('There is no pair 1: no pairs were found.');
  });
});

interface Way {
  /** The two-sided beads, each between spaces. */
  readonly pairs: string;
  readonly total: number;
}

/** All ways from the first corner to `end`. */
function everyWay(beads: readonly BeadAt[], cost: Float32Array, end: readonly [number, number]): Way[] {
  const ways: Way[] = [];
  const walk = (corner: readonly [number, number], total: number, pairs: string): void => {
    if (String(corner) === String(end)) ways.push({ pairs, total });
    beads.forEach(({ row, column, i, j }, bead) => {
      if (row !== corner[0] || column !== corner[1]) return;
      walk([i, j], total + cost[bead], row < i && column < j ? `${pairs}${[row, column, i, j]} ` : pairs);
    });
  };
  walk([0, 0], 0, ' ');
  return ways;
}

describe('otherWays', () => {
  const shapes = shapesOf([
    [1, 1],
    [1, 2],
    [2, 1],
    [1, 0],
    [0, 1],
  ]);
  const noWalls = new Int32Array(3);
  const table = wholeTable(3, 3);
  const graph = finish(beadGraph(table, shapes, noWalls, noWalls, table, null));
  const beads = beadsOf(graph);
  const costs = fc.array(fc.integer({ min: -40, max: 40 }), {
    minLength: beads.length,
    maxLength: beads.length,
  });

  it('finds the cheapest way without the bead, and says of each way what it costs', () => {
    const law = fc.property(costs, (values) => {
      const cost = Float32Array.from(values);
      const path = traceBack(graph, cheapestPath(graph, cost).last).map((bead) => beads[bead]);
      // At most two beads lie on either side of one in the middle of five: the whole table may change.
      const index = path.findIndex(
        ({ row, i, column, j }, at) => at <= 2 && at >= path.length - 3 && row < i && column < j,
      );
      fc.pre(index >= 0);
      const { row, column, i, j } = path[index];
      const corners = path.map((bead) => [bead.i, bead.j] as const);
      const ways = everyWay(beads, cost, [3, 3]);
      const least = Math.min(...ways.map(({ total }) => total));
      const without = ways
        .filter(({ pairs }) => !pairs.includes(` ${[row, column, i, j]} `))
        .map(({ total }) => total - least);
      const extras = otherWays(graph, cost, corners, index, 3).map(({ extra }) => extra);
      expect(extras[0]).toBe(Math.min(...without));
      for (const extra of extras) expect(without).toContain(extra);
    });
    fc.assert(law, { seed: 20261122, numRuns: 300 });
  });
});

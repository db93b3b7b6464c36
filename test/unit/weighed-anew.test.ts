import { expect, test } from 'vitest';
import { wholeTable } from '../../packages/aligner/src/alignment/lattice/band.js';
import { beadGraph } from '../../packages/aligner/src/alignment/lattice/bead-graph.js';
import {
  cheapestPath,
  sumOverPaths,
  traceBack,
} from '../../packages/aligner/src/alignment/lattice/kernel.js';
import { COMMON_SHAPES } from '../../packages/aligner/src/alignment/lattice/shapes.js';
import { weighedAnew } from '../../packages/aligner/src/alignment/lattice/weighed-anew.js';
import type { NatsOfBead } from '../../packages/aligner/src/alignment/score/similarity.js';
import { finish } from '../../packages/aligner/src/common/steps.js';
import { align } from '../../packages/aligner/src/index.js';

const SHARPNESS = 0.6;

/** The shapes of the path through two texts of so many segments, and all costs as they are weighed anew; without `usual` as they were. */
function pathOf(
  [en, zh]: readonly [number, number],
  costOf: (n: number, m: number) => number,
  usual: NatsOfBead | null,
) {
  const table = wholeTable(en, zh);
  const [enInterval, zhInterval] = [new Int32Array(en), new Int32Array(zh)];
  const graph = finish(beadGraph(table, COMMON_SHAPES, enInterval, zhInterval, table, null));
  const shapeOf = (bead: number): readonly [number, number] => [
    COMMON_SHAPES.en[graph.shape[bead]],
    COMMON_SHAPES.zh[graph.shape[bead]],
  ];
  const cost = Float32Array.from(graph.shape, (_, bead) => costOf(...shapeOf(bead)));
  const path = traceBack(graph, cheapestPath(graph, cost).last);
  const sums = finish(sumOverPaths(graph, cost, SHARPNESS));
  const anew = usual && finish(weighedAnew(graph, cost, sums, SHARPNESS, path, usual));
  const found = anew ? traceBack(graph, cheapestPath(graph, anew).last) : path;
  return { shapes: found.map(shapeOf), anew };
}

/** To join costs less than to leave a segment alone, as it does where much of a text has no counterpart. */
const joining = (n: number, m: number): number => (n === 0 || m === 0 ? 3 * (n + m) : n + m - 2);

test('a sentence that the words of its pair speak against is no longer joined to it', () => {
  expect(pathOf([2, 1], joining, null).shapes).toEqual([[2, 1]]);
  const usual: NatsOfBead = (row, i) => (i - row > 1 ? 1 : row === 0 ? 6 : -4);
  expect(pathOf([2, 1], joining, usual).shapes).toEqual([
    [1, 1],
    [1, 0],
  ]);
});

test('one that adds what speaks for the pair stays joined to it', () => {
  const usual: NatsOfBead = (row, i) => (i - row > 1 ? 9 : row === 0 ? 4 : 2);
  expect(pathOf([2, 1], joining, usual).shapes).toEqual([[2, 1]]);
});

test('two sentences of which the words say that they are no pair are both left alone', () => {
  expect(pathOf([1, 1], joining, null).shapes).toEqual([[1, 1]]);
  const { shapes } = pathOf([1, 1], joining, () => -6);
  expect(shapes.flat().sort()).toEqual([0, 0, 1, 1]);
});

test('what a bead can say has a bound in both directions', () => {
  const [most, beyond] = [12, 90].map((nats) => pathOf([1, 1], joining, () => nats).anew);
  expect(beyond).toEqual(most);
  const [least, below] = [-8, -90].map((nats) => pathOf([1, 1], joining, () => nats).anew);
  expect(below).toEqual(least);
});

test('a bead that hardly any path takes is not asked about', () => {
  const asked: string[] = [];
  const usual: NatsOfBead = (row, i, column, j) => {
    asked.push(`${row}-${i} ${column}-${j}`);
    return 5;
  };
  const far = (n: number, m: number): number => (n === 1 && m === 1 ? 0 : 40);
  const { shapes } = pathOf([3, 3], far, usual);
  expect(shapes).toEqual(Array(3).fill([1, 1]));
  expect(asked.sort()).toEqual(['0-1 0-1', '1-2 1-2', '2-3 2-3']);
});

test('the name of a column that no lexicon links is paired by its row, however much of the table is codes', async () => {
  const goods = [
    ['Hand soap, lemon', '柠檬洗手液', 'piece', '件'],
    ['Cotton apron', '棉围裙', 'pack of 10', '10件装'],
    ['Door lock with three keys', '三钥匙门锁', 'bottle', '瓶'],
    ['Rechargeable torch', '充电手电筒', 'pair', '双'],
  ] as const;
  const row = (cells: readonly string[]): string => `<tr><td>${cells.join('</td><td>')}</td></tr>`;
  const rows = Array.from({ length: 24 }, (_, at) => [
    ...(at % 6 === 0 ? ['<tr><td colspan="6">Household 家居用品</td></tr>'] : []),
    row([`${1011 + at}-${'ABC'[at % 3]}`, ...goods[at % 4]!, `${at * 37 + 12}.50`]),
  ]).flat();
  const names = row(['Article 货号', 'Description', '品名', 'Unit', '单位', 'Price 价格']);
  const terms =
    '<p>Orders above 5,000 yuan are delivered free of charge.</p><p>订单金额超过5,000元免费送货。</p>';
  const page = `<h1>Wholesale Catalogue</h1><h1>批发目录</h1>${terms}<table>${names}${rows.join('')}</table>`;
  const { pairs } = await align(page, { names: ['catalogue.html'] });
  expect(pairs.map(({ en, zh }) => `${en.text} | ${zh.text}`)).toContain('Description | 品名');
});

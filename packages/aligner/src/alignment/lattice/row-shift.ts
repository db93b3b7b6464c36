import { info } from '../../common/diagnostic.js';
import { countInSteps, type Steps } from '../../common/steps.js';
import type { Anchor, Diagnostic, Side } from '../../types.js';
import type { Tokens } from '../score/tokens.js';
import type { TranslationTable } from '../score/translation-table.js';
import { likenessOf, type SegmentRun } from './turns.js';

/** Rows by which a column may have been moved. */
const MOST_ROWS = 3;
/** Share of their words that two texts have in common by chance. */
const BY_CHANCE = 0.25;
/** What a change from one shift to another costs, in shares of words in common: one row alike by chance makes none. */
const CHANGE = 0.5;
/** By how much more the words of a stretch must agree with its shift than with the rows as they are. */
const LEAST_GAIN = 1;
/** Fewer rows in a row show no shift. */
const FEWEST_ROWS = 3;

/** No row has more parts that stand side by side; their places are fractions, of which all digits are not the same. */
const PARTS_OF_ROW = 2 ** 12;

/** The cells of both languages in a row of a table. */
interface Row {
  readonly number: number;
  en: SegmentRun | null;
  zh: SegmentRun | null;
}

/** Rows whose Chinese stands so many rows lower; `to` is one after the last. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly shift: number;
}

/** What is said of the rows of tables, by the words of both sides. */
export type ShiftedRows = typeof shiftedRows;

/**
 * The walls of the rows of tables, where the words agree with them. Where a column has been moved by a row or more, each
 * row translates another one, and for many rows together this is clear: there rows of the same number are no walls any
 * more, and those that translate each other are.
 */
export function* shiftedRows(
  en: Side,
  zh: Side,
  anchors: readonly Anchor[],
  enTokens: Tokens,
  zhTokens: Tokens,
  table: TranslationTable,
): Steps<{ readonly anchors: readonly Anchor[]; readonly diagnostics: readonly Diagnostic[] }> {
  const likeness = likenessOf(enTokens, zhTokens, table);
  let mended = anchors;
  const diagnostics: Diagnostic[] = [];
  for (const rows of tablesOf(en, zh)) {
    const like: Like = (row, other) => {
      const [english, chinese] = [rows[row]?.en, rows[other]?.zh];
      return english && chinese ? likeness(english, chinese) : null;
    };
    const { stretches, ...way } = yield* stretchesOf(rows.length, like);
    if (yield* areSortedApart(rows.length, like, way)) {
      mended = withoutRows(mended, rows);
      const [from, to] = [rows[0]!.number + 1, rows.at(-1)!.number + 1];
      diagnostics.push(
        info(
          'row-shift',
          `From row ${from} to row ${to} of a table the English and the Chinese cells are in different orders, as if one column had been sorted alone, so these were paired by their words.`,
          { values: { kind: 'sorted', from, to } },
        ),
      );
      continue;
    }
    for (const stretch of stretches) {
      mended = mendedIn(mended, rows, stretch);
      const way = stretch.shift > 0 ? 'lower' : 'higher';
      const count = Math.abs(stretch.shift);
      diagnostics.push(
        info(
          'row-shift',
          `From row ${rows[stretch.from]!.number + 1} to row ${rows[stretch.to - 1]!.number + 1} of a table the Chinese cells stand ${count} ${count === 1 ? 'row' : 'rows'} ${way} than the English ones that they translate, so these were paired by their words.`,
          {
            values: {
              kind: way,
              from: rows[stretch.from]!.number + 1,
              to: rows[stretch.to - 1]!.number + 1,
              count,
            },
          },
        ),
      );
    }
  }
  return { anchors: mended, diagnostics };
}

type Like = (row: number, other: number) => number | null;

/** Rows between two steps, each of which is compared with seven others. */
const TOGETHER = 16;

/**
 * The rows of each table in which each language has columns of its own; where pairs and remarks stand side by side, those of each of
 * these by itself, since nothing moves a cell from one to the other.
 */
function tablesOf(en: Side, zh: Side): Row[][] {
  const tables = new Map<string, { readonly table: number; readonly rows: Map<number, Row> }>();
  const columns = { en: new Map<number, Set<number>>(), zh: new Map<number, Set<number>>() };
  for (const [side, name] of [
    [en, 'en'],
    [zh, 'zh'],
  ] as const) {
    side.segments.forEach(({ paragraph }, segment) => {
      const { position } = side.paragraphs[paragraph]!;
      if (position?.axis !== 'row') return;
      const number = Math.floor(position.start);
      const key = `${position.table} ${Math.round((position.start - number) * PARTS_OF_ROW)}`;
      const { rows } = tables.get(key) ?? { rows: new Map<number, Row>() };
      tables.set(key, { table: position.table, rows });
      const row: Row = rows.get(number) ?? { number, en: null, zh: null };
      rows.set(number, row);
      row[name] = { first: row[name]?.first ?? segment, end: segment + 1 };
      const own = columns[name].get(position.table) ?? new Set();
      columns[name].set(position.table, own.add(position.column));
    });
  }
  return [...tables.values()].flatMap(({ table, rows }) => {
    const chinese = columns.zh.get(table);
    const isShared = [...(columns.en.get(table) ?? [])].some((column) => chinese?.has(column));
    return isShared ? [] : [[...rows.values()].sort((a, b) => a.number - b.number)];
  });
}

/** Cells that are compared each with each, at most: so many that no table takes longer than its alignment. */
const LARGEST_COMPARED = 100_000;

/** Share of their words that the cell which has most of them, out of all of a column, has in common with one by chance. */
const BEST_BY_CHANCE = 0.5;

/**
 * Whether the cells of one column have another order, as where it was sorted without the others: those that are likest each other,
 * wherever they stand, have more in common than by chance, and more so than those that the best way to shift the rows brings together.
 */
function* areSortedApart(rows: number, like: Like, { gain, kept }: Way): Steps<boolean> {
  // Where they have much in common as they stand, they are not compared each with each, which would take long.
  if (gain > BY_CHANCE * rows || rows ** 2 > LARGEST_COMPARED) return false;
  const likest = { en: new Map<number, number>(), zh: new Map<number, number>() };
  const most = { en: new Float64Array(rows), zh: new Float64Array(rows) };
  yield* countInSteps(rows, TOGETHER, (row) => {
    for (let other = 0; other < rows; other++) {
      const value = like(row, other) ?? 0;
      if (value > most.en[row]!) likest.en.set(row, other);
      if (value > most.zh[other]!) likest.zh.set(other, row);
      most.en[row] = Math.max(value, most.en[row]!);
      most.zh[other] = Math.max(value, most.zh[other]!);
    }
  });
  let sum = 0;
  for (const [row, other] of likest.en)
    if (likest.zh.get(other) === row) sum += most.en[row]! - BEST_BY_CHANCE;
  return sum - kept >= LEAST_GAIN;
}

/** Walls without those between the rows of a table. */
function withoutRows(anchors: readonly Anchor[], rows: readonly Row[]): readonly Anchor[] {
  const [enFrom, zhFrom] = [placeBefore(rows, 'en', 0), placeBefore(rows, 'zh', 0)];
  const [enTo, zhTo] = [placeAfter(rows, 'en', rows.length), placeAfter(rows, 'zh', rows.length)];
  return anchors.filter(({ en, zh }) => (en <= enFrom && zh <= zhFrom) || (en >= enTo && zh >= zhTo));
}

/** What the best way to give each row a shift says. */
interface Way {
  /** How much more than by chance the cells have in common then, without the price of its changes. */
  readonly gain: number;
  /** The same of those alone that have more, since a cell whose words are not known says nothing. */
  readonly kept: number;
}

/** The stretches of rows that are shifted, in the best way to give each row a shift, with as few changes as it takes. */
function* stretchesOf(rows: number, like: Like): Steps<Way & { readonly stretches: readonly Stretch[] }> {
  const shifts = Array.from({ length: 2 * MOST_ROWS + 1 }, (_, k) => k - MOST_ROWS);
  // By row, what it has in common with the Chinese of each of these rows about it.
  const alike: (number | null)[][] = [];
  const gainOf = (row: number, shift: number): number => {
    const found = alike[row]![shift + MOST_ROWS]!;
    return found === null ? 0 : found - BY_CHANCE;
  };
  // By row, the most that a way to shift all rows up to it comes to, by the shift that this row has, and the row before it there.
  const best: number[][] = [];
  const from: { readonly row: number; readonly k: number }[][] = [];
  yield* countInSteps(rows, TOGETHER, (row) => {
    alike.push(shifts.map((shift) => like(row, row + shift)));
    const ways = shifts.map((shift, k) => {
      let way = { row: row - 1, k, value: best[row - 1]?.[k] ?? (shift === 0 ? 0 : -CHANGE) };
      for (let before = 0; before < shifts.length; before++) {
        // Where a shift becomes smaller, so many English cells have lost theirs: no Chinese one translates two.
        const last = row - 1 - Math.max(0, before - k);
        const value = (best[last]?.[before] ?? Number.NEGATIVE_INFINITY) - CHANGE;
        if (value > way.value) way = { row: last, k: before, value };
      }
      return { ...way, value: way.value + gainOf(row, shift) };
    });
    best.push(ways.map(({ value }) => value));
    from.push(ways);
  });
  const chosen = new Array<number | null>(rows).fill(null);
  const last = best.at(-1) ?? [];
  for (let at = { row: rows - 1, k: last.indexOf(Math.max(...last)) }; at.row >= 0; ) {
    chosen[at.row] = shifts[at.k]!;
    at = from[at.row]![at.k]!;
  }
  const stretches: Stretch[] = [];
  for (let row = 0; row < rows; ) {
    const shift = chosen[row]!;
    if (shift === null) {
      row++;
      continue;
    }
    let to = row;
    let more = 0;
    let compared = 0;
    for (; to < rows && chosen[to] === shift; to++) {
      more += gainOf(to, shift) - gainOf(to, 0);
      if (alike[to]![shift + MOST_ROWS] !== null) compared++;
    }
    if (shift !== 0 && more >= LEAST_GAIN && compared >= FEWEST_ROWS)
      stretches.push({ from: row, to, shift });
    row = to;
  }
  const gains = chosen.map((shift, row) => (shift === null ? 0 : gainOf(row, shift)));
  const changes = chosen.filter((shift, row) => row > 0 && shift !== chosen[row - 1]).length;
  return {
    stretches,
    gain: Math.max(...last),
    kept: Math.max(
      0,
      gains.reduce((sum, each) => sum + Math.max(0, each), -CHANGE * changes),
    ),
  };
}

/** Walls without those of the rows of a stretch, and with those of the rows that translate each other in it. */
function mendedIn(
  anchors: readonly Anchor[],
  rows: readonly Row[],
  { from, to, shift }: Stretch,
): readonly Anchor[] {
  const own: Anchor[] = [];
  for (let row = from; row < to; row++) {
    const [en, zh] = [rows[row]!.en, rows[row + shift]?.zh];
    if (!en || !zh) continue;
    for (const anchor of [
      { en: en.first, zh: zh.first, reason: 'row' },
      { en: en.end, zh: zh.end, reason: 'row' },
    ] as const) {
      const last = own.at(-1);
      if (last === undefined || last.en < anchor.en || last.zh < anchor.zh) own.push(anchor);
    }
  }
  const [first, last] = [own[0], own.at(-1)];
  if (first === undefined || last === undefined) return anchors;
  const enFrom = Math.min(first.en, placeBefore(rows, 'en', from));
  const zhFrom = Math.min(first.zh, placeBefore(rows, 'zh', Math.min(from, from + shift)));
  const before = anchors.filter(({ en, zh }) => en <= enFrom && zh <= zhFrom);
  const after = anchors.filter(
    ({ en, zh }) =>
      en >= placeAfter(rows, 'en', to) &&
      zh >= Math.max(last.zh, placeAfter(rows, 'zh', Math.max(to, to + shift))),
  );
  return [...before, ...own, ...after];
}

/** Where the cells of a language begin that stand in a row or below it. */
function placeBefore(rows: readonly Row[], language: 'en' | 'zh', row: number): number {
  const next = rows.slice(Math.max(0, row)).find((each) => each[language] !== null)?.[language];
  return next?.first ?? placeAfter(rows, language, rows.length);
}

/** Where the cells of a language end that stand above a row. */
function placeAfter(rows: readonly Row[], language: 'en' | 'zh', row: number): number {
  const before = rows.slice(0, Math.max(0, row)).filter((each) => each[language] !== null);
  return before.at(-1)?.[language]?.end ?? 0;
}

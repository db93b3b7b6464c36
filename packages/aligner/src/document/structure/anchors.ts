import type { Anchor, Language, Position, Side } from '../../types.js';

/** A paragraph that has a position, with its segments. */
interface Placed {
  readonly position: Position;
  readonly first: number;
  readonly end: number;
  readonly hasLetters: boolean;
}

/** Share of the cells of a column that must have letters; columns of numbers stay outside of the pairs of rows. */
const LETTERED = 0.5;

/** What a position covers, in its unit. */
type Range = Pick<Position, 'start' | 'end'>;

/**
 * Share of the rows of a table that must hold both languages for rows to be pairs, where a column has cells of both;
 * others are notes and headings. Where each language has columns of its own, rows are pairs however few are complete.
 */
const BILINGUAL = 0.6;
/** Share of the cells of a column that must hold both languages for each of them to be a row of its own. */
const BOTH_IN_CELL = 0.5;
/**
 * Where the path of the alignment must pass: between the rows of a table that holds both languages, one-sided rows as
 * well, between cells that hold both, between lines that do, and between comments with what they say in the other
 * language. Rows of two different files are not compared, since nothing says that they agree. Times give none: they are
 * evidence that is weighed with all other (`alignment/lattice/times.ts`).
 */
export function findAnchors(en: Side, zh: Side): Anchor[] {
  const enTables = tablesOf(en);
  const zhTables = tablesOf(zh);
  const anchors: Anchor[] = [];
  const isOneSource = en.source === zh.source;
  for (const [key, english] of enTables) {
    const chinese = zhTables.get(key);
    if (chinese === undefined) continue;
    const { axis } = english[0]!.position;
    if (axis === 'row') {
      if (!isOneSource) continue;
      const numbers = columnsOfNumbers(english, chinese);
      const en = withoutNumbers(english, chinese, numbers);
      const zh = withoutNumbers(chinese, english, numbers);
      if (en.length === 0 || zh.length === 0 || !isBilingual(en, zh)) continue;
      const rangeOf = rangesInTable(en, zh);
      const places = { en: inOrder(en.map(rangeOf)), zh: inOrder(zh.map(rangeOf)) };
      addAnchors(en, zh, places, axis, anchors);
      continue;
    }
    if (axis === 'time') continue;
    addAnchors(
      english,
      chinese,
      { en: inOrder(english.map(rangeOf)), zh: inOrder(chinese.map(rangeOf)) },
      axis,
      anchors,
    );
  }
  return onOnePath(anchors);
}

/** Lines in both languages may stand between tables: anchors of all kinds in the order of the text. */
function onOnePath(anchors: readonly Anchor[]): Anchor[] {
  const path: Anchor[] = [];
  for (const anchor of [...anchors].sort((a, b) => a.en - b.en || a.zh - b.zh)) {
    const last = path.at(-1);
    if (last === undefined || (last.zh <= anchor.zh && (last.en < anchor.en || last.zh < anchor.zh))) {
      path.push(anchor);
    }
  }
  return path;
}

function tablesOf({ paragraphs, segments }: Side): Map<string, Placed[]> {
  const tables = new Map<string, Placed[]>();
  for (let first = 0, end = 0; first < segments.length; first = end) {
    const { paragraph } = segments[first]!;
    let hasLetters = false;
    for (; end < segments.length && segments[end]!.paragraph === paragraph; end++) {
      hasLetters ||= /\p{L}/u.test(segments[end]!.text);
    }
    const { position } = paragraphs[paragraph]!;
    if (position === null) continue;
    const key = `${position.axis} ${position.table}`;
    const placed: Placed = { position, first, end, hasLetters };
    if (!tables.get(key)?.push(placed)) tables.set(key, [placed]);
  }
  return tables;
}

/** The columns of a table in which hardly a cell has letters, in either language. */
function columnsOfNumbers(english: readonly Placed[], chinese: readonly Placed[]): ReadonlySet<number> {
  const counts = new Map<number, { all: number; lettered: number }>();
  for (const { position, hasLetters } of [...english, ...chinese]) {
    const count = counts.get(position.column) ?? { all: 0, lettered: 0 };
    counts.set(position.column, count);
    count.all++;
    if (hasLetters) count.lettered++;
  }
  return new Set(
    [...counts].flatMap(([column, { all, lettered }]) => (lettered < LETTERED * all ? [column] : [])),
  );
}

/** The cells of a side without columns of numbers, save cells with letters in them that the other side has as well. */
function withoutNumbers(
  side: readonly Placed[],
  other: readonly Placed[],
  numbers: ReadonlySet<number>,
): readonly Placed[] {
  if (numbers.size === 0) return side;
  const keyOf = ({ position: { column, start } }: Placed): string => `${column} ${start}`;
  const others = new Set(other.filter(({ hasLetters }) => hasLetters).map(keyOf));
  return side.filter(
    (cell) => !numbers.has(cell.position.column) || (cell.hasLetters && others.has(keyOf(cell))),
  );
}

function isBilingual(english: readonly Placed[], chinese: readonly Placed[]): boolean {
  const rows = (side: readonly Placed[]): Set<number> => new Set(side.map(({ position }) => position.start));
  const columns = (side: readonly Placed[]): Set<number> =>
    new Set(side.map(({ position }) => position.column));
  const [enRows, zhRows] = [rows(english), rows(chinese)];
  const both = [...enRows].filter((row) => zhRows.has(row)).length;
  const zhColumns = columns(chinese);
  if (both > 0 && ![...columns(english)].some((column) => zhColumns.has(column))) return true;
  return both >= BILINGUAL * (enRows.size + zhRows.size - both);
}

/** Of a row, by the column that it stands in: more columns than any format has. */
const PART_OF_ROW = 2 ** -16;

/** What each cell covers: its rows or, where cells hold both languages, a part of its row that other columns do not have. */
function rangesInTable(english: readonly Placed[], chinese: readonly Placed[]): (cell: Placed) => Range {
  const startsIn = (side: readonly Placed[]): Map<number, Set<number>> => {
    const columns = new Map<number, Set<number>>();
    for (const { position } of side) {
      const starts = columns.get(position.column) ?? new Set();
      columns.set(position.column, starts.add(position.start));
    }
    return columns;
  };
  const [en, zh] = [startsIn(english), startsIn(chinese)];
  const all = new Set([...en.keys(), ...zh.keys()]);
  const holdsBoth = new Set(
    [...all].filter((column) => {
      const [own, other] = [en.get(column) ?? new Set(), zh.get(column) ?? new Set()];
      const both = [...own].filter((start) => other.has(start)).length;
      return both > 0 && both >= BOTH_IN_CELL * (own.size + other.size - both);
    }),
  );
  if (holdsBoth.size === 0) return ({ position }) => position;
  const rest = Math.min(...[...all].filter((column) => !holdsBoth.has(column)));
  return ({ position }) => {
    if (position.end > position.start + 1) return position;
    const column = holdsBoth.has(position.column) ? position.column : rest;
    const start = position.start + column * PART_OF_ROW;
    return { start, end: start + PART_OF_ROW };
  };
}

/**
 * Adds the places before and after each group of blocks of both languages that overlap with no block outside of it. A
 * row without one of them is a group as well.
 */
function addAnchors(
  english: readonly Placed[],
  chinese: readonly Placed[],
  { en: enPlaces, zh: zhPlaces }: Readonly<Record<Language, readonly Range[]>>,
  reason: Anchor['reason'],
  anchors: Anchor[],
): void {
  const add = (en: number, zh: number): void => {
    const last = anchors.at(-1);
    if (last?.en === en && last.zh === zh) return;
    anchors.push({ en, zh, reason });
  };
  const before = (side: readonly Placed[], index: number): number => side[index - 1]?.end ?? side[0]!.first;
  let [i, j] = [0, 0];
  while (i < enPlaces.length || j < zhPlaces.length) {
    const [a, b] = [i, j];
    let reach = Number.NEGATIVE_INFINITY;
    for (;;) {
      const [x, y] = [enPlaces[i], zhPlaces[j]];
      const isEnglish = y === undefined || (x !== undefined && x.start <= y.start);
      const next = isEnglish ? x : y;
      if (next === undefined || (next.start >= reach && i + j > a + b)) break;
      reach = Math.max(reach, next.end);
      if (isEnglish) i++;
      else j++;
    }
    const isOneSided = i === a || j === b;
    add(
      isOneSided ? before(english, a) : english[a]!.first,
      isOneSided ? before(chinese, b) : chinese[b]!.first,
    );
    add(before(english, i), before(chinese, j));
  }
}

function rangeOf({ position }: Placed): Range {
  return position;
}

/** Ranges that each begin no earlier than the one before: the order of the text outranks them. */
function inOrder(ranges: readonly Range[]): Range[] {
  let earliest = Number.NEGATIVE_INFINITY;
  return ranges.map(({ start, end }) => {
    earliest = Math.max(earliest, start);
    return { start: earliest, end: Math.max(end, earliest) };
  });
}

import { linesOf, type TextLine, type TextRun } from './lines.js';

/** A straight line that is drawn on a page, or a bar as thin: along the lines of text or across them. Top-down, as runs are. */
export interface Rule {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Rules that touch each other, and what they part. */
export interface Grid {
  readonly box: Rule;
  /** Cells by rows; a cell that spans several stands where it begins. */
  readonly rows: (runs: readonly TextRun[]) => TextLine[][][];
  /** Where each column ends. */
  readonly ends: readonly number[];
  /** Where the cell of a row ends that begins in a column: one that spans several ends where the last of them does. */
  readonly endAt: (row: number, column: number) => number;
}

/** Rules this close to each other, in points, touch: borders of cells may have a gap between them. */
const TOUCHING = 3;
/** A table on one page has at most so many cells, and is drawn with so many lines; a drawing may have more. */
const MOST_CELLS = 5000;
const MOST_RULES = 2000;

/** The grids that rules make, from top to bottom; one around others comes before them. */
export function gridsOf(rules: readonly Rule[]): Grid[] {
  return componentsOf(rules)
    .flatMap(partsWithin)
    .flatMap((component) => gridOf(component) ?? [])
    .sort((a, b) => a.box.top - b.box.top);
}

/** Rules of one table that has no gaps between its borders meet this closely, in points. */
const MEETING = 1;

/** Rules that touch, as those of a table and of others within its cells, which a narrow margin parts from its own. */
function partsWithin(component: readonly Rule[]): (readonly Rule[])[] {
  const parts = componentsOf(component, MEETING);
  if (parts.length === 1) return parts;
  const box = boxOf(component);
  const outer = parts.find((part) => {
    const own = boxOf(part);
    return (
      own.left === box.left && own.right === box.right && own.top === box.top && own.bottom === box.bottom
    );
  });
  const areWithin = outer !== undefined && parts.every((part) => gridOf(part) !== null);
  return areWithin ? parts : [component];
}

/** The outermost of some grids that lie within another. */
export function gridsWithin({ box }: Grid, grids: readonly Grid[]): Grid[] {
  const within = grids.filter((each) => each.box !== box && lies(each.box, box));
  return within.filter(
    (each) => !within.some((other) => other.box !== each.box && lies(each.box, other.box)),
  );
}

function lies(one: Rule, around: Rule): boolean {
  return (
    one.left > around.left && one.right < around.right && one.top > around.top && one.bottom < around.bottom
  );
}

/** Whether the middle of a run's letters is in a grid. */
export function isInGrid(run: TextRun, { box }: Grid): boolean {
  const [x, y] = [(run.left + run.right) / 2, run.baseline - MIDDLE * run.size];
  return x > box.left && x < box.right && y > box.top && y < box.bottom;
}

/** Rules across that no rule down touches, in whole: cells of a row have a piece each. From top to bottom. */
export function rulesAcross(rules: readonly Rule[]): Rule[] {
  if (rules.length > MOST_RULES) return [];
  return componentsOf(rules)
    .flatMap((component) => {
      const box = boxOf(component);
      const isAcross = box.bottom - box.top <= TOUCHING && box.right - box.left > LONGER * TOUCHING;
      return isAcross ? [box] : [];
    })
    .sort((a, b) => a.top - b.top);
}

/** So many times as long as it may be thick, a rule goes across. */
const LONGER = 10;

function boxOf(rules: readonly Rule[]): Rule {
  return {
    left: Math.min(...rules.map(({ left }) => left)),
    right: Math.max(...rules.map(({ right }) => right)),
    top: Math.min(...rules.map(({ top }) => top)),
    bottom: Math.max(...rules.map(({ bottom }) => bottom)),
  };
}

function componentsOf(rules: readonly Rule[], touching = TOUCHING): Rule[][] {
  const parent = rules.map((_, at) => at);
  const root = (at: number): number => {
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!;
    return at;
  };
  const order = [...rules.keys()].sort((a, b) => rules[a]!.top - rules[b]!.top);
  /** Rules that may touch one that begins further down. */
  let open: number[] = [];
  for (const at of order) {
    const rule = rules[at]!;
    open = open.filter((other) => rules[other]!.bottom >= rule.top - touching);
    for (const other of open) {
      const { left, right } = rules[other]!;
      if (left <= rule.right + touching && right >= rule.left - touching) parent[root(at)] = root(other);
    }
    open.push(at);
  }
  const components = new Map<number, Rule[]>();
  rules.forEach((rule, at) => {
    const key = root(at);
    if (components.has(key)) components.get(key)!.push(rule);
    else components.set(key, [rule]);
  });
  return [...components.values()];
}

function gridOf(rules: readonly Rule[]): Grid | null {
  if (rules.length > MOST_RULES) return null;
  const across = rules.filter(({ left, right, top, bottom }) => right - left >= bottom - top);
  const down = rules.filter(({ left, right, top, bottom }) => right - left < bottom - top);
  if (across.length === 0 || down.length === 0) return null;
  const box = boxOf(rules);
  const xs = places([box.left, box.right, ...down.map(({ left, right }) => (left + right) / 2)]);
  const ys = places([box.top, box.bottom, ...across.map(({ top, bottom }) => (top + bottom) / 2)]);
  const [columns, rows] = [xs.length - 1, ys.length - 1];
  if (columns < 1 || rows < 1 || columns * rows > MOST_CELLS) return null;
  const parted = (row: number, column: number, isBelow: boolean): boolean => {
    const x = isBelow ? (xs[column]! + xs[column + 1]!) / 2 : xs[column + 1]!;
    const y = isBelow ? ys[row + 1]! : (ys[row]! + ys[row + 1]!) / 2;
    return (isBelow ? across : down).some(
      ({ left, right, top, bottom }) =>
        x >= left - TOUCHING && x <= right + TOUCHING && y >= top - TOUCHING && y <= bottom + TOUCHING,
    );
  };
  // Where no rule parts two of them, they are one cell, which stands where the first one does.
  const cells = Array.from({ length: rows * columns }, (_, at) => at);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      if (column + 1 < columns && !parted(row, column, false)) join(cells, at, at + 1);
      if (row + 1 < rows && !parted(row, column, true)) join(cells, at, at + columns);
    }
  }
  const endAt = (row: number, column: number): number => {
    const own = cells[row * columns + column];
    let end = column;
    while (end + 1 < columns && cells[row * columns + end + 1] === own) end++;
    return xs[end + 1]!;
  };
  return { box, rows: (runs) => cellsOf(runs, xs, ys, cells), ends: xs.slice(1), endAt };
}

/** Places apart from each other. */
function places(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((a, b) => a - b)) {
    if (found.length === 0 || value - found.at(-1)! > TOUCHING) found.push(value);
  }
  return found;
}

function join(cells: number[], a: number, b: number): void {
  const [from, to] = [Math.max(cells[a]!, cells[b]!), Math.min(cells[a]!, cells[b]!)];
  if (from === to) return;
  for (const [at, cell] of cells.entries()) if (cell === from) cells[at] = to;
}

/** The middle of letters is this far above their baseline, in font sizes. */
const MIDDLE = 0.3;

function cellsOf(
  runs: readonly TextRun[],
  xs: readonly number[],
  ys: readonly number[],
  cells: readonly number[],
): TextLine[][][] {
  const columns = xs.length - 1;
  const found = Array.from({ length: ys.length - 1 }, () =>
    Array.from({ length: columns }, (): TextRun[] => []),
  );
  for (const run of runs) {
    const column = indexOf(xs, (run.left + run.right) / 2);
    const row = indexOf(ys, run.baseline - MIDDLE * run.size);
    const cell = cells[row * columns + column]!;
    found[Math.floor(cell / columns)]![cell % columns]!.push(run);
  }
  return found.map((row) => row.map((cell) => linesOf(cell)));
}

/** Between which two places a value is; what is outside belongs to the nearest. */
function indexOf(places: readonly number[], value: number): number {
  let at = 0;
  while (at + 2 < places.length && value >= places[at + 1]!) at++;
  return at;
}

/** From one place to another, in points. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** Columns in order, with those that hang before the next one in it; the last one hangs before none. */
export function withHanging(
  columns: readonly Range[],
  hangs: (column: Range, next: Range) => boolean,
): Range[] {
  const found: Range[] = [];
  let from: number | null = null;
  for (const [at, column] of columns.entries()) {
    const next = columns[at + 1];
    if (next !== undefined && hangs(column, next)) from ??= column.from;
    else {
      found.push({ from: from ?? column.from, to: column.to });
      from = null;
    }
  }
  return found;
}

/** Ranges in order, of which those that are less than a gap apart are one. */
export function merged(ranges: readonly Range[], gap: number): Range[] {
  const found: { from: number; to: number }[] = [];
  for (const { from, to } of [...ranges].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && from < last.to + gap) last.to = Math.max(last.to, to);
    else found.push({ from, to });
  }
  return found;
}

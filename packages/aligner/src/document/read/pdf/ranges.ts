/** From one place to another, in points. */
export interface Range {
  readonly from: number;
  readonly to: number;
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

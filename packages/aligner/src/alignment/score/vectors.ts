/** Vectors one after the other, each of length 1, or 0 where it was of none. */
export interface Vectors {
  readonly dimensions: number;
  readonly values: Float32Array;
}

/** @param rows as many numbers in each */
export function unitVectors(rows: readonly ArrayLike<number>[]): Vectors {
  const dimensions = rows[0]?.length ?? 0;
  const values = new Float32Array(rows.length * dimensions);
  rows.forEach((row, r) => {
    let squares = 0;
    for (let d = 0; d < dimensions; d++) squares += row[d]! * row[d]!;
    const length = Math.sqrt(squares);
    if (length === 0) return;
    for (let d = 0; d < dimensions; d++) values[r * dimensions + d] = row[d]! / length;
  });
  return { dimensions, values };
}

/** The cosine of the angle between vector `row` of the first and vector `column` of the second. */
export function cosine(first: Vectors, row: number, second: Vectors, column: number): number {
  const { dimensions } = first;
  const [from, to] = [row * dimensions, column * dimensions];
  let sum = 0;
  for (let d = 0; d < dimensions; d++) sum += first.values[from + d]! * second.values[to + d]!;
  return sum;
}

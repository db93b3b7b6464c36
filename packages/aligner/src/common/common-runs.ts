// Not from 'diff': its index loads twenty files more.
import { diffArrays } from 'diff/lib/diff/array.js';

/** A stretch that two sequences have in common: so many elements, from these places on. */
export interface CommonRun {
  readonly old: number;
  readonly new: number;
  readonly length: number;
}

/**
 * The longest common subsequence of two sequences (Myers 1986), as runs in order.
 *
 * @param mostEdits the most elements that may be left over on both sides together: time grows with the square of them
 * @returns null where there are more
 */
export function commonRuns<Element>(
  old: readonly Element[],
  now: readonly Element[],
  mostEdits: number,
): CommonRun[] | null {
  const changes = diffArrays([...old], [...now], { maxEditLength: mostEdits });
  if (changes === undefined) return null;
  const runs: CommonRun[] = [];
  let [a, b] = [0, 0];
  for (const { added, removed, count } of changes) {
    if (!added && !removed) runs.push({ old: a, new: b, length: count });
    if (!added) a += count;
    if (!removed) b += count;
  }
  return runs;
}

import { DOUBTFUL_BELOW } from '../alignment/calibration/calibrate.js';
import type { Label, Pair, PairSide } from '../types.js';
import { numbersDiffer } from './flags/numbers-differ.js';
import { worded } from './worded.js';

/**
 * Pairs without the flag `number-mismatch` where nothing but their clause markers differ, and a likely pair beside them has
 * markers that differ by as much: the clauses were numbered anew, `Article 12 ‖ 第十四条`, as those of an amended law are. One
 * marker alone that differs may be a slip.
 *
 * @param pairs in their order
 */
export function withRenumbered(pairs: readonly Pair[]): Pair[] {
  const marked = pairs.flatMap((pair, index) => {
    const shift = pair.score < DOUBTFUL_BELOW ? null : shiftOf(pair);
    return shift === null ? [] : [{ index, shift }];
  });
  const renumbered = [...pairs];
  for (const [at, { index, shift }] of marked.entries()) {
    const pair = pairs[index]!;
    if (!pair.flags.includes('number-mismatch') || /^[0,]*$/.test(shift)) continue;
    if (marked[at - 1]?.shift !== shift && marked[at + 1]?.shift !== shift) continue;
    const [en, zh] = worded(pair.en, pair.zh, pair.kept);
    if (numbersDiffer(withoutMarker(en), withoutMarker(zh))) continue;
    renumbered[index] = { ...pair, flags: pair.flags.filter((flag) => flag !== 'number-mismatch') };
  }
  return renumbered;
}

/** By how much the numbers of the two markers differ, one for each level; null where they are not of one kind. */
function shiftOf({ en, zh }: Pair): string | null {
  const [english, chinese] = [markerOf(en), markerOf(zh)];
  if (!english || !chinese || english.ordinals.length !== chinese.ordinals.length) return null;
  return english.ordinals.map((ordinal, level) => chinese.ordinals[level]! - ordinal).join();
}

function markerOf({ segments }: PairSide): Label | null | undefined {
  return segments[0]?.label;
}

/** What a side says, with a marker that numbers nothing. */
function withoutMarker({ segments }: PairSide): PairSide['segments'] {
  return segments.map((segment) =>
    segment.label === null ? segment : { ...segment, label: { ...segment.label, ordinals: [] } },
  );
}

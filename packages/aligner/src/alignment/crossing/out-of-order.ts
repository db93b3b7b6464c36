import type { FoundBead } from '../lattice/found-bead.js';
import type { Match } from './match.js';

/** Of chains, the heaviest first, those that agree neither with what is settled nor with heavier ones that do. */
export function thoseOutOfOrder(
  chains: readonly (readonly Match[])[],
  settled: readonly FoundBead[],
): (readonly Match[])[] {
  // Beside what is settled, so that what may be a whole book is not copied for each chain.
  const agreed: FoundBead[] = [];
  return chains.filter((chain) => {
    const beads = chain.map(asBead);
    if (beads.some((bead) => isOutOfOrder(bead, settled) || isOutOfOrder(bead, agreed))) return true;
    for (const bead of beads) agreed.splice(countBefore(agreed, bead.enEnd), 0, bead);
    return false;
  });
}

/** Is there a settled pair before it on one side and after it on the other? */
export function isOutOfOrder({ enEnd, zhStart, zhEnd }: FoundBead, settled: readonly FoundBead[]): boolean {
  const next = countBefore(settled, enEnd);
  const [before, after] = [settled[next - 1], settled[next]];
  return (before !== undefined && before.zhEnd > zhStart) || (after !== undefined && after.zhStart < zhEnd);
}

/** How many of some pairs, in the order of the English text, begin before an English segment. */
function countBefore(beads: readonly FoundBead[], segment: number): number {
  let [low, high] = [0, beads.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (beads[middle]!.enStart < segment) low = middle + 1;
    else high = middle;
  }
  return low;
}

function asBead({ en, zh }: Match): FoundBead {
  return { ...ALONE, enStart: en, enEnd: en + 1, zhStart: zh, zhEnd: zh + 1, crossing: true };
}

const ALONE = { posterior: 1, support: 0, words: 0, belongs: 1, crossing: false };

export function inEnglishOrder(a: FoundBead, b: FoundBead): number {
  return a.enStart - b.enStart || a.enEnd - b.enEnd || a.zhStart - b.zhStart;
}

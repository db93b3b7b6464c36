import type { FoundBead } from '../lattice/found-bead.js';
import type { Match } from './match.js';

/** Of chains, the heaviest first, those that agree neither with what is settled nor with heavier ones that do. */
export function thoseOutOfOrder(
  chains: readonly (readonly Match[])[],
  settled: readonly FoundBead[],
): (readonly Match[])[] {
  let inOrder = settled;
  return chains.filter((chain) => {
    if (chain.some((match) => isOutOfOrder(asBead(match), inOrder))) return true;
    inOrder = [...inOrder, ...chain.map(asBead)].sort(inEnglishOrder);
    return false;
  });
}

/** Is there a settled pair before it on one side and after it on the other? */
export function isOutOfOrder({ enEnd, zhStart, zhEnd }: FoundBead, settled: readonly FoundBead[]): boolean {
  let [low, high] = [0, settled.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (settled[middle]!.enStart < enEnd) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [settled[low - 1], settled[low]];
  return (before !== undefined && before.zhEnd > zhStart) || (after !== undefined && after.zhStart < zhEnd);
}

function asBead({ en, zh }: Match): FoundBead {
  return { ...ALONE, enStart: en, enEnd: en + 1, zhStart: zh, zhEnd: zh + 1, crossing: true };
}

const ALONE = { posterior: 1, support: 0, words: 0, belongs: 1, crossing: false };

export function inEnglishOrder(a: FoundBead, b: FoundBead): number {
  return a.enStart - b.enStart || a.enEnd - b.enEnd || a.zhStart - b.zhStart;
}

import type { PairRecord } from '../pair-record.js';
import { type FoundPair, type KeptBead, LANGUAGES, rangesOf } from './kept.js';
import type { Segments } from './locate.js';

/**
 * Which of the gaps before, between and after the pairs in order hold a change: text of which the old pairs say nothing, or
 * where there was a pair that is no more.
 */
export function openGaps(
  inOrder: readonly FoundPair[],
  found: readonly KeptBead[],
  old: readonly PairRecord[],
  segments: Segments,
): Uint8Array {
  const isOpen = new Uint8Array(inOrder.length + 1);
  for (const language of LANGUAGES) {
    const isFound = new Uint8Array(segments[language].length);
    for (const bead of found) {
      for (const { start, end } of rangesOf(bead, language)) isFound.fill(1, start, end);
    }
    let gap = 0;
    segments[language].forEach(({ text }, segment) => {
      if (segment === inOrder[gap]?.place[language].start) gap++;
      if (isFound[segment] === 0 && text !== '') isOpen[gap] = 1;
    });
  }
  const gapAfter = new Map(inOrder.map(({ record }, at) => [record, at + 1]));
  const isThere = new Set(found.map(({ record }) => record));
  let gap = 0;
  for (const record of old) {
    gap = gapAfter.get(record) ?? gap;
    if (!isThere.has(record)) isOpen[gap] = 1;
  }
  return isOpen;
}

/** Which pairs lie beside an open gap without a sure pair between. The gaps around them are opened too. */
export function beside(isOpen: Uint8Array, isSure: readonly boolean[]): Uint8Array {
  const isReleased = new Uint8Array(isSure.length);
  for (let at = 0; at < isSure.length; at++) {
    if (isOpen[at] === 1 && !isSure[at]) isReleased[at] = isOpen[at + 1] = 1;
  }
  for (let at = isSure.length - 1; at >= 0; at--) {
    if (isOpen[at + 1] === 1 && !isSure[at]) isReleased[at] = isOpen[at] = 1;
  }
  return isReleased;
}

/** The gap in which text without a counterpart stands. */
export function gapOf({ en, zh }: KeptBead, inOrder: readonly FoundPair[]): number {
  const language = en ? 'en' : 'zh';
  const { start } = (en ?? zh)!;
  let [low, high] = [0, inOrder.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (inOrder[middle]!.place[language].start < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

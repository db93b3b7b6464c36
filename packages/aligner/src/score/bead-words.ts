import type { Words } from './occurrences.js';

/** A bead to learn from: ranges of segments on both sides and how far it is to be trusted, 0–1. */
export interface LearningBead {
  readonly enStart: number;
  readonly enEnd: number;
  readonly zhStart: number;
  readonly zhEnd: number;
  readonly trust: number;
}

/** The words of beads. */
export interface BeadWords {
  readonly en: Words;
  readonly zh: Words;
  readonly trust: Float64Array;
}

/** Beads of more words on one side teach little and cost their square. */
const MOST_WORDS = 200;

/** The words of the beads that something can be learnt from; no bead has more than `MOST_WORDS` on a side. */
export function beadWords(found: readonly LearningBead[], en: Words, zh: Words): BeadWords {
  const beads = found.filter(({ enStart, enEnd, zhStart, zhEnd }) => {
    const enWords = en.start[enEnd]! - en.start[enStart]!;
    const zhWords = zh.start[zhEnd]! - zh.start[zhStart]!;
    return Math.max(enWords, zhWords) <= MOST_WORDS;
  });
  return {
    en: wordsOf(en, beads, (bead) => [bead.enStart, bead.enEnd]),
    zh: wordsOf(zh, beads, (bead) => [bead.zhStart, bead.zhEnd]),
    trust: Float64Array.from(beads, ({ trust }) => trust),
  };
}

function wordsOf(
  side: Words,
  beads: readonly LearningBead[],
  rangeOf: (bead: LearningBead) => readonly [start: number, end: number],
): Words {
  const start = new Int32Array(beads.length + 1);
  beads.forEach((bead, index) => {
    const [first, end] = rangeOf(bead);
    start[index + 1] = start[index]! + side.start[end]! - side.start[first]!;
  });
  const type = new Int32Array(start[beads.length]!);
  beads.forEach((bead, index) => {
    const [first, end] = rangeOf(bead);
    type.set(side.type.subarray(side.start[first]!, side.start[end]!), start[index]);
  });
  return { type, start, keys: side.keys };
}

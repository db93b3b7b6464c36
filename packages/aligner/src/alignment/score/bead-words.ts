import type { Words } from './occurrences.js';

/** A bead to learn from: ranges of segments on both sides and how far it is to be trusted, 0–1. */
export interface LearningBead {
  readonly enStart: number;
  readonly enEnd: number;
  readonly zhStart: number;
  readonly zhEnd: number;
  readonly trust: number;
}

/** The words of one side of beads, each type once a bead. */
export interface BeadSide extends Words {
  /** How often its bead has each word; at most `MOST_WORDS`. */
  readonly times: Uint8Array;
}

export interface BeadWords {
  readonly en: BeadSide;
  readonly zh: BeadSide;
  /** Of each bead. */
  readonly trust: Float64Array;
}

/** Beads of more words on one side teach little and cost their square. */
const MOST_WORDS = 200;

/** The words of the beads that something can be learnt from. */
export function beadWords(found: readonly LearningBead[], en: Words, zh: Words): BeadWords {
  const beads = found.filter(({ enStart, enEnd, zhStart, zhEnd }) => {
    const enWords = en.start[enEnd]! - en.start[enStart]!;
    const zhWords = zh.start[zhEnd]! - zh.start[zhStart]!;
    return Math.max(enWords, zhWords) <= MOST_WORDS;
  });
  return {
    en: sideOf(
      en,
      beads.map(({ enStart }) => enStart),
      beads.map(({ enEnd }) => enEnd),
    ),
    zh: sideOf(
      zh,
      beads.map(({ zhStart }) => zhStart),
      beads.map(({ zhEnd }) => zhEnd),
    ),
    trust: Float64Array.from(beads, ({ trust }) => trust),
  };
}

/** @param starts,ends ranges of segments, one a bead, that do not overlap */
function sideOf(side: Words, starts: readonly number[], ends: readonly number[]): BeadSide {
  const start = new Int32Array(starts.length + 1);
  const type = new Int32Array(side.type.length);
  const times = new Uint8Array(side.type.length);
  const lastPlace = new Int32Array(side.keys.length).fill(-1);
  let size = 0;
  for (let bead = 0; bead < starts.length; bead++) {
    const end = side.start[ends[bead]!]!;
    for (let word = side.start[starts[bead]!]!; word < end; word++) {
      const own = side.type[word]!;
      if (lastPlace[own]! < start[bead]!) {
        lastPlace[own] = size;
        type[size++] = own;
      }
      times[lastPlace[own]!]!++;
    }
    start[bead + 1] = size;
  }
  return { type: type.slice(0, size), times: times.slice(0, size), start, keys: side.keys };
}

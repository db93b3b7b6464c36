import type { Tokens } from './tokens.js';
import type { TranslationTable } from './translation-table.js';

/**
 * The links of a translation table that say something, and how much: those of English type e are
 * `start[e] … start[e + 1] - 1`.
 */
export interface SpeakingLinks {
  readonly start: Int32Array;
  /** The Chinese type of each link. */
  readonly zh: Int32Array;
  /** t(e|z) / p(e): how much likelier than by chance the English word is beside the Chinese one. */
  readonly forward: Float32Array;
  /** t(z|e) / p(z). */
  readonly backward: Float32Array;
}

/** A word that is less than this many times likelier beside the other than anywhere says next to nothing. */
const LEAST_RATIO = 3;
/**
 * A word that a short text has once is as rare as in one of so many words on the longer side: by its own frequencies it would be
 * common, and then it and its translation say hardly more than chance. One that comes again and again is what the text is about,
 * and as common as it looks: so much is taken from each count (absolute discounting). No fewer than 600, no more than 1,500,
 * where chance hits say too much.
 */
const LEAST_TOTAL = 600;

export function speakingLinks(table: TranslationTable, en: Tokens, zh: Tokens): SpeakingLinks {
  const [enWords, zhWords] = [occurrencesInText(en), occurrencesInText(zh)];
  // Beside a long text a short one is a part of it, and its words are as common as they are.
  const scale = Math.max(1, LEAST_TOTAL / Math.max(1, enWords, zhWords));
  const unseen = 1 - 1 / scale;
  const start = new Int32Array(table.start.length);
  const linked = new Int32Array(table.zh.length);
  const forward = new Float32Array(table.zh.length);
  const backward = new Float32Array(table.zh.length);
  let kept = 0;
  for (let e = 0; e + 1 < table.start.length; e++) {
    for (let link = table.start[e]!; link < table.start[e + 1]!; link++) {
      const z = table.zh[link]!;
      const enRatio = (table.forward[link]! * enWords) / (en.count[e]! - unseen);
      const zhRatio = (table.backward[link]! * zhWords) / (zh.count[z]! - unseen);
      if (Math.max(enRatio, zhRatio) < LEAST_RATIO) continue;
      linked[kept] = z;
      forward[kept] = enRatio;
      backward[kept++] = zhRatio;
    }
    start[e + 1] = kept;
  }
  return {
    start,
    zh: linked.subarray(0, kept),
    forward: forward.subarray(0, kept),
    backward: backward.subarray(0, kept),
  };
}

function occurrencesInText({ count }: Tokens): number {
  return count.reduce((sum, occurrences) => sum + occurrences, 0);
}

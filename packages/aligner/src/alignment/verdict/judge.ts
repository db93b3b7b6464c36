import type { FoundBead } from '../lattice/found-bead.js';
import type { FoundSection } from '../lattice/pass.js';
import { AT_START, belonging, estimateRates } from './belonging.js';
import { type Evidence, evidenceOf, type KnownWords } from './evidence.js';

/** What is less probable is taken apart. */
const LEAST = 0.5;

/** Nats against a translation where a segment of each language is alone, and the most for such a place. */
const ALONE = 0.6;
const MOST_ALONE = 3;

/**
 * Judges beads by whether the texts translate each other where they lie: `belongs` is set, and pairs that are none are
 * taken apart.
 *
 * @param path the beads of the whole text, as far as they are known beforehand, by which all are judged
 */
export function* judged(
  sections: Iterable<FoundSection>,
  path: readonly FoundBead[],
  words: KnownWords,
): Generator<FoundSection> {
  const evidence = evidenceOf(words);
  const rates = estimateRates(evidenceAlong(path, evidence).nats);
  let atStart = AT_START;
  for (const { beads, widened } of sections) {
    const { nats, at } = evidenceAlong(beads, evidence);
    const found = belonging(nats, rates, atStart);
    atStart = found.next;
    yield {
      beads: beads.flatMap((bead, index) => {
        const own = at[index]!;
        if (own < 0) return [bead];
        const belongs = found.belongs[own]!;
        return belongs < LEAST ? apart(bead) : [{ ...bead, belongs }];
      }),
      widened,
    };
  }
}

/**
 * What speaks for a translation along a path: each pair, and between pairs text that is alone in both languages at the
 * same place. What is alone in one says nothing: it may have been left out, or one text be a part of the other.
 *
 * @returns `at` has the place of each pair in it, −1 for other beads
 */
function evidenceAlong(
  beads: readonly FoundBead[],
  evidence: Evidence,
): { nats: Float64Array; at: Int32Array } {
  const nats: number[] = [];
  const at = new Int32Array(beads.length).fill(-1);
  let [en, zh] = [0, 0];
  const endGap = (): void => {
    const both = Math.min(en, zh);
    if (both > 0) nats.push(-Math.min(MOST_ALONE, ALONE * both));
    [en, zh] = [0, 0];
  };
  beads.forEach((bead, index) => {
    const [enCount, zhCount] = [bead.enEnd - bead.enStart, bead.zhEnd - bead.zhStart];
    if (enCount > 0 && zhCount > 0) {
      endGap();
      at[index] = nats.push(evidence(bead)) - 1;
    } else {
      en += enCount;
      zh += zhCount;
    }
  });
  endGap();
  return { nats: Float64Array.from(nats), at };
}

/** Each segment by itself, the English ones first. */
function apart(bead: FoundBead): FoundBead[] {
  const { enStart, enEnd, zhStart, zhEnd } = bead;
  const alone = { ...bead, posterior: 1, support: 0, words: 0, belongs: 0, crossing: false };
  const parts: FoundBead[] = [];
  for (let s = enStart; s < enEnd; s++)
    parts.push({ ...alone, enStart: s, enEnd: s + 1, zhStart, zhEnd: zhStart });
  for (let t = zhStart; t < zhEnd; t++)
    parts.push({ ...alone, enStart: enEnd, enEnd, zhStart: t, zhEnd: t + 1 });
  return parts;
}

import type { ScoringModel } from '../lattice/bead-costs.js';
import type { FoundBead } from '../lattice/found-bead.js';
import type { FoundSection } from '../lattice/pass.js';
import { AT_START, belonging, estimateRates } from './belonging.js';
import { type Evidence, evidenceOf } from './evidence.js';

/** Below this a pair is taken apart, whatever stands around it. */
const LEAST = 0.05;
/** Below this it is among beads that are no translations either. */
const LEAST_AMONG_OTHERS = 0.5;

/**
 * Judges beads by whether the texts translate each other where they lie: `belongs` is set, and pairs that are none are
 * taken apart.
 *
 * @param path the beads of the whole text, as far as they are known beforehand, by which all are judged
 */
export function* judged(
  sections: Iterable<FoundSection>,
  path: readonly FoundBead[],
  model: ScoringModel,
): Generator<FoundSection> {
  const evidence = evidenceIn(model);
  const rates = estimateRates(Float64Array.from(path, evidence));
  let atStart = AT_START;
  for (const { beads, widened } of sections) {
    const found = belonging(Float64Array.from(beads, evidence), rates, atStart);
    atStart = found.next;
    yield {
      beads: beads.flatMap((bead, index) => {
        const belongs = found.belongs[index]!;
        const least = found.others[index]! < LEAST_AMONG_OTHERS ? LEAST_AMONG_OTHERS : LEAST;
        return belongs < least ? apart({ ...bead, belongs }) : [{ ...bead, belongs }];
      }),
      widened,
    };
  }
}

/** How probable it is by all others that each bead of a whole path lies where the texts translate each other, 0–1. */
export function surroundingsOf(path: readonly FoundBead[], model: ScoringModel): Float64Array {
  const evidence = Float64Array.from(path, evidenceIn(model));
  return belonging(evidence, estimateRates(evidence), AT_START).others;
}

function evidenceIn({ en, zh, custom }: ScoringModel): Evidence {
  return evidenceOf(sum(en.marks.length) + sum(zh.marks.length), custom);
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Each segment by itself, the English ones first. */
function apart(bead: FoundBead): FoundBead[] {
  const { enStart, enEnd, zhStart, zhEnd } = bead;
  if (enStart === enEnd || zhStart === zhEnd) return [bead];
  const alone = { ...bead, posterior: 1, support: 0, words: 0, crossing: false };
  const parts: FoundBead[] = [];
  for (let s = enStart; s < enEnd; s++)
    parts.push({ ...alone, enStart: s, enEnd: s + 1, zhStart, zhEnd: zhStart });
  for (let t = zhStart; t < zhEnd; t++)
    parts.push({ ...alone, enStart: enEnd, enEnd, zhStart: t, zhEnd: t + 1 });
  return parts;
}

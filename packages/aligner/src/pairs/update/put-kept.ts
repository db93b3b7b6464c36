import type { FoundBead } from '../../alignment/lattice/found-bead.js';
import type { FoundSection } from '../../alignment/lattice/pass.js';
import { isStep, type ResultsInSteps } from '../../common/steps.js';
import type { Language } from '../../types.js';
import type { KeptBead } from './find-kept.js';

/**
 * Puts the beads that stay in the place of those that were found there. What a found bead has beside them falls apart to
 * segments without counterparts: between two anchors that is only what seemed to belong to a segment out of order.
 */
export function* putKept(
  sections: ResultsInSteps<FoundSection>,
  kept: readonly KeptBead[],
): ResultsInSteps<FoundSection> {
  const keptAt = { en: beadBySegment(kept, 'en'), zh: beadBySegment(kept, 'zh') };
  const done = new Set<KeptBead>();
  for (const section of sections) {
    if (isStep(section)) {
      yield section;
      continue;
    }
    const { beads, widened } = section;
    const put: FoundBead[] = [];
    for (const bead of beads) {
      const { enStart, enEnd, zhStart, zhEnd } = bead;
      const isFree = !hasAny(keptAt.en, enStart, enEnd) && !hasAny(keptAt.zh, zhStart, zhEnd);
      if (isFree) put.push(bead);
      else put.push(...pieces(bead, keptAt, done));
    }
    yield { beads: put, widened };
  }
}

type KeptAt = Readonly<Record<Language, ReadonlyMap<number, KeptBead>>>;

function beadBySegment(kept: readonly KeptBead[], language: Language): ReadonlyMap<number, KeptBead> {
  const beads = new Map<number, KeptBead>();
  for (const bead of kept) {
    const range = bead[language];
    for (let segment = range?.start ?? 0; segment < (range?.end ?? 0); segment++) beads.set(segment, bead);
  }
  return beads;
}

function hasAny(beads: ReadonlyMap<number, KeptBead>, start: number, end: number): boolean {
  for (let segment = start; segment < end; segment++) if (beads.has(segment)) return true;
  return false;
}

const ALONE = { posterior: 1, support: 0, words: 0, belongs: 1, crossing: false };

/** What comes instead of a found bead: beads that stay, each at its first English segment, and single segments. */
function pieces(found: FoundBead, keptAt: KeptAt, done: Set<KeptBead>): FoundBead[] {
  const { enStart, enEnd, zhStart, zhEnd } = found;
  const put: FoundBead[] = [];
  for (let segment = enStart; segment < enEnd; segment++) {
    const kept = keptAt.en.get(segment);
    if (kept === undefined)
      put.push({ ...ALONE, enStart: segment, enEnd: segment + 1, zhStart, zhEnd: zhStart });
    else if (!done.has(kept)) put.push(asFound(kept, found));
    if (kept) done.add(kept);
  }
  for (let segment = zhStart; segment < zhEnd; segment++) {
    const kept = keptAt.zh.get(segment);
    if (kept === undefined)
      put.push({ ...ALONE, enStart: enEnd, enEnd, zhStart: segment, zhEnd: segment + 1 });
    else if (!kept.en && !done.has(kept)) put.push(asFound(kept, found));
    if (kept && !kept.en) done.add(kept);
  }
  return put;
}

function asFound({ en, zh, record, crossing }: KeptBead, found: FoundBead): FoundBead {
  const place = {
    enStart: en?.start ?? found.enEnd,
    enEnd: en?.end ?? found.enEnd,
    zhStart: zh?.start ?? found.zhStart,
    zhEnd: zh?.end ?? found.zhStart,
  };
  const isSame =
    place.enStart === found.enStart &&
    place.enEnd === found.enEnd &&
    place.zhStart === found.zhStart &&
    place.zhEnd === found.zhEnd;
  // Nothing speaks for a bead that the aligner would not have made, where the old pairs have no score.
  const scored = isSame ? found : { ...ALONE, posterior: 0 };
  return { ...scored, ...place, crossing, kept: record };
}

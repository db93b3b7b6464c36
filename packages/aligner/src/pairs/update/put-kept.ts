import { type FoundBead, range } from '../../alignment/lattice/found-bead.js';
import type { FoundSection } from '../../alignment/lattice/pass.js';
import { forEachResult, type ResultsInSteps } from '../../common/steps.js';
import type { Language } from '../../types.js';
import type { PairRecord } from '../pair-record.js';
import { range as segmentRange } from '../pairs.js';
import { type KeptBead, rangesOf } from './kept.js';

/**
 * Puts the beads that stay in the place of those that were found there. What a found bead has beside them stays a bead of its own
 * where text without a counterpart was taken out of it; else it falls apart to segments without counterparts: between two
 * anchors that is only what seemed to belong to a segment out of order.
 */
export function* putKept(
  sections: ResultsInSteps<FoundSection>,
  kept: readonly KeptBead[],
): ResultsInSteps<FoundSection> {
  const keptAt = { en: beadBySegment(kept, 'en'), zh: beadBySegment(kept, 'zh') };
  const done = new Set<KeptBead>();
  const putIn = new Map<PairRecord | null, KeptBead[]>();
  for (const bead of kept) {
    if (bead.after !== undefined && !putIn.get(bead.after)?.push(bead)) putIn.set(bead.after, [bead]);
  }
  let last: FoundBead = { ...ALONE, enStart: 0, enEnd: 0, zhStart: 0, zhEnd: 0 };
  yield* forEachResult<FoundSection, FoundSection>(sections, function* ({ beads, widened }) {
    const put: FoundBead[] = [];
    const add = (bead: FoundBead): void => {
      put.push(bead);
      last = bead;
      const record = bead.kept ?? null;
      for (const own of record ? (putIn.get(record) ?? []) : []) add(asFound(own, endOf(last)));
    };
    for (const own of putIn.get(null) ?? []) add(asFound(own, endOf(last)));
    putIn.delete(null);
    for (const bead of beads) {
      const { enStart, enEnd, zhStart, zhEnd } = bead;
      const isFree = !hasAny(keptAt.en, enStart, enEnd) && !hasAny(keptAt.zh, zhStart, zhEnd);
      if (isFree) add(bead);
      else for (const piece of pieces(bead, keptAt, done)) add(piece);
    }
    yield { beads: put, widened };
  });
}

/** An empty bead behind another one. */
function endOf({ enEnd, zhEnd }: FoundBead): FoundBead {
  return { ...ALONE, enStart: enEnd, enEnd, zhStart: zhEnd, zhEnd };
}

type KeptAt = Readonly<Record<Language, ReadonlyMap<number, KeptBead>>>;

function beadBySegment(kept: readonly KeptBead[], language: Language): ReadonlyMap<number, KeptBead> {
  const beads = new Map<number, KeptBead>();
  for (const bead of kept) {
    for (const { start, end } of rangesOf(bead, language)) {
      for (let segment = start; segment < end; segment++) beads.set(segment, bead);
    }
  }
  return beads;
}

function hasAny(beads: ReadonlyMap<number, KeptBead>, start: number, end: number): boolean {
  for (let segment = start; segment < end; segment++) if (beads.has(segment)) return true;
  return false;
}

const ALONE = { posterior: 1, support: 0, words: 0, belongs: 1, crossing: false };

/** What comes instead of a found bead: beads that stay, each at its first segment there, and what is left of it. */
function pieces(found: FoundBead, keptAt: KeptAt, done: Set<KeptBead>): FoundBead[] {
  const { enStart, enEnd, zhStart, zhEnd } = found;
  const left = {
    en: range(enStart, enEnd).filter((segment) => !keptAt.en.has(segment)),
    zh: range(zhStart, zhEnd).filter((segment) => !keptAt.zh.has(segment)),
  };
  const rest = restOf(found, left, keptAt);
  const put: FoundBead[] = [];
  for (let segment = enStart; segment < enEnd; segment++) {
    const kept = keptAt.en.get(segment);
    if (kept && !done.has(kept)) put.push(asFound(kept, found));
    if (kept) done.add(kept);
    else if (!rest) put.push({ ...ALONE, enStart: segment, enEnd: segment + 1, zhStart, zhEnd: zhStart });
    else if (segment === rest.enStart) put.push(rest);
  }
  for (let segment = zhStart; segment < zhEnd; segment++) {
    const kept = keptAt.zh.get(segment);
    if (kept && !kept.en && !done.has(kept)) put.push(asFound(kept, found));
    if (kept && !kept.en) done.add(kept);
    if (!kept && !rest) put.push({ ...ALONE, enStart: enEnd, enEnd, zhStart: segment, zhEnd: segment + 1 });
  }
  return put;
}

/** What is left of a bead from which only text without a counterpart was taken; null where it does not hold together. */
function restOf(
  { enStart, enEnd, zhStart, zhEnd }: FoundBead,
  left: Readonly<Record<Language, readonly number[]>>,
  keptAt: KeptAt,
): FoundBead | null {
  const taken = [
    ...range(enStart, enEnd).flatMap((segment) => keptAt.en.get(segment) ?? []),
    ...range(zhStart, zhEnd).flatMap((segment) => keptAt.zh.get(segment) ?? []),
  ];
  if (taken.some(({ en, zh }) => en !== null && zh !== null)) return null;
  const [en, zh] = [left.en, left.zh].map((segments) => {
    const [first, last] = [segments[0], segments.at(-1)];
    return first !== undefined && last! - first === segments.length - 1 ? { first, last: last! } : null;
  });
  if (!en || !zh) return null;
  return {
    ...ALONE,
    posterior: 0,
    enStart: en.first,
    enEnd: en.last + 1,
    zhStart: zh.first,
    zhEnd: zh.last + 1,
  };
}

function asFound({ en, zh, apart, record, crossing }: KeptBead, found: FoundBead): FoundBead {
  const place = {
    enStart: en?.start ?? found.enEnd,
    enEnd: en?.end ?? found.enEnd,
    zhStart: zh?.start ?? found.zhStart,
    zhEnd: zh?.end ?? found.zhStart,
  };
  const isSame =
    apart === undefined &&
    place.enStart === found.enStart &&
    place.enEnd === found.enEnd &&
    place.zhStart === found.zhStart &&
    place.zhEnd === found.zhEnd;
  // Nothing speaks for a bead that the aligner would not have made, where the old pairs have no score.
  const scored = isSame ? found : { ...ALONE, posterior: 0 };
  const ranges = apart && {
    apart: {
      en: apart.en.map(({ start, end }) => segmentRange(start, end)),
      zh: apart.zh.map(({ start, end }) => segmentRange(start, end)),
    },
  };
  return { ...scored, ...place, ...ranges, crossing, kept: record };
}

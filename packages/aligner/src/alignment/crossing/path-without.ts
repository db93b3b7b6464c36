import type { Steps } from '../../common/steps.js';
import { bandAround, type Limits, NARROW, within } from '../lattice/band.js';
import { type FoundBead, range, segmentsOf } from '../lattice/found-bead.js';
import { countBefore, limitsOfPart, partOfText } from '../lattice/part-of-side.js';
import { bestPath, type Pass, regionOf } from '../lattice/region.js';
import type { Taken } from './match.js';

/** Beads on either side of a match that may be cut anew without it. */
const AROUND = 8;

/** The path in order over what the matches leave: found anew around their segments, as it was elsewhere. */
export function* pathWithout(
  { en: enTaken, zh: zhTaken }: Taken,
  pass: Pass,
  beads: readonly FoundBead[],
  limits: Limits,
): Steps<FoundBead[]> {
  const isTouched = beads.map(
    ({ enStart, enEnd, zhStart, zhEnd }) =>
      range(enStart, enEnd).some((s) => enTaken.has(s)) || range(zhStart, zhEnd).some((t) => zhTaken.has(t)),
  );
  const path: FoundBead[] = [];
  for (let at = 0; at < beads.length; ) {
    let end = at;
    for (let near = at; near < beads.length && near < end + AROUND; near++)
      if (isTouched[near]) end = near + AROUND;
    if (end === at) path.push(beads[at++]!);
    else {
      end = Math.min(end, beads.length);
      const found = yield* windowWithout(enTaken, zhTaken, pass, beads.slice(at, end), limits);
      // It may hold more beads than a function can have arguments.
      for (const bead of found) path.push(bead);
      at = end;
    }
  }
  return path;
}

function* windowWithout(
  enTaken: ReadonlySet<number>,
  zhTaken: ReadonlySet<number>,
  pass: Pass,
  beads: readonly FoundBead[],
  limits: Limits,
): Steps<readonly FoundBead[]> {
  const part = partOfText(
    segmentsOf(beads, 'en').filter((s) => !enTaken.has(s)),
    segmentsOf(beads, 'zh').filter((t) => !zhTaken.has(t)),
    beads[0]!.enStart,
    beads[0]!.zhStart,
  );
  const corners = beads.map(
    ({ enEnd, zhEnd }) => [countBefore(part.en, enEnd), countBefore(part.zh, zhEnd)] as const,
  );
  const around = bandAround(corners, part.en.length + 1, part.zh.length + 1, () => NARROW);
  const limitsHere = limitsOfPart(limits, part);
  return (yield* bestPath(regionOf(pass, part, within(around, limitsHere), limitsHere))).beads;
}

import type { Steps } from '../../common/steps.js';
import { bandAround, NARROW, wholeTable } from '../lattice/band.js';
import { type FoundBead, isPair, range, segmentsOf } from '../lattice/found-bead.js';
import { countBefore, type PartOfText, partOfText } from '../lattice/part-of-side.js';
import { bestPath, type Pass, type Region, regionOf } from '../lattice/region.js';
import { TEXT } from '../score/headings.js';
import { isClear } from './doubtful.js';
import { type Match, segmentsIn } from './match.js';
import { isOutOfOrder } from './out-of-order.js';
import type { MayCross } from './within-rows.js';

/** Free segments on either side of a block that may be part of it. */
const BESIDE = 4;

/**
 * The pairs of blocks that stand out of order: each block is aligned by itself, together with what the path around it
 * leaves without counterpart beside it.
 *
 * @param rest beads of what may be part of a block
 */
export function* pairsOfBlocks(
  pass: Pass,
  blocks: readonly (readonly Match[])[],
  settled: readonly FoundBead[],
  rest: readonly FoundBead[],
  mayCross: MayCross,
): Steps<FoundBead[]> {
  const free = { en: new Set(segmentsOf(rest, 'en')), zh: new Set(segmentsOf(rest, 'zh')) };
  const crossing: FoundBead[] = [];
  /** Matches of this block and of those after it. */
  let inBlocks = blocks.flat().length;
  for (const block of blocks) {
    const candidates = ((free.en.size + inBlocks) * (free.zh.size + inBlocks)) / blocks.length;
    const own = segmentsIn(block);
    const part = partOfText(besides(own.en, free.en), besides(own.zh, free.zh));
    const path = (yield* bestPath(regionAlong(pass, part, block))).beads;
    const isOwn = (bead: FoundBead): boolean => isClear(bead, block.length > 1 ? 1 : candidates);
    const clear = path.map(isOwn);
    const last = clear.lastIndexOf(true);
    let first = clear.indexOf(true);
    while (first > 0 && isHeadOf(path[first - 1]!, path[first]!, pass)) first--;
    // What stands between two clear pairs of a block is as much in order there as anything in a path.
    const pairs = path
      .filter((bead, index) => first >= 0 && index >= first && index <= last && isPair(bead))
      .filter((bead) => isOutOfOrder(bead, settled))
      .filter(({ enStart, enEnd, zhStart, zhEnd }) =>
        range(enStart, enEnd).every((s) => range(zhStart, zhEnd).every((t) => mayCross(s, t))),
      );
    for (const s of segmentsOf(pairs, 'en')) free.en.delete(s);
    for (const t of segmentsOf(pairs, 'zh')) free.zh.delete(t);
    crossing.push(...pairs.map((bead) => ({ ...bead, crossing: true })));
    inBlocks -= block.length;
  }
  return crossing;
}

/** Whether a pair of headings stands right before a pair in both languages: `Controls` ‖ `操作` goes with the chapter that it heads. */
function isHeadOf(head: FoundBead, next: FoundBead, { model: { en, zh } }: Pass): boolean {
  const isOne = head.enEnd === head.enStart + 1 && head.zhEnd === head.zhStart + 1;
  const isBeside = head.enEnd === next.enStart && head.zhEnd === next.zhStart;
  return (
    isOne && isBeside && en.headings.kind[head.enStart] !== TEXT && zh.headings.kind[head.zhStart] !== TEXT
  );
}

/** The segments of a block with those free ones that stand in it or up to `BESIDE` before and after it. */
function besides(own: ReadonlySet<number>, free: ReadonlySet<number>): number[] {
  const isTaken = (s: number): boolean => own.has(s) || free.has(s);
  let [from, to] = [Math.min(...own), Math.max(...own)];
  for (let step = 0; step < BESIDE && isTaken(from - 1); step++) from--;
  for (let step = 0; step < BESIDE && isTaken(to + 1); step++) to++;
  return range(from, to + 1).filter(isTaken);
}

/** The region of a block along its chain, in which no wall limits what is paired: pairs out of order are across some. */
function regionAlong(pass: Pass, part: PartOfText, block: readonly Match[]): Region {
  const table = wholeTable(part.en.length, part.zh.length);
  const corners = block.map(
    ({ en, zh }) => [countBefore(part.en, en + 1), countBefore(part.zh, zh + 1)] as const,
  );
  const around = bandAround(corners, part.en.length + 1, part.zh.length + 1, () => NARROW);
  return regionOf(pass, part, around, table);
}

import type { Progress } from '../../common/progress.js';
import { forEachResult, type ResultsInSteps, type Steps } from '../../common/steps.js';
import type { Limits } from '../lattice/band.js';
import { type FoundBead, segmentsOf } from '../lattice/found-bead.js';
import { partOfSide, partOfText } from '../lattice/part-of-side.js';
import type { FoundSection } from '../lattice/pass.js';
import type { Pass } from '../lattice/region.js';
import { blocksAcross } from './blocks-across.js';
import { isDoubtful, isLeftOver } from './doubtful.js';
import { localChains } from './local-chains.js';
import { LARGEST_TABLE, segmentsIn } from './match.js';
import { inEnglishOrder, thoseOutOfOrder } from './out-of-order.js';
import { pairsOfBlocks } from './pairs-of-blocks.js';
import { pathWithout } from './path-without.js';
import { rarePoints } from './rare-points.js';
import type { MayCross } from './within-rows.js';

/** What has changed places stands less than so many beads apart. Results can be handed out after as many. */
const MOST_BEADS = 2000;
/** Nats by which its rare words must speak for a block, beyond chance: much of what they say may be chance. */
const LEAST_FAR_EVIDENCE = 15;

/**
 * Finds pairs out of order: a main clause before its list on one side and after it on the other, clauses or
 * paragraphs that have changed places. A path in order can only leave their segments without counterpart or force
 * them into doubtful pairs. So the segments of doubtful beads are compared one by one; those that clearly speak for
 * each other across the path are taken out of it, the path around them is found again without them, and what is left
 * over is aligned among itself.
 *
 * @param sections the path in order
 * @param limits where the path may go
 * @param mayCross which pairs may go across the path; those of a table may not leave their row
 * @param before the path of the pass before, through the whole text
 * @returns its beads in the order of the English text, those out of order marked, some sections at a time
 */
export function* findCrossings(
  pass: Pass,
  sections: Iterable<FoundSection | Progress | undefined>,
  limits: Limits,
  mayCross: MayCross,
  before: readonly FoundBead[] = [],
): ResultsInSteps<FoundSection> {
  const far = (yield* farPairs(pass, before, mayCross)).sort(inEnglishOrder);
  const taken = { en: new Set(segmentsOf(far, 'en')), zh: new Set(segmentsOf(far, 'zh')) };
  let next = 0;
  yield* forEachResult(searchable(sections), function* ({ beads, widened }) {
    const inOrder = far.length === 0 ? beads : yield* pathWithout(taken, pass, beads, limits);
    const found = yield* crossingsIn(pass, inOrder, limits, mayCross);
    const here: FoundBead[] = [];
    const end = beads.at(-1)?.enEnd ?? 0;
    while (next < far.length && far[next]!.enStart < end) here.push(far[next++]!);
    yield { beads: here.length === 0 ? found : [...found, ...here].sort(inEnglishOrder), widened };
  });
}

/**
 * Pairs of blocks that stand farther apart than sections are put together, or are too large for a table: they are told
 * by their rare words, in the path of the pass before.
 */
function* farPairs(pass: Pass, beads: readonly FoundBead[], mayCross: MayCross): Steps<FoundBead[]> {
  const [doubtful, settled] = [beads.filter(isDoubtful), beads.filter((bead) => !isDoubtful(bead))];
  const part = partOfText(segmentsOf(doubtful, 'en'), segmentsOf(doubtful, 'zh'));
  const cells = part.en.length * part.zh.length;
  if (beads.length <= MOST_BEADS && cells <= LARGEST_TABLE) return [];
  const [en, zh] = [partOfSide(pass.model.en, part.en), partOfSide(pass.model.zh, part.zh)];
  yield;
  const points = rarePoints(en.tokens, zh.tokens, pass.links, part.en, part.zh);
  yield;
  const chains = localChains(points, LEAST_FAR_EVIDENCE + Math.log(1 + cells))
    .map((chain) => chain.points)
    .filter((chain) => chain.every((point) => mayCross(point.en, point.zh)));
  yield;
  return yield* pairsOfBlocks(pass, thoseOutOfOrder(chains, settled), settled, doubtful, mayCross);
}

/** Puts sections together, as far as their doubtful segments are not too many to compare each with each. */
function* searchable(sections: Iterable<FoundSection | Progress | undefined>): ResultsInSteps<FoundSection> {
  let beads: FoundBead[] = [];
  let widened = false;
  let [en, zh] = [0, 0];
  yield* forEachResult<FoundSection, FoundSection>(sections, function* (section) {
    for (const bead of section.beads) {
      const [enMore, zhMore] = isDoubtful(bead)
        ? [bead.enEnd - bead.enStart, bead.zhEnd - bead.zhStart]
        : [0, 0];
      if ((en + enMore + 1) * (zh + zhMore + 1) > LARGEST_TABLE || beads.length === MOST_BEADS) {
        yield { beads, widened };
        [beads, widened, en, zh] = [[], false, 0, 0];
      }
      beads.push(bead);
      en += enMore;
      zh += zhMore;
    }
    widened ||= section.widened;
  });
  yield { beads, widened };
}

function* crossingsIn(
  pass: Pass,
  beads: readonly FoundBead[],
  limits: Limits,
  mayCross: MayCross,
): Steps<readonly FoundBead[]> {
  const blocks = yield* blocksAcross(pass, beads, mayCross);
  if (blocks.length === 0) return beads;
  const inOrder = yield* pathWithout(segmentsIn(blocks.flat()), pass, beads, limits);
  const rest = inOrder.filter(isLeftOver);
  const settled = inOrder.filter((bead) => !isLeftOver(bead));
  const crossing = yield* pairsOfBlocks(pass, blocks, settled, rest, mayCross);
  if (crossing.length === 0) return beads;
  const paired = { en: new Set(segmentsOf(crossing, 'en')), zh: new Set(segmentsOf(crossing, 'zh')) };
  // What a block has left over is in the path again.
  return [...(yield* pathWithout(paired, pass, beads, limits)), ...crossing].sort(inEnglishOrder);
}

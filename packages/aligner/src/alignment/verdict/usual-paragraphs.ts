import { countInSteps, type Steps } from '../../common/steps.js';
import { type BeadRange, type FoundBead, isPair } from '../lattice/found-bead.js';
import type { KnownWords, RangeEvidence } from './evidence.js';

/**
 * What it says against a pair, in nats, that one of its sides begins a paragraph and the other one goes on with one: in a document
 * whose pairs hardly ever do so, two passages that stand at the same place by coincidence do as often as not. That both begin one
 * says nothing: so do the pages of two texts that are laid out alike.
 *
 * @param path the pairs that tell what is usual
 * @param trust how sure each of these is to be one, 0–1
 */
export function* usualParagraphs(
  { beginsParagraph }: KnownWords,
  path: readonly FoundBead[],
  trust: Float64Array,
): Steps<RangeEvidence> {
  const differs = ({ enStart, zhStart }: BeadRange): boolean =>
    beginsParagraph('en', enStart) !== beginsParagraph('zh', zhStart);
  let [pairs, differing, enBegin, zhBegin] = [0, 0, 0, 0];
  yield* countInSteps(path.length, PAIRS, (index) => {
    const bead = path[index]!;
    if (!isPair(bead)) return;
    pairs += trust[index]!;
    if (differs(bead)) differing += trust[index]!;
    if (beginsParagraph('en', bead.enStart)) enBegin += trust[index]!;
    if (beginsParagraph('zh', bead.zhStart)) zhBegin += trust[index]!;
  });
  const byChance = (enBegin * (pairs - zhBegin) + zhBegin * (pairs - enBegin)) / Math.max(1, pairs);
  return (bead) => {
    if (!differs(bead)) return 0;
    // The pair itself says nothing of what is usual.
    const others = Math.max(0, differing - 1);
    const usually = (others + SEEN) / (pairs + PRIOR_PAIRS);
    // Cohen's kappa: where the lines of one text are no paragraphs, the beginnings of both agree no oftener than by chance.
    const agreement = Math.max(0, 1 - others / Math.max(1, byChance));
    return Math.max(-MOST, agreement * WEIGHT * Math.min(0, Math.log(usually / BY_COINCIDENCE)));
  };
}

/** Pairs between two steps. */
const PAIRS = 1024;
/** As if one in so many had been seen to differ, before there is any text. */
const SEEN = 1;
const PRIOR_PAIRS = 10;
/** How often two passages differ that have nothing to do with each other. */
const BY_COINCIDENCE = 0.5;
/** Of 1 and 1.5 neither lost a pair of the field cases, and the latter parts more coincidences. */
const WEIGHT = 1.5;
/** However many pairs agree, the end of a line may be lost in copying. */
const MOST = 4;

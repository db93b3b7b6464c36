import type { BeadRange } from '../lattice/found-bead.js';

/**
 * What is said of a bead by where it lies, and by nothing else, with the last answer kept for each English segment that a bead
 * begins with: the path, which tells what is usual, and the beads that are judged by it are the same in all but a few places.
 *
 * @param segments English segments of the text
 */
export function remembered(say: (bead: BeadRange) => number, segments: number): (bead: BeadRange) => number {
  // Ends are above 0, so that a place of zeros is of no bead.
  const enEnds = new Int32Array(segments);
  const zhStarts = new Int32Array(segments);
  const zhEnds = new Int32Array(segments);
  const said = new Float64Array(segments);
  return (bead) => {
    const { enStart, enEnd, zhStart, zhEnd } = bead;
    if (enEnds[enStart] === enEnd && zhStarts[enStart] === zhStart && zhEnds[enStart] === zhEnd) {
      return said[enStart]!;
    }
    const nats = say(bead);
    enEnds[enStart] = enEnd;
    zhStarts[enStart] = zhStart;
    zhEnds[enStart] = zhEnd;
    said[enStart] = nats;
    return nats;
  };
}

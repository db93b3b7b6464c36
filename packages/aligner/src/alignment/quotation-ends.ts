import { splitAtQuotations } from '../segment/chinese.js';
import { cutSegment } from '../segment/segments.js';
import { findAnchors } from '../structure/anchors.js';
import type { Segment, Segmentation } from '../types.js';
import type { FoundBead } from './found-bead.js';

/** So many sentences of each language can still be one pair, should the cuts turn out to be wrong. */
const MOST_PARTS = 4;

/**
 * Cuts Chinese sentences where only the English shows that they end. A sentence that ends with a quotation often lacks
 * its full stop in Chinese (`他称之为“新的开端”市长没有回答。`), and nothing then tells its end from a quoted word.
 * Where more English sentences than Chinese ones were found to say the same, and one of them ends with a quotation,
 * the Chinese is cut after its quotations; whether the parts are apart is left to the next alignment.
 *
 * @param beads a path through the segments
 * @returns the segmentation with these cuts, or the same one if there are none
 */
export function withQuotationsEnded(segmentation: Segmentation, beads: readonly FoundBead[]): Segmentation {
  const { en, zh, sources } = segmentation;
  const inDoubt = new Set<Segment>();
  for (const { enStart, enEnd, zhStart, zhEnd } of beads) {
    if (zhEnd - zhStart !== 1 || enEnd - enStart < 2 || enEnd - enStart > MOST_PARTS) continue;
    const endsQuotation = en.segments.slice(enStart, enEnd - 1).some(({ text }) => /["”'’]$/.test(text));
    if (endsQuotation) inDoubt.add(zh.segments[zhStart]!);
  }
  const { text } = sources[zh.source]!;
  const segments = zh.segments.flatMap((segment) => {
    const parts = inDoubt.has(segment) ? splitAtQuotations(segment.text) : [];
    return parts.length > 1 && parts.length <= MOST_PARTS ? cutSegment(text, segment, parts) : segment;
  });
  if (segments.length === zh.segments.length) return segmentation;
  const cut = { ...zh, segments };
  return { ...segmentation, zh: cut, anchors: findAnchors(en, cut).anchors };
}

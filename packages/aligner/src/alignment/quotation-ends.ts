import { splitAtQuotations } from '../document/segment/chinese.js';
import { cutSegment } from '../document/segment/segments.js';
import { findAnchors } from '../document/structure/anchors.js';
import type { Segment, Segmentation } from '../types.js';
import type { FoundBead } from './lattice/found-bead.js';

/** A sentence with more quotations than this quotes words. Four parts can still be one pair if they belong together. */
const MOST_PARTS = 4;

/**
 * Cuts Chinese sentences where only the English shows that they end. One that ends with a quotation often lacks its
 * full stop in Chinese (`她称之为“新的开端”市长没有回答。`), and then nothing tells its end from a quoted word. So where
 * fewer Chinese sentences than English ones were found to say the same, and one of the English ones ends with a
 * quotation, the Chinese is cut after its quotations; whether the parts stay together is left to the alignment that follows.
 *
 * @param beads a path through the segments
 * @returns the segmentation with these cuts; the same one if there are none
 */
export function withQuotationsEnded(segmentation: Segmentation, beads: readonly FoundBead[]): Segmentation {
  const { en, zh, sources } = segmentation;
  const inDoubt = new Set<Segment>();
  for (const { enStart, enEnd, zhStart, zhEnd } of beads) {
    if (enEnd - enStart <= zhEnd - zhStart) continue;
    const endsQuotation = en.segments.slice(enStart, enEnd - 1).some(({ text }) => /["”'’]$/.test(text));
    if (endsQuotation) for (const segment of zh.segments.slice(zhStart, zhEnd)) inDoubt.add(segment);
  }
  const { text } = sources[zh.source]!;
  const segments = zh.segments.flatMap((segment) => {
    const parts = inDoubt.has(segment) ? splitAtQuotations(segment.text) : [];
    return parts.length > 1 && parts.length <= MOST_PARTS ? cutSegment(text, segment, parts) : segment;
  });
  if (segments.length === zh.segments.length) return segmentation;
  const cut = { ...zh, segments };
  return { ...segmentation, zh: cut, anchors: findAnchors(en, cut) };
}

import { DOUBTFUL_BELOW, pairScore } from '../alignment/calibration/calibrate.js';
import type { FoundBead } from '../alignment/lattice/found-bead.js';
import { joinPieces } from '../document/writing/join.js';
import type {
  Bead,
  Flag,
  Ladder,
  Language,
  Pair,
  PairSide,
  Segment,
  Segmentation,
  SegmentIndex,
  Span,
  Unaligned,
} from '../types.js';
import { sideFlags, textFlags } from './flags/flags.js';

/**
 * Pairs, text without counterpart and the ladder, out of the beads found. Repeats are not flagged yet (see repeats.ts).
 *
 * @param first position of the first of these beads in the whole ladder
 */
export function toPairs(
  { en, zh }: Segmentation,
  beads: readonly FoundBead[],
  first = 0,
): { pairs: Pair[]; unaligned: Unaligned[]; ladder: Ladder } {
  const pairs: Pair[] = [];
  const unaligned: Unaligned[] = [];
  const ladder = beads.map((bead, place): Bead => {
    const index = first + place;
    const enSegments = en.segments.slice(bead.enStart, bead.enEnd);
    const zhSegments = zh.segments.slice(bead.zhStart, bead.zhEnd);
    // A blank line is a segment where lines are, and no text: it makes no pair.
    const [hasEn, hasZh] = [enSegments.some(isText), zhSegments.some(isText)];
    if (hasEn && hasZh) pairs.push(pairOf(enSegments, zhSegments, bead, index));
    else if (hasEn) unaligned.push(oneSided('en', enSegments, index));
    else if (hasZh) unaligned.push(oneSided('zh', zhSegments, index));
    return { en: range(bead.enStart, bead.enEnd), zh: range(bead.zhStart, bead.zhEnd) };
  });
  return { pairs, unaligned, ladder };
}

function isText({ text }: Segment): boolean {
  return text !== '';
}

function range(start: number, end: number): Bead['en'] {
  return { start: start as SegmentIndex, end: end as SegmentIndex };
}

function pairOf(
  enSegments: readonly Segment[],
  zhSegments: readonly Segment[],
  bead: FoundBead,
  index: number,
): Pair {
  const en = sideOf('en', enSegments);
  const zh = sideOf('zh', zhSegments);
  const whole = !enSegments.concat(zhSegments).some(({ truncated }) => truncated);
  const likely = pairScore(bead, enSegments.length + zhSegments.length) * (whole ? 1 : TRUNCATED);
  // Four decimals everywhere: what is written out and what a limit is compared with must be the same number.
  const score = bead.kept?.score ?? Math.round(likely * 1e4) / 1e4;
  const flags = new Set<Flag>([...sideFlags(enSegments), ...sideFlags(zhSegments), ...textFlags(en, zh)]);
  if (score < DOUBTFUL_BELOW) flags.add('low-score');
  if (bead.crossing) flags.add('crossing');
  return {
    en,
    zh,
    score,
    bead: `${enSegments.length}-${zhSegments.length}`,
    flags: [...flags].sort(),
    index,
    ...(bead.kept && { kept: bead.kept }),
  };
}

/** What the score of a pair is multiplied by if one side breaks off: half a sentence has no exact counterpart. */
const TRUNCATED = 0.5;

function oneSided(language: Language, segments: readonly Segment[], index: number): Unaligned {
  return { language, side: sideOf(language, segments), flags: [...sideFlags(segments)].sort(), index };
}

function sideOf(language: Language, segments: readonly Segment[]): PairSide {
  const spans: Span[] = segments.flatMap((segment) => segment.spans);
  return {
    text: joinPieces(
      segments.filter(isText).map(({ text }) => text),
      language,
    ),
    spans,
    segments,
    clause: segments[0]!.clause,
  };
}

import { DOUBTFUL_BELOW, pairScore } from '../alignment/calibration/calibrate.js';
import type { FoundBead } from '../alignment/lattice/found-bead.js';
import { mapInSteps, type Steps } from '../common/steps.js';
import { joinPieces, joinSubtitles } from '../document/writing/join.js';
import type {
  Bead,
  Flag,
  Ladder,
  Language,
  Pair,
  PairSide,
  Position,
  Segment,
  Segmentation,
  SegmentIndex,
  Side,
  Span,
  Unaligned,
} from '../types.js';
import { sideFlags, textAsSide, textFlags } from './flags/flags.js';
import type { PairRecord } from './pair-record.js';
import { keyOf } from './text.js';

/**
 * Pairs, text without counterpart and the ladder, out of the beads found. Repeats are not flagged yet (see repeats.ts).
 *
 * @param first position of the first of these beads in the whole ladder
 */
export function* toPairs(
  { en, zh }: Segmentation,
  beads: readonly FoundBead[],
  first = 0,
): Steps<{ pairs: Pair[]; unaligned: Unaligned[]; ladder: Ladder }> {
  const pairs: Pair[] = [];
  const unaligned: Unaligned[] = [];
  const ladder = yield* mapInSteps(beads, (bead, place): Bead => {
    const index = first + place;
    const enSegments = en.segments.slice(bead.enStart, bead.enEnd);
    const zhSegments = zh.segments.slice(bead.zhStart, bead.zhEnd);
    // A blank line is a segment where lines are, and no text: it makes no pair.
    const [hasEn, hasZh] = [enSegments.some(isText), zhSegments.some(isText)];
    // A person may have written what the document lacks.
    const isFilled = bead.kept !== undefined && bead.kept.en !== '' && bead.kept.zh !== '';
    const kept = bead.kept && { kept: bead.kept };
    const sides = { en: sideOf(en, enSegments), zh: sideOf(zh, zhSegments) };
    const share = isOneLine(en, zh, bead);
    if ((hasEn && hasZh) || isFilled) pairs.push(pairOf(sides, bead, index, share));
    else if (hasEn) unaligned.push({ ...oneSided('en', sides.en, index), ...kept });
    else if (hasZh) unaligned.push({ ...oneSided('zh', sides.zh, index), ...kept });
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

/** Whether both sides come from one line, or one cell: what stands at its head is said of both. */
function isOneLine(en: Side, zh: Side, { enStart, zhStart }: FoundBead): boolean {
  const positionOf = ({ paragraphs, segments }: Side, segment: number): Position | null | undefined =>
    segments[segment] && paragraphs[segments[segment].paragraph]!.position;
  const [a, b] = [positionOf(en, enStart), positionOf(zh, zhStart)];
  if (!a || !b || en.source !== zh.source || a.axis === 'time') return false;
  return a.axis === b.axis && a.table === b.table && a.column === b.column && a.start === b.start;
}

function pairOf(
  { en, zh }: Readonly<Record<Language, PairSide>>,
  bead: FoundBead,
  index: number,
  share: boolean,
): Pair {
  const [enSegments, zhSegments] = [en.segments, zh.segments];
  const whole = !enSegments.concat(zhSegments).some(({ truncated }) => truncated);
  const likely = pairScore(bead, enSegments.length + zhSegments.length) * (whole ? 1 : TRUNCATED);
  // Four decimals everywhere: what is written out and what a limit is compared with must be the same number.
  const score = bead.kept?.score ?? Math.round(likely * 1e4) / 1e4;
  const flags = new Set<Flag>([
    ...sideFlags(enSegments),
    ...sideFlags(zhSegments),
    ...textFlags(...worded(en, zh, bead.kept), share),
  ]);
  // What a person has confirmed is not in doubt for the score of what the aligner made of it.
  if (score < DOUBTFUL_BELOW && !bead.kept?.confirmed) flags.add('low-score');
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

/** The sides as flags are to be found on them: what a person has reworded is no text of the document. */
function worded(en: PairSide, zh: PairSide, kept: PairRecord | undefined): [en: PairSide, zh: PairSide] {
  const side = (own: PairSide, language: Language, text: string): PairSide => {
    if (keyOf(own.text) === keyOf(text)) return own;
    const label = own.segments[0]?.label ?? null;
    return textAsSide(text, language, label && text.startsWith(label.raw) ? label : null);
  };
  return kept ? [side(en, 'en', kept.en), side(zh, 'zh', kept.zh)] : [en, zh];
}

/** What the score of a pair is multiplied by if one side breaks off: half a sentence has no exact counterpart. */
const TRUNCATED = 0.5;

function oneSided(language: Language, side: PairSide, index: number): Unaligned {
  return { language, side, flags: [...sideFlags(side.segments)].sort(), index };
}

function sideOf({ language, paragraphs }: Side, segments: readonly Segment[]): PairSide {
  const spans: Span[] = segments.flatMap((segment) => segment.spans);
  const texts = segments.filter(isText);
  const areCues =
    texts.length > 1 && texts.every(({ paragraph }) => paragraphs[paragraph]?.position?.axis === 'time');
  return {
    text: (areCues ? joinSubtitles : joinPieces)(
      texts.map(({ text }) => text),
      language,
    ),
    spans,
    segments,
    clause: segments[0]?.clause ?? null,
  };
}

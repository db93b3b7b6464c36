import { DOUBTFUL_BELOW, pairScore, type ScoredBead } from '../alignment/calibration/calibrate.js';
import type { FoundBead } from '../alignment/lattice/found-bead.js';
import { segmentIndex } from '../common/segment-index.js';
import { mapInSteps, type Steps } from '../common/steps.js';
import { areOnOneLine } from '../document/structure/one-line.js';
import { joinPieces, joinSubtitles } from '../document/writing/join.js';
import type {
  Bead,
  Flag,
  Ladder,
  Language,
  Pair,
  PairSide,
  Segment,
  Segmentation,
  SegmentRange,
  Side,
  Span,
  Unaligned,
} from '../types.js';
import { isSameInBoth, sideFlags, textFlags } from './flags/flags.js';
import { type WordsAsTheyAre, wordsAsTheyAre } from './flags/words-to-translate.js';
import { withRenumbered } from './renumbered.js';
import { worded } from './worded.js';

/**
 * Pairs, text without counterpart and the ladder, out of the beads found. Repeats are not flagged yet (see repeats.ts).
 *
 * @param first position of the first of these beads in the whole ladder
 * @param asTheyAre what the Chinese text leaves in Latin letters, for whoever gives the beads of a document in parts
 */
export function* toPairs(
  { en, zh }: Segmentation,
  beads: readonly FoundBead[],
  first = 0,
  asTheyAre = wordsAsTheyAre(zh.segments),
): Steps<{ pairs: Pair[]; unaligned: Unaligned[]; ladder: Ladder }> {
  const pairs: Pair[] = [];
  const unaligned: Unaligned[] = [];
  const ladder = yield* mapInSteps(beads, (bead, place): Bead => {
    const { apart } = bead;
    const [enRange, zhRange] = [range(bead.enStart, bead.enEnd), range(bead.zhStart, bead.zhEnd)];
    const sides = {
      en: sideOf(en, segmentsIn(en, enRange, apart?.en)),
      zh: sideOf(zh, segmentsIn(zh, zhRange, apart?.zh)),
    };
    const found = pairOrUnaligned({ en, zh }, sides, bead, first + place, asTheyAre);
    if (found && 'language' in found) unaligned.push(found);
    else if (found) pairs.push(found);
    return { en: enRange, zh: zhRange, ...(apart && { apart }) };
  });
  return { pairs: withRenumbered(pairs), unaligned, ladder };
}

/** What speaks for a pair whose sides are known. */
export type Evidence = ScoredBead & Pick<FoundBead, 'crossing' | 'kept'>;

/** What two sides make: a pair, text without a counterpart, or nothing where there is no text. */
export function pairOrUnaligned(
  { en, zh }: Pick<Segmentation, 'en' | 'zh'>,
  sides: Readonly<Record<Language, PairSide>>,
  evidence: Evidence,
  index: number,
  asTheyAre: () => WordsAsTheyAre,
): Pair | Unaligned | null {
  // A blank line is a segment where lines are, and no text: it makes no pair.
  const [hasEn, hasZh] = [sides.en.segments.some(isText), sides.zh.segments.some(isText)];
  // A person may have written what the document lacks.
  const isFilled = evidence.kept !== undefined && evidence.kept.en !== '' && evidence.kept.zh !== '';
  const kept = evidence.kept && { kept: evidence.kept };
  if ((hasEn && hasZh) || isFilled) {
    const share = areOnOneLine(en, zh, sides.en.segments[0], sides.zh.segments[0]);
    return pairOf(sides, evidence, index, share, asTheyAre);
  }
  if (hasEn || (!hasZh && evidence.kept?.en))
    return { ...oneSided('en', sides.en, index, evidence), ...kept };
  if (hasZh || evidence.kept?.zh) return { ...oneSided('zh', sides.zh, index, evidence), ...kept };
  return null;
}

export function segmentsIn(
  { segments }: Side,
  first: SegmentRange,
  apart: readonly SegmentRange[] = [],
): Segment[] {
  if (apart.length === 0) return segments.slice(first.start, first.end);
  return [first, ...apart].flatMap(({ start, end }) => segments.slice(start, end));
}

function isText({ text }: Segment): boolean {
  return text !== '';
}

export function range(start: number, end: number): SegmentRange {
  return { start: segmentIndex(start), end: segmentIndex(end) };
}

function pairOf(
  { en, zh }: Readonly<Record<Language, PairSide>>,
  bead: Evidence,
  index: number,
  share: boolean,
  asTheyAre: () => WordsAsTheyAre,
): Pair {
  const [enSegments, zhSegments] = [en.segments, zh.segments];
  const whole = !enSegments.concat(zhSegments).some(({ truncated }) => truncated);
  const likely = pairScore(bead) * (whole ? 1 : TRUNCATED);
  // Four decimals everywhere: what is written out and what a limit is compared with must be the same number.
  // What a person has put together has no score of its own; once she has confirmed it, it is certain.
  const score = bead.kept?.score ?? (bead.kept?.confirmed ? 1 : Math.round(likely * 1e4) / 1e4);
  const [english, translated] = worded(en, zh, bead.kept);
  const flags = new Set<Flag>([
    ...sideFlags(enSegments),
    ...sideFlags(zhSegments),
    ...textFlags(english, translated, { share, asTheyAre }),
  ]);
  if (flags.has('wrong-language') && isSameInBoth(english.text, translated.text, asTheyAre)) {
    flags.delete('wrong-language');
  }
  // What a person has confirmed is not in doubt for the score of what the aligner made of it.
  if (score < DOUBTFUL_BELOW && !bead.kept?.confirmed) flags.add('low-score');
  if (bead.crossing) flags.add('crossing');
  if (isDoubted(bead)) flags.add('doubted');
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

function oneSided(language: Language, side: PairSide, index: number, evidence: Evidence): Unaligned {
  const flags = sideFlags(side.segments);
  if (isDoubted(evidence)) flags.add('doubted');
  return { language, side, flags: [...flags].sort(), index };
}

function isDoubted({ kept }: Evidence): boolean {
  return kept?.flags.includes('doubted') === true && !kept.confirmed;
}

export function sideOf(
  { language, paragraphs }: Pick<Side, 'language' | 'paragraphs'>,
  segments: readonly Segment[],
): PairSide {
  const [only] = segments;
  // Most sides have one segment: what it has is what they have.
  if (only !== undefined && segments.length === 1) {
    return { text: only.text, spans: only.spans, segments, clause: only.clause };
  }
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
    clause: only?.clause ?? null,
  };
}

import type { FoundBead } from './alignment/found-bead.js';
import { sideFlags, textFlags } from './flags.js';
import { pairScore } from './score/calibrate.js';
import { joinPieces } from './structure/join.js';
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
} from './types.js';

/** Pairs, text without counterpart and the ladder, out of the beads found. */
export function toPairs(
  { en, zh }: Segmentation,
  beads: readonly FoundBead[],
): { pairs: Pair[]; unaligned: Unaligned[]; ladder: Ladder } {
  const pairs: Pair[] = [];
  const unaligned: Unaligned[] = [];
  const ladder = beads.map((bead, index): Bead => {
    const enSegments = en.segments.slice(bead.enStart, bead.enEnd);
    const zhSegments = zh.segments.slice(bead.zhStart, bead.zhEnd);
    // A blank line is a segment where lines are, and no text: it makes no pair.
    const [hasEn, hasZh] = [enSegments.some(isText), zhSegments.some(isText)];
    if (hasEn && hasZh) pairs.push(pairOf(enSegments, zhSegments, bead, index));
    else if (hasEn) unaligned.push(oneSided('en', enSegments, index));
    else if (hasZh) unaligned.push(oneSided('zh', zhSegments, index));
    return { en: range(bead.enStart, bead.enEnd), zh: range(bead.zhStart, bead.zhEnd) };
  });
  return { pairs: withRepeatsFlagged(pairs), unaligned, ladder };
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
  const score = Math.round(likely * 1e4) / 1e4;
  const flags = new Set<Flag>([...sideFlags(enSegments), ...sideFlags(zhSegments), ...textFlags(en, zh)]);
  if (score < LOW_SCORE) flags.add('low-score');
  if (bead.crossing) flags.add('crossing');
  return {
    en,
    zh,
    score,
    bead: `${enSegments.length}-${zhSegments.length}`,
    flags: [...flags].sort(),
    index,
  };
}

/** What the score of a pair is multiplied by if one side breaks off: half a sentence has no exact counterpart. */
const TRUNCATED = 0.5;

/** Scores below this are flagged: the pair is as likely to be wrong as right. */
const LOW_SCORE = 0.5;

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

/** The same pair again is a `duplicate`; the same source with another translation is a `conflict`, both times. */
function withRepeatsFlagged(pairs: readonly Pair[]): Pair[] {
  const english = numbered(pairs.map(({ en }) => en.text));
  const chinese = numbered(pairs.map(({ zh }) => zh.text));
  const ambiguousEnglish = ambiguous(english, chinese);
  const ambiguousChinese = ambiguous(chinese, english);
  const seen = new Set<number>();
  return pairs.map((pair, index) => {
    const [en, zh] = [english[index]!, chinese[index]!];
    const key = en * pairs.length + zh;
    const flags: Flag[] = [...pair.flags];
    if (seen.has(key)) flags.push('duplicate');
    if (ambiguousEnglish[en] || ambiguousChinese[zh]) flags.push('conflict');
    seen.add(key);
    return flags.length === pair.flags.length ? pair : { ...pair, flags: flags.sort() };
  });
}

/** Equal numbers for equal texts, from 0: a set of pairs of texts would hold all text a second time. */
function numbered(texts: readonly string[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(texts, (text) => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  });
}

/** For the number of each text, 1 if it has translations with different numbers. */
function ambiguous(texts: Int32Array, translations: Int32Array): Uint8Array {
  const first = new Int32Array(texts.length).fill(-1);
  const marks = new Uint8Array(texts.length);
  for (const [index, text] of texts.entries()) {
    if (first[text] === -1) first[text] = translations[index]!;
    else if (first[text] !== translations[index]) marks[text] = 1;
  }
  return marks;
}

import { progressIn } from '../common/progress.js';
import type { Steps } from '../common/steps.js';
import type { Simplifier } from '../document/writing/simplify.js';
import type { Scorer, Segmenter } from '../plugins.js';
import type { Anchor, Diagnostic, Segmentation, Side } from '../types.js';
import { endless } from './diagnostics.js';
import { clauseWalls } from './lattice/clause-walls.js';
import { lengthRatio } from './lattice/length-ratio.js';
import { paragraphsStandApart } from './lattice/paragraphs-apart.js';
import type { ShiftedRows } from './lattice/row-shift.js';
import { scoredSide } from './lattice/scored-side.js';
import type { ReadSide, ScoringModel } from './lattice/scoring-model.js';
import { COMMON_SHAPES, shapePriors } from './lattice/shapes.js';
import type { readTimes, retimed, Times } from './lattice/times.js';
import { readTurns } from './lattice/turns.js';
import { joinWalls, type Wall } from './lattice/walls.js';
import { segmentNumbers } from './quantities/segment-numbers.js';
import { noHeadings, readHeadings } from './score/headings.js';
import type { Lexicon } from './score/lexicon.js';
import { readMarks } from './score/marks.js';
import { type MatchingSegment, matchingSegments } from './score/matching-segment.js';
import { findPinyinNames, type PinyinNames } from './score/names.js';
import type { Similar } from './score/similarity.js';
import { type Tokens, tokenizeChinese, tokenizeEnglish } from './score/tokens.js';
import { lexiconTable, type TranslationTable } from './score/translation-table.js';
import { WEIGHTS, type Weights } from './score/weights.js';

/** What the caller may put in the place of the built-in parts. */
export interface AlignmentSettings {
  readonly segmenters: readonly Segmenter[];
  readonly scorer: Scorer | null;
  /** What a measure of likeness of the caller's says for the segments of this text. */
  readonly similar?: Similar | null;
  /** Finds columns of tables that have been moved; none for text without rows. */
  readonly shiftedRows?: ShiftedRows | null;
  readonly weights?: Weights;
  /** What reads and compares the times of subtitles, which no other text needs; none where there are none. */
  readonly times?: TimesReader | null;
  /** Turns the Chinese text into what the lexicon knows; none for simplified text. */
  readonly simplify?: Simplifier;
}

/** The module of times, which is loaded for subtitles. */
interface TimesReader {
  readonly readTimes: typeof readTimes;
  readonly retimed: typeof retimed;
}

/** A document that was read; without its sources its lines are all that is known of its paragraphs. */
export type TextToAlign = Pick<Segmentation, 'en' | 'zh' | 'anchors' | 'layout'> &
  Partial<Pick<Segmentation, 'sources'>>;

/** What both sides say before anything is aligned. */
export interface SidesRead {
  /** What beads are scored by in the first pass. */
  readonly model: ScoringModel;
  /** The translation table that the lexicon gives. */
  readonly lexical: TranslationTable;
  readonly names: PinyinNames;
  /** What the times of subtitles say; null where there are none. */
  readonly times: Times | null;
  /** Those given, as far as the words agree with them. */
  readonly anchors: readonly Anchor[];
  /** These, and those of clauses. */
  readonly walls: readonly Wall[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads what is to be known of both sides before the first pass: the words and what the lexicon has of them, the walls between
 * clauses and rows, and what the segments look like and where they stand.
 */
export function* readSides(
  { en: english, zh: chinese, anchors, layout, sources = [] }: TextToAlign,
  lexicon: Lexicon,
  {
    segmenters,
    scorer,
    similar = null,
    shiftedRows = null,
    weights = WEIGHTS,
    times: reader = null,
    simplify,
  }: AlignmentSettings,
): Steps<SidesRead> {
  const words = segmenters.find((segmenter) => segmenter.words)?.words;
  yield progressIn('words', 0);
  const enMatching = yield* matchingSegments(
    english.segments,
    simplify && ((text) => (HAN.test(text) ? simplify(text) : text)),
  );
  const zhMatching = yield* matchingSegments(chinese.segments, simplify);
  const enTokens = yield* tokenizeEnglish(enMatching, lexicon, words);
  yield progressIn('words', 0.25);
  const names = findPinyinNames(enTokens.capitalised, lexicon);
  const zhTokens = yield* tokenizeChinese(zhMatching, lexicon, names, words);
  yield progressIn('words', 0.6);
  const lexical = yield* lexiconTable(enTokens, zhTokens, lexicon, names);
  yield;
  const clauses = yield* clauseWalls(english, chinese, enTokens, zhTokens, lexical);
  yield;
  const byRows = shiftedRows
    ? yield* shiftedRows(english, chinese, anchors, enTokens, zhTokens, lexical)
    : { anchors, diagnostics: [] };
  const walls = joinWalls<Wall>(byRows.anchors, clauses.walls);
  yield;
  const en = yield* readSide(english, enTokens, enMatching, scorer !== null);
  yield;
  const zh = yield* readSide(chinese, zhTokens, zhMatching, scorer !== null);
  const ratio = lengthRatio(en.marks, zh.marks);
  yield;
  const times = reader?.readTimes(english, chinese) ?? null;
  // What a cue holds stands together because of its time, which has been weighed then.
  const turns = times
    ? null
    : readTurns({ ...english, ...en }, { ...chinese, ...zh }, layout, ratio, lexical);
  const model: ScoringModel = {
    ratio,
    en: yield* scoredSide(english, en, {
      places: turns?.en ?? null,
      times: times?.en ?? null,
      standApart: paragraphsStandApart(english, sources),
      walls: walls.map((wall) => wall.en),
    }),
    zh: yield* scoredSide(chinese, zh, {
      places: turns?.zh ?? null,
      times: times?.zh ?? null,
      standApart: paragraphsStandApart(chinese, sources),
      walls: walls.map((wall) => wall.zh),
      numbers: clauses.numbers,
    }),
    turns: turns?.turns ?? null,
    timing: times?.timing ?? null,
    lessAlone: { en: 0, zh: 0 },
    weights,
    prior: shapePriors(COMMON_SHAPES),
    countsShapes: true,
    custom: null,
    similar: similar?.ofBead ?? null,
  };
  return {
    model,
    lexical,
    names,
    times,
    anchors: byRows.anchors,
    walls,
    diagnostics: [
      ...endless(english, enTokens),
      ...endless(chinese, zhTokens),
      ...clauses.diagnostics,
      ...byRows.diagnostics,
    ],
  };
}

/** English text has none as a rule, and the converter is slow. */
const HAN = /\p{Script=Han}/u;

/** What is read from the text of a side by itself; a scorer of the caller's may join what only looks like headings. */
function* readSide(
  side: Side,
  tokens: Tokens,
  matching: readonly MatchingSegment[],
  isScored: boolean,
): Steps<ReadSide> {
  const marks = yield* readMarks(matching);
  const headings = isScored ? noHeadings(side) : yield* readHeadings(side);
  yield;
  return { tokens, marks, headings, numbers: segmentNumbers(side.segments, matching, tokens, side.language) };
}

import { progressIn } from '../common/progress.js';
import { forEachResult, type ResultsInSteps, type Steps } from '../common/steps.js';
import { areOnOneLine } from '../document/structure/one-line.js';
import type { Simplifier } from '../document/writing/simplify.js';
import type { Scorer, Segmenter } from '../plugins.js';
import type { Anchor, Diagnostic, Label, Segment, Segmentation, Side } from '../types.js';
import { findCrossings } from './crossing/crossing.js';
import { type MayCross, withinRows } from './crossing/within-rows.js';
import { endless, GUESSED } from './diagnostics.js';
import {
  type Band,
  bandAround,
  hasWideGap,
  type Limits,
  wallLimits,
  wholeTable,
  within,
} from './lattice/band.js';
import { type Beam, BeamBuilder } from './lattice/beam.js';
import { clauseWalls } from './lattice/clause-walls.js';
import { coarseCells } from './lattice/coarse.js';
import { timeCost } from './lattice/costs/time-cost.js';
import { turnCost } from './lattice/costs/turn-cost.js';
import type { FoundBead } from './lattice/found-bead.js';
import { gapsIn } from './lattice/gaps.js';
import { type FoundSection, passOver, type Width } from './lattice/pass.js';
import type { Pass } from './lattice/region.js';
import { roughPath } from './lattice/rough-path.js';
import { shiftedRows } from './lattice/row-shift.js';
import { ANY_MARKER, type ScoredSide, type ScoringModel } from './lattice/scoring-model.js';
import { ALL_SHAPES, COMMON_SHAPES, shapePriors } from './lattice/shapes.js';
import { noTimes, readTimes, retimed, type SideTimes } from './lattice/times.js';
import { noPlaces, type Places, type ReadSide, readTurns } from './lattice/turns.js';
import { joinWalls, type Wall } from './lattice/walls.js';
import { segmentNumbers } from './quantities/segment-numbers.js';
import { noHeadings, readHeadings, TEXT } from './score/headings.js';
import { type Lexicon, translationLists } from './score/lexicon.js';
import { type Marks, readMarks } from './score/marks.js';
import { type MatchingSegment, matchingSegments } from './score/matching-segment.js';
import { findPinyinNames, type PinyinNames } from './score/names.js';
import { reestimate } from './score/reestimate.js';
import type { Similar } from './score/similarity.js';
import { speakingLinks } from './score/speaking-links.js';
import { LATIN, NUMBER, type Tokens, tokenizeChinese, tokenizeEnglish } from './score/tokens.js';
import { lexiconTable, type TranslationTable } from './score/translation-table.js';
import { WEIGHTS, type Weights } from './score/weights.js';
import type { KnownWords } from './verdict/evidence.js';

/** An alignment of which all is known but the last pass: what has to be seen whole has been. */
export interface PreparedAlignment {
  /** The last pass, with all that was learnt, and the beam that it goes over. */
  readonly pass: Pass;
  readonly beam: Beam;
  /** The path of the pass before the last. */
  readonly beads: readonly FoundBead[];
  readonly limits: Limits;
  /** Those given, as far as the words agree with them. */
  readonly anchors: readonly Anchor[];
  /** Which pairs may go across the path. */
  readonly mayCross: MayCross;
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the beam had to be widened in places because the path ran along its edge. */
  readonly widened: boolean;
  /** The table before anything was learnt. */
  readonly lexical: TranslationTable;
  readonly names: PinyinNames;
  /** What the words can say for a translation; null where a scorer of the caller's has the say. */
  readonly words: KnownWords | null;
}

/** What the caller may put in the place of the built-in parts. */
export interface AlignmentSettings {
  readonly segmenters: readonly Segmenter[];
  readonly scorer: Scorer | null;
  /** What a measure of likeness of the caller's says for the segments of this text. */
  readonly similar?: Similar | null;
  readonly weights?: Weights;
  /** Turns the Chinese text into what the lexicon knows; none for simplified text. */
  readonly simplify?: Simplifier;
}

/** Up to this many cells the coarse pass goes over the whole table. */
const WHOLE_TABLE = 300_000;
/** Half the width of the band round the rough path that the coarse pass goes over, in columns. */
const ROUGH = 15;
/** Share of a pass's time that it looks, before it learns. */
const LOOKING = 0.85;
/** Passes after which the table is estimated anew. */
const PASSES = 2;

/**
 * Prepares to align the segments of two sides: a coarse pass finds the cells that matter, a pass over them with the
 * lexicon alone and the common shapes of beads finds a first path, and further passes go over the beam that is left with all shapes,
 * after the translation table and the probabilities of shapes have been estimated anew from what the pass before found.
 * The last of them is left to `findBeads`.
 */
export function* prepareAlignment(
  { en: english, zh: chinese, anchors, layout }: Pick<Segmentation, 'en' | 'zh' | 'anchors' | 'layout'>,
  lexicon: Lexicon,
  { segmenters, scorer, similar = null, weights = WEIGHTS, simplify }: AlignmentSettings,
): Steps<PreparedAlignment> {
  const words = segmenters.find((segmenter) => segmenter.words)?.words;
  yield progressIn('words', 0);
  const enMatching = yield* matchingSegments(english.segments);
  const zhMatching = yield* matchingSegments(chinese.segments, simplify);
  const enTokens = yield* tokenizeEnglish(enMatching);
  yield progressIn('words', 0.25);
  const names = findPinyinNames(enTokens.capitalised, lexicon);
  const zhTokens = yield* tokenizeChinese(zhMatching, lexicon, names, words);
  yield progressIn('words', 0.6);
  const lexical = yield* lexiconTable(enTokens, zhTokens, lexicon, names);
  yield;
  const clauses = clauseWalls(english, chinese, enTokens, zhTokens, lexical);
  yield;
  const byRows = shiftedRows(english, chinese, anchors, enTokens, zhTokens, lexical);
  const walls = joinWalls<Wall>(byRows.anchors, clauses.walls);
  yield;
  const en = readSide(english, enTokens, enMatching, scorer !== null);
  yield;
  const zh = readSide(chinese, zhTokens, zhMatching, scorer !== null);
  const ratio = ratioOf(en.marks, zh.marks);
  yield;
  let times = readTimes(english, chinese);
  // What a cue holds stands together because of its time, which has been weighed then.
  const turns = times ? null : readTurns(english, chinese, layout, en, zh, ratio, lexical);
  let model: ScoringModel = {
    ratio,
    en: scoredSide(
      english.segments,
      en,
      turns?.en ?? null,
      times?.en ?? null,
      walls.map((wall) => wall.en),
    ),
    zh: scoredSide(
      chinese.segments,
      zh,
      turns?.zh ?? null,
      times?.zh ?? null,
      walls.map((wall) => wall.zh),
      clauses.numbers,
    ),
    turns: turns?.turns ?? null,
    timing: times?.timing ?? null,
    lessAlone: { en: 0, zh: 0 },
    weights,
    prior: shapePriors(COMMON_SHAPES),
    countsShapes: true,
    custom: null,
    similar: similar?.ofBead ?? null,
  };
  const custom = scorer && customScorer(scorer, english.segments, chinese.segments);

  const rows = english.segments.length + 1;
  const columns = chinese.segments.length + 1;
  const limits = wallLimits(walls, rows, columns);
  yield progressIn('words', 0.9);
  const start = yield* firstBand(model, lexical);
  let pass: Pass = { shapes: COMMON_SHAPES, links: speakingLinks(lexical, enTokens, zhTokens), model };
  let beam = yield* coarseCells(pass, within(start.band, limits), limits);
  let table = lexical;
  let beads: FoundBead[] = [];
  let widened = false;
  for (let number = 1; number <= PASSES; number++) {
    const next = new BeamBuilder(rows);
    const phase = number === 1 ? 'first-pass' : 'second-pass';
    const found: FoundBead[] = [];
    yield* forEachResult(passOver(pass, beam, limits, USUAL, next), function* (section): Steps<void> {
      for (const bead of section.beads) found.push(bead);
      if (section.widened) widened = true;
      yield progressIn(phase, (LOOKING * (found.at(-1)?.enEnd ?? 0)) / rows);
    });
    beads = found;
    beam = next.finish();
    if (times) {
      times = retimed(times, beads);
      model = {
        ...model,
        en: { ...model.en, times: times.en },
        zh: { ...model.zh, times: times.zh },
        timing: times.timing,
      };
    }
    // The first pass knows the common shapes only, and leaves out what does not go into them.
    if (number === PASSES) {
      const { ratio: ratioOfPairs, ...lessAlone } = gapsIn(beads, en.marks, zh.marks, ratio);
      const within = Math.max(LEAST_RATIO, Math.min(MOST_RATIO, ratioOfPairs));
      model = { ...model, lessAlone, ratio: within };
    }
    const learning = beads.map(({ enStart, enEnd, zhStart, zhEnd, posterior }) => ({
      enStart,
      enEnd,
      zhStart,
      zhEnd,
      trust: posterior,
    }));
    table = yield* reestimate(lexical, table, enTokens, zhTokens, learning);
    pass = {
      shapes: ALL_SHAPES,
      links: speakingLinks(table, enTokens, zhTokens),
      model: {
        ...model,
        prior: shapePriors(ALL_SHAPES, countShapes(beads)),
        countsShapes: number < PASSES,
        custom: number === PASSES ? custom : null,
        similar: similar?.learnt(beads).ofBead ?? null,
      },
    };
  }
  return {
    pass,
    beam,
    beads,
    limits,
    anchors: byRows.anchors,
    mayCross: withinRows(english, chinese, byRows.anchors),
    diagnostics: [
      ...endless(english, enTokens),
      ...endless(chinese, zhTokens),
      ...clauses.diagnostics,
      ...byRows.diagnostics,
      ...(times?.diagnostics ?? []),
      ...start.diagnostics,
    ],
    widened,
    lexical,
    names,
    words: scorer
      ? null
      : {
          en: enTokens,
          zh: zhTokens,
          enNumbers: en.numbers,
          zhNumbers: zh.numbers,
          table: lexical,
          areOnOneLine: (s, t) => areOnOneLine(english, chinese, english.segments[s], chinese.segments[t]),
          isKnown: isKnownBy(lexicon, names),
          similar: pass.model.similar,
        },
  };
}

/** Whether a Chinese word, number or name, as a key of its tokens, can be found on the other side. */
function isKnownBy(lexicon: Lexicon, names: PinyinNames): KnownWords['isKnown'] {
  const { isKnown } = translationLists(lexicon);
  return (key) =>
    key.startsWith(NUMBER) || key.startsWith(LATIN) || names.nameOf(key) !== undefined || isKnown(key);
}

/**
 * Makes the last pass, section by section, and gives out the beads of a few sections at a time: each segment is in
 * exactly one of them. They are in the order of the English text, and of the Chinese one but for those marked as
 * crossing. Memory is bounded by the largest section.
 */
export function findBeads({
  pass,
  beam,
  beads,
  limits,
  mayCross,
}: PreparedAlignment): ResultsInSteps<FoundSection> {
  const sections = passOver(pass, beam, limits, pass.model.custom ? CUSTOM : USUAL);
  return findCrossings(pass, sections, limits, mayCross, beads);
}

const USUAL: Width = { margin: 1, allShapes: false };
const CUSTOM: Width = { margin: 7, allShapes: true };

/** Chinese characters for one English character: of most translations, and the least and the most of any. */
const USUAL_RATIO = 0.3;
const LEAST_RATIO = 0.15;
const MOST_RATIO = 0.8;

function ratioOf(en: Marks, zh: Marks): number {
  const ratio = (total(zh.length) + 1) / (total(en.length) + 1);
  // Where one text says much that the other does not, their lengths do not tell.
  return ratio >= LEAST_RATIO && ratio <= MOST_RATIO ? ratio : USUAL_RATIO;
}

/** What is read from the text of a side by itself; a scorer of the caller's may join what only looks like headings. */
function readSide(
  side: Side,
  tokens: Tokens,
  matching: readonly MatchingSegment[],
  isScored: boolean,
): ReadSide {
  return {
    tokens,
    marks: readMarks(matching),
    headings: isScored ? noHeadings(side) : readHeadings(side),
    numbers: segmentNumbers(side.segments, matching, tokens, side.language),
  };
}

/** The band that the coarse pass goes over: the whole table of a short text, else a band round the rough path. */
function* firstBand(
  { en, zh, turns, timing, weights }: ScoringModel,
  table: TranslationTable,
): Steps<{ band: Band; diagnostics: Diagnostic[] }> {
  const [rows, columns] = [en.tokens.start.length, zh.tokens.start.length];
  if (rows * columns <= WHOLE_TABLE) {
    return { band: wholeTable(rows - 1, columns - 1), diagnostics: [] };
  }
  const apart =
    turns === null && timing === null
      ? undefined
      : (i: number, j: number) =>
          (turns ? turnCost(turns, en.places, zh.places, i, i + 1, j, j + 1, weights) : 0) +
          (timing ? timeCost(timing, en.times, zh.times, i, i + 1, j, j + 1, weights) : 0);
  const path = yield* roughPath(en.tokens, zh.tokens, table, apart);
  const diagnostics = hasWideGap(path, rows, columns) ? [GUESSED] : [];
  return { band: bandAround(path, rows, columns, () => ROUGH), diagnostics };
}

/** The most, in nats, that a scorer of the caller's may say for or against a bead. */
const MOST_SAY = 1000;

function customScorer(
  scorer: Scorer,
  en: readonly Segment[],
  zh: readonly Segment[],
): ScoringModel['custom'] {
  const texts = (segments: readonly Segment[], from: number, to: number): string[] =>
    segments.slice(from, to).map(({ text }) => text);
  return (row, i, column, j) => {
    const answer = scorer.score(texts(en, row, i), texts(zh, column, j));
    return Number.isNaN(answer) ? 0 : Math.max(-MOST_SAY, Math.min(MOST_SAY, answer));
  };
}

function scoredSide(
  segments: readonly Segment[],
  side: ReadSide,
  places: Places | null,
  times: SideTimes | null,
  walls: readonly number[],
  numbers?: ReadonlyMap<number, number | null>,
): ScoredSide {
  const interval = new Int32Array(segments.length);
  for (const wall of walls) if (wall < segments.length) interval[wall]!++;
  for (let s = 1; s < segments.length; s++) interval[s]! += interval[s - 1]!;
  // Where each paragraph is a segment, paragraphs say something only beside headings and of a text that goes by them.
  const hasParagraphs =
    places !== null ||
    times !== null ||
    segments.some((segment, s) => s > 0 && segment.paragraph === segments[s - 1]!.paragraph);
  return {
    ...side,
    places: places ?? noPlaces(segments.length),
    times: times ?? noTimes(segments.length),
    interval,
    beginsParagraph: Uint8Array.from(segments, ({ paragraph }, s) =>
      (hasParagraphs || isBesideHeading(side, s)) && (s === 0 || paragraph !== segments[s - 1]!.paragraph)
        ? 1
        : 0,
    ),
    marker: Int32Array.from(segments, ({ label }, s) => (label ? markerOf(label, numbers?.get(s)) : 0)),
  };
}

/** @param number the last number that the marker of a counterpart has; null where it may be any */
function markerOf({ ordinals }: Label, number: number | null = ordinals.at(-1)!): number {
  if (number === null) return ANY_MARKER;
  return [...ordinals.slice(0, -1), number].reduce((hash, ordinal) => (hash * 1009 + ordinal + 1) | 0, 1);
}

function isBesideHeading({ headings: { kind } }: ReadSide, s: number): boolean {
  return kind[s] !== TEXT || (s > 0 && kind[s - 1] !== TEXT);
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function countShapes(beads: readonly FoundBead[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { enStart, enEnd, zhStart, zhEnd } of beads) {
    const key = `${enEnd - enStart}-${zhEnd - zhStart}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

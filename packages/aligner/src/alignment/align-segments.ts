import type { Scorer, Segmenter } from '../plugins.js';
import type { ScoredSide, ScoringModel } from '../score/bead-costs.js';
import type { Lexicon } from '../score/lexicon.js';
import { readMarks } from '../score/marks.js';
import { findPinyinNames, type PinyinNames } from '../score/names.js';
import { reestimate } from '../score/reestimate.js';
import { type Tokens, tokenizeChinese, tokenizeEnglish } from '../score/tokens.js';
import { lexiconTable, type TranslationTable } from '../score/translation-table.js';
import { WEIGHTS, type Weights } from '../score/weights.js';
import type { Diagnostic, Segment, Side } from '../types.js';
import { type Band, bandAround, hasWideGap, NARROW, throughWalls, wholeTable } from './band.js';
import { clauseWalls, type Wall } from './clause-walls.js';
import { type Crossings, findCrossings } from './crossing.js';
import { type Corners, type FoundBead, onePass, type Pass } from './pass.js';
import { roughPath } from './rough-path.js';
import { ALL_SHAPES, COMMON_SHAPES, shapePriors } from './shapes.js';

/** What stands behind the beads found: the last looks at the table, and where their links came from. */
export interface LastPass extends Omit<Crossings, 'beads'> {
  /** The table before anything was learnt. */
  readonly lexical: TranslationTable;
  readonly names: PinyinNames;
}

/** What the caller may put in the place of the built-in parts. */
export interface AlignmentSettings {
  readonly segmenters: readonly Segmenter[];
  readonly scorer: Scorer | null;
  readonly onProgress: (done: number, total: number) => void;
  readonly weights?: Weights;
}

/** Up to this many cells the first pass looks at the whole table. */
const WHOLE_TABLE = 300_000;
/** Columns on either side of the rough path that the first pass looks at. */
const ROUGH = 15;
/** Passes over the narrow band; the table is re-estimated before each. */
const PASSES = 2;
/** How often the band is widened, threefold each time, when the path runs along its edge. */
const MOST_WIDENINGS = 2;

/**
 * Aligns the segments of two sides: each is in exactly one bead of the result. The beads are in the order of the English
 * text, and of the Chinese one but for those marked as crossing.
 *
 * A first pass finds the rough path, with the lexicon alone and the common shapes of beads; later passes look at a
 * narrow band around it with all shapes, after the translation table and the probabilities of shapes have been
 * estimated anew from what the pass before found.
 */
export function alignSegments(
  english: Side,
  chinese: Side,
  lexicon: Lexicon,
  { segmenters, scorer, onProgress, weights = WEIGHTS }: AlignmentSettings,
): { beads: readonly FoundBead[]; diagnostics: Diagnostic[]; lastPass: LastPass } {
  const words = segmenters.find((segmenter) => segmenter.words)?.words;
  const enTokens = tokenizeEnglish(english.segments);
  const names = findPinyinNames(enTokens.capitalised, lexicon);
  const zhTokens = tokenizeChinese(chinese.segments, lexicon, names, words);
  const lexical = lexiconTable(enTokens, zhTokens, lexicon, names);
  const walls = clauseWalls(english, chinese, enTokens, zhTokens, lexical);
  const model: ScoringModel = {
    ...toModel(english, chinese, enTokens, zhTokens, walls),
    weights,
    prior: shapePriors(COMMON_SHAPES),
    custom: null,
  };
  const custom = scorer && customScorer(scorer, english.segments, chinese.segments);

  const rows = english.segments.length + 1;
  const columns = chinese.segments.length + 1;
  const halfWidths = new Int32Array(rows).fill(NARROW);
  const narrow = (corners: Corners): Band =>
    throughWalls(
      bandAround(corners, rows, columns, (row) => halfWidths[row]!),
      walls,
    );

  const start = firstBand(enTokens, zhTokens, lexical);
  let look: Pass = { band: throughWalls(start.band, walls), shapes: COMMON_SHAPES, table: lexical, model };
  let found = onePass(look);
  onProgress(1, PASSES + 1);
  let widenings = 0;
  for (let pass = 1; pass <= PASSES; ) {
    const learning = found.beads.map((bead) => ({ ...bead, trust: bead.posterior }));
    const table = reestimate(lexical, look.table, enTokens, zhTokens, learning);
    const prior = shapePriors(ALL_SHAPES, countShapes(found.beads));
    const last = pass === PASSES;
    const band = narrow(found.corners);
    look = { band, shapes: ALL_SHAPES, table, model: { ...model, prior, custom: last ? custom : null } };
    found = onePass(look);
    const onEdge = widenings < MOST_WIDENINGS ? rowsOnEdge(band, found.corners, walls) : [];
    if (onEdge.length > 0) {
      widenings++;
      const wide = NARROW * 3 ** widenings;
      for (const row of onEdge) halfWidths.fill(wide, Math.max(0, row - WIDENED_ROWS), row + WIDENED_ROWS);
    } else {
      pass++;
      onProgress(pass, PASSES + 1);
    }
  }
  const { beads, ...looks } = findCrossings(look, found.corners, found.beads, walls);
  return {
    beads,
    diagnostics: [...start.diagnostics, ...(widenings > 0 ? [WIDENED] : [])],
    lastPass: { ...looks, lexical, names },
  };
}

function toModel(
  english: Side,
  chinese: Side,
  enTokens: Tokens,
  zhTokens: Tokens,
  walls: readonly Wall[],
): Pick<ScoringModel, 'en' | 'zh' | 'ratio'> {
  const enWalls = walls.map((wall) => wall.en);
  const zhWalls = walls.map((wall) => wall.zh);
  const en = scoredSide(english.segments, enTokens, enWalls);
  const zh = scoredSide(chinese.segments, zhTokens, zhWalls);
  return { en, zh, ratio: (total(zh.marks.length) + 1) / (total(en.marks.length) + 1) };
}

/** Where the first pass looks: everywhere in a short text, else round the rough path. */
function firstBand(
  en: Tokens,
  zh: Tokens,
  table: TranslationTable,
): { band: Band; diagnostics: Diagnostic[] } {
  const [rows, columns] = [en.start.length, zh.start.length];
  if (rows * columns <= WHOLE_TABLE) {
    return { band: wholeTable(rows - 1, columns - 1), diagnostics: [] };
  }
  const path = roughPath(en, zh, table);
  const diagnostics = hasWideGap(path, rows, columns) ? [GUESSED] : [];
  return { band: bandAround(path, rows, columns, () => ROUGH), diagnostics };
}

const GUESSED: Diagnostic = {
  code: 'path-guessed',
  severity: 'warning',
  side: null,
  span: null,
  message:
    'Long stretches of the two texts share no rare words, names or numbers, so their course was guessed from the lengths: look at the pairs there before you use them.',
};

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

/** The rows at which the path runs along an edge of the band that is neither the table's nor a wall's. */
function rowsOnEdge({ lo, hi, columns }: Band, corners: Corners, walls: readonly Wall[]): number[] {
  const walled = new Set(walls.map((wall) => wall.zh));
  const onEdge = ([i, j]: readonly [number, number]): boolean =>
    hi[i]! - lo[i]! > 1 &&
    !walled.has(j) &&
    ((j === lo[i] && j > 0) || (j === hi[i]! - 1 && j < columns - 1));
  return corners.filter(onEdge).map(([row]) => row);
}

/** Rows before and after one on the edge that are widened with it. */
const WIDENED_ROWS = 30;

const WIDENED: Diagnostic = {
  code: 'band-widened',
  severity: 'info',
  side: null,
  span: null,
  message: 'The alignment ran along the edge of what was looked at in places, so more was looked at there.',
};

function scoredSide(segments: readonly Segment[], tokens: Tokens, walls: readonly number[]): ScoredSide {
  const stretch = new Int32Array(segments.length);
  for (const wall of walls) if (wall < segments.length) stretch[wall]!++;
  for (let s = 1; s < segments.length; s++) stretch[s]! += stretch[s - 1]!;
  const hasParagraphs = segments.some(
    (segment, s) => s > 0 && segment.paragraph === segments[s - 1]!.paragraph,
  );
  return {
    tokens,
    marks: readMarks(segments),
    stretch,
    beginsParagraph: Uint8Array.from(segments, ({ paragraph }, s) =>
      hasParagraphs && (s === 0 || paragraph !== segments[s - 1]!.paragraph) ? 1 : 0,
    ),
    marker: Int32Array.from(segments, ({ label }) =>
      label ? label.ordinals.reduce((hash, ordinal) => (hash * 1009 + ordinal + 1) | 0, 1) : 0,
    ),
  };
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

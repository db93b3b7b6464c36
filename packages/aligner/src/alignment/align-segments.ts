import { progressIn } from '../common/progress.js';
import { forEachResult, type ResultsInSteps, type Steps } from '../common/steps.js';
import type { Anchor, Diagnostic } from '../types.js';
import { findCrossings } from './crossing/crossing.js';
import { type MayCross, withinRows } from './crossing/within-rows.js';
import { customScorer } from './custom-scorer.js';
import { firstBand } from './first-band.js';
import { knownWords } from './known-words.js';
import { type Limits, wallLimits, within } from './lattice/band.js';
import { type Beam, BeamBuilder } from './lattice/beam.js';
import { coarseCells } from './lattice/coarse.js';
import type { FoundBead } from './lattice/found-bead.js';
import { gapsIn } from './lattice/gaps.js';
import { boundedRatio } from './lattice/length-ratio.js';
import { type FoundSection, passOver, type Width } from './lattice/pass.js';
import type { Pass } from './lattice/region.js';
import type { ScoringModel } from './lattice/scoring-model.js';
import { ALL_SHAPES, COMMON_SHAPES, countShapes, shapePriors } from './lattice/shapes.js';
import type { Times } from './lattice/times.js';
import { type AlignmentSettings, readSides, type TextToAlign } from './read-sides.js';
import type { Lexicon } from './score/lexicon.js';
import type { PinyinNames } from './score/names.js';
import { reestimate } from './score/reestimate.js';
import { speakingLinks } from './score/speaking-links.js';
import type { TranslationTable } from './score/translation-table.js';
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

/** Share of a pass's time that it looks, before it learns. */
const LOOKING = 0.85;
/** Passes after which the table is estimated anew. */
const PASSES = 2;

const USUAL: Width = { margin: 1, allShapes: false };
const CUSTOM: Width = { margin: 7, allShapes: true };

/**
 * Prepares to align the segments of two sides: a coarse pass finds the cells that matter, a pass over them with the
 * lexicon alone and the common shapes of beads finds a first path, and further passes go over the beam that is left with all shapes,
 * after the translation table and the probabilities of shapes have been estimated anew from what the pass before found.
 * The last of them is left to `findBeads`.
 */
export function* prepareAlignment(
  segmentation: TextToAlign,
  lexicon: Lexicon,
  settings: AlignmentSettings,
): Steps<PreparedAlignment> {
  const { en: english, zh: chinese } = segmentation;
  const { scorer, similar = null } = settings;
  const read = yield* readSides(segmentation, lexicon, settings);
  const { lexical, names, anchors } = read;
  let { model, times } = read;
  const { en, zh } = model;
  const custom = scorer && customScorer(scorer, english.segments, chinese.segments);

  const rows = english.segments.length + 1;
  const columns = chinese.segments.length + 1;
  const limits = wallLimits(read.walls, rows, columns);
  yield progressIn('words', 0.9);
  const start = yield* firstBand(model, lexical);
  let pass: Pass = {
    shapes: COMMON_SHAPES,
    links: speakingLinks(lexical, en.tokens, zh.tokens),
    model,
    usual: null,
  };
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
    if (times && settings.times) {
      times = settings.times.retimed(times, beads);
      model = withTimes(model, times);
    }
    // The first pass knows the common shapes only, and leaves out what does not go into them.
    if (number === PASSES) model = withGaps(model, beads);
    const learning = beads.map(({ enStart, enEnd, zhStart, zhEnd, posterior }) => ({
      enStart,
      enEnd,
      zhStart,
      zhEnd,
      trust: posterior,
    }));
    table = yield* reestimate(lexical, table, en.tokens, zh.tokens, learning);
    pass = {
      shapes: ALL_SHAPES,
      links: speakingLinks(table, en.tokens, zh.tokens),
      model: {
        ...model,
        prior: shapePriors(ALL_SHAPES, countShapes(beads)),
        countsShapes: number < PASSES,
        custom: number === PASSES ? custom : null,
        similar: similar?.learnt(beads).ofBead ?? null,
      },
      usual: null,
    };
  }
  return {
    pass,
    beam,
    beads,
    limits,
    anchors,
    mayCross: withinRows(english, chinese, anchors),
    diagnostics: [...read.diagnostics, ...(times?.diagnostics ?? []), ...start.diagnostics],
    widened,
    lexical,
    names,
    words: scorer ? null : knownWords(segmentation, read, lexicon, pass),
  };
}

/** The model with the times as they were compared anew. */
function withTimes(model: ScoringModel, { en, zh, timing }: Times): ScoringModel {
  return { ...model, en: { ...model.en, times: en }, zh: { ...model.zh, times: zh }, timing };
}

/** The model with what the gaps of a path say of the document. */
function withGaps(model: ScoringModel, beads: readonly FoundBead[]): ScoringModel {
  const { ratio, ...lessAlone } = gapsIn(beads, model.en.marks, model.zh.marks, model.ratio);
  return { ...model, lessAlone, ratio: boundedRatio(ratio) };
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

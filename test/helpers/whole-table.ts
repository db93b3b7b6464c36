import type { PreparedAlignment } from '../../packages/aligner/src/alignment/align-segments.js';
import { findCrossings } from '../../packages/aligner/src/alignment/crossing/crossing.js';
import type { Beam } from '../../packages/aligner/src/alignment/lattice/beam.js';
import type { FoundBead } from '../../packages/aligner/src/alignment/lattice/found-bead.js';
import { passOver } from '../../packages/aligner/src/alignment/lattice/pass.js';
import type { Pass } from '../../packages/aligner/src/alignment/lattice/region.js';
import {
  ALL_SHAPES,
  COMMON_SHAPES,
  countShapes,
  type Shapes,
  shapePriors,
} from '../../packages/aligner/src/alignment/lattice/shapes.js';
import { reestimate } from '../../packages/aligner/src/alignment/score/reestimate.js';
import { speakingLinks } from '../../packages/aligner/src/alignment/score/speaking-links.js';
import type { TranslationTable } from '../../packages/aligner/src/alignment/score/translation-table.js';
import { finish, resultsOf } from '../../packages/aligner/src/common/steps.js';

/** All cells of the table, so that nothing is left out: for short texts. */
export function everyCell(rows: number, columns: number): Beam {
  return {
    start: Int32Array.from({ length: rows + 1 }, (_, i) => i * columns),
    column: Int32Array.from({ length: rows * columns }, (_, cell) => cell % columns),
    best: new Int32Array(rows).fill(-1),
  };
}

/**
 * What `findBeads` would have found if every pass looked at all beads of its shapes in the whole table, with no
 * coarse pass and no sections.
 */
export function alignInWholeTable({
  lexical,
  limits,
  mayCross,
  pass: { model },
}: PreparedAlignment): FoundBead[] {
  const [en, zh] = [model.en.tokens, model.zh.tokens];
  const cells = everyCell(model.en.interval.length + 1, model.zh.interval.length + 1);
  const passAfter = (
    shapes: Shapes,
    table: TranslationTable,
    found: readonly FoundBead[],
    countsShapes: boolean,
  ): Pass => ({
    shapes,
    links: speakingLinks(table, en, zh),
    model: { ...model, prior: shapePriors(shapes, countShapes(found)), countsShapes },
    usual: null,
  });
  const beadsIn = (pass: Pass): FoundBead[] =>
    [...resultsOf(passOver(pass, cells, limits, { margin: 0, allShapes: true }))].flatMap(
      ({ beads }) => beads,
    );

  let table = lexical;
  let pass = passAfter(COMMON_SHAPES, table, [], true);
  let beads = beadsIn(pass);
  for (let number = 1; number <= 2; number++) {
    const learning = beads.map((bead) => ({ ...bead, trust: bead.posterior }));
    table = finish(reestimate(lexical, table, en, zh, learning));
    pass = passAfter(ALL_SHAPES, table, beads, number < 2);
    beads = beadsIn(pass);
  }
  return [...resultsOf(findCrossings(pass, [{ beads, widened: false }], limits, mayCross))].flatMap(
    (section) => section.beads,
  );
}

import { segment } from 'duiqi';
import type { EvaluationBead } from 'duiqi/check';
import { builtInLexicon } from 'duiqi/words';
import { describe, expect, test } from 'vitest';
import { findBeads, prepareAlignment } from '../../packages/aligner/src/alignment/align-segments.js';
import type { FoundBead } from '../../packages/aligner/src/alignment/lattice/found-bead.js';
import { finish, resultsOf } from '../../packages/aligner/src/common/steps.js';
import { alignInWholeTable } from '../helpers/whole-table.js';
import { type GoldText, goldTexts, hasEvalData } from './gold-sets.mjs';

/** Pieces of a text too long to look at the whole table: so many gold beads each, at most so many pieces. */
const PIECE = 150;
const MOST_PIECES = 8;

interface Input {
  readonly en: string;
  readonly zh: string;
}

function pieces({ en, zh, gold }: GoldText): Input[] {
  const count = Math.ceil(gold.length / PIECE);
  const step = Math.max(1, Math.floor(count / MOST_PIECES));
  const lines = (side: 'en' | 'zh', beads: readonly EvaluationBead[]): string => {
    const numbers = beads.flatMap((bead) => bead[side]);
    return { en, zh }[side].slice(Math.min(...numbers), Math.max(...numbers) + 1).join('\n');
  };
  return Array.from({ length: Math.min(count, MOST_PIECES) }, (_, piece) => {
    const first = piece * step * PIECE;
    const beads = gold.slice(first, first + PIECE);
    return { en: lines('en', beads), zh: lines('zh', beads) };
  });
}

function texts(): [name: string, input: Input][] {
  const inputs = {
    'mac-dev': goldTexts('mac-dev').map(({ en, zh }) => ({ en: en.join('\n'), zh: zh.join('\n') })),
    mag: goldTexts('mag').flatMap(pieces),
    bible: goldTexts('bible').flatMap(pieces),
  };
  return Object.entries(inputs).flatMap(([set, list]) =>
    list.map((input, at): [string, Input] => [`${set}, ${at + 1} of ${list.length}`, input]),
  );
}

const inShort = (beads: readonly FoundBead[]): string[] =>
  beads.map(
    ({ enStart, enEnd, zhStart, zhEnd, crossing }) =>
      `${enStart}-${enEnd} ${zhStart}-${zhEnd}${crossing ? ' crossing' : ''}`,
  );

// What is left out of the table to save time, and where it is cut, must not show.
describe('the same beads as in the whole table', () => {
  if (!hasEvalData) test.skip('there is nothing at ../shared/eval to compare them on');

  test.each(hasEvalData ? texts() : [])('%s', { timeout: 300_000 }, async (_, input) => {
    const { en, zh, layout } = await segment(input, { segments: 'lines' });
    const settings = { segmenters: [], scorer: null };
    const prepared = finish(
      prepareAlignment({ en, zh, layout, anchors: [] }, await builtInLexicon(), settings),
    );
    const found = [...resultsOf(findBeads(prepared))].flatMap(({ beads }) => beads);
    expect(inShort(found)).toEqual(inShort(alignInWholeTable(prepared)));
  });
});

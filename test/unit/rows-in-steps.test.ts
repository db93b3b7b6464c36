import { expect, test } from 'vitest';
import { shiftedRows } from '../../packages/aligner/src/alignment/lattice/row-shift.js';
import { readHeadings } from '../../packages/aligner/src/alignment/score/headings.js';
import { readMarks } from '../../packages/aligner/src/alignment/score/marks.js';
import type { MatchingSegment } from '../../packages/aligner/src/alignment/score/matching-segment.js';
import type { Tokens } from '../../packages/aligner/src/alignment/score/tokens.js';
import type { TranslationTable } from '../../packages/aligner/src/alignment/score/translation-table.js';
import type { Steps } from '../../packages/aligner/src/common/steps.js';
import { languageLines } from '../../packages/aligner/src/document/language/runs.js';
import { bilingualColumns } from '../../packages/aligner/src/document/read/bilingual-columns.js';
import { withCellsUnderstood } from '../../packages/aligner/src/document/read/table-cells.js';
import { withoutLeaders } from '../../packages/aligner/src/document/structure/contents.js';
import { withoutSideLabels } from '../../packages/aligner/src/document/structure/side-labels.js';
import type { Block, Language, Side } from '../../packages/aligner/src/types.js';

// What looks at all rows of a long sheet lets the thread go between them; each of these held it for a fifth of a second and more.

const ROWS = 1600;
/** No more rows than these between two steps, which is what the fewest steps come of. */
const TOGETHER = 128;

const written = Array.from({ length: ROWS }, (_, n) => [`House ${n} is old.`, `${n}号房子很旧。`] as const);
const text = written.flat().join('\n');

const blocks = written.flatMap((cells, row): Block[] => {
  let start = text.indexOf(cells[0]);
  return cells.map((cell, column) => {
    const span = { start, end: start + cell.length };
    start = span.end + 1;
    const position = { axis: 'row', table: 0, column, start: row, end: row + 1 } as const;
    return { kind: 'paragraph', lines: [span], position };
  });
});

function sideOf(language: Language): Side {
  const column = language === 'en' ? 0 : 1;
  return {
    language,
    source: 0,
    paragraphs: written.map((_, row) => ({
      kind: 'paragraph',
      position: { axis: 'row', table: 0, column, start: row, end: row + 1 },
    })),
    segments: written.map((cells, paragraph) => ({ paragraph, text: cells[column], label: null, language })),
  } as unknown as Side;
}

/** Segments without words. */
const tokens = {
  start: new Int32Array(ROWS + 1),
  type: new Int32Array(0),
  count: [],
  keys: [],
} as unknown as Tokens;
const anchors = [{ en: 0, zh: 0, reason: 'row' }] as const;

const work: Readonly<Record<string, () => Steps<unknown>>> = {
  'whether a column was moved': () =>
    shiftedRows(sideOf('en'), sideOf('zh'), anchors, tokens, tokens, {} as TranslationTable),
  'the marks of segments': () => readMarks(sideOf('en').segments as unknown as MatchingSegment[]),
  'the headings among segments': () => readHeadings(sideOf('en')),
  'what the cells of a table show': () => withCellsUnderstood({ text, blocks, diagnostics: [] }),
  'columns in both languages': () => bilingualColumns(written),
  'labels of the sides': () => withoutSideLabels(text, blocks),
  'lists of contents': () => withoutLeaders(text, blocks),
  'the languages of lines': () =>
    languageLines(
      text,
      blocks,
      'columns',
      blocks.map(({ lines }, at) => ({
        parts: [{ span: lines[0]!, language: at % 2 === 0 ? 'en' : 'zh' }],
        isBoth: false,
      })),
    ),
};

test.each(Object.keys(work))('%s is found in steps', (name) => {
  let steps = 0;
  for (const _ of work[name]!()) steps++;
  expect(steps).toBeGreaterThanOrEqual(ROWS / TOGETHER);
});

import { countInSteps, mapInSteps, type Steps } from '../../common/steps.js';
import type { BilingualLayout, Block, Language } from '../../types.js';
import { splitCells } from '../language/cells.js';
import { findHalves } from '../language/halves.js';
import type { LineReading } from '../language/placed-lines.js';
import { type LanguageLine, languageLines, linesOf } from '../language/runs.js';
import { breaksOff, isFinished } from '../writing/endings.js';
import { languageByScript } from '../writing/script.js';
import { goesOnAfterwards, languageRuns } from './language-runs.js';
import { rejoinLines, type SourceParagraph } from './rejoin.js';

/** How the languages of a bilingual text lie, and how sure that is, 0–1. */
export interface FoundLayout {
  readonly layout: BilingualLayout;
  readonly confidence: number;
}

/** Share of the lines that must hold both languages: a phrase here and there does not make a text inline. */
const INLINE = 0.5;
/** Share of a half that must be in its language. */
const HALVES = 0.9;
/** Share of the lines that must stand beside another one in their block, and be in another language than it. */
const LINES = 0.9;
/** The same with lines that follow a whole sentence in their own language, whose counterpart may be missing. */
const LINES_WITH_GAPS = 0.5;
/** So many lines in turn are whole even if they end in commas, as verse does. */
const MANY_LINES = 8;
/** Paragraphs in a row that no one writes before translating them. */
const PAGE = 3;
/** Share of the paragraphs that must stand on pages, or be cut at the end of one. */
const PAGES = 0.4;

/** What is found out is never certain. */
export const MOST_SURE = 0.99;

/** Finds out what the lines of a bilingual text show. */
export function* findLayout(
  text: string,
  blocks: readonly Block[],
  pageEnds: readonly number[],
  readings: readonly LineReading[],
): Steps<FoundLayout> {
  const { layout, confidence } = yield* likeliestLayout(text, blocks, pageEnds, readings);
  return { layout, confidence: Math.min(confidence, MOST_SURE) };
}

function* likeliestLayout(
  text: string,
  blocks: readonly Block[],
  pageEnds: readonly number[],
  readings: readonly LineReading[],
): Steps<FoundLayout> {
  const written = linesOf(blocks)
    .map(({ block, span }, at) => ({ block, span, ...readings[at]! }))
    .filter(({ isBoth, parts }) => isBoth || parts[0]!.language !== null);
  const bothInCell = yield* cellsInBoth(text, blocks);
  const share = (test: (each: (typeof written)[number]) => boolean): number =>
    written.filter(test).length / Math.max(written.length, 1);
  const columns = share(({ block, span, isBoth }) =>
    block.position?.axis === 'row'
      ? !isBoth && !bothInCell.has(cellOf(block))
      : isInCells(text.slice(span.start, span.end)),
  );
  yield;
  if (columns > INLINE) return { layout: 'columns', confidence: columns };
  const inline = share(({ block, isBoth }) => isBoth || bothInCell.has(cellOf(block)));
  if (inline > INLINE) return { layout: 'inline', confidence: inline };
  yield;
  const lines = yield* languageLines(text, blocks, 'paragraphs', readings);
  const runs = languageRuns(yield* rejoinLines(text, lines, pageEnds));
  const isCut = yield* mapInSteps(
    runs,
    (run, index) => index > 1 && goesOnAfterwards(text, runs[index - 2]!, run),
  );
  const halves = findHalves(
    blocks.flatMap((block) => block.lines.map(({ start, end }) => text.slice(start, end))),
  );
  if (halves?.isClean && halves.share >= HALVES && !isCut.includes(true)) {
    return { layout: 'halves', confidence: halves.share };
  }
  yield;
  const turns = shareOfTurns(text, lines);
  if (turns >= LINES) return { layout: 'lines', confidence: turns };
  const pages = shareOnPages(runs, isCut);
  return pages >= PAGES
    ? { layout: 'pages', confidence: Math.max(pages, 0.5) }
    : { layout: 'paragraphs', confidence: 1 - pages };
}

/** The cells that hold both languages, be it in several blocks or lines. */
function* cellsInBoth(text: string, blocks: readonly Block[]): Steps<ReadonlySet<string>> {
  const found = new Map<string, Language>();
  const both = new Set<string>();
  yield* countInSteps(blocks.length, TOGETHER, (at) => {
    const block = blocks[at]!;
    if (block.position?.axis !== 'row') return;
    const cell = cellOf(block);
    for (const { start, end } of block.lines) {
      const language = block.language ?? languageByScript(text.slice(start, end));
      if (language === null) continue;
      if ((found.get(cell) ?? language) !== language) both.add(cell);
      found.set(cell, language);
    }
  });
  return both;
}

/** Blocks between two steps. */
const TOGETHER = 128;

function cellOf({ position }: Block): string {
  return position === undefined ? '' : `${position.table} ${position.column} ${position.start}`;
}

/** Whether tabs part the languages of a line. */
function isInCells(line: string): boolean {
  return line.includes('\t') && splitCells(line, { start: 0, end: line.length }).length > 1;
}

/**
 * How many lines are in another language than the line beside them; 0 where most lines stand alone. A line after a whole
 * sentence in its own language tells nothing, while such lines are few: what stands between may not have been translated.
 */
function shareOfTurns(text: string, lines: readonly LanguageLine[]): number {
  let pairs = 0;
  let turns = 0;
  let gaps = 0;
  let broken = 0;
  lines.forEach((line, index) => {
    const { language, span, position } = line;
    if (position === null && breaksOff(text.slice(span.start, span.end), language)) broken++;
    const before = lines[index - 1];
    if (before === undefined || !areBeside(before, line)) return;
    pairs++;
    if (before.language !== language) turns++;
    else if (isFinished(text.slice(before.span.start, before.span.end))) gaps++;
  });
  const standAlone = pairs === 0 || pairs < lines.length * LINES * 0.5;
  if (standAlone || (broken > 0 && lines.length < MANY_LINES)) return 0;
  return turns / (turns >= LINES_WITH_GAPS * pairs ? pairs - gaps : pairs);
}

/** Whether lines stand in one block, or are shown together as subtitles. Lines of a cell say nothing of the text around. */
function areBeside(before: LanguageLine, line: LanguageLine): boolean {
  if (line.position?.axis === 'row') return false;
  if (before.block === line.block) return true;
  const [a, b] = [before.position, line.position];
  return a?.axis === 'time' && b?.axis === 'time' && a.start < b.end && b.start < a.end;
}

/** How many paragraphs stand in runs as long as pages, or are cut at the end of one. */
function shareOnPages(runs: readonly (readonly SourceParagraph[])[], isCut: readonly boolean[]): number {
  let onPages = 0;
  let all = 0;
  runs.forEach(({ length }, index) => {
    const cuts = Number(isCut[index]) + Number(isCut[index + 2] ?? false);
    onPages += length >= PAGE ? length : Math.min(length, cuts);
    all += length;
  });
  return onPages / Math.max(all, 1);
}

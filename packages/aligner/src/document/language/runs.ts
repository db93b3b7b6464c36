import type { BilingualLayout, Block, BlockKind, Language, Position, Span } from '../../types.js';
import { languageByScript } from '../writing/script.js';
import { findHalves } from './halves.js';
import { splitCells, splitLine, splitTranslation } from './inline.js';

/** A line, or the part of a line, that is in one language. */
export interface LanguageLine {
  readonly language: Language;
  readonly span: Span;
  readonly kind: BlockKind;
  /** Lines with the same number stand in the same block of the source, with nothing between them. */
  readonly block: number;
  /** The numbering of its block, for the first line of it in each language. */
  readonly numbering: string | null;
  readonly position: Position | null;
}

/**
 * Gives each line of a bilingual text its language, as its layout has it. Cells follow their column if that is in one
 * language; lines without letters follow the next cell of their row, or else the line before them.
 */
export function languageLines(
  text: string,
  blocks: readonly Block[],
  layout: BilingualLayout,
): LanguageLine[] {
  const pieces = layout === 'columns' ? cells(text, blocks) : parts(text, blocks, layout === 'inline');
  const languages =
    layout === 'halves' ? languagesInHalves(text, pieces) : languagesOfPieces(text, pieces, layout);
  const first = languages.find((language) => language !== null) ?? 'en';
  const toLine = lineMaker();
  return pieces.map(({ span, block, index }, place) => {
    languages[place] ??= place > 0 ? languages[place - 1]! : first;
    return toLine(languages[place]!, span, block, index);
  });
}

/** A line or a part of one, with the block that it stands in. */
interface Piece {
  readonly span: Span;
  readonly block: Block;
  readonly index: number;
}

function linesOf(blocks: readonly Block[]): Piece[] {
  return blocks.flatMap((block, index) => block.lines.map((span) => ({ span, block, index })));
}

/** So many lines in a row that may hold both languages do hold them. */
const REGION = 3;

/** The lines, cut where they hold a text and its translation: all that may hold both, or those that surely do. */
function parts(text: string, blocks: readonly Block[], isInline: boolean): Piece[] {
  const lines = linesOf(blocks);
  const split = lines.map(({ span, block }) => (block.language ? [span] : splitLine(text, span)));
  return lines.flatMap((line, at) => {
    const mayBeBoth = split[at]!.length > 1 && (isInline || isInRegion(split, at));
    const spans = mayBeBoth || line.block.language ? split[at]! : splitTranslation(text, line.span);
    return spans.map((span) => ({ ...line, span }));
  });
}

function isInRegion(split: readonly (readonly Span[])[], at: number): boolean {
  let from = at;
  let to = at;
  while (at - from < REGION && (split[from]?.length ?? 0) > 1) from--;
  while (to - at < REGION && (split[to]?.length ?? 0) > 1) to++;
  return to - from > REGION;
}

/** The cells of lines with tabs; the cells of one line have a row of their own. */
function cells(text: string, blocks: readonly Block[]): Piece[] {
  const table = blocks.reduce((most, { position }) => Math.max(most, (position?.table ?? -1) + 1), 0);
  let row = 0;
  return linesOf(blocks).flatMap((line) => {
    const spans = splitCells(text, line.span);
    if (line.block.position !== undefined || spans.length < 2) return [line];
    const [start, end] = [row, ++row];
    return spans.map((span, column) => {
      const position: Position = { axis: 'row', table, column, start, end };
      return { ...line, span, block: { ...line.block, position } };
    });
  });
}

/**
 * What lies before the cut is in the one language and what lies after it in the other, foreign lines and all. Only
 * lines that stand in the text twice, such as a notice at the end of both halves, keep their own language.
 */
function languagesInHalves(text: string, lines: readonly Piece[]): (Language | null)[] {
  const written = lines.map(({ span }) => text.slice(span.start, span.end));
  const halves = findHalves(written);
  return written.map((line, index) => {
    const language = languageByScript(line);
    if (language === null || halves === null || halves.repeated.has(line)) return language;
    return index < halves.cut ? halves.first : halves.second;
  });
}

function languagesOfPieces(
  text: string,
  pieces: readonly Piece[],
  layout: BilingualLayout,
): (Language | null)[] {
  const written = pieces.map(({ span }) => languageByScript(text.slice(span.start, span.end)));
  const ofColumn = layout === 'inline' ? () => null : columnLanguages(pieces, written);
  const languages = pieces.map(({ block }, place) => block.language ?? ofColumn(block) ?? written[place]!);
  for (let place = pieces.length - 2; place >= 0; place--) {
    if (isInSameRow(pieces[place]!.block, pieces[place + 1]!.block))
      languages[place] ??= languages[place + 1]!;
  }
  return languages;
}

function isInSameRow({ position: a }: Block, { position: b }: Block): boolean {
  return a?.axis === 'row' && b?.axis === 'row' && a.table === b.table && a.start < b.end && b.start < a.end;
}

/** Share of the cells of a column that are in its language; the others are names, numbers, or not translated. */
const IN_ONE_LANGUAGE = 0.6;

/** The language of the column that a block is a cell of; null in running text and for columns in both or in none. */
function columnLanguages(
  pieces: readonly { readonly block: Block }[],
  written: readonly (Language | null)[],
): (block: Block) => Language | null {
  const counts = new Map<string, { en: number; zh: number; all: number }>();
  const keyOf = ({ position }: Block): string | null =>
    position?.axis === 'row' ? `${position.table} ${position.column}` : null;
  pieces.forEach(({ block }, place) => {
    const [key, language] = [keyOf(block), written[place]!];
    if (key === null) return;
    const count = counts.get(key) ?? { en: 0, zh: 0, all: 0 };
    count.all++;
    if (language !== null) count[language]++;
    counts.set(key, count);
  });
  return (block) => {
    const count = counts.get(keyOf(block) ?? '');
    if (count === undefined) return null;
    const language = count.en > count.zh ? 'en' : 'zh';
    return count[language] >= IN_ONE_LANGUAGE * count.all ? language : null;
  };
}

/** The same for a text that is known to be in one language: foreign lines in it stay where they are. */
export function linesInOneLanguage(blocks: readonly Block[], language: Language): LanguageLine[] {
  const toLine = lineMaker();
  return blocks.flatMap((block, index) => block.lines.map((span) => toLine(language, span, block, index)));
}

/** Makes the lines of blocks, in order: the first of a block in each language has the numbering. */
function lineMaker(): (language: Language, span: Span, from: Block, block: number) => LanguageLine {
  const last: Record<Language, number> = { en: -1, zh: -1 };
  return (language, span, { kind, numbering, position }, block) => {
    const isFirst = last[language] !== block;
    last[language] = block;
    return {
      language,
      span,
      kind,
      block,
      numbering: isFirst ? (numbering ?? null) : null,
      position: position ?? null,
    };
  };
}

import { mapInSteps, type Steps } from '../../common/steps.js';
import type { BilingualLayout, Block, BlockKind, Language, Position, Span } from '../../types.js';
import { readLabels } from '../writing/label.js';
import { languageByScript } from '../writing/script.js';
import { splitCells } from './cells.js';
import { findHalves } from './halves.js';
import type { LinePart, LineReading, PlacedLine } from './placed-lines.js';
import { tellSameInBoth } from './same-in-both.js';

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
  /** Whether it is one of the lines of a wrapped paragraph; see `Block`. */
  readonly isWrapped: boolean;
}

/** A line or a part of one, with the block that it stands in. */
interface Piece extends PlacedLine {
  readonly language: Language | null;
  /** Whether it is one of the texts of a line that holds both languages: whatever its column is in, it is not. */
  readonly isPart: boolean;
  readonly numbering: string | null;
}

/**
 * Gives each line of a bilingual text its language, as its layout has it. Cells follow their column if that is in one
 * language; lines without letters follow the next cell of their row, or else the line before them.
 */
export function* languageLines(
  text: string,
  blocks: readonly Block[],
  layout: BilingualLayout,
  readings: readonly LineReading[],
): Steps<LanguageLine[]> {
  const cells = layout === 'columns' ? cellsOf(text, blocks) : () => null;
  const taken = layout === 'halves' ? withTitleInBoth(text, readings) : readings;
  const pieces = yield* parts(text, blocks, taken, cells);
  const languages = layout === 'halves' ? languagesInHalves(text, pieces) : languagesOfPieces(pieces, layout);
  yield;
  tellSameInBoth(text, pieces, languages, layout);
  const first = languages.find((language) => language !== null) ?? 'en';
  const toLine = lineMaker();
  return pieces.map(({ span, block, index, numbering }, place) => {
    languages[place] ??= place > 0 ? languages[place - 1]! : first;
    const line = toLine(languages[place]!, span, block, index);
    return numbering === null ? line : { ...line, numbering: line.numbering ?? numbering };
  });
}

export function linesOf(blocks: readonly Block[]): PlacedLine[] {
  return blocks.flatMap((block, index) => block.lines.map((span) => ({ span, block, index })));
}

/**
 * Of a text that comes once in each language only a title without a number may hold both: any other line belongs to its half, where it
 * has a counterpart in the other one, whatever it quotes.
 */
function withTitleInBoth(text: string, readings: readonly LineReading[]): readonly LineReading[] {
  const title = readings.findIndex(({ parts: found }) => found[0]!.language !== null);
  return readings.map((reading, at) => {
    if (!reading.isBoth || (at === title && labelOf(text, reading.parts[0]!) === null)) return reading;
    const [first, last] = [reading.parts[0]!, reading.parts.at(-1)!];
    return {
      parts: [{ span: { start: first.span.start, end: last.span.end }, language: first.language }],
      isBoth: false,
    };
  });
}

/** The lines, those that hold a text and its translation cut: each of these is a place that both languages share. */
function* parts(
  text: string,
  blocks: readonly Block[],
  readings: readonly LineReading[],
  cells: (line: PlacedLine) => Piece[] | null,
): Steps<Piece[]> {
  const lines = linesOf(blocks);
  const mayGoOn = goingOn(text, lines, readings);
  const found = yield* mapInSteps(lines, (line, at): Piece[] => {
    const { isBoth, parts: found } = readings[at]!;
    const inCells = cells(line);
    if (inCells !== null) return inCells;
    if (!isBoth) return [{ ...line, language: found[0]!.language, isPart: false, numbering: null }];
    const number = labelOf(text, found[0]!);
    const pairs = Math.ceil(found.length / 2);
    return found.map(({ span, language, isAlone }, place): Piece => {
      // Each text with its translation has a part of the line.
      const pair = Math.floor(place / 2);
      const [start, end] = [at + pair / pairs, at + (pair + 1) / pairs];
      const position: Position = { axis: 'line', table: 0, column: 0, start, end };
      const hasPlace = line.block.position !== undefined || mayGoOn.has(at) || isAlone;
      const block = hasPlace ? line.block : { ...line.block, position };
      const numbering = place === 1 && labelOf(text, found[place]!) === null ? number : null;
      return { span, block, index: line.index, language, isPart: true, numbering };
    });
  });
  return found.flat();
}

/** A letter by itself, over the terms that begin with it. */
const LETTER = /^[^\p{L}]?\p{L}[^\p{L}]?$/u;

/**
 * The lines in both languages of which a part may go on in the line beside it: that is in the language of the part alone, and in
 * the same block. All others are whole, whatever else their block holds, such as the letter above the terms of a glossary.
 */
function goingOn(
  text: string,
  lines: readonly PlacedLine[],
  readings: readonly LineReading[],
): ReadonlySet<number> {
  const found = new Set<number>();
  const lettered = lines.flatMap(({ span }, at) =>
    span.end > span.start && readings[at]!.parts[0]!.language !== null ? [at] : [],
  );
  lettered.forEach((at, place) => {
    const after = lettered[place + 1];
    if (after === undefined || lines[at]!.index !== lines[after]!.index) return;
    const [own, next] = [readings[at]!, readings[after]!];
    if (own.isBoth === next.isBoth || own.parts.at(-1)!.language !== next.parts[0]!.language) return;
    const { start, end } = lines[own.isBoth ? after : at]!.span;
    if (LETTER.test(text.slice(start, end))) return;
    found.add(own.isBoth ? at : after);
  });
  return found;
}

/** The marker that both texts of a line share, since it stands before the first. */
function labelOf(text: string, { span, language }: LinePart): string | null {
  return readLabels(text.slice(span.start, span.end), language ?? 'en')[0]?.raw ?? null;
}

/** Cuts lines with tabs into their cells; those of one line have a row of their own. Other lines are no cells: null. */
function cellsOf(text: string, blocks: readonly Block[]): (line: PlacedLine) => Piece[] | null {
  const table = blocks.reduce((most, { position }) => Math.max(most, (position?.table ?? -1) + 1), 0);
  let row = 0;
  return (line) => {
    const spans = splitCells(text, line.span);
    if (line.block.position !== undefined || spans.length < 2) return null;
    const [start, end] = [row, ++row];
    return spans.map((span, column): Piece => {
      const position: Position = { axis: 'row', table, column, start, end };
      const language = languageByScript(text.slice(span.start, span.end));
      return { ...line, span, language, isPart: false, numbering: null, block: { ...line.block, position } };
    });
  };
}

/**
 * What lies before the cut is in the one language and what lies after it in the other, foreign lines and all. Only
 * lines that stand in the text twice, such as a notice at the end of both halves, keep their own language. What is known of a
 * cell outranks both: the codes of a table stand in both halves.
 */
function languagesInHalves(text: string, lines: readonly Piece[]): (Language | null)[] {
  const written = lines.map(({ span }) => text.slice(span.start, span.end));
  const scripts = written.map(languageByScript);
  const halves = findHalves(written);
  if (halves === null) return lines.map(({ block }, index) => block.language ?? scripts[index]!);
  const { cut, repeated } = halves;
  const halfOf = (language: Language, from: number, to: number) => {
    const own = scripts.flatMap((script, index) =>
      index >= from && index < to && script === language && !repeated.has(written[index]!) ? [index] : [],
    );
    return { language, firstLine: own[0] ?? to, lastLine: own.at(-1) ?? from };
  };
  const [first, second] = [halfOf(halves.first, 0, cut), halfOf(halves.second, cut, lines.length)];
  return lines.map(({ block }, index) => {
    const script = scripts[index]!;
    if (block.language !== undefined || script === null) return block.language ?? script;
    const { language, firstLine, lastLine } = index < cut ? first : second;
    // A notice stands at an end of both halves; what stands twice within them, a name or a setting, has its counterpart in the other one.
    const isNotice = repeated.has(written[index]!) && (index < firstLine || index > lastLine);
    return isNotice ? script : language;
  });
}

function languagesOfPieces(pieces: readonly Piece[], layout: BilingualLayout): (Language | null)[] {
  const written = pieces.map(({ language }) => language);
  const ofColumn = layout === 'inline' ? () => null : columnLanguages(pieces, written);
  const languages = pieces.map(({ block, isPart }, place) =>
    isPart ? written[place]! : (block.language ?? ofColumn(block) ?? written[place]!),
  );
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
  return (language, span, { kind, numbering, position, isWrapped }, block) => {
    const isFirst = last[language] !== block;
    last[language] = block;
    return {
      language,
      span,
      kind,
      block,
      numbering: isFirst ? (numbering ?? null) : null,
      position: position ?? null,
      isWrapped: isWrapped ?? false,
    };
  };
}

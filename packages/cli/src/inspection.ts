import type { Alignment, Diagnostic, Language, Paragraph, Side, Span } from 'duiqi';
import { clauseTable } from './clause-table.js';
import { clipEnd, clipStart, displayWidth, wrap } from './display-width.js';
import { COLUMNS } from './side-by-side.js';
import { lineNumbers } from './source-lines.js';
import { describeLayout, describeSource } from './understanding.js';
import { counted, describeLanguage, LANGUAGE_NAMES, listed } from './words.js';

/** Text shown on each side of a seam. */
const SEAM_COLUMNS = 33;
const ENDING_COLUMNS = 60;
const MESSAGE_LINES = 5;
/** As wide as `lines 10000-10010`. */
const PLACE_COLUMNS = 17;

/** A stretch of a paragraph where it stands in its source. */
interface Piece {
  readonly language: Language;
  readonly source: number;
  readonly span: Span;
  readonly paragraph: Paragraph;
}

/** Pieces of one language with no other language between them. */
interface Run {
  readonly first: Piece;
  last: Piece;
  readonly paragraphs: Set<Paragraph>;
}

/** The report of `duiqi inspect`, as lines of at most 100 columns. */
export function* inspection(alignment: Alignment): Iterable<string> {
  for (const [title, lines] of sections(alignment)) {
    if (lines.length === 0) continue;
    yield `${title}\n`;
    for (const line of lines) yield `${line.trimEnd()}\n`;
    yield '\n';
  }
}

function* sections(alignment: Alignment): Iterable<[title: string, lines: readonly string[]]> {
  const { sources, en, zh, languages, diagnostics, pairs, unaligned } = alignment;
  const where = new Places(alignment);
  yield [
    clipEnd(listed(sources.map(describeSource)), COLUMNS),
    [
      entry('Languages', listed(languages.map(describeLanguage)) || 'none'),
      entry('Layout', describeLayout(alignment)),
      entry('English', contents(en)),
      entry('Chinese', contents(zh)),
      entry('Alignment', `${counted(pairs.length, 'pair')}, ${counted(unaligned.length, 'text')} unaligned`),
    ],
  ];
  const pieces = [...piecesOf(en), ...piecesOf(zh)];
  pieces.sort((a, b) => a.source - b.source || a.span.start - b.span.start);
  yield ['Stretches of one language', runsOf(pieces).map((run) => describeRun(run, where))];
  yield ['Sentences joined over page breaks', [...seams(en, where), ...seams(zh, where)]];
  yield ['Broken off', [...endings(en, where), ...endings(zh, where)]];
  const table = clauseTable(alignment);
  yield [`Clauses (${table.matched} begin at the same pair)`, table.lines];
  yield ['Unaligned', leftOver(alignment, where)];
  const others = diagnostics.filter(({ code }) => !SHOWN_ABOVE.has(code));
  yield ['Diagnostics', others.flatMap(describeDiagnostic)];
}

/** Diagnostics that have a section of their own. */
const SHOWN_ABOVE: ReadonlySet<string> = new Set(['page-cut', 'truncated']);
/** Unaligned texts that are listed. */
const MOST_UNALIGNED = 20;

/** The first texts for which no counterpart was found. */
function leftOver(alignment: Alignment, where: Places): string[] {
  const { unaligned } = alignment;
  const lines = unaligned.slice(0, MOST_UNALIGNED).map(({ language, side }) => {
    const { start, end } = side.spans[0];
    const place = where.lines(alignment[language].source, start, end);
    return row(`${place}  ${LANGUAGE_NAMES[language]}`, side.text);
  });
  const rest = unaligned.length - lines.length;
  return rest === 0 ? lines : [...lines, `  … and ${counted(rest, 'more text')}`];
}

/** Reads texts and line numbers out of the sources. */
class Places {
  readonly #texts: readonly string[];
  readonly #lineNumbers: readonly ((offset: number) => number)[];
  readonly #several: boolean;

  constructor({ sources }: Alignment) {
    this.#texts = sources.map(({ text }) => text);
    this.#lineNumbers = this.#texts.map(lineNumbers);
    this.#several = sources.length > 1;
  }

  /** `lines 3-17`, with the number of the file where there are two. */
  lines(source: number, start: number, end: number): string {
    const first = this.#lineNumbers[source](start);
    const last = this.#lineNumbers[source](end - 1);
    const file = this.#several ? `file ${source + 1}, ` : '';
    return `${file}${first === last ? `line ${first}` : `lines ${first}-${last}`}`.padEnd(PLACE_COLUMNS);
  }

  text(source: number, start: number, end: number): string {
    return this.#texts[source].slice(start, end);
  }
}

function contents({ paragraphs, segments, clauses }: Side): string {
  const clauseCount = (list: Side['clauses']): number =>
    list.reduce((sum, { children }) => sum + 1 + clauseCount(children), 0);
  return listed([
    counted(paragraphs.length, 'paragraph'),
    counted(segments.length, 'segment'),
    counted(clauseCount(clauses), 'clause'),
  ]);
}

function piecesOf({ language, source, paragraphs }: Side): Piece[] {
  return paragraphs.flatMap((paragraph) =>
    paragraph.pieces.map((span) => ({ language, source, span, paragraph })),
  );
}

function runsOf(pieces: readonly Piece[]): Run[] {
  const runs: Run[] = [];
  for (const piece of pieces) {
    const run = runs.at(-1);
    if (run !== undefined && run.last.language === piece.language && run.last.source === piece.source) {
      run.last = piece;
      run.paragraphs.add(piece.paragraph);
    } else {
      runs.push({ first: piece, last: piece, paragraphs: new Set([piece.paragraph]) });
    }
  }
  return runs;
}

function describeRun({ first, last, paragraphs }: Run, where: Places): string {
  const { source, span, language } = first;
  const size = counted(paragraphs.size, 'paragraph').padEnd(14);
  const words = where.text(source, span.start, span.end);
  return row(
    `${where.lines(source, span.start, last.span.end)}  ${LANGUAGE_NAMES[language]}  ${size}`,
    words,
  );
}

/** Both sides of every place where text was put together over something else: `… Parliaments, and ⟂ the six-nation …`. */
function seams({ language, source, paragraphs }: Side, where: Places): string[] {
  const lines: string[] = [];
  for (const { pieces } of paragraphs.filter(({ stitched }) => stitched)) {
    for (let index = 1; index < pieces.length; index++) {
      const before = pieces[index - 1];
      const after = pieces[index];
      if (!/[\p{L}\p{N}]/u.test(where.text(source, before.end, after.start))) continue;
      const place = where.lines(source, before.end - 1, after.start + 1);
      const tail = clipStart(where.text(source, before.start, before.end), SEAM_COLUMNS);
      const head = clipEnd(where.text(source, after.start, after.end), SEAM_COLUMNS);
      lines.push(row(`${place}  ${LANGUAGE_NAMES[language]}`, `${tail} ⟂ ${head}`));
    }
  }
  return lines;
}

/** The last words of every paragraph that its source leaves unfinished. */
function endings({ language, source, paragraphs }: Side, where: Places): string[] {
  return paragraphs
    .filter(({ truncated }) => truncated)
    .map(({ pieces }) => {
      const { start, end } = pieces[pieces.length - 1];
      const words = clipStart(where.text(source, start, end), ENDING_COLUMNS);
      return row(`${where.lines(source, end - 1, end)}  ${LANGUAGE_NAMES[language]}`, words);
    });
}

function describeDiagnostic({ severity, code, message }: Diagnostic): string[] {
  const lines = wrap(`${severity} ${code}: ${message}`, COLUMNS - 4, MESSAGE_LINES);
  return lines.map((line, index) => `${index === 0 ? '  ' : '    '}${line}`);
}

function entry(name: string, text: string): string {
  return row(name.padEnd(9), text);
}

/** A heading that stays whole, and as much text as the line holds. */
function row(heading: string, text: string): string {
  const start = `  ${heading}  `;
  return start + clipEnd(text, COLUMNS - displayWidth(start));
}

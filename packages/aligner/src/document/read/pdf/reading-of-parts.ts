import type { Diagnostic } from '../../../types.js';
import { hyphenatedWords, mendCutWords } from '../../writing/cut-words.js';
import { isFinished } from '../../writing/endings.js';
import { ExtractedText } from '../extracted-text.js';
import type { Reading } from '../reading.js';
import { withoutDots } from './contents.js';
import { isInText } from './cut-rows.js';
import { marksLeftOut } from './left-out.js';
import type { TextLine } from './lines.js';
import { BULLETS } from './markers.js';
import { noteNumberOf, withoutMarks } from './note-marks.js';
import type { PdfParagraph } from './paragraphs.js';
import type { Part } from './parts.js';
import { textOf } from './text-of-lines.js';

/** A heading is set this much larger than most of the text. */
const HEADING = 1.12;
/** Longer than this, in characters, is no heading. */
const LONGEST_HEADING = 300;

/** What was seen on the pages beside their parts. */
export interface Seen {
  /** How many characters stood for others and have been replaced. */
  readonly replaced: number;
  /** How many marks of notes were raised, and so are in none of the lines. */
  readonly raised: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** The text of a document, in blocks: words that lines cut are whole, and numbers of notes and bullets are none of it. */
export function readingOf(parts: readonly Part[], { replaced, raised, diagnostics }: Seen): Reading {
  const lines = parts.flatMap((part) => (part.kind === 'text' ? part.paragraph.lines : []));
  const hyphenated = hyphenatedWords(lines.map(({ text }) => text));
  const usual = Math.max(usualSize(lines), usualSize(runningLines(parts)));
  const { texts, numbers, marks } = withoutMarks(
    mendCutWords(
      parts.map((part) =>
        part.kind === 'text' ? withoutDots(textOf(part.paragraph.lines, hyphenated)) : '',
      ),
      hyphenated,
    ),
  );
  const extracted = new ExtractedText();
  extracted.countReplaced(replaced);
  for (let index = 0; index < parts.length; index++) {
    const part = parts[index]!;
    if (part.kind === 'left-out') extracted.leaveOut(part.lines);
    else if (part.kind === 'code') {
      const code = part.lines.map(({ text }) => text);
      extracted.add('code', code);
    } else if (part.cell === null) {
      const number = raised > 0 ? noteNumberOf(part.paragraph.lines, texts[index]!) : '';
      extracted.leaveOut([numbers[index]! + number]);
      addBlock(extracted, part, texts[index]!.slice(number.length), usual);
    } else {
      const { table, row, column } = part.cell;
      const first = index;
      while (isInText(parts[index + 1], part.cell)) index++;
      extracted.leaveOut(numbers.slice(first, index + 1));
      const position = { axis: 'row', table, column, start: row, end: row + 1 } as const;
      extracted.add('paragraph', texts.slice(first, index + 1), { position });
    }
  }
  return extracted.reading([...diagnostics, ...marksLeftOut(raised + marks)]);
}

/** Adds running text as what it looks like, or is called: an item of a list, a heading or a paragraph. */
function addBlock(
  extracted: ExtractedText,
  { paragraph, called }: Extract<Part, { readonly kind: 'text' }>,
  written: string,
  usual: number,
): void {
  const bullet = bulletOf(paragraph, written);
  const text = written.slice(bullet.length);
  if (bullet !== '') {
    extracted.leaveOut([bullet]);
    extracted.add('item', [text]);
    return;
  }
  const looksLarge = paragraph.size > HEADING * usual && text.length <= LONGEST_HEADING;
  const isHeading = called === null ? looksLarge : called === 'heading';
  extracted.add(isHeading ? 'heading' : 'paragraph', [text]);
}

const BULLET = new RegExp(`^[·${BULLETS}][ \\u00a0]?(?=\\S)`, 'u');
/** What may be a bullet, and also how speech begins, or a number below nought. */
const DASH = /^[-–—*][ \u00a0](?=\S)/;
/** What an item of a list is indented by, at least, in font sizes: all of it, or what comes after its first line. */
const INDENT = 0.8;

/** The bullet that an item of a list begins with; it is none of its text. */
function bulletOf({ lines, size, column }: PdfParagraph, text: string): string {
  const bullet = BULLET.exec(text)?.[0];
  if (bullet !== undefined) return bullet;
  const [first, second] = lines;
  const [mark, rest] = first!.runs;
  const isIndented =
    first!.left - column.left > INDENT * size ||
    (second !== undefined && second.left - first!.left > 0.5 * INDENT * size);
  if (!isIndented) return '';
  const own = mark!.text.trim();
  const isApart = rest !== undefined && (rest.left - mark!.right > 0.3 * size || own === '–');
  return DASH.exec(text)?.[0] ?? (isApart && DASH.test(`${own} .`) ? own : '');
}

/**
 * The lines of sentences that stand in no cell. Where most of a document is a table in smaller letters, its text is larger than
 * most of it, and no heading.
 */
function runningLines(parts: readonly Part[]): TextLine[] {
  return parts.flatMap((part) => {
    const isRunning =
      part.kind === 'text' && part.cell === null && isFinished(part.paragraph.lines.at(-1)!.text);
    return isRunning ? part.paragraph.lines : [];
  });
}

/** The font size that most characters have, to half a point. */
function usualSize(lines: readonly TextLine[]): number {
  const amounts = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    amounts.set(rounded, (amounts.get(rounded) ?? 0) + text.length);
  }
  return [...amounts].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0];
}

import { INPUT_FORMATS, type Layout, type Segmentation, type Source } from 'duiqi';
import { counted, listed } from './words.js';

/** How messages call the formats. */
const FORMATS = new Map(INPUT_FORMATS.map(({ name, title }) => [name, title]));

const LAYOUTS: Readonly<Record<Layout, string>> = {
  'two-texts': 'one text in each language',
  pages: 'page by page',
  paragraphs: 'paragraph by paragraph',
  lines: 'line by line',
  columns: 'a column for each language',
  halves: 'all of one language, then all of the other',
  inline: 'both languages in one line',
  comments: 'each part after a comment with its original',
  'one-language': 'one language only',
};

/** `report.txt (plain text, GB18030)`. */
export function describeSource({ name, format, encoding }: Source): string {
  const details = [FORMATS.get(format), ...(encoding === null ? [] : [encoding.toUpperCase()])];
  return `${name === '' ? 'text' : name} (${details.join(', ')})`;
}

/** `page by page (93 % sure; --layout chooses another)`. */
export function describeLayout({ layout, layoutConfidence }: Segmentation): string {
  const sureness = ` (${Math.floor(layoutConfidence * 100)} % sure; --layout chooses another)`;
  return LAYOUTS[layout] + (layoutConfidence === 1 ? '' : sureness);
}

/** What the input was taken for: its formats, encodings and layout, and what was left out or is noteworthy otherwise. */
export function* understanding(segmentation: Segmentation): Iterable<string> {
  const { sources, diagnostics } = segmentation;
  yield `Read ${listed(sources.map(describeSource))}: ${describeLayout(segmentation)}`;
  const notes = diagnostics.filter(({ code, severity }) => severity === 'info' && NOTEWORTHY.has(code));
  for (const { message } of notes.slice(0, MOST_NOTES)) yield `Note: ${message}`;
  const rest = notes.length - MOST_NOTES;
  if (rest > 0) yield `… and ${counted(rest, 'more note')}: duiqi inspect lists them.`;
}

/** The encoding is named with its source, and cuts that were mended are the usual thing. */
const NOTEWORTHY: ReadonlySet<string> = new Set(['left-out', 'hidden', 'time-shift']);
const MOST_NOTES = 5;

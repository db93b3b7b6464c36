import { countInSteps, type Steps } from '../../common/steps.js';
import { lineSpans } from '../writing/lines.js';
import type { Reading } from './reading.js';
import { type Cue, type Cues, readCues, type Time } from './subtitles.js';

/**
 * Reads subtitles in Advanced SubStation Alpha (ASS) and its forerunner (SSA), in which most Chinese translations of films by
 * amateurs are kept: what their events show, in the order of time, since each style may have a part of the file by itself.
 */
export function* readAssSubtitles(text: string, name: string): Steps<Reading> {
  return yield* readCues(yield* eventsOf(text), name);
}

/** Lines between two steps. */
const LINES = 256;

/** The fields of an event where no line names them, in the order of ASS. */
const USUAL_FIELDS = [
  'layer',
  'start',
  'end',
  'style',
  'name',
  'marginl',
  'marginr',
  'marginv',
  'effect',
  'text',
];

function* eventsOf(text: string): Steps<Cues> {
  const lines = lineSpans(text, 0, text.length).map(({ start, end }) => text.slice(start, end));
  let fields: readonly string[] = USUAL_FIELDS;
  let isInEvents = false;
  let unreadable = 0;
  const cues: Cue[] = [];
  // The same words of a style in several layers are their outline, their shadow and themselves.
  const seen = new Set<string>();
  yield* countInSteps(lines.length, LINES, (index) => {
    const line = lines[index]!.trim();
    if (line.startsWith('[')) isInEvents = /^\[events\]/i.test(line);
    const [kind, written] = partedAt(line, ':');
    if (!isInEvents || written === undefined) return;
    // What follows `Comment:` is not shown.
    if (/^format$/i.test(kind)) fields = written.split(',').map((field) => field.trim().toLowerCase());
    if (!/^dialogue$/i.test(kind)) return;
    const values = valuesOf(written, fields.length);
    const valueIn = (field: string): string => values[fields.indexOf(field)]?.trim() ?? '';
    const shown = withoutOverrides(valueIn('text'));
    const key = ['start', 'end', 'style'].map(valueIn).join() + shown;
    if (shown.trim() === '' || seen.has(key)) return;
    seen.add(key);
    const time = timeOf(valueIn('start'), valueIn('end'));
    if (time === null) unreadable++;
    cues.push({ time, lines: [shown] });
  });
  return { cues: inOrderOfTime(cues), unreadable };
}

function partedAt(line: string, mark: string): [before: string, after: string | undefined] {
  const at = line.indexOf(mark);
  return at < 0 ? [line, undefined] : [line.slice(0, at), line.slice(at + 1)];
}

/** The values of an event, the last of which, its text, may have commas. */
function valuesOf(written: string, count: number): string[] {
  const parts = written.split(',');
  return [...parts.slice(0, count - 1), parts.slice(count - 1).join(',')];
}

const TIME = /^(\d{1,3}):(\d{1,2}):(\d{1,2})(?:[.:](\d{1,3}))?$/;

function timeOf(start: string, end: string): Time | null {
  const [from, to] = [start, end].map((written) => {
    const [, hours, minutes, seconds, fraction = ''] = TIME.exec(written) ?? [];
    if (hours === undefined) return Number.NaN;
    return (
      ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'))
    );
  }) as [number, number];
  return Number.isNaN(from + to) ? null : { start: from, end: Math.max(from + 1, to) };
}

/** Events without a time stay behind the one that they stand behind. */
function inOrderOfTime(cues: readonly Cue[]): Cue[] {
  let last = 0;
  const placed = cues.map((cue) => {
    last = cue.time?.start ?? last;
    return { cue, at: last };
  });
  return placed.sort((a, b) => a.at - b.at).map(({ cue }) => cue);
}

/** What is in braces sets how the text looks, or is a remark of whoever wrote it. */
const IN_BRACES = /\{([^{}]*)\}/;
/** Turns drawing on, `\p1`, and off, `\p0`: what stands between is no text but the outline of a shape. */
const DRAWING = /\\p(\d+)/;

function withoutOverrides(text: string): string {
  let isDrawing = false;
  let shown = '';
  // Every second part is what was in braces.
  for (const [index, part] of text.split(IN_BRACES).entries()) {
    if (index % 2 === 1) isDrawing = (DRAWING.exec(part)?.[1] ?? (isDrawing ? '1' : '0')) !== '0';
    else if (!isDrawing) shown += part;
  }
  return shown;
}

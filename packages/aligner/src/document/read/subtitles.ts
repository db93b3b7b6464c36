import { warning } from '../../common/diagnostic.js';
import { everySo, type Steps } from '../../common/steps.js';
import type { Diagnostic, Language } from '../../types.js';
import { isFinished } from '../writing/endings.js';
import { joinPieces } from '../writing/join.js';
import { lineSpans } from '../writing/lines.js';
import { languageByScript } from '../writing/script.js';
import { ExtractedText } from './extracted-text.js';
import { inputName, type Reading } from './reading.js';

/** From where to where in the film, in milliseconds. */
export interface Time {
  readonly start: number;
  readonly end: number;
}

/** Lines that are shown at a time; null where a cue's times cannot be read, and for text before the first cue. */
export interface Cue {
  readonly time: Time | null;
  readonly lines: string[];
}

/** What one speaker says in one language, over one cue or several. */
interface Utterance {
  readonly language: Language | null;
  readonly time: Time | null;
  readonly text: string;
  readonly cues: number;
}

/**
 * Reads subtitles, SubRip (SRT) or WebVTT, as players do: cue numbers, blank lines and hours may lack or be too many.
 * Lines of a cue in one language are one block, save where speakers take turns; so are cues whose sentence goes on.
 */
export function* readSubtitles(text: string, name: string): Steps<Reading> {
  return yield* readCues(yield* cuesOf(text), name);
}

/** Cues in the order in which they are shown, and how many have times that cannot be read. */
export interface Cues {
  readonly cues: readonly Cue[];
  readonly unreadable: number;
}

export function* readCues({ cues, unreadable }: Cues, name: string): Steps<Reading> {
  const extracted = new ExtractedText();
  const isStepDue = everySo(CUES);
  for (const { text, time } of yield* utterancesOf(cues)) {
    if (isStepDue()) yield;
    extracted.add(
      'paragraph',
      [text],
      time ? { position: { axis: 'time', table: 0, column: 0, ...time } } : {},
    );
  }
  return extracted.reading(unreadable > 0 ? [unreadableTimes(name, unreadable)] : []);
}

/** Cues between two steps, and lines, which take less. */
const CUES = 64;
const LINES = 512;

const TIMESTAMP = String.raw`(?:(\d{1,3})\s?:\s?)?(\d{1,2})\s?:\s?(\d{1,2})(?:\s?[.,:]\s?(\d{1,3}))?`;
const TIMES = new RegExp(String.raw`^${TIMESTAMP}\s{0,3}(?:-{1,3}>|→)\s{0,3}${TIMESTAMP}(?!\d)`);
/** Blocks of WebVTT that are not shown. */
const NOT_SHOWN = /^(?:NOTE|STYLE|REGION)(?:\s|$)/;

function* cuesOf(text: string): Steps<Cues> {
  // No more than two blank lines are looked back on.
  const lines = lineSpans(text, 0, text.length, 2).map(({ start, end }) => text.slice(start, end));
  const isWebVtt = lines[0]!.startsWith('WEBVTT');
  let cue: Cue = { time: null, lines: [] };
  const cues = [cue];
  let unreadable = 0;
  let skipping = isWebVtt;
  for (const [index, line] of lines.entries()) {
    if (index % LINES === 0) yield;
    const before = lines[index - 1] ?? '';
    if (line === '') skipping = false;
    else if (line.includes('-->') || TIMES.test(line.slice(0, LONGEST_TIMES))) {
      const isNumber = /^\d+$/.test(before) || (isWebVtt && (lines[index - 2] ?? '') === '');
      if (isNumber && before !== '' && cue.lines.at(-1) === before) cue.lines.pop();
      cue = { time: timeOf(line), lines: [] };
      cues.push(cue);
      if (cue.time === null) unreadable++;
      skipping = false;
    } else if (isWebVtt && before === '' && NOT_SHOWN.test(line)) skipping = true;
    else if (!skipping) cue.lines.push(line);
  }
  return { cues, unreadable };
}

/** Two timestamps and the arrow; the settings of a cue may follow. */
const LONGEST_TIMES = 60;

function timeOf(line: string): Time | null {
  const match = TIMES.exec(line.slice(0, LONGEST_TIMES));
  if (match === null) return null;
  const milliseconds = (first: number): number => {
    const [hours = '0', minutes, seconds, fraction = ''] = match.slice(first, first + 4);
    return (
      ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'))
    );
  };
  const start = milliseconds(1);
  return { start, end: Math.max(start + 1, milliseconds(5)) };
}

/** Sentences seldom go over more cues than this; more than that is a text without punctuation. */
const MOST_CUES = 4;

function* utterancesOf(cues: readonly Cue[]): Steps<Utterance[]> {
  const utterances: Utterance[] = [];
  /** Where the last utterance of each language stands among all, if it is in the cue before or still shown. */
  let open = new Map<Language | null, number>();
  const isStepDue = everySo(CUES);
  for (const { time, lines } of cues) {
    if (isStepDue()) yield;
    const closing = new Map<Language | null, number>();
    for (const { language, text } of spokenIn(lines)) {
      const place = closing.has(language) ? undefined : open.get(language);
      const before = place === undefined ? undefined : utterances[place]!;
      if (place !== undefined && before && time && goesOn(before, text)) {
        utterances[place] = {
          language,
          text: joinPieces([before.text, text], language ?? 'en'),
          time: before.time && { start: before.time.start, end: Math.max(before.time.end, time.end) },
          cues: before.cues + 1,
        };
        closing.set(language, place);
      } else {
        closing.set(language, utterances.length);
        utterances.push({ language, text, time, cues: 1 });
      }
    }
    // Where each language has cues of its own, those of the other one stand between.
    for (const [language, place] of open) {
      const isShown = time !== null && time.start < (utterances[place]!.time?.end ?? 0);
      if (isShown && !closing.has(language)) closing.set(language, place);
    }
    open = closing;
  }
  return utterances;
}

/** Nothing that is said ends so: `谁的`, `说得对` and `来得及` are whole. */
const GOES_ON =
  /(?:[，,、（《“「『]|以及|并且|並且|或者|因为|因為|如果|虽然|雖然|和|或|被|(?<!参|參)与|(?<![一两兩几幾大])把)$/;

/** Where cues have no punctuation at all, a lower-case letter says nothing: then sentences do not begin in upper case. */
function goesOn({ text, language, cues }: Utterance, next: string): boolean {
  if (language === null || cues === MOST_CUES || isFinished(text) || DASH.test(next)) return false;
  if (language === 'zh') return GOES_ON.test(text.slice(-8));
  return /^\P{L}*\p{Lu}/u.test(text.slice(0, 20)) && /^\p{Ll}/u.test(next);
}

/** What stands before the words of each speaker where several are in one cue. */
const DASH = /^[-‐‑–—－]\s?(?=\S)/;

function spokenIn(lines: readonly string[]): { language: Language | null; text: string }[] {
  const spoken: { language: Language | null; lines: string[] }[] = [];
  for (const line of lines.flatMap(shownLines)) {
    const last = spoken.at(-1);
    const language = languageByScript(line);
    const isSame = last && (language === null || last.language === null || language === last.language);
    if (!isSame || DASH.test(line)) spoken.push({ language, lines: [line] });
    else {
      last.language ??= language;
      last.lines.push(line);
    }
  }
  return spoken.map(({ language, lines }) => ({ language, text: joinPieces(lines, language ?? 'en') }));
}

/** Tags of SubRip and WebVTT, with voices, classes and the times of karaoke; what stands over ruby characters. */
const TAGS = /<rt>[^<]*<\/rt>|<\/?[a-z][^<>]*>|<[\d:.,]+>/gi;
/** Overrides of Advanced SubStation Alpha and MicroDVD, which converters leave in. */
const OVERRIDES = /\{\\[^{}]*\}|\{[a-z]:[^{}]*\}/gi;
const REFERENCES: ReadonlyMap<string, string> = new Map([
  ['&amp;', '&'],
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&nbsp;', '\u00a0'],
  ['&lrm;', '\u200e'],
  ['&rlm;', '\u200f'],
]);

/** The text of a line as a player shows it: `\N` is a line break of Advanced SubStation Alpha. */
function shownLines(line: string): string[] {
  return line
    .replace(OVERRIDES, '')
    .replace(TAGS, '')
    .replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, (reference) => REFERENCES.get(reference)!)
    .replaceAll('\\h', ' ')
    .split(/\\[Nn]/)
    .map((shown) => shown.trim())
    .filter((shown) => shown !== '');
}

function unreadableTimes(name: string, count: number): Diagnostic {
  return warning(
    'unreadable-times',
    `${inputName(name)} has ${count} ${count === 1 ? 'subtitle' : 'subtitles'} whose times cannot be read (they are written like 00:01:02,500 --> 00:01:04,000), so their text was aligned without times.`,
    { values: { name, count } },
  );
}

import { warning } from '../../common/diagnostic.js';
import { listedUpTo } from '../../common/listed.js';
import { RollingHash } from '../../common/rolling-hash.js';
import type { Steps } from '../../common/steps.js';
import type { Diagnostic, Language, Source, Span } from '../../types.js';
import { isSpace } from '../writing/lines.js';

/** The least that must be repeated to be reported, in characters without white space. */
const LEAST = { en: 400, zh: 150 } as const;
/** Share of the first copy that another one must have: a copy that breaks off early is none. */
const WHOLE_COPY = 0.9;
/** Copies named in a message. */
const MOST_NAMED = 8;
/** Length of the stretches that are compared. */
const WINDOW = 48;
/** Places between two steps of the work: about a millisecond. */
const PLACES = 4096;

/**
 * Finds long passages that stand in the text more than once: an article pasted three times over, a notice at the
 * end of both halves. Stretches of fixed length at multiples of that length are remembered and looked for at every
 * place (as rsync does, Tridgell & Mackerras 1996), so the work is linear and copies need no line breaks between.
 */
export function* findRepeats(
  source: Source,
  language: Language,
  spans: readonly Span[],
): Steps<Diagnostic[]> {
  const { text, offsets } = yield* withoutSpace(source.text, spans);
  const found = yield* copiesIn(text, LEAST[language]);
  return [...found].map(([origin, { length, starts }]) => {
    const places = [origin, ...starts].map((start) => offsets[start]!);
    const span = { start: places[0]!, end: offsets[origin + length - 1]! + 1 };
    return said(source.text, places, length, { side: language, span });
  });
}

/** The copies of a passage, but for the first. */
interface Copies {
  readonly length: number;
  /** Where they start. */
  readonly starts: number[];
}

/** The passages of at least so many characters that stand in a text more than once, by where their first copy starts. */
function* copiesIn(text: string, least: number): Steps<Map<number, Copies>> {
  const copies = new Map<number, Copies>();
  if (text.length < 2 * least) return copies;
  const seen = new Map<string, number>();
  // Most stretches were never seen, which their hashes tell before they are cut out.
  const hashes = new RollingHash(text, WINDOW);
  const slots = 2 ** Math.ceil(Math.log2(text.length));
  const mayBeSeen = new Uint8Array(slots);
  for (let at = 0; at + WINDOW <= text.length; ) {
    if (at % PLACES === 0) yield;
    const slot = hashes.at(at) & (slots - 1);
    const first = mayBeSeen[slot] ? seen.get(text.slice(at, at + WINDOW)) : undefined;
    if (first !== undefined && first + WINDOW <= at) {
      let start = at;
      let origin = first;
      while (origin > 0 && start > first + WINDOW && text[start - 1] === text[origin - 1]) {
        start--;
        origin--;
      }
      let length = at - start + WINDOW;
      const known = copies.get(origin);
      // A further copy is as long as the first one, or it is a copy of something else.
      const most = Math.min(start - origin, known?.length ?? Number.POSITIVE_INFINITY);
      while (start + length < text.length && length < most && text[origin + length] === text[start + length])
        length++;
      if (length >= least && (known === undefined || length >= known.length * WHOLE_COPY)) {
        if (known) known.starts.push(start);
        else copies.set(origin, { length, starts: [start] });
        at = start + length;
        continue;
      }
    }
    if (at % WINDOW === 0 && first === undefined) {
      seen.set(text.slice(at, at + WINDOW), at);
      mayBeSeen[slot] = 1;
    }
    at++;
  }
  return copies;
}

/** @param length in characters that are no white space */
function said(
  text: string,
  places: readonly number[],
  length: number,
  about: Pick<Diagnostic, 'side' | 'span'>,
): Diagnostic {
  // To count lines takes as long as the text is: it is done for the places that are named.
  const named = places.map((place, index) =>
    index < MOST_NAMED ? `character ${place} (line ${lineNumber(text, place)})` : '',
  );
  const glued = places.slice(1).some((place) => text[place - 1]?.trim() !== '');
  return warning(
    'repeated-text',
    `The same text of ${length} characters stands here ${places.length} times` +
      `${glued ? ', glued together without a break' : ''}: the copies start at ` +
      `${listedUpTo(MOST_NAMED, named)}.`,
    { ...about, values: { length, count: places.length, line: lineNumber(text, places[1]!) } },
  );
}

/** The text of spans, and for each character of it where it stands in the source. */
function* withoutSpace(source: string, spans: readonly Span[]): Steps<{ text: string; offsets: Int32Array }> {
  const words: string[] = [];
  const offsets = new Int32Array(spans.reduce((length, { start, end }) => length + end - start, 0));
  let length = 0;
  for (const { start, end } of spans) {
    yield;
    let from = start;
    for (let at = start; at <= end; at++) {
      if (at < end && !isSpace(source.charCodeAt(at))) {
        offsets[length++] = at;
        continue;
      }
      if (at > from) words.push(source.slice(from, at));
      from = at + 1;
    }
  }
  return { text: words.join(''), offsets };
}

function lineNumber(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

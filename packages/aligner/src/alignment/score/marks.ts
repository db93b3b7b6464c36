import { countInSteps, type Steps } from '../../common/steps.js';
import { LARGEST_BEAD } from './lexical.js';
import type { MatchingSegment } from './matching-segment.js';

/** What the punctuation of each segment of a side shows; arrays by segment. */
export interface Marks {
  /** The kind of mark that the segment ends in, brackets and quotation marks after it disregarded. */
  readonly ending: Uint8Array;
  /** 1 where the segment begins (ends) with a quotation mark. */
  readonly opens: Uint8Array;
  readonly closes: Uint8Array;
  readonly questions: Uint8Array;
  readonly exclamations: Uint8Array;
  /** Quotations begun. */
  readonly quotations: Uint8Array;
  /** 1 where a quotation is still open after the segment: the last quotation mark so far was an opening one. */
  readonly speaking: Uint8Array;
  /** 1 where the segment begins with a personal pronoun in English, and so leans on the one before it. */
  readonly leaning: Uint8Array;
  /** How many segments before it the same text stands, with another one between them; 0 where it does not or is too far off for a bead. */
  readonly again: Uint8Array;
  /** Characters without white space. */
  readonly length: Float64Array;
}

/** Kinds of ending; PLAIN covers a full stop, a comma and no mark at all, which languages use differently. */
const PLAIN = 0;
export const QUESTION = 1;
const EXCLAMATION = 2;
export const COLON = 3;
export const TRAILING_OFF = 4;
export const SEMICOLON = 5;

const KIND: Readonly<Record<string, number>> = {
  '?': QUESTION,
  '？': QUESTION,
  '!': EXCLAMATION,
  '！': EXCLAMATION,
  ':': COLON,
  '：': COLON,
  '…': TRAILING_OFF,
  '—': TRAILING_OFF,
  '–': TRAILING_OFF,
  ';': SEMICOLON,
  '；': SEMICOLON,
};

/** Not in quotation marks: who speaks begins anew. */
const LEANING = /^(?:I|You|He|She|It|We|They)\b/;

const OPENING = '"“「『‘＂\'';
const CLOSING = '"”」』’＂\'';

/** Quotation marks after whose last one a quotation is forgotten: a mark that is missing must not turn all others. */
const MEMORY = 8;

/** Segments between two steps. */
const TOGETHER = 64;

export function* readMarks(segments: readonly MatchingSegment[]): Steps<Marks> {
  const reader = new MarkReader(segments.length);
  yield* countInSteps(segments.length, TOGETHER, (index) => reader.add(segments[index]!, index));
  return reader.marks;
}

class MarkReader {
  readonly marks: Marks;
  /** The last segment with a text. */
  readonly #lastAt = new Map<string, number>();
  /** Whether a quotation is open, and the segment of its last mark. */
  #speaking = false;
  #since = 0;

  constructor(count: number) {
    this.marks = {
      ending: new Uint8Array(count),
      opens: new Uint8Array(count),
      closes: new Uint8Array(count),
      questions: new Uint8Array(count),
      exclamations: new Uint8Array(count),
      quotations: new Uint8Array(count),
      speaking: new Uint8Array(count),
      leaning: new Uint8Array(count),
      again: new Uint8Array(count),
      length: new Float64Array(count),
    };
  }

  /** Reads segment `index`, the next one. */
  add({ text, label }: MatchingSegment, index: number): void {
    const { marks } = this;
    const body = text.slice(label?.length ?? 0);
    marks.ending[index] = endingOf(body);
    const distance = index - (this.#lastAt.get(body) ?? index);
    if (distance > 1 && distance < LARGEST_BEAD && body !== '') marks.again[index] = distance;
    this.#lastAt.set(body, index);
    marks.leaning[index] = LEANING.test(body) ? 1 : 0;
    marks.opens[index] = OPENING.includes(body[0] ?? ' ') ? 1 : 0;
    const last = body.trimEnd().slice(-1) || ' ';
    marks.closes[index] = CLOSING.includes(last) ? 1 : 0;
    let length = 0;
    for (let at = 0; at < body.length; at++) {
      // Most characters are no marks; their numbers tell faster than a search among the marks.
      if (isPlain(body.charCodeAt(at))) {
        length++;
        continue;
      }
      const character = body[at]!;
      if (character === '?' || character === '？') bump(marks.questions, index);
      else if (character === '!' || character === '！') bump(marks.exclamations, index);
      else if (OPENING.includes(character) || CLOSING.includes(character)) {
        const turn = turnOf(body, at, this.#speaking);
        if (turn === 'open') bump(marks.quotations, index);
        if (turn !== 'none') {
          this.#speaking = turn === 'open';
          this.#since = index;
        }
      }
      if (character > ' ' && character !== '\u3000') length++;
    }
    if (index - this.#since >= MEMORY) this.#speaking = false;
    marks.speaking[index] = this.#speaking ? 1 : 0;
    marks.length[index] = length;
  }
}

/** The kind of mark that a text ends in. */
function endingOf(body: string): number {
  let end = body.length;
  while (end > 0 && TAIL.has(body[end - 1]!)) end--;
  return KIND[body[end - 1] ?? ''] ?? (body.slice(0, end).endsWith('...') ? TRAILING_OFF : PLAIN);
}

/** Latin letters of ASCII and nearly all Chinese characters. */
function isPlain(unit: number): boolean {
  return (unit >= 0x41 && unit < 0x7f) || (unit >= 0x4e00 && unit <= 0x9fff);
}

/** Whether a mark opens or closes a quotation; an apostrophe does neither. */
function turnOf(body: string, at: number, speaking: boolean): 'open' | 'close' | 'none' {
  const mark = body[at]!;
  if ('“「『'.includes(mark)) return 'open';
  if ('”」』'.includes(mark)) return 'close';
  if (mark === '"' || mark === '＂') return speaking ? 'close' : 'open';
  const before = body[at - 1] ?? ' ';
  const after = body[at + 1] ?? ' ';
  if (mark === '‘') return 'open';
  if (!speaking && mark === "'" && BEFORE_QUOTE.test(before) && WORD_CHARACTER.test(after)) return 'open';
  return speaking && AFTER_QUOTE.test(before) && !WORD_CHARACTER.test(after) ? 'close' : 'none';
}

const BEFORE_QUOTE = /[\s(（—:：,，-]/;
const AFTER_QUOTE = /[.,!?;:…—。，；：！？)）-]/;
const WORD_CHARACTER = /[\p{L}\p{N}.…]/u;

const TAIL: ReadonlySet<string> = new Set([...CLOSING, ...")）]】》〉'* \u3000"]);

function bump(counts: Uint8Array, index: number): void {
  if (counts[index]! < 255) counts[index]!++;
}

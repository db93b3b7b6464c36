import type { Segment } from '../types.js';

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
  /** Characters without white space. */
  readonly length: Float64Array;
}

/** Kinds of ending; PLAIN covers a full stop, a comma and no mark at all, which languages use differently. */
const PLAIN = 0;
const QUESTION = 1;
const EXCLAMATION = 2;
const COLON = 3;
const TRAILING_OFF = 4;
const SEMICOLON = 5;

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

const OPENING = '"“「『‘＂';
const CLOSING = '"”」』’＂';

export function readMarks(segments: readonly Segment[]): Marks {
  const count = segments.length;
  const marks: Marks = {
    ending: new Uint8Array(count),
    opens: new Uint8Array(count),
    closes: new Uint8Array(count),
    questions: new Uint8Array(count),
    exclamations: new Uint8Array(count),
    quotations: new Uint8Array(count),
    length: new Float64Array(count),
  };
  segments.forEach(({ text, label }, index) => {
    const body = text.slice(label?.length ?? 0);
    let end = body.length;
    while (end > 0 && TAIL.has(body[end - 1]!)) end--;
    marks.ending[index] = KIND[body[end - 1] ?? ''] ?? (body.slice(0, end).endsWith('...') ? TRAILING_OFF : PLAIN);
    marks.opens[index] = OPENING.includes(body[0] ?? ' ') ? 1 : 0;
    const last = body.trimEnd().slice(-1) || ' ';
    marks.closes[index] = CLOSING.includes(last) ? 1 : 0;
    let length = 0;
    let straight = 0;
    for (const character of body) {
      if (character === '?' || character === '？') bump(marks.questions, index);
      else if (character === '!' || character === '！') bump(marks.exclamations, index);
      else if (character === '“' || character === '「' || character === '『') bump(marks.quotations, index);
      else if (character === '"' && straight++ % 2 === 0) bump(marks.quotations, index);
      if (character > ' ' && character !== '\u3000') length++;
    }
    marks.length[index] = length;
  });
  return marks;
}

const TAIL: ReadonlySet<string> = new Set([...CLOSING, ...')）]】》〉\'* \u3000']);

function bump(counts: Uint8Array, index: number): void {
  if (counts[index]! < 255) counts[index]!++;
}

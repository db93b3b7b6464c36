// A text as runs, each of which looks the same throughout: what is marked in it, and where the caret stands.

/** A stretch of a text that is marked, in UTF-16 code units, `[start, end)`. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly kind: 'number' | 'evidence' | 'found';
}

export interface Run {
  readonly text: string;
  readonly kinds: readonly Mark['kind'][];
  /** Whether the caret stands before it; a run without text may stand at the end for that. */
  readonly caret: boolean;
}

/** The runs of a text; they hold all of it, in order. */
export function runsOf(text: string, marks: readonly Mark[], caret: number | null): readonly Run[] {
  const cuts = new Set([0, text.length]);
  for (const { start, end } of marks) {
    cuts.add(start);
    cuts.add(end);
  }
  if (caret !== null) cuts.add(caret);
  const places = [...cuts].filter((place) => place >= 0 && place <= text.length).sort((a, b) => a - b);
  const runs: Run[] = [];
  for (let at = 0; at + 1 < places.length; at++) {
    const [start, end] = [places[at]!, places[at + 1]!];
    const kinds = new Set(
      marks.filter((mark) => mark.start <= start && end <= mark.end).map(({ kind }) => kind),
    );
    runs.push({ text: text.slice(start, end), kinds: [...kinds], caret: caret === start });
  }
  if (caret !== null && caret >= text.length) runs.push({ text: '', kinds: [], caret: true });
  return runs;
}

/** Where words stand in a text, as marks; each is found wherever it stands, and Latin words only whole. */
export function marksOf(text: string, words: readonly string[], kind: Mark['kind']): readonly Mark[] {
  const folded = text.toLowerCase();
  // Letters may change their number when they are folded; then nothing is marked rather than something else.
  if (folded.length !== text.length) return [];
  const marks: Mark[] = [];
  for (const word of words) {
    const wanted = word.toLowerCase();
    if (wanted === '') continue;
    for (
      let start = folded.indexOf(wanted);
      start >= 0;
      start = folded.indexOf(wanted, start + wanted.length)
    ) {
      const end = start + wanted.length;
      if (kind === 'found' || isWhole(folded, start, end)) marks.push({ start, end, kind });
    }
  }
  return marks;
}

const WORD = /[\p{L}\p{N}]/u;
const HAN = /\p{Script=Han}/u;

/** Whether what stands between two places is no part of a longer word or number; Chinese has no such ends. */
function isWhole(text: string, start: number, end: number): boolean {
  const joins = (a: string | undefined, b: string | undefined): boolean =>
    a !== undefined && b !== undefined && WORD.test(a) && WORD.test(b) && !HAN.test(a) && !HAN.test(b);
  return !joins(text[start - 1], text[start]) && !joins(text[end - 1], text[end]);
}

/** The next place for a caret, a whole character on; it stays within the text. */
export function caretBeside(text: string, caret: number, step: 1 | -1): number {
  const places = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)].map(
    ({ index }) => index,
  );
  places.push(text.length);
  if (step > 0) return places.find((place) => place > caret) ?? text.length;
  return places.filter((place) => place < caret).at(-1) ?? 0;
}

/** The place for a caret that was put with the mouse: beside a Latin word or a number, not within it. */
export function caretNear(text: string, offset: number): number {
  const joins = (at: number): boolean => /[\p{Script=Latin}\p{M}\d]{2}/u.test(text.slice(at - 1, at + 1));
  for (let distance = 0; distance <= text.length; distance++) {
    for (const at of [offset - distance, offset + distance]) {
      if (at >= 0 && at <= text.length && (at === 0 || at === text.length || !joins(at))) return at;
    }
  }
  return offset;
}

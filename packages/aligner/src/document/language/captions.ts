import type { Span } from '../../types.js';
import { trimSpan } from '../writing/lines.js';

const HAN = /\p{Script=Han}/u;
const LATIN = /\p{Script=Latin}/u;

/** What is to be filled in, or was with figures: `: ____`, `：2024`. */
const FIELD = /[:：][^\p{L}]*/gu;
const BLANK = /__|\.{3}|…|\d/;
/** No field is longer, in characters, nor a caption before it. */
const LONGEST_FIELD = 400;
const LONGEST_CAPTION = 60;

/** `Please sign请签署: ___ Date日期: ___`: captions in both languages, each before a field that belongs to the second. */
export function splitCaptions(text: string, { start, end }: Span): Span[] | null {
  const written = text.slice(start, end);
  if (!/[:：][^\p{L}:：]*$/u.test(written.slice(-LONGEST_FIELD)) || !BLANK.test(written)) return null;
  const parts: Span[] = [];
  let from = 0;
  for (const { 0: field, index } of written.matchAll(FIELD)) {
    const caption = written.slice(from, index);
    const seam = caption.length > LONGEST_CAPTION ? null : captionSeam(caption);
    if (seam === null) return null;
    const to = index + field.length;
    parts.push(
      { start: start + from, end: start + from + seam.start },
      { start: start + from + seam.end, end: start + to },
    );
    from = to;
  }
  return parts.map((part) => trimSpan(text, part));
}

/** Where the one language of a caption ends and the other begins, with what parts them between; null where it is not in both. */
function captionSeam(caption: string): Span | null {
  const seam =
    /^(?:[^\p{Script=Han}]*\p{Script=Latin}[^\p{Script=Han}]*(?=\p{Script=Han})|[^\p{Script=Latin}]*\p{Script=Han}[^\p{Script=Latin}]*(?=\p{Script=Latin}))/u.exec(
      caption,
    )?.[0];
  if (seam === undefined) return null;
  const rest = caption.slice(seam.length);
  if (HAN.test(rest) && LATIN.test(rest)) return null;
  const bare = seam.trimEnd();
  // A bracket opens the second caption: `日期（Date）：`.
  const opens = /[(（[【]$/.test(bare);
  const first = (opens ? bare.slice(0, -1) : bare).trimEnd().replace(PARTING_MARK, '').trimEnd();
  return { start: first.length, end: opens ? bare.length - 1 : seam.length };
}

/** `Date / 日期`, `Date | 日期`, `Date - 日期`: what stands between captions belongs to neither. */
const PARTING_MARK = /[/|／｜·–—-]$/;

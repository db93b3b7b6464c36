import type { Span } from '../../types.js';
import { moved, trimSpan } from '../writing/lines.js';
import { languageByScript } from '../writing/script.js';
import { FREE_MARKS } from './free-marks.js';

const HAN = /\p{Script=Han}/u;
const LATIN = /\p{Script=Latin}/u;

/** What follows a number, or the place for one. */
const UNIT = String.raw`(?<=[_\s\d])[年月日时時分元](?=[_\s]|$)`;
/** What is to be filled in, or was with figures: `: ____`, `：2024`, `: ____年____月____日`. */
const FIELD = new RegExp(String.raw`[:：](?:[^\p{L}]|${UNIT})*`, 'gu');
const ENDS_IN_FIELD = new RegExp(String.raw`[:：](?:[^\p{L}:：]|${UNIT})*$`, 'u');
const BLANK = /__|\.{3}|…|\d/;
/** No field is longer, in characters, nor a caption before it. */
const LONGEST_FIELD = 400;
const LONGEST_CAPTION = 60;

/**
 * `Please sign请签署: ___ Date日期: ___`: captions in both languages, each before a field that belongs to the second. Behind
 * brackets, as in `电话（Telephone）：0571-5550119`, the figures in the field stand for themselves.
 */
export function splitCaptions(text: string, { start, end }: Span): Span[] | null {
  const written = text.slice(start, end);
  if (!ENDS_IN_FIELD.test(written.slice(-LONGEST_FIELD)) || !BLANK.test(written)) return null;
  const parts: Span[] = [];
  let from = 0;
  for (const { 0: field, index } of written.matchAll(FIELD)) {
    const caption = captionIn(written.slice(from, index));
    if (caption === null) return null;
    const to = index + field.length;
    const [first, second] = caption.parts.map((part) => moved(part, from));
    if (!caption.inBrackets) parts.push(first!, { start: second!.start, end: to });
    else if (!/\d/.test(field)) parts.push(first!, second!);
    else if (to === written.length) parts.push(first!, second!, { start: index + 1, end: to });
    else return null;
    from = to;
  }
  return parts.map((part) => trimSpan(text, moved(part, start)));
}

/** A colon, and not one of a time or a ratio, which stands between digits. */
const COLON = /(?<!\d)[:：]|[:：](?!\d)/;

/** The two texts of a caption, `姓名 / Name`, in a line that says behind a colon what it captions, and where the latter begins. */
export function captionOf(written: string): { parts: Span[]; end: number } | null {
  const colon = written.slice(0, LONGEST_CAPTION + 1).search(COLON);
  const caption = colon < 0 ? null : captionIn(written.slice(0, colon));
  if (caption === null) return null;
  const [first, second] = caption.parts as [Span, Span];
  const parts = [first, caption.inBrackets ? second : { start: second.start, end: colon + 1 }];
  return { parts, end: colon + 1 };
}

/**
 * `Ballast 道砟: The broken stone …`, `道砟（Ballast）— 铺在 …`: a term in both languages, without what parts it from the text in one
 * of them behind it, and where that begins; null for other lines.
 */
export function headwordOf(written: string): { parts: Span[]; end: number } | null {
  const head = written.slice(0, LONGEST_CAPTION + 1);
  for (const pattern of BEHIND_HEADWORD) {
    const found = pattern.exec(head);
    if (found === null) continue;
    const { index, 0: mark } = found;
    const parts = captionIn(written.slice(0, index))?.parts;
    const rest = written.slice(index + mark.length);
    if (parts === undefined || languageByScript(rest) === null) continue;
    return { parts, end: index + mark.length };
  }
  return null;
}

const BEHIND_HEADWORD: readonly RegExp[] = [COLON, new RegExp(`\\s(?:${FREE_MARKS})(?=\\s)|——`)];

const SEPARATOR_AT_END = new RegExp(String.raw`(?:[/|／｜‖]|(?<=\s)(?:${FREE_MARKS}))$`);
const ONE_IN_BRACKETS = /^(?<first>[^()（）]*\S)\s*[(（](?<second>[^()（）]+)[)）]\s*$/;

/** The two languages of a caption, without what parts them; null where it is not in both. */
function captionIn(caption: string): { parts: [Span, Span]; inBrackets: boolean } | null {
  if (caption.length > LONGEST_CAPTION) return null;
  const bracketed = ONE_IN_BRACKETS.exec(caption)?.groups as { first: string; second: string } | undefined;
  if (bracketed !== undefined && areOneInEach(bracketed.first, bracketed.second)) {
    const { first, second } = bracketed;
    const from = caption.indexOf(second, first.length);
    const parts: [Span, Span] = [
      { start: 0, end: first.length },
      { start: from, end: from + second.length },
    ];
    return { parts, inBrackets: true };
  }
  const seam =
    /^(?:[^\p{Script=Han}]*\p{Script=Latin}[^\p{Script=Han}]*(?=\p{Script=Han})|[^\p{Script=Latin}]*\p{Script=Han}[^\p{Script=Latin}]*(?=\p{Script=Latin}))/u.exec(
      caption,
    )?.[0];
  if (seam === undefined) return null;
  const rest = caption.slice(seam.length);
  if (HAN.test(rest) && LATIN.test(rest)) return null;
  const first = seam.trimEnd();
  const parts: [Span, Span] = [
    { start: 0, end: SEPARATOR_AT_END.exec(first)?.index ?? first.length },
    { start: seam.length, end: caption.length },
  ];
  return { parts, inBrackets: false };
}

/** Whether one of two texts is all in Chinese and the other one all in English. */
function areOneInEach(first: string, second: string): boolean {
  const areBoth = [first, second].some((text) => HAN.test(text) && LATIN.test(text));
  const [a, b] = [languageByScript(first), languageByScript(second)];
  return !areBoth && a !== null && b !== null && a !== b;
}

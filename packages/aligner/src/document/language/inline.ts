import type { Language, Span } from '../../types.js';
import { isFinished } from '../writing/endings.js';
import { trimSpan } from '../writing/lines.js';
import { countScripts, languageByScript } from '../writing/script.js';

/** What parts two languages on one line when it stands between them: a tab, a slash, a bar. */
const SEPARATOR = /\t| [/|] |[‖｜]/;
/** The end of a sentence, with the marks that close it. */
const SENTENCE_END = /(?:\.(?!\d)|[!?。！？])[”’"'）)】》]*/;

const HAN = /\p{Script=Han}/u;
const LATIN = /\p{Script=Latin}/u;

/**
 * The parts of a line of a text that has both languages on its lines, in turn; the line itself if it is all in one.
 */
export function splitLine(text: string, line: Span): Span[] {
  return inTurn(
    text,
    sentenceParts(text, line).flatMap((part) => splitAtSeam(text, part)),
  );
}

/** Puts together parts that are in one language; what has no letters goes with the part before it. */
function inTurn(text: string, spans: readonly Span[]): Span[] {
  const parts: { span: Span; language: Language | null }[] = [];
  for (const span of spans) {
    const language = languageByScript(text.slice(span.start, span.end));
    const last = parts.at(-1);
    if (last && (language === null || last.language === null || language === last.language)) {
      last.span = { start: last.span.start, end: span.end };
      last.language ??= language;
    } else parts.push({ span, language });
  }
  return parts.map(({ span }) => span);
}

/** The cells of a line of a table, parted by tabs; a cell without letters goes with the one before it. */
export function splitCells(text: string, line: Span): Span[] {
  const cells: Span[] = [];
  let start = line.start;
  for (const { length } of text.slice(line.start, line.end).split('\t')) {
    cells.push(trimSpan(text, { start, end: start + length }));
    start += length + 1;
  }
  return inTurn(text, cells);
}

/** Cuts a line wherever the script changes over a separator or the end of a sentence. */
function sentenceParts(text: string, { start, end }: Span): Span[] {
  const parts: Span[] = [];
  let from = start;
  let letter = -1;
  let inHan = false;
  for (let at = start; at < end; at++) {
    const character = text[at]!;
    const han = HAN.test(character);
    if (!han && !LATIN.test(character)) continue;
    if (letter >= 0 && han !== inHan) {
      const gap = text.slice(letter + 1, at);
      const cut = SEPARATOR.exec(gap) ?? SENTENCE_END.exec(gap);
      if (cut) {
        const after = letter + 1 + cut.index + cut[0].length;
        parts.push({ start: from, end: SEPARATOR.test(cut[0]) ? after - cut[0].length : after });
        from = after;
      }
    }
    letter = at;
    inHan = han;
  }
  return [...parts, { start: from, end }]
    .map((part) => trimSpan(text, part))
    .filter((part) => part.end > part.start);
}

/** The least that either part of a line without marks between its languages must hold to be a text of its own. */
const LEAST_HAN = 4;
const LEAST_WORDS = 3;

/**
 * Parts a text where one language ends and the other begins with nothing between them, unless they are mixed
 * throughout or one of them is a mere term. Digits, `%` and punctuation belong to the text before them, an opening
 * mark to the one after.
 */
function splitAtSeam(text: string, span: Span): Span[] {
  const written = text.slice(span.start, span.end);
  const firstHan = written.search(HAN);
  const firstLetter = written.search(LATIN);
  if (firstHan < 0 || firstLetter < 0) return [span];
  const chineseFirst = firstHan < firstLetter;
  let cut = chineseFirst ? firstLetter : firstHan;
  while (cut > 0 && /[“‘"'(（[【《「]/.test(written[cut - 1]!)) cut--;
  const [head, tail] = [written.slice(0, cut), written.slice(cut)];
  const [chinese, english] = chineseFirst ? [head, tail] : [tail, head];
  const words = english.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  const han = chinese.match(/\p{Script=Han}/gu)?.length ?? 0;
  const pure = !HAN.test(english) && (chinese.match(/\p{Script=Latin}+/gu)?.length ?? 0) <= 2;
  if (!pure || han < LEAST_HAN || words < LEAST_WORDS) return [span];
  return [
    { start: span.start, end: span.start + cut },
    { start: span.start + cut, end: span.end },
  ].map((part) => trimSpan(text, part));
}

/**
 * The parts of a line that holds a text and its translation, of which nothing but the line itself speaks: a form with
 * captions in both languages, or texts in turn that end alike and are of fitting lengths. A foreign term, a name in
 * brackets, a quotation or a title inside a line is none.
 */
export function splitTranslation(text: string, line: Span): Span[] {
  const captions = splitCaptions(text, line);
  if (captions !== null) return captions;
  const parts = splitLine(text, line);
  if (parts.length % 2 === 1) return [line];
  for (let index = 0; index < parts.length; index += 2) {
    const [first, second] = [parts[index]!, parts[index + 1]!];
    const gap = text.slice(first.end, second.start).trim();
    if (!isTranslation(text.slice(first.start, first.end), text.slice(second.start, second.end), gap !== ''))
      return [line];
  }
  return parts;
}

/** What is to be filled in, or was with figures: `: ____`, `：2024`. */
const FIELD = /[:：][^\p{L}]*/gu;
const BLANK = /__|\.{3}|…|\d/;
/** No field is longer, in characters, nor a caption before it. */
const LONGEST_FIELD = 400;
const LONGEST_CAPTION = 60;

/** `Please sign请签署: ___ Date日期: ___`: captions in both languages, each before a field that belongs to the second. */
function splitCaptions(text: string, { start, end }: Span): Span[] | null {
  const written = text.slice(start, end);
  if (!/[:：][^\p{L}:：]*$/u.test(written.slice(-LONGEST_FIELD)) || !BLANK.test(written)) return null;
  const parts: Span[] = [];
  let from = 0;
  for (const { 0: field, index } of written.matchAll(FIELD)) {
    const caption = written.slice(from, index);
    const seam = caption.length > LONGEST_CAPTION ? -1 : captionSeam(caption);
    if (seam < 0) return null;
    const to = index + field.length;
    parts.push(
      { start: start + from, end: start + from + seam },
      { start: start + from + seam, end: start + to },
    );
    from = to;
  }
  return parts.map((part) => trimSpan(text, part));
}

/** Where the one language of a caption ends and the other begins; -1 where it is not in both. */
function captionSeam(caption: string): number {
  const seam =
    /^(?:[^\p{Script=Han}]*\p{Script=Latin}[^\p{Script=Han}]*(?=\p{Script=Han})|[^\p{Script=Latin}]*\p{Script=Han}[^\p{Script=Latin}]*(?=\p{Script=Latin}))/u.exec(
      caption,
    )?.[0].length ?? -1;
  if (seam < 0) return -1;
  const rest = caption.slice(seam);
  return HAN.test(rest) && LATIN.test(rest) ? -1 : seam;
}

/** Letters of English for a Han character, in translations of each other. */
const FEWEST_LETTERS = 1.2;
const MOST_LETTERS = 9;
/** Text in brackets or quotation marks from end to end. */
const WRAPPED = /^[(（[【《「『“‘"'].*[)）\]】》」』”’"']$/su;

function isTranslation(first: string, second: string, separated: boolean): boolean {
  const [english, chinese] = HAN.test(first) ? [second, first] : [first, second];
  const { han, alphabetic } = countScripts(chinese);
  const letters = countScripts(english).alphabetic;
  if (HAN.test(english) || alphabetic > han) return false;
  if (letters < han * FEWEST_LETTERS || letters > han * MOST_LETTERS) return false;
  if (WRAPPED.test(first) !== WRAPPED.test(second) || !isBalanced(first) || !isBalanced(second)) return false;
  if (isFinished(first) !== isFinished(second)) return false;
  return separated || isFinished(first) || haveEqualNumbers(first, second) || isPhrase(english);
}

const OPENING = /[(（[【《「『“]/g;
const CLOSING = /[)）\]】》」』”]/g;

function isBalanced(text: string): boolean {
  return (text.match(OPENING)?.length ?? 0) === (text.match(CLOSING)?.length ?? 0);
}

function haveEqualNumbers(first: string, second: string): boolean {
  const numbers = (text: string): string[] => (text.match(/\d+(?:\.\d+)*/g) ?? []).sort();
  const found = numbers(first);
  return found.length > 0 && found.join() === numbers(second).join();
}

/** `Times of the ferry`, but no name: it begins with a capital and at least half of its words are in lower case. */
function isPhrase(english: string): boolean {
  const words = english.match(/[\p{L}’']+/gu) ?? [];
  const inLowerCase = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return /^\P{L}*\p{Lu}/u.test(english) && inLowerCase * 2 >= words.length;
}

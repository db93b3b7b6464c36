import type { Language, Span } from '../../types.js';
import { readLabels } from '../writing/label.js';
import { isSpace, moved } from '../writing/lines.js';
import { hasTones, isPinyin, LATIN_WORD, languageByScript } from '../writing/script.js';
import { captionOf, headwordOf, splitCaptions } from './captions.js';
import { FREE_MARKS } from './free-marks.js';
import { SYNTAX } from './placed-lines.js';
import { splitTerms } from './term-lists.js';

/** What stands between two languages on one line, from what parts them most clearly to nothing at all. */
export type Seam =
  | 'caption'
  | 'field'
  | 'headword'
  | 'terms'
  | 'tab'
  | 'rule'
  | 'gap'
  | 'dash'
  | 'colon'
  | 'sentence'
  | 'script'
  | 'brackets';

/** One way to read a line as text in both languages: parts in turn, and what parts the first from the second. */
export interface Parting {
  readonly parts: readonly Span[];
  readonly seam: Seam;
}

/** Chooses among ways to part a piece of a line; there is at least one. */
export type Chooser = (ways: readonly Parting[]) => Parting;

/** A place at which a line may be parted: the first part ends at `end`, the second begins at `start`. */
interface Cut extends Span {
  readonly seam: Seam;
}

const FREE_MARK = `[/|／]|${FREE_MARKS}`;
/**
 * What parts two languages when it stands between them, and belongs to neither. A slash or a dash stands free, or it
 * would be a sign of the text itself.
 */
const SEPARATORS: readonly (readonly [Seam, RegExp])[] = [
  ['tab', /\t/g],
  ['rule', /[‖｜]|(?<=\s)[/|／](?=\s)|<br ?\/?>/g],
  ['dash', new RegExp(`(?<=\\s)(?:${FREE_MARKS})(?=\\s)|——`, 'g')],
  // A colon between digits is one of a time or a ratio.
  ['colon', /(?<=\S)(?:(?<!\d)[:：]|[:：](?!\d))(?=\s*\S)/g],
  // A mark that stands free beside a gap is what parts them.
  [
    'gap',
    new RegExp(`(?<=\\S)(?<!\\s(?:${FREE_MARK}))(?: {2}|\\u3000)(?!\\s*(?:${FREE_MARK})\\s)(?=\\s*\\S)`, 'g'),
  ],
];
/** Those, each where it comes first in a text. */
const FIRST_SEPARATORS = SEPARATORS.map(([seam, pattern]) => [seam, new RegExp(pattern.source)] as const);
/** What may stand between two texts and what parts them. */
const BLANK = `[\\s${SYNTAX}]*`;
/** The same where both neighbours show by their script that it parts them: `入口/Entrance`, `舵：rudder`. */
const BETWEEN_SCRIPTS: readonly (readonly [Seam, RegExp])[] = [
  // Leaders: `apply for ......... 申请`.
  ['gap', new RegExp(`^${BLANK}(?:\\.{3,}|…{2,}|·{3,}|_{3,})${BLANK}$`)],
  ['rule', new RegExp(`^${BLANK}[/|／\\\\]${BLANK}$`)],
  ['dash', new RegExp(`^${BLANK}(?:${FREE_MARKS}|——|––)${BLANK}$`)],
  ['colon', /^\s*[:：]\s*$/],
];

const HAN = /\p{Script=Han}/u;
const LETTER = /[\p{Script=Han}\p{Script=Latin}]/gu;
/** The end of a sentence, with the marks that close it. */
const SENTENCE_END = /(?:\.(?!\d)|[!?。！？])[”’"'）)】》]*/;
const SENTENCE_ENDS = new RegExp(
  `${SENTENCE_END.source}(?=\\s|\\p{Script=Han})|[。！？][”’"'）)】》」』]*(?=\\p{Script=Latin})`,
  'gu',
);
const SEPARATOR_FOLLOWS = new RegExp(`^\\s+(?:${FREE_MARK})\\s`);
/** A number before the second part that counts it: `简介 2. Introduction`. Other digits belong to what stands before them. */
const NUMBER_OF_THE_NEXT = new RegExp(`\\s(?=[（(]?${SYNTAX}*\\d{1,2}(?:[.、)）]|\\.\\d{1,2})+\\s*$)`);
/** Figures that may belong to the second part, as its words will tell: `5月3日 3 May`, `two rooms 2间房`. */
const FIGURES_BEFORE_THE_NEXT = new RegExp(`\\s(?=[^\\s\\d]?${SYNTAX}*\\d[\\d.,:–—-]*\\s?$)`);
/** Marks that open what follows, with figures before its words: `500毫升（500 ml）`. */
const OPENING_MARKS = new RegExp(`(?<![“‘"'(（[【《「『])[“‘"'(（[【《「『]+${SYNTAX}*(?:\\d[\\d.,]*\\s?)?$`);
const OPENING_BRACKET = /[(（[【]/;
const CLOSING_BRACKET = /[)）\]】]/;

/** So many ways to part a line in two are judged by their words; the rest leaves more of one language in the other. */
const PUREST = 3;
/** Places of a line that are looked at: no line that holds a text and its translation changes its script more often. */
const MOST_CUTS = 200;
/** Foreign words at the edge of a part, at the most, that the other part may begin or end with as well. */
const SHARED_WORDS = 4;

/** An amount with its unit, set apart by gaps, `面网   5 pcs   shed`: the letters of units tell no language. */
const AMOUNT_APART =
  /(?<=\t| {2}|\u3000)[^\s\p{L}\d]?\d[\d.,:/×–-]* ?(?:\p{Ll}{1,3}[²³.]?|[A-Z]{3})(?= *(?: {2}|\t|\u3000|$))/gu;

/**
 * The ways in which a line may hold both languages; none for a line that is all in one script.
 *
 * @param likeliest the one of some ways to part a piece of a line that its words speak for most
 */
export function partingsOf(text: string, line: Span, likeliest: Chooser): Parting[] {
  const written = text.slice(line.start, line.end);
  if (!HAN.test(written) || !/\p{Script=Latin}/u.test(written)) return [];
  const bare = written.replace(AMOUNT_APART, (amount) =>
    amount.replace(/\p{L}/gu, (letter) => '0'.repeat(letter.length)),
  );
  if (bare !== written && /\p{Script=Latin}/u.test(bare)) {
    const by = (way: Parting, offset: number): Parting => ({
      ...way,
      parts: way.parts.map((part) => moved(part, offset)),
    });
    const choose: Chooser = (ways) => by(likeliest(ways.map((way) => by(way, line.start))), -line.start);
    return partingsOf(bare, { start: 0, end: bare.length }, choose).map((way) => by(way, line.start));
  }
  const captions = splitCaptions(text, line);
  if (captions !== null) return [{ parts: captions, seam: 'caption' }];
  const terms = splitTerms(text, line);
  if (terms !== null) return [{ parts: terms, seam: 'terms' }];
  const spoken = aroundPinyin(text, line);
  if (spoken !== null) return [spoken];
  const whole = trimmed(text, line);
  const marks = marksAround(text.slice(whole.start, whole.end));
  if (marks > 0) return partingsOf(text, { start: whole.start + marks, end: whole.end - marks }, likeliest);
  const inTwo = waysInTwo(written).map(
    ({ parts, seam }): Parting => ({
      seam,
      parts: parts.map((part) => moved(part, line.start)),
    }),
  );
  const inTurn = partsInTurn(text, line, false);
  // `日期 / Date: 3月6日 / 6 March`: a caption in both languages, and what it is of.
  const withCaption = partsInTurn(text, line, true);
  return [
    ...(inTurn.parts.length > 2 ? [inTurn] : []),
    ...(withCaption.parts.length > Math.max(2, inTurn.parts.length) ? [withCaption] : []),
    ...behindCaption(text, line),
    ...behindHeadword(text, line),
    ...behindMarkers(text, line),
    ...inPieces(text, line, likeliest),
    ...inTwo,
  ];
}

/** `Occupation 职业：Nurse 护士`: a caption in both languages, and behind its colon what it captions in both as well. */
function behindCaption(text: string, line: Span): Parting[] {
  const caption = captionOf(text.slice(line.start, line.end));
  if (caption === null) return [];
  const from = line.start + caption.end;
  return waysInTwo(text.slice(from, line.end)).map(({ parts, seam }) => ({
    seam: seam === 'script' ? 'field' : seam,
    parts: [
      ...caption.parts.map((part) => moved(part, line.start)),
      ...parts.map((part) => moved(part, from)),
    ].map((part) => trimmed(text, part)),
  }));
}

/**
 * `Gauge 轨距: The distance between the rails.`: a term in both languages, and text that has no translation on its line; or has one there:
 * `canker 溃疡病 — sunken bark; 树皮凹陷`.
 */
function behindHeadword(text: string, line: Span): Parting[] {
  const written = text.slice(line.start, line.end);
  const headword = headwordOf(written);
  if (headword === null) return [];
  const from = line.start + headword.end;
  // Behind the colon of a caption that is `behindCaption`, which keeps the colon.
  const inTwo = captionOf(written) === null ? waysInTwo(text.slice(from, line.end)) : [];
  const rests = inTwo.map(({ parts }) => parts.map((part) => moved(part, from)));
  const parts = headword.parts.map((part) => moved(part, line.start));
  return [[{ start: from, end: line.end }], ...rests].map((rest) => ({
    parts: [...parts, ...rest].map((part) => trimmed(text, part)),
    seam: 'headword',
  }));
}

/** `第一条 Article 1 名称 Name`: the same marker in both languages, and what it numbers in both as well. */
function behindMarkers(text: string, line: Span): Parting[] {
  const written = text.slice(line.start, line.end);
  const first = RUN.exec(written)?.[0] ?? '';
  const second = RUN.exec(written.slice(first.length))?.[0] ?? '';
  const [one, other] = [markerIn(first), markerIn(second)];
  if (one === null || one !== other) return [];
  const from = first.length + second.length;
  return waysInTwo(written.slice(from)).map(({ parts, seam }) => ({
    seam,
    parts: [
      { start: 0, end: first.length },
      { start: first.length, end: from },
      ...parts.map((part) => moved(part, from)),
    ].map((part) => trimmed(text, moved(part, line.start))),
  }));
}

/** What a line begins with in one script before it goes on in the other. */
const RUN = /^(?:[^\p{Script=Han}]+(?=\p{Script=Han})|[^\p{Script=Latin}]+(?=\p{Script=Latin}))/u;

/** What a text counts that is nothing but the marker of a clause in its language; null of any other. */
function markerIn(text: string): string | null {
  const language = languageByScript(text);
  const marker = language === null ? undefined : readLabels(text, language)[0];
  return marker?.length === text.length ? marker.ordinals.join() : null;
}

/** `中风  zhòngfēng  stroke`: how the Chinese is spoken is in neither language, where gaps, brackets or slashes set it apart. */
function aroundPinyin(text: string, line: Span): Parting | null {
  const written = text.slice(line.start, line.end);
  if (!hasTones(written)) return null;
  let from = 0;
  for (const { 0: mark, index } of [...written.matchAll(APART), { 0: '', index: written.length }]) {
    const spoken = { start: from, end: index };
    from = index + mark.length;
    if (!isPinyin(written.slice(spoken.start, spoken.end))) continue;
    const [before, after] = [
      { start: line.start, end: line.start + spoken.start },
      { start: line.start + from, end: line.end },
    ].map((part) => withoutMarks(text, part)) as [Span, Span];
    const languages = [before, after].map(({ start, end }) => languageByScript(text.slice(start, end)));
    const areBoth = languages.includes('zh') && languages.includes('en');
    return areBoth ? { parts: [before, after], seam: 'gap' } : null;
  }
  return null;
}

const APART = /\t| {2,}|\u3000| ?[()（）[\]/] ?/g;

/** A span without the marks at its end, or its beginning, that set something else apart. */
function withoutMarks(text: string, part: Span): Span {
  let { start, end } = trimmed(text, part);
  if (/[(（[/]/.test(text[end - 1] ?? '') && end > start) end--;
  if (/[)）\]/]/.test(text[start] ?? '') && end > start) start++;
  return trimmed(text, { start, end });
}

/** What parts pieces of a line that are in both languages each: gaps and the boxes of what is to be chosen, free slashes as well, and marks behind brackets. */
const BETWEEN_PIECES: readonly RegExp[] = [
  /\t| {2,}|\u3000|[□☐☑☒▢]|[[(（][ \u3000xX✓]?[\])）]/g,
  /\t| {2,}|\u3000|[□☐☑☒▢]|[[(（][ \u3000xX✓]?[\])）]|\s[/|／]\s|[；;]/g,
  /(?<=[)）\]】]) ?[-–—/／|·+,，、] ?/g,
];

/** `Ever ill? 是否生病？  □ Yes 是  □ No 否`, `Part A 甲部  Personal details 个人资料`: pieces of which each holds a text and its translation. */
function inPieces(text: string, line: Span, likeliest: Chooser): Parting[] {
  const ways: Parting[] = [];
  for (const pattern of BETWEEN_PIECES) {
    const pieces = piecesBetween(text, line, pattern);
    if (pieces.length < 2) continue;
    const parts = pieces.map((piece) => partsOfPiece(text, piece, likeliest));
    if (parts.includes(null)) continue;
    ways.push({ parts: parts.flatMap((each) => each!), seam: 'script' });
    break;
  }
  return ways;
}

/** The pieces of a line that have letters; what has none goes with the piece before it. */
function piecesBetween(text: string, line: Span, pattern: RegExp): Span[] {
  const pieces: Span[] = [];
  let from = line.start;
  const marks = text.slice(line.start, line.end).matchAll(pattern);
  for (const { start, end } of [
    ...[...marks].map(({ 0: { length }, index }) => moved({ start: index, end: index + length }, line.start)),
    { start: line.end, end: line.end },
  ]) {
    const piece = trimmed(text, { start: from, end: start });
    from = end;
    if (/\p{L}/u.test(text.slice(piece.start, piece.end))) pieces.push(piece);
    else if (piece.end > piece.start && pieces.length > 0)
      pieces.push({ start: pieces.pop()!.start, end: piece.end });
  }
  return pieces;
}

/** The texts of a piece and their translations; null where it does not hold both. */
function partsOfPiece(text: string, piece: Span, likeliest: Chooser): readonly Span[] | null {
  const way = splitCaptions(text, piece) ?? behindCaption(text, piece)[0]?.parts;
  if (way !== undefined) return way;
  const ways = waysInTwo(text.slice(piece.start, piece.end)).map(({ parts, seam }) => ({
    seam,
    parts: parts.map((part) => moved(part, piece.start)),
  }));
  return ways.length === 0 ? null : likeliest(ways).parts;
}

function waysInTwo(written: string): Parting[] {
  const measure = measurer(written);
  const ways: { parting: Parting; impurity: number }[] = [];
  const seen = new Set<number>();
  for (const cut of cutsOf(written).slice(0, MOST_CUTS)) {
    if (seen.has(cut.end)) continue;
    seen.add(cut.end);
    const [first, second] = [measure(0, cut.start), measure(cut.end, written.length)];
    const [en, zh] = first.share < second.share ? [first, second] : [second, first];
    if (en.words === 0 || zh.han === 0) continue;
    const parting = withoutBrackets(written, cut);
    if (parting !== null)
      ways.push({ parting, impurity: 2 * en.han + zh.words - (SEAM_ORDER[cut.seam] ?? 0) });
  }
  return ways
    .sort((a, b) => a.impurity - b.impurity)
    .slice(0, PUREST)
    .map(({ parting }) => parting);
}

/** Among parts of like purity the clearer seam is looked at first. */
const SEAM_ORDER: Partial<Record<Seam, number>> = { tab: 4, rule: 3, gap: 3, dash: 1, sentence: 1 };

function withoutBrackets(written: string, { start, end, seam }: Cut): Parting | null {
  const parts = [
    { start: 0, end: start },
    { start: end, end: written.length },
  ].map((part) => trimmed(written, part));
  const [first, second] = parts as [Span, Span];
  if (first.end <= first.start || second.end <= second.start) return null;
  const inner = (part: Span): Span => {
    const own = written.slice(part.start, part.end);
    const toFillIn = amountBehind(own) || own.length - TO_FILL_IN.exec(own)!.index;
    return isBracketed(own.slice(0, own.length - toFillIn))
      ? trimmed(written, { start: part.start + 1, end: part.end - toFillIn - 1 })
      : part;
  };
  const bare = [inner(first), inner(second)] as const;
  if (bare[0] !== first && bare[1] !== second) return { parts, seam };
  const isOneBracketed = bare[0] !== first || bare[1] !== second;
  return { parts: bare, seam: isOneBracketed ? 'brackets' : seam };
}

/**
 * How long what stands behind brackets at the end of a text is where that is figures with their units, `（Braised fish）  38.00`: it belongs to
 * both languages; 0 where there is none.
 */
function amountBehind(written: string): number {
  const closing = Math.max(...[...CLOSING_BRACKETS].map((bracket) => written.lastIndexOf(bracket)));
  const behind = written.slice(closing + 1);
  return closing >= 0 && /^\s*[^\s\p{L}\d]?\d/u.test(behind) && !WORD_OF_TEXT.test(behind)
    ? behind.length
    : 0;
}

const CLOSING_BRACKETS = ')）]】';
/** More than a unit is: `cm`, `kWh`, `HKD`, `元`, `千克`. */
const WORD_OF_TEXT = /\p{Script=Latin}{4}|\p{Script=Han}{3}/u;

/** What is to be filled in behind brackets, `Name (姓名) ........`, or a colon before that, belongs to what they hold no more than they do. */
const TO_FILL_IN = /(?:(?<=[)）\]】])\s*(?:\.{3,}|…+|_{2,}|[:：]))?$/;

/**
 * How many characters stand on either side of a text in both languages and belong to neither: brackets, as in `【注意 Caution】`, or
 * the same marks, as in `— Starters 开胃菜 —`; 0 where none do.
 */
function marksAround(text: string): number {
  if (isBracketed(text)) return 1;
  const marks = MARKS_BEFORE.exec(text)?.[0].length ?? 0;
  const isSame = marks > 0 && text.endsWith(text.slice(0, marks)) && /\s/.test(text.at(-marks - 1) ?? '');
  return isSame ? marks : 0;
}

/** A few marks of one kind, such as set off a heading. */
const MARKS_BEFORE = /^([-–—=·•*~～★☆●◆■])\1{0,4}(?=\s)/;

/** Whether a text stands in brackets as a whole; it may have others in it. */
function isBracketed(text: string): boolean {
  if (!OPENING_BRACKET.test(text[0] ?? '') || !CLOSING_BRACKET.test(text.at(-1)!)) return false;
  let depth = 0;
  for (let at = 0; at < text.length - 1; at++) {
    if (OPENING_BRACKET.test(text[at]!)) depth++;
    else if (CLOSING_BRACKET.test(text[at]!)) depth--;
    if (depth === 0) return false;
  }
  return depth === 1;
}

/** All places where a line may be parted in two, the separators first. */
function cutsOf(written: string): Cut[] {
  const cuts: Cut[] = [];
  for (const [seam, pattern] of SEPARATORS) {
    for (const { 0: mark, index } of written.matchAll(pattern)) {
      cuts.push({ start: index, end: index + mark.length, seam });
    }
  }
  let last: { end: number; han: boolean } | null = null;
  for (const { 0: letter, index } of written.matchAll(LETTER)) {
    const han = HAN.test(letter);
    if (last !== null && han !== last.han) {
      const around = cutsAroundSharedWords(written, index, han);
      // In `Exit A1 A1出口` the name that both have stands close to the Chinese that it belongs to.
      const isName = around.length > 0 && !/\s/.test(written.slice(last.end, index));
      if (!isName) cuts.push(cutInGap(written, last.end, index));
      for (const cut of around) cuts.push(cut);
      const figures = FIGURES_BEFORE_THE_NEXT.exec(written.slice(last.end, index));
      if (figures) cuts.push({ ...emptyAt(last.end + figures.index), seam: 'script' });
    }
    last = { end: index + letter.length, han };
  }
  for (const { 0: mark, index } of written.matchAll(SENTENCE_ENDS)) {
    // A separator that follows has its own cut, and belongs to neither part.
    if (SEPARATOR_FOLLOWS.test(written.slice(index + mark.length, index + mark.length + 8))) continue;
    cuts.push({ start: index + mark.length, end: index + mark.length, seam: 'sentence' });
  }
  return cuts;
}

/** Where the text between a letter of one script and the next one, which is of the other, is parted. */
function cutInGap(written: string, from: number, to: number): Cut {
  const gap = written.slice(from, to);
  for (const [seam, pattern] of BETWEEN_SCRIPTS) if (pattern.test(gap)) return { start: from, end: to, seam };
  const ended = SENTENCE_END.exec(gap);
  if (ended) {
    const at = from + ended.index + ended[0].length;
    const parting = BETWEEN_SCRIPTS.find(([, pattern]) => pattern.test(written.slice(at, to)));
    return parting ? { start: at, end: to, seam: parting[0] } : { start: at, end: at, seam: 'sentence' };
  }
  const number = NUMBER_OF_THE_NEXT.exec(gap);
  const opening = OPENING_MARKS.exec(gap);
  const at = number ? from + number.index : opening ? from + opening.index : to;
  return { start: at, end: at, seam: 'script' };
}

/**
 * `… (mathematics) GNU Octave第8.1版`: where words in Latin letters beside Chinese may belong to it, since the English has
 * them too. The places before each of the words that precede Chinese, or after each of those that follow it.
 */
function cutsAroundSharedWords(written: string, to: number, nextIsHan: boolean): Cut[] {
  const edge = nextIsHan ? written.slice(0, to) : written.slice(to);
  const words = [...(nextIsHan ? edge.slice(-80) : edge.slice(0, 80)).matchAll(LATIN_WORD)];
  const offset = nextIsHan ? Math.max(0, edge.length - 80) : to;
  const near = nextIsHan ? words.slice(-SHARED_WORDS).reverse() : words.slice(0, SHARED_WORDS);
  const cuts: Cut[] = [];
  for (const { 0: word, index } of near) {
    const [start, end] = [offset + index, offset + index + word.length];
    const isShared = nextIsHan ? written.indexOf(word) < start : written.indexOf(word, end) >= 0;
    if (!isShared) break;
    const at = nextIsHan ? start : end;
    cuts.push({ start: at, end: at, seam: 'script' });
  }
  return cuts;
}

/** How many Han characters and Latin words a stretch of a text has, and what share of both is Han. */
function measurer(
  written: string,
): (start: number, end: number) => { han: number; words: number; share: number } {
  const han = new Int32Array(written.length + 1);
  const words = new Int32Array(written.length + 1);
  for (const { index } of written.matchAll(/\p{Script=Han}/gu)) han[index + 1] = 1;
  for (const { index } of written.matchAll(LATIN_WORD)) words[index + 1] = 1;
  for (let at = 1; at <= written.length; at++) {
    han[at]! += han[at - 1]!;
    words[at]! += words[at - 1]!;
  }
  return (start, end) => {
    const [h, w] = [han[end]! - han[start]!, words[end]! - words[start]!];
    return { han: h, words: w, share: h + w === 0 ? 0.5 : h / (h + w) };
  };
}

/** A line cut wherever the script changes over a separator or the end of a sentence: texts and translations in turn. */
function partsInTurn(text: string, line: Span, atColons: boolean): Parting {
  const written = text.slice(line.start, line.end);
  const parts: Span[] = [];
  let from = 0;
  let last: { end: number; han: boolean } | null = null;
  let seam: Seam | null = null;
  for (const { 0: letter, index } of written.matchAll(LETTER)) {
    const han = HAN.test(letter);
    if (last !== null && han !== last.han) {
      const cut =
        turnInGap(written, last.end, index) ?? (atColons ? turnAtColon(written, last.end, index) : null);
      if (cut !== null) {
        parts.push({ start: from, end: cut.start });
        from = cut.end;
        seam ??= cut.seam;
      }
    }
    last = { end: index + letter.length, han };
  }
  parts.push({ start: from, end: written.length });
  const spans = parts
    .map((part) => trimmed(text, moved(part, line.start)))
    .filter(({ start, end }) => end > start);
  return { parts: inTurn(text, spans), seam: seam ?? 'script' };
}

const FIGURES = /^\s*[^\s\p{L}\d]*\d[^\p{L}]*$/u;
const BEGINS_WITH_GAP = /^(?: {2}|\t|\u3000)/;
const ENDS_WITH_GAP = /(?: {2}|\t|\u3000)$/;

/** Figures with a gap on either side: those of a column between two texts, which belong to both of them or to none. */
function areFiguresApart(between: string): boolean {
  return BEGINS_WITH_GAP.test(between) && ENDS_WITH_GAP.test(between) && FIGURES.test(between);
}

function turnInGap(written: string, from: number, to: number): Cut | null {
  if (areFiguresApart(written.slice(from, to))) return { start: from, end: to, seam: 'gap' };
  // With the letters on both sides, which the separators may ask for.
  const gap = written.slice(from - 1, to + 1);
  for (const [seam, pattern] of FIRST_SEPARATORS) {
    const mark = seam === 'colon' ? null : pattern.exec(gap);
    if (mark) return { start: from - 1 + mark.index, end: from - 1 + mark.index + mark[0].length, seam };
  }
  const cut = cutInGap(written, from, to);
  return cut.seam === 'script' ? null : cut;
}

/** The cut behind a colon that follows a letter. */
function turnAtColon(written: string, from: number, to: number): Cut | null {
  const colon = /^\s?[:：]/.exec(written.slice(from, to))?.[0];
  if (colon === undefined) return null;
  const at = from + colon.length;
  return { start: at, end: at, seam: 'colon' };
}

function emptyAt(at: number): Span {
  return { start: at, end: at };
}

/** Puts together parts that are in one language; what has no letters goes with the part before it. */
export function inTurn(text: string, spans: readonly Span[]): Span[] {
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

/** A span without white space and inline syntax at either end. */
function trimmed(text: string, { start, end }: Span): Span {
  const isEmpty = (at: number): boolean => isSpace(text.charCodeAt(at)) || text[at] === SYNTAX;
  while (start < end && isEmpty(start)) start++;
  while (end > start && isEmpty(end - 1)) end--;
  return { start, end };
}

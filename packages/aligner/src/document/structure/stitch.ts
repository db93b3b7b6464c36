import { info, warning } from '../../common/diagnostic.js';
import type { Steps } from '../../common/steps.js';
import type { Diagnostic, Label, Language, Layout, Paragraph, Span } from '../../types.js';
import {
  BULLET,
  breaksOff,
  endsInConjunction,
  endsItem,
  holdsSentenceEnd,
  isFinished,
  isProse,
  mayEndItem,
} from '../writing/endings.js';
import { joinPieces, jointInSource } from '../writing/join.js';
import { readLabels } from '../writing/label.js';
import { SENTENCE_STARTERS } from '../writing/sentence-starters.js';
import type { SourceParagraph } from './rejoin.js';

/** Paragraphs between two steps of the work: about a millisecond. */
const PARAGRAPHS = 64;

/** Characters of a paragraph that are looked back on: a text cut a thousand times is not read a thousand times over. */
const REACH = 4000;

/** What is known of a source where its page cuts are looked for. */
export interface Pages {
  readonly layout: Layout;
  /** Where pages are known to end, as offsets in the source. */
  readonly ends: readonly number[];
  /** Where paragraphs begin of which both languages together tell what they are, as offsets; see `agreedCuts`. */
  readonly agreed: AgreedCuts;
}

/** Where paragraphs begin that are none, since a page end cut them off; and those that are, whatever stands before them. */
export interface AgreedCuts {
  readonly goesOn: ReadonlySet<number>;
  readonly begins: ReadonlySet<number>;
}

/** What is known where the languages do not take turns. */
export const NONE_AGREED: AgreedCuts = { goesOn: new Set(), begins: new Set() };

/** A paragraph with its place in the source, where paragraphs of both languages alternate. */
interface Placed extends SourceParagraph {
  readonly text: string;
  /** Another language's text or the end of a page stands between this paragraph and the one before it in its language. */
  readonly interrupted: boolean;
  /** Short and alone between text of the other language, in a list that a colon opened: whole, though it ends in a comma. */
  readonly isEntry: boolean;
  /** Alone between text of the other language, and begun in lower case, as the terms of a glossary are. */
  readonly isTerm: boolean;
}

/**
 * Puts together what a page end cut in two: a paragraph that breaks off, the other language's page, and the rest.
 * Both pieces keep their spans. A piece that breaks off and is never continued is marked as truncated.
 */
export function* stitchPageCuts(
  source: string,
  all: readonly SourceParagraph[],
  language: Language,
  pages: Pages,
): Steps<{ paragraphs: Paragraph[]; diagnostics: Diagnostic[] }> {
  const placed = yield* place(source, all, language, pages);
  const paragraphs: Paragraph[] = [];
  const diagnostics: Diagnostic[] = [];
  for (let index = 0; index < placed.length; ) {
    if (paragraphs.length % PARAGRAPHS === 0) yield;
    const first = placed[index]!;
    const pieces: Span[] = [...first.pieces];
    let { text } = first;
    let sentenceEnded = holdsSentenceEnd(text, language);
    let stitched = false;
    for (index++; index < placed.length; index++) {
      const next = placed[index]!;
      if (!next.interrupted || next.position !== null || isWhole(placed[index - 1]!, pages.layout)) break;
      const start = next.pieces[0]!.start;
      if (pages.agreed.begins.has(start)) break;
      const isAgreed = pages.agreed.goesOn.has(start);
      if (!isAgreed && !goesOn(text, sentenceEnded, next, language, pages.layout, first.isTerm)) break;
      diagnostics.push(cutDiagnostic(language, pieces.at(-1)!, text, next.text));
      text = joinPieces([text, next.text], language).slice(-REACH);
      sentenceEnded ||= holdsSentenceEnd(text, language);
      for (const piece of next.pieces) pieces.push(piece);
      stitched = true;
    }
    const endsRun = index === placed.length || placed[index]!.interrupted;
    const mayBeCut = first.position === null && !placed[index - 1]!.isEntry;
    const next = placed[index];
    const truncated =
      endsRun &&
      mayBeCut &&
      isCutOff(text, sentenceEnded, language) &&
      !(
        next &&
        (pages.agreed.begins.has(next.pieces[0]!.start) ||
          leadsToEntry(text, first.numbering, next, language))
      );
    if (truncated) diagnostics.push(truncatedDiagnostic(language, pieces.at(-1)!, text));
    const { kind, numbering, position } = first;
    paragraphs.push({ language, kind, pieces, numbering, position, stitched, truncated });
  }
  return { paragraphs, diagnostics };
}

/** Whether a paragraph ends where it ends, however it looks: no page ends in a cell or subtitle. */
function isWhole({ position, isEntry }: Placed, layout: Layout): boolean {
  return layout === 'lines' || position !== null || isEntry;
}

function* place(
  source: string,
  all: readonly SourceParagraph[],
  language: Language,
  { ends }: Pages,
): Steps<Placed[]> {
  const placed: Placed[] = [];
  let interrupted = false;
  let page = 0;
  for (const [index, paragraph] of all.entries()) {
    if (index % PARAGRAPHS === 0) yield;
    const start = paragraph.pieces[0]!.start;
    for (; page < ends.length && ends[page]! < start; page++) interrupted = placed.length > 0;
    if (paragraph.language !== language) {
      interrupted = placed.length > 0;
      continue;
    }
    const text = paragraphText(source, paragraph.pieces, language);
    const isAlone = (interrupted || placed.length === 0) && all[index + 1]?.language !== language;
    const isEntry = isAlone && opensEntry(placed.at(-1)) && isShort(text, language);
    const isTerm = isAlone && BEGINS_SMALL.test(text);
    placed.push({ ...paragraph, text, interrupted, isEntry, isTerm });
    interrupted = false;
  }
  return placed;
}

const BEGINS_SMALL = /^\p{Ll}/u;

function opensEntry(before: Placed | undefined): boolean {
  if (before === undefined) return false;
  return before.isEntry ? !isFinished(before.text) : /[:：]$/.test(before.text);
}

/** The most that an entry of a list has: words, or Chinese characters with the mark at their end. */
const SHORT_ENGLISH = 4;
const SHORT_CHINESE = 10;

function isShort(text: string, language: Language): boolean {
  return language === 'en' ? text.split(/\s+/).length <= SHORT_ENGLISH : text.length <= SHORT_CHINESE;
}

/** Paragraphs of one language with none of the other between them. */
export function languageRuns(paragraphs: readonly SourceParagraph[]): SourceParagraph[][] {
  const runs: SourceParagraph[][] = [];
  for (const paragraph of paragraphs) {
    const run = runs.at(-1);
    if (run?.[0]?.language === paragraph.language) run.push(paragraph);
    else runs.push([paragraph]);
  }
  return runs;
}

/** Whether the last paragraph of a run goes on in the first of a later one in its language, by its own looks. */
export function goesOnAfterwards(
  source: string,
  run: readonly SourceParagraph[],
  later: readonly SourceParagraph[],
  layout: Layout = 'pages',
): boolean {
  const { pieces, language } = run.at(-1)!;
  const text = paragraphText(source, pieces, language);
  const next = { ...later[0]!, text: paragraphText(source, later[0]!.pieces, language) };
  const isTerm = run.length === 1 && BEGINS_SMALL.test(text);
  return goesOn(text, holdsSentenceEnd(text, language), next, language, layout, isTerm);
}

/**
 * Where the other language tells that a page end cut a paragraph, though its first piece reads as a heading or as one that
 * lacks its last mark: the pages say the same, so that if one ends in mid-sentence, and both have as many paragraphs, the
 * other one does too. And where both end in a comma, and what follows begins as a sentence does, they are clauses of one
 * long sentence, such as recitals, that stand in paragraphs of their own; so do a few words that are all that stands of both.
 */
export function* agreedCuts(
  source: string,
  paragraphs: readonly SourceParagraph[],
  layout: Layout,
): Steps<AgreedCuts> {
  const agreed = new Set<number>();
  const begins = new Set<number>();
  const runs = languageRuns(paragraphs);
  for (let page = 0; page + 3 < runs.length; page += 2) {
    yield;
    const [first, second, afterFirst, afterSecond] = runs.slice(page, page + 4) as [Run, Run, Run, Run];
    if (first.length !== second.length) continue;
    const after = [afterFirst, afterSecond];
    if (areShort(source, first, second, after) || areClauses(source, first, second, after)) {
      for (const [next] of [afterFirst, afterSecond]) begins.add(next!.pieces[0]!.start);
      continue;
    }
    const firstGoesOn = goesOnAfterwards(source, first, afterFirst, layout);
    if (firstGoesOn === goesOnAfterwards(source, second, afterSecond, layout)) {
      if (firstGoesOn) for (const [next] of [afterFirst, afterSecond]) agreed.add(next!.pieces[0]!.start);
      continue;
    }
    const [run, later, other] = firstGoesOn ? [second, afterSecond, first] : [first, afterFirst, second];
    if (mayGoOn(source, run.at(-1)!, later[0]!, other.at(-1)!)) agreed.add(later[0]!.pieces[0]!.start);
  }
  return { goesOn: agreed, begins };
}

type Run = SourceParagraph[];

/**
 * `between ‖ 由以下双方签订 ‖ Tan & Sons …`, `and ‖ 与 ‖ …`: no page holds one line of a few words, which stands by itself in both languages
 * and goes on in no lower case.
 */
function areShort(source: string, first: Run, second: Run, after: readonly Run[]): boolean {
  const written = ([{ pieces, language }]: readonly [SourceParagraph, ...unknown[]]): string =>
    paragraphText(source, pieces, language);
  const isOneShort = ([only, ...others]: Run): boolean =>
    others.length === 0 && isShort(written([only!]), only!.language);
  const english = after.find((run) => run[0]!.language === 'en')!;
  return isOneShort(first) && isOneShort(second) && /^["“]?\p{Lu}/u.test(written([english[0]!]));
}

/** `Recalling its resolution 7, ‖ 回顾第7号决议， ‖ Noting that …`: one paragraph a language that ends in a comma, and another. */
function areClauses(source: string, first: Run, second: Run, after: readonly Run[]): boolean {
  if (first.length > 1) return false;
  const written = (run: Run): string => paragraphText(source, run[0]!.pieces, run[0]!.language);
  const english = after.find((run) => run[0]!.language === 'en')!;
  return (
    [first, second].every(
      (run) => /[,，、]$/.test(written(run)) || mayEndItem(written(run), run[0]!.language),
    ) && beginsAnew(written(english), 'paragraphs')
  );
}

/** Nothing speaks against it: the first piece is unfinished and numbered as the other language's is, the next not. */
function mayGoOn(
  source: string,
  last: SourceParagraph,
  next: SourceParagraph,
  other: SourceParagraph,
): boolean {
  const labelOf = ({ pieces, numbering, language }: SourceParagraph): string =>
    numbering ?? readLabels(paragraphText(source, pieces, language), language)[0]?.ordinals.join('.') ?? '';
  const isText = next.kind === last.kind && last.kind !== 'heading' && last.kind !== 'row';
  const text = paragraphText(source, next.pieces, next.language);
  return (
    isText &&
    !isFinished(paragraphText(source, last.pieces, last.language)) &&
    labelOf(last) === labelOf(other) &&
    labelOf(next) === '' &&
    !BULLET.test(text)
  );
}

/** The text of a paragraph's lines, joined as the language joins lines. */
export function paragraphText(source: string, pieces: readonly Span[], language: Language): string {
  return pieces
    .map((piece, index) => {
      const space = index > 0 ? jointInSource(source, pieces[index - 1]!, piece, language) : '';
      return space + source.slice(piece.start, piece.end);
    })
    .join('');
}

/** `night_temp = 17`: a setting below the remark that explains it. */
const SETTING = /^[\w.-]{1,60} ?:?= ?\S/;

function goesOn(
  text: string,
  sentenceEnded: boolean,
  next: Omit<Placed, 'interrupted' | 'isEntry' | 'isTerm'>,
  language: Language,
  layout: Layout,
  isTerm = false,
): boolean {
  if (next.kind === 'heading' || next.kind === 'row' || SETTING.test(next.text)) return false;
  if (continuesEnumeration(text, next.text)) return true;
  if (isFinished(text) || endsItem(text, language) || beginsEntry(next, language)) return false;
  if (language === 'en' && beginsAnew(next.text, layout)) return false;
  const goesOnInLowerCase = language === 'en' && BEGINS_SMALL.test(next.text) && next.kind !== 'item';
  // After a text that began in lower case itself it shows nothing.
  if (goesOnInLowerCase && !isTerm && text.split(' ').length > LONGEST_ENTRY) return true;
  const goesOnWithFigure = language === 'en' && /^\d[\d.,]* \p{Ll}/u.test(next.text);
  if (goesOnWithFigure && text.split(' ').length > LONGEST_HEADING) return true;
  if (endsAddress(text, next.text, language)) return false;
  if (breaksOff(text, language)) return true;
  // A whole paragraph may lack its last mark, that it has a first sentence or not; the end of a page is not so particular.
  return layout !== 'paragraphs' && (sentenceEnded || isProse(text, language));
}

/** `Dear Ms. Tang,`, `With kind regards,`: so few words before a comma are a line of their own where a capital follows. */
function endsAddress(text: string, next: string, language: Language): boolean {
  return language === 'en' && /[,，]$/.test(text) && isShort(text, language) && /^["“]?\p{Lu}/u.test(next);
}

/** Whether a paragraph begins with the mark of an entry in a list, so that it goes on with nothing. */
function beginsEntry(
  { text, kind, numbering }: Pick<Placed, 'text' | 'kind' | 'numbering'>,
  language: Language,
): boolean {
  return kind === 'item' || numbering !== null || readLabels(text, language).length > 0 || BULLET.test(text);
}

/**
 * Whether English begins a sentence: with a word that no name begins with, written large, before one written small. Where
 * paragraphs are hardly ever cut, any such word is more likely to begin one than to be a name.
 */
function beginsAnew(text: string, layout: Layout): boolean {
  const word = /^["“‘']?(\p{Lu}\p{Ll}*),? \p{Ll}/u.exec(text)?.[1];
  if (word === undefined || word === 'I') return false;
  return layout === 'paragraphs' || SENTENCE_STARTERS.has(word);
}

/** Whether what breaks off leads to the list that follows, or to the next entry of one: `must`, `…, and`. */
function leadsToEntry(text: string, numbering: string | null, next: Placed, language: Language): boolean {
  if (!beginsEntry(next, language)) return false;
  if (mayEndItem(text, language)) return true;
  const labels = readLabels(next.numbering ?? next.text, language);
  const own = readLabels(numbering ?? text, language);
  if (
    endsInConjunction(text, language) &&
    labels.some((label) => own.some((before) => follows(before, label)))
  )
    return true;
  const schemes = new Set(own.map(({ scheme }) => scheme));
  return (
    !BULLET.test(text) &&
    (labels.length === 0 ||
      labels.some(({ ordinals, scheme }) => ordinals.at(-1) === 1 && !schemes.has(scheme)))
  );
}

/** `(c) … and/or ‖ (d) …`: were the first one cut, the rest of it would stand before the next number. */
function follows(before: Label, label: Label): boolean {
  return before.scheme === label.scheme && label.ordinals.at(-1) === (before.ordinals.at(-1) ?? 0) + 1;
}

/** An English text of so few words may be an entry of a list, and the next one too. */
const LONGEST_ENTRY = 2;

/**
 * No English sentence begins with a figure, though an entry of a list does, such as `2 eggs` under a heading; few headings
 * have more words than this.
 */
const LONGEST_HEADING = 8;

/** `… as follows: (1) …; ‖ (2) …`: the second piece begins with a marker that the first one's text calls for. */
function continuesEnumeration(text: string, next: string): boolean {
  const number = /^[（(](\d{1,2})[)）]/.exec(next)?.[1];
  if (number === undefined || !/[;；,，]$/.test(text.trimEnd())) return false;
  const before = Number(number) - 1;
  return text.includes(`(${before})`, 1) || text.includes(`（${before}）`, 1);
}

function isCutOff(text: string, sentenceEnded: boolean, language: Language): boolean {
  if (isFinished(text) || endsItem(text, language)) return false;
  return sentenceEnded || (breaksOff(text, language) && !/[,，]$/.test(text.trimEnd()));
}

/** Characters of context in messages. */
const CONTEXT = 30;

function cutDiagnostic(side: Language, span: Span, before: string, after: string): Diagnostic {
  const values = { before: before.slice(-CONTEXT), after: after.slice(0, CONTEXT) };
  const seam = `…${values.before} ⟂ ${values.after}…`;
  return info('page-cut', `A sentence that a page break cuts in two was joined: ${seam}`, {
    side,
    span,
    values,
  });
}

function truncatedDiagnostic(side: Language, span: Span, text: string): Diagnostic {
  return warning(
    'truncated',
    `The text breaks off in mid-sentence, and nothing continues it: …${text.slice(-CONTEXT)}`,
    {
      side,
      span,
      values: { text: text.slice(-CONTEXT) },
    },
  );
}

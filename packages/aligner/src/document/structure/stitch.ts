import { info, warning } from '../../common/diagnostic.js';
import type { Steps } from '../../common/steps.js';
import type { Diagnostic, Language, Layout, Paragraph, Span } from '../../types.js';
import { holdsSentenceEnd, isFinished } from '../writing/endings.js';
import { joinPieces } from '../writing/join.js';
import type { AgreedCuts } from './agreed-cuts.js';
import { BEGINS_SMALL, goesOn, isCutOff, isShort, leadsToEntry } from './goes-on.js';
import { paragraphText } from './paragraph-text.js';
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

function opensEntry(before: Placed | undefined): boolean {
  if (before === undefined) return false;
  return before.isEntry ? !isFinished(before.text) : /[:：]$/.test(before.text);
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

import type { Diagnostic, Language, Paragraph, Span } from '../types.js';
import { breaksOff, holdsSentenceEnd, isFinished, isProse } from './endings.js';
import { joinPieces } from './join.js';
import { readLabels } from './label.js';
import type { SourceParagraph } from './rejoin.js';

/** Characters of a paragraph that are looked back on: a text cut a thousand times is not read a thousand times over. */
const REACH = 4000;

/** A paragraph with its place in the source, where paragraphs of both languages alternate. */
interface Placed extends SourceParagraph {
  readonly text: string;
  /** Another language's text stands between this paragraph and the one before it in its language. */
  readonly interrupted: boolean;
}

/**
 * Puts together what a page end cut in two: a paragraph that breaks off, the other language's page, and the rest.
 * Both pieces keep their spans. A piece that breaks off and is never continued is marked as truncated.
 */
export function stitchPageCuts(
  source: string,
  all: readonly SourceParagraph[],
  language: Language,
): { paragraphs: Paragraph[]; diagnostics: Diagnostic[] } {
  const placed = place(source, all, language);
  const paragraphs: Paragraph[] = [];
  const diagnostics: Diagnostic[] = [];
  for (let index = 0; index < placed.length; ) {
    const first = placed[index]!;
    const pieces: Span[] = [...first.pieces];
    let { text } = first;
    let sentenceEnded = holdsSentenceEnd(text, language);
    let stitched = false;
    for (index++; index < placed.length; index++) {
      const next = placed[index]!;
      if (!next.interrupted || isWhole(first) || isWhole(next)) break;
      if (!goesOn(text, sentenceEnded, next, language)) break;
      diagnostics.push(cutDiagnostic(language, pieces.at(-1)!, text, next.text));
      text = joinPieces([text, next.text], language).slice(-REACH);
      sentenceEnded ||= holdsSentenceEnd(text, language);
      for (const piece of next.pieces) pieces.push(piece);
      stitched = true;
    }
    const endsRun = index === placed.length || placed[index]!.interrupted;
    const truncated = endsRun && first.position === null && isCutOff(text, sentenceEnded, language);
    if (truncated) diagnostics.push(truncatedDiagnostic(language, pieces.at(-1)!, text));
    const { kind, numbering, position } = first;
    paragraphs.push({ language, kind, pieces, numbering, position, stitched, truncated });
  }
  return { paragraphs, diagnostics };
}

function place(source: string, all: readonly SourceParagraph[], language: Language): Placed[] {
  const placed: Placed[] = [];
  let interrupted = false;
  for (const paragraph of all) {
    if (paragraph.language !== language) {
      interrupted = placed.length > 0;
      continue;
    }
    placed.push({ ...paragraph, text: paragraphText(source, paragraph.pieces, language), interrupted });
    interrupted = false;
  }
  return placed;
}

/** The text of a paragraph's lines, joined as the language joins lines. */
export function paragraphText(source: string, pieces: readonly Span[], language: Language): string {
  return joinPieces(
    pieces.map(({ start, end }) => source.slice(start, end)),
    language,
  );
}

/** Code is not prose, and no page ends within a cell or a subtitle. */
function isWhole({ kind, position }: SourceParagraph): boolean {
  return kind === 'code' || position !== null;
}

function goesOn(text: string, sentenceEnded: boolean, next: Placed, language: Language): boolean {
  if (next.kind === 'heading' || next.kind === 'row') return false;
  if (continuesEnumeration(text, next.text)) return true;
  if (isFinished(text) || next.numbering !== null) return false;
  if (readLabels(next.text, language).length > 0 || BULLET.test(next.text)) return false;
  const goesOnInLowerCase = language === 'en' && /^\p{Ll}/u.test(next.text) && next.kind !== 'item';
  if (goesOnInLowerCase && text.split(' ').length > LONGEST_ENTRY) return true;
  return sentenceEnded || breaksOff(text, language) || isProse(text, language);
}

/** An English text of so few words may be an entry of a list, and the next one too. */
const LONGEST_ENTRY = 2;

const BULLET = /^[-*+•·●▪◦–—][ \t\u00a0]/;

/** `… as follows: (1) …; ‖ (2) …`: the second piece begins with a marker that the first one's text calls for. */
function continuesEnumeration(text: string, next: string): boolean {
  const number = /^[（(](\d{1,2})[)）]/.exec(next)?.[1];
  if (number === undefined || !/[;；,，]$/.test(text.trimEnd())) return false;
  const before = Number(number) - 1;
  return text.includes(`(${before})`, 1) || text.includes(`（${before}）`, 1);
}

function isCutOff(text: string, sentenceEnded: boolean, language: Language): boolean {
  if (isFinished(text)) return false;
  return sentenceEnded || (breaksOff(text, language) && !/[,，]$/.test(text.trimEnd()));
}

/** Characters of context in messages. */
const CONTEXT = 30;

function cutDiagnostic(side: Language, span: Span, before: string, after: string): Diagnostic {
  const seam = `…${before.slice(-CONTEXT)} ⟂ ${after.slice(0, CONTEXT)}…`;
  return {
    code: 'page-cut',
    severity: 'info',
    side,
    span,
    message: `A sentence cut at a page end was put together: ${seam}`,
  };
}

function truncatedDiagnostic(side: Language, span: Span, text: string): Diagnostic {
  return {
    code: 'truncated',
    severity: 'warning',
    side,
    span,
    message: `The text breaks off here and is not continued: …${text.slice(-CONTEXT)}`,
  };
}

import type { Steps } from '../../common/steps.js';
import type { Block, Language, Span } from '../../types.js';
import { languageByScript } from '../writing/script.js';

/** A line of a block, with the number of the block. */
export interface PlacedLine {
  readonly span: Span;
  readonly block: Block;
  readonly index: number;
}

/** What a line holds: text in one language, or texts and their translations in turn. */
export interface LineReading {
  readonly parts: readonly LinePart[];
  /** Whether the parts are translations of each other. */
  readonly isBoth: boolean;
}

/** A part of a line with its language; null where it has no letters. */
export interface LinePart {
  readonly span: Span;
  readonly language: Language | null;
  /** Whether its translation stands on another line, if anywhere, as that of a text behind a term in both languages does. */
  readonly isAlone?: true;
}

/**
 * Reads the lines of a bilingual text.
 *
 * @param syntax where the inline syntax of the format stands, in order
 * @param isInline whether the caller has said that both languages lie on one line
 */
export type LineReader = (
  source: string,
  lines: readonly PlacedLine[],
  syntax: readonly Span[],
  isInline: boolean,
) => Steps<LineReading[]>;

/** Reads lines of which none is in both scripts: what reads those is loaded where there are any. */
// biome-ignore lint/correctness/useYield: it is done at once
export function* readPlainLines(
  source: string,
  lines: readonly PlacedLine[],
  syntax: readonly Span[],
): Steps<LineReading[]> {
  return linesAsOne(withoutSyntax(source, syntax), lines);
}

/** Each line as text in one language, that of most of its letters. */
export function linesAsOne(text: string, lines: readonly PlacedLine[]): LineReading[] {
  return lines.map(({ span, block }): LineReading => {
    const language = block.language ?? languageByScript(text.slice(span.start, span.end));
    return { parts: [{ span, language }], isBoth: false };
  });
}

/** Whether any line has letters of both scripts, so that these are to be judged by their words. */
export function anyInBothScripts(text: string, blocks: readonly Block[]): boolean {
  return blocks.some(
    (block) =>
      block.language === undefined &&
      block.lines.some(({ start, end }) => scriptOf(text.slice(start, end)) === 'both'),
  );
}

/** Stands for each character of inline syntax in texts that are looked at here: `**` and addresses of links are no words. */
export const SYNTAX = '\u2060';

/** The text with what stands for its inline syntax. */
export function withoutSyntax(source: string, syntax: readonly Span[]): string {
  if (syntax.length === 0) return source;
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of syntax) {
    if (start < from) continue;
    parts.push(source.slice(from, start), SYNTAX.repeat(end - start));
    from = end;
  }
  return parts.join('') + source.slice(from);
}

/** In which scripts a line is; null where it has no letters. */
export function scriptOf(written: string): Language | 'both' | null {
  const language = languageByScript(written);
  if (language === null) return null;
  const other = language === 'zh' ? /\p{Script=Latin}/u : /\p{Script=Han}/u;
  return other.test(written) ? 'both' : language;
}

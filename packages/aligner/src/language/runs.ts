import type { Block, BlockKind, Language, Span } from '../types.js';
import { languageByScript } from './script.js';

/** A line, or the part of a line, that is in one language. */
export interface LanguageLine {
  readonly language: Language;
  readonly span: Span;
  readonly kind: BlockKind;
  /** Lines with the same number stand in the same block of the source, with nothing between them. */
  readonly block: number;
}

/** Gives each line of a bilingual text its language. Lines without letters follow the line before them. */
export function languageLines(
  text: string,
  blocks: readonly Block[],
): { lines: LanguageLine[]; inline: boolean } {
  const inline = isInline(text, blocks);
  const pieces = blocks.flatMap(({ kind, lines }, block) =>
    lines.flatMap((line) => (inline ? splitLine(text, line) : [line]).map((span) => ({ kind, block, span }))),
  );
  const languages = pieces.map(({ span }) => languageByScript(text.slice(span.start, span.end)));
  const first = languages.find((language) => language !== null) ?? 'en';
  const lines = pieces.map(({ span, kind, block }, index) => {
    languages[index] ??= index > 0 ? languages[index - 1]! : first;
    return { language: languages[index]!, span, kind, block };
  });
  return { lines, inline };
}

/** The same for a text that is known to be in one language: foreign lines in it stay where they are. */
export function linesInOneLanguage(blocks: readonly Block[], language: Language): LanguageLine[] {
  return blocks.flatMap(({ kind, lines }, block) => lines.map((span) => ({ language, span, kind, block })));
}

/** Half of all lines must hold both languages: a document with a foreign phrase here and there is not inline. */
function isInline(text: string, blocks: readonly Block[]): boolean {
  let both = 0;
  let all = 0;
  for (const { lines } of blocks) {
    for (const line of lines) {
      if (languageByScript(text.slice(line.start, line.end)) === null) continue;
      all++;
      if (splitLine(text, line).length > 1) both++;
    }
  }
  return both * 2 > all;
}

const SEPARATOR = /\t+| +[/|‖｜] +| *‖ *|<br ?\/?>/g;
/** The least that either part of a line must hold to be a text of its own. */
const LEAST_HAN = 4;
const LEAST_WORDS = 3;

/** The parts of a line that holds one language and then the other; the line itself if it does not. */
function splitLine(text: string, line: Span): Span[] {
  const written = text.slice(line.start, line.end);
  for (const separator of written.matchAll(SEPARATOR)) {
    const left = languageByScript(written.slice(0, separator.index));
    const right = languageByScript(written.slice(separator.index + separator[0].length));
    if (left === null || right === null || left === right) continue;
    return [
      { start: line.start, end: line.start + separator.index },
      { start: line.start + separator.index + separator[0].length, end: line.end },
    ];
  }
  const cut = seam(written);
  return cut < 0
    ? [line]
    : [
        { start: line.start, end: line.start + cut },
        { start: line.start + cut, end: line.end },
      ];
}

/**
 * Where one language ends and the other begins, with nothing between them; −1 if both are mixed throughout or one
 * of them is a mere term. Digits, `%` and punctuation belong to the text before them, an opening mark to the one after.
 */
function seam(written: string): number {
  const firstHan = written.search(/\p{Script=Han}/u);
  const firstLetter = written.search(/\p{Script=Latin}/u);
  if (firstHan < 0 || firstLetter < 0) return -1;
  const chineseFirst = firstHan < firstLetter;
  let cut = chineseFirst ? firstLetter : firstHan;
  while (cut > 0 && /[“‘"'(（[【《「]/.test(written[cut - 1]!)) cut--;
  const [head, tail] = [written.slice(0, cut), written.slice(cut)];
  const [chinese, english] = chineseFirst ? [head, tail] : [tail, head];
  const words = english.match(/\p{Script=Latin}+/gu)?.length ?? 0;
  const han = chinese.match(/\p{Script=Han}/gu)?.length ?? 0;
  const pure = !/\p{Script=Han}/u.test(english) && (chinese.match(/\p{Script=Latin}+/gu)?.length ?? 0) <= 2;
  return pure && han >= LEAST_HAN && words >= LEAST_WORDS ? cut : -1;
}

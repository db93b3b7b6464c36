import { trimSpan } from '../read/lines.js';
import type { Block, BlockKind, Language, Position, Span } from '../types.js';
import { languageByScript } from './script.js';

/** A line, or the part of a line, that is in one language. */
export interface LanguageLine {
  readonly language: Language;
  readonly span: Span;
  readonly kind: BlockKind;
  /** Lines with the same number stand in the same block of the source, with nothing between them. */
  readonly block: number;
  /** The numbering of its block, for the first line of it in each language. */
  readonly numbering: string | null;
  readonly position: Position | null;
}

/**
 * Gives each line of a bilingual text its language. Cells follow their column if that is in one language; lines without
 * letters follow the next cell of their row, or else the line before them.
 */
export function languageLines(
  text: string,
  blocks: readonly Block[],
): { lines: LanguageLine[]; inline: boolean } {
  const inline = isInline(text, blocks);
  const pieces = blocks.flatMap((block, index) =>
    block.lines.flatMap((line) =>
      (inline ? splitLine(text, line) : [line]).map((span) => ({ block, index, span })),
    ),
  );
  const written = pieces.map(({ span }) => languageByScript(text.slice(span.start, span.end)));
  const ofColumn = inline ? () => null : columnLanguages(pieces, written);
  const languages = pieces.map(({ block }, place) => ofColumn(block) ?? written[place]!);
  for (let place = pieces.length - 2; place >= 0; place--) {
    if (isInSameRow(pieces[place]!.block, pieces[place + 1]!.block))
      languages[place] ??= languages[place + 1]!;
  }
  const first = languages.find((language) => language !== null) ?? 'en';
  const toLine = lineMaker();
  const lines = pieces.map(({ span, block, index }, place) => {
    languages[place] ??= place > 0 ? languages[place - 1]! : first;
    return toLine(languages[place]!, span, block, index);
  });
  return { lines, inline };
}

function isInSameRow({ position: a }: Block, { position: b }: Block): boolean {
  return a?.axis === 'row' && b?.axis === 'row' && a.table === b.table && a.start < b.end && b.start < a.end;
}

/** Share of the cells of a column that are in its language; the others are names, numbers, or not translated. */
const IN_ONE_LANGUAGE = 0.6;

/** The language of the column that a block is a cell of; null in running text and for columns in both or in none. */
function columnLanguages(
  pieces: readonly { readonly block: Block }[],
  written: readonly (Language | null)[],
): (block: Block) => Language | null {
  const counts = new Map<string, { en: number; zh: number; all: number }>();
  const keyOf = ({ position }: Block): string | null =>
    position?.axis === 'row' ? `${position.table} ${position.column}` : null;
  pieces.forEach(({ block }, place) => {
    const [key, language] = [keyOf(block), written[place]!];
    if (key === null) return;
    const count = counts.get(key) ?? { en: 0, zh: 0, all: 0 };
    count.all++;
    if (language !== null) count[language]++;
    counts.set(key, count);
  });
  return (block) => {
    const count = counts.get(keyOf(block) ?? '');
    if (count === undefined) return null;
    const language = count.en > count.zh ? 'en' : 'zh';
    return count[language] >= IN_ONE_LANGUAGE * count.all ? language : null;
  };
}

/** The same for a text that is known to be in one language: foreign lines in it stay where they are. */
export function linesInOneLanguage(blocks: readonly Block[], language: Language): LanguageLine[] {
  const toLine = lineMaker();
  return blocks.flatMap((block, index) => block.lines.map((span) => toLine(language, span, block, index)));
}

/** Makes the lines of blocks, in order: the first of a block in each language has the numbering. */
function lineMaker(): (language: Language, span: Span, from: Block, block: number) => LanguageLine {
  const last: Record<Language, number> = { en: -1, zh: -1 };
  return (language, span, { kind, numbering, position }, block) => {
    const isFirst = last[language] !== block;
    last[language] = block;
    return {
      language,
      span,
      kind,
      block,
      numbering: isFirst ? (numbering ?? null) : null,
      position: position ?? null,
    };
  };
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

/** What parts two languages on one line when it stands between them: a tab, a slash, a bar, a line break of HTML. */
const SEPARATOR = /\t| [/|] |[‖｜]|<br ?\/?>/;
const TAG = /^<br ?\/?>/;
/** The end of a sentence, with the marks that close it. */
const SENTENCE_END = /(?:\.(?!\d)|[!?。！？])[”’"'）)】》]*/;

const HAN = /\p{Script=Han}/u;
const LATIN = /\p{Script=Latin}/u;

/** The parts of a line that holds both languages, in turn; the line itself if it is all in one. */
function splitLine(text: string, line: Span): Span[] {
  const parts: { span: Span; language: Language | null }[] = [];
  for (const part of sentenceParts(text, line)) {
    for (const span of splitAtSeam(text, part)) {
      const language = languageByScript(text.slice(span.start, span.end));
      const last = parts.at(-1);
      if (last && (language === null || last.language === null || language === last.language)) {
        last.span = { start: last.span.start, end: span.end };
        last.language ??= language;
      } else parts.push({ span, language });
    }
  }
  return parts.map(({ span }) => span);
}

/** Cuts a line wherever the script changes over a separator or the end of a sentence. */
function sentenceParts(text: string, { start, end }: Span): Span[] {
  const parts: Span[] = [];
  let from = start;
  let letter = -1;
  let inHan = false;
  for (let at = start; at < end; at++) {
    const character = text[at]!;
    if (character === '<') at += (TAG.exec(text.slice(at, at + 6))?.[0].length ?? 1) - 1;
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

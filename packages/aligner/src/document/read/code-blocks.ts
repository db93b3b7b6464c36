import { info } from '../../common/diagnostic.js';
import type { Block, Span } from '../../types.js';
import { areProse, type Looks, looksOf } from './code-or-prose.js';
import { inputName, type Reading } from './reading.js';

/** Lines that are set as code is. */
export interface CodeBlock {
  readonly lines: readonly Span[];
  /** Between marks that say that it is code, and not only indented. */
  readonly isFenced: boolean;
  /** The language that the marks name, or `''`. */
  readonly language: string;
}

/** Names of what is no programming language. */
const PLAIN = /^(?:|te?xt|plain(?:text)?|none)$/i;

/**
 * Blocks of code that are prose become paragraphs: text that was indented, as many pages of law are when they are copied,
 * and lists of words that were set between fences. What may be either is what the rest of the text is that is set alike.
 *
 * @param code the blocks of kind `code`, in order
 * @param onLine told each line that has become prose
 */
export function proseAmong(
  text: string,
  blocks: readonly Block[],
  code: readonly CodeBlock[],
  onLine: (line: Span) => void,
): Block[] {
  if (code.length === 0) return [...blocks];
  const looks = new Map(
    code.map((each) => [each.lines[0]!.start, { ...each, looks: looksOf(writtenOf(text, each.lines)) }]),
  );
  const indented = [...looks.values()].filter(({ isFenced }) => !isFenced);
  const usual = areProse(sumOf(indented.map((each) => each.looks))) === true;
  const isProse = ({ lines }: Block): boolean => {
    const found = looks.get(lines[0]!.start);
    if (found === undefined || !PLAIN.test(found.language)) return false;
    const own = areProse(found.looks);
    return found.isFenced ? own === true && found.looks.code === 0 : (own ?? usual);
  };
  return blocks.flatMap((block) => {
    if (block.kind !== 'code' || !isProse(block)) return [block];
    block.lines.forEach(onLine);
    return paragraphsOf(text, block.lines).flatMap((paragraph) => withHeadings(text, paragraph));
  });
}

function writtenOf(text: string, lines: readonly Span[]): string[] {
  return lines.map(({ start, end }) => text.slice(start, end));
}

function sumOf(all: readonly Looks[]): Looks {
  const sum = (field: keyof Looks): number => all.reduce((total, looks) => total + looks[field], 0);
  return { prose: sum('prose'), code: sum('code'), all: sum('all') };
}

/** The paragraphs that blank lines part. */
function paragraphsOf(text: string, lines: readonly Span[]): Block[] {
  const groups: Span[][] = [];
  lines.forEach((line, index) => {
    const gap = index === 0 ? '' : text.slice(lines[index - 1]!.end, line.start);
    if (index === 0 || (gap.match(/\r\n?|\n/g)?.length ?? 0) > 1) groups.push([line]);
    else groups.at(-1)!.push(line);
  });
  return groups.map((group) => ({ kind: 'paragraph', lines: group }));
}

/** Lines with the marks of a heading are one. */
function withHeadings(text: string, { lines }: Block): Block[] {
  const blocks: { kind: 'heading' | 'paragraph'; lines: Span[] }[] = [];
  let isOpen = false;
  for (const { start, end } of lines) {
    const marks = /^#{1,6}\s+(?=\S)/.exec(text.slice(start, end))?.[0].length ?? 0;
    if (marks > 0) blocks.push({ kind: 'heading', lines: [{ start: start + marks, end }] });
    else if (isOpen) blocks.at(-1)!.lines.push({ start, end });
    else blocks.push({ kind: 'paragraph', lines: [{ start, end }] });
    isOpen = marks === 0;
  }
  return blocks;
}

/**
 * A reading that has blocks of code without them: nobody translates them, and they are no sentence of the text around them. A text
 * that is nothing else is one that was set as code.
 */
export function withoutCode(reading: Reading, name: string): Reading {
  const { blocks, comments = [], diagnostics } = reading;
  const [others, ...commented] = [blocks, ...comments].map((all) =>
    all.filter(({ kind }) => kind !== 'code'),
  );
  const before = blocks.length + comments.flat().length;
  const count = before - others!.length - commented.flat().length;
  const without = {
    ...reading,
    ...(reading.comments && { comments: commented.filter(({ length }) => length > 0) }),
  };
  if (others!.length === 0) {
    return { ...without, blocks: blocks.flatMap(({ lines }) => paragraphsOf(reading.text, lines)) };
  }
  const what = count === 1 ? 'a block of code, which was' : `${count} blocks of code, which were`;
  const note = info('left-out', `${inputName(name)} has ${what} left out of the alignment.`, {
    values: { kind: 'code', name, count },
  });
  return { ...without, blocks: others!, diagnostics: [...diagnostics, note] };
}

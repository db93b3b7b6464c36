import { info } from '../../common/diagnostic.js';
import type { Block, Diagnostic, Span } from '../../types.js';
import { trimSpan } from '../writing/lines.js';

/** Dots that lead to the number of a page, close together or spaced, and the number, at the end of a line. */
const LEADER =
  /(?<dots>(?:[.．·․‥…⋯・][ \u00a0\u3000]{0,2}){2,})[ \t\u00a0\u3000]*[(（]?(?:\d{1,4}|[ivxlc]{1,7}|[A-Z]{1,2}-?\d{1,3}|\d{1,3}-\d{1,3})[)）]?$/u;
/** No line with its dots is longer, in characters. */
const LONGEST_LINE = 400;
/** More dots than these, an ellipsis of Chinese, are no mark of omission. */
const ELLIPSIS = 6;
/** Fewer are no leader, whatever stands beside them. */
const FEWEST_DOTS = 3;

interface Leader {
  /** Where it begins in its line. */
  readonly at: number;
  readonly dots: number;
}

/**
 * Takes the entries of lists of contents apart, `1.2 Fines ........ 11`: each is a heading of its own, and the dots and the
 * number of the page are none of its text. A line is an entry if more dots lead to its number than mark an omission,
 * or if it stands beside another such line.
 */
export function withoutLeaders(
  text: string,
  blocks: readonly Block[],
): { blocks: readonly Block[]; diagnostics: readonly Diagnostic[] } {
  const lines = blocks.flatMap((block) => block.lines.map((span) => leaderOf(text, block, span)));
  if (lines.every((leader) => leader === null)) return { blocks, diagnostics: [] };
  const isEntry = lines.map((leader, index) => {
    if (leader === null || leader.dots > ELLIPSIS) return leader !== null;
    return (lines[index - 1] ?? null) !== null || (lines[index + 1] ?? null) !== null;
  });
  const entries: Span[] = [];
  let line = -1;
  const parted = blocks.flatMap((block): Block[] => {
    const parts: Block[] = [];
    let open: Span[] = [];
    const { numbering, ...plain } = block;
    const add = (part: Pick<Block, 'kind' | 'lines'>): void => {
      const first = parts.length === 0 && numbering !== undefined;
      parts.push({ ...plain, ...(first && { numbering }), ...part });
    };
    const close = (): void => {
      if (open.length > 0) add({ kind: block.kind, lines: open });
      open = [];
    };
    for (const span of block.lines) {
      line++;
      if (!isEntry[line]) {
        open.push(span);
        continue;
      }
      close();
      entries.push(span);
      const entry = trimSpan(text, { start: span.start, end: span.start + lines[line]!.at });
      add({ kind: 'heading', lines: [entry] });
    }
    close();
    return parts;
  });
  return { blocks: parted, diagnostics: entries.length === 0 ? [] : [leftOut(text, entries)] };
}

function leaderOf(text: string, { kind }: Block, { start, end }: Span): Leader | null {
  if (kind === 'code' || kind === 'row' || end - start > LONGEST_LINE) return null;
  const match = LEADER.exec(text.slice(start, end));
  if (match === null || !/\p{L}/u.test(text.slice(start, start + match.index))) return null;
  const marks = match.groups?.['dots'] ?? '';
  const dots = marks.replace(/\s/g, '').replace(/[…⋯]/g, '...').replace(/‥/g, '..').length;
  return dots < FEWEST_DOTS ? null : { at: match.index, dots };
}

/** Characters of an entry that a message quotes. */
const QUOTED = 40;

function leftOut(text: string, entries: readonly Span[]): Diagnostic {
  const { start, end } = entries[0]!;
  const count = entries.length === 1 ? '1 line is an entry' : `${entries.length} lines are entries`;
  return info(
    'left-out',
    `${count} of a list of contents, whose dots and page numbers were left out: ` +
      `“${text.slice(start, Math.min(end, start + QUOTED))}”${entries.length > 1 ? ', …' : ''}.`,
    { span: { start, end } },
  );
}

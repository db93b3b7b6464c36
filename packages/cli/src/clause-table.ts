import type { Alignment, Clause, Side } from 'duiqi';
import { sideBySide } from './side-by-side.js';

interface OutlinedClause {
  /** Index of its first segment. */
  readonly start: number;
  readonly line: string;
}

/** How many clauses of the two trees begin at the same pair, and the trees side by side with those in one row. */
export function clauseTable({ en, zh, ladder }: Alignment): { matched: number; lines: string[] } {
  const english = outline(en);
  const chinese = outline(zh);
  const counterparts = new Map<number, number>(
    ladder
      .filter((bead) => bead.en.start < bead.en.end && bead.zh.start < bead.zh.end)
      .map((bead) => [bead.en.start, bead.zh.start]),
  );
  const lines: string[] = [];
  let matched = 0;
  let next = 0;
  for (const { start, line } of english) {
    const counterpart = counterparts.get(start);
    if (counterpart === undefined) {
      lines.push(...row(line, ''));
      continue;
    }
    while (next < chinese.length && chinese[next].start < counterpart) {
      lines.push(...row('', chinese[next++].line));
    }
    const found = chinese[next]?.start === counterpart;
    lines.push(...row(line, found ? chinese[next].line : ''));
    if (!found) continue;
    next++;
    matched++;
  }
  for (const { line } of chinese.slice(next)) lines.push(...row('', line));
  return { matched, lines };
}

/** The clauses of one side from first to last, each as a line with its path and first words. */
function outline({ clauses, segments }: Side): OutlinedClause[] {
  const firstOf = new Map<number, number>();
  segments.forEach(({ paragraph }, index) => {
    if (!firstOf.has(paragraph)) firstOf.set(paragraph, index);
  });
  const lines: OutlinedClause[] = [];
  const add = (clause: Clause): void => {
    const start = firstOf.get(clause.start) ?? -1;
    const text = segments[start]?.text ?? '';
    const words = text.startsWith(clause.label.raw) ? text.slice(clause.label.raw.length) : text;
    lines.push({ start, line: `${clause.path} ${words.trim()}` });
    clause.children.forEach(add);
  };
  clauses.forEach(add);
  return lines;
}

function row(left: string, right: string): string[] {
  return sideBySide(left, right, 2, 1);
}

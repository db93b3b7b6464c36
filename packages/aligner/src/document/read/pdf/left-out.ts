import { info } from '../../../common/diagnostic.js';
import { counted, listedUpTo } from '../../../common/listed.js';
import type { Diagnostic } from '../../../types.js';
import type { PageRuns } from './runs.js';

/** Kinds of running heads that a message names. */
const NAMED = 3;

/** Says which running heads and feet were left out: those of each page. */
export function furnitureLeftOut(heads: readonly (readonly string[])[]): Diagnostic[] {
  const pages = heads.filter((found) => found.length > 0).length;
  if (pages === 0) return [];
  const counts = new Map<string, number>();
  for (const head of heads.flat()) {
    const text = head.replace(/\d+/g, '#');
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const kinds = [...counts].sort((a, b) => b[1] - a[1]).map(([text, count]) => `"${text}" (${count})`);
  return [
    info(
      'left-out',
      `Running heads, footers and page numbers of ${counted(pages, 'page')} were left out: ${listedUpTo(NAMED, kinds)}.`,
      { values: { kind: 'page-heads', count: pages, text: listedUpTo(NAMED, kinds) } },
    ),
  ];
}

/** Says how many marks of notes were left out. */
export function marksLeftOut(marks: number): Diagnostic[] {
  if (marks === 0) return [];
  const what = marks === 1 ? 'A mark of a note was' : `${marks} marks of notes were`;
  return [
    info('left-out', `${what} left out of the text.`, { values: { kind: 'note-marks', count: marks } }),
  ];
}

/** Says what was left out because it stands aslant. */
export function aslantLeftOut(pages: readonly PageRuns[]): Diagnostic[] {
  const aslant = pages.filter((page) => page.aslant.length > 0);
  if (aslant.length === 0) return [];
  const example = aslant[0]!.aslant.join(' ').slice(0, 60);
  return [
    info(
      'left-out',
      `Slanted text, such as the watermark "${example}", was left out on ${counted(aslant.length, 'page')}.`,
      { values: { kind: 'slanted', text: example, count: aslant.length } },
    ),
  ];
}

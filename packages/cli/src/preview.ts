import type { Pair } from 'duiqi';
import { isDoubtful } from 'duiqi/pairs';
import { asWritten } from './as-written.js';
import { clipEnd } from './display-width.js';
import { COLUMNS, sideBySide } from './side-by-side.js';

/** Longer texts are cut: a preview is for a glance. */
const MOST_LINES = 12;

/**
 * Pairs for a person: number, score, clause and flags above both texts side by side; `?` marks the doubtful.
 *
 * @param all every pair of the alignment; the number is the place among these, which `inspect --why` takes
 */
export function* preview(pairs: readonly Pair[], all: readonly Pair[]): Iterable<string> {
  for (const pair of pairs) {
    const written = asWritten(pair);
    const mark = isDoubtful(written) ? '?' : ' ';
    const heading = `${mark} ${all.indexOf(pair) + 1}  ${pair.score.toFixed(2)}  `;
    const remarks = [clause(pair), ...pair.flags].filter((remark) => remark !== '').join(', ');
    yield '';
    yield `${heading}${clipEnd(remarks, COLUMNS - heading.length)}`.trimEnd();
    yield* sideBySide(written.en, written.zh, 2, MOST_LINES);
  }
}

/** `5/(1) = 五/（一）`: as each side writes it, once where both write the same. */
function clause({ en, zh }: Pair): string {
  const paths = new Set([en.clause, zh.clause].filter((path) => path !== null));
  return [...paths].join(' = ');
}

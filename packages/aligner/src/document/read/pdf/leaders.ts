import type { TextRun } from './lines.js';

/** Dots of all kinds that lead from a text to what stands far behind it on its line. */
const DOT = '[.．·․‥…⋯・]';
const EACH_DOT = new RegExp(DOT, 'gu');
const ONLY_DOTS = new RegExp(`^${DOT}(?:[ \\u00a0]{0,2}${DOT})*$`, 'u');
const DOTS_WITHIN = new RegExp(`(?:${DOT}[ \\u00a0]{0,2}){3,}|(?:${DOT}[ \\u00a0]{1,2}){2}`, 'u');
/** Fewer dots, three of which `…` has, may mark an omission or, close together, a range, unless they stand apart and lead to an amount. */
const FEWEST = 4;
const FEWEST_TO_AMOUNT = 2;
const AMOUNT = /^[^\p{L}.．·․‥…⋯・]{0,4}\d/u;
/** A dot is about half as wide as most other characters, where no more is known. */
const WIDTH_OF_DOT = 0.5;

/**
 * The runs of a line without the dots that lead from a text to another, as those between a service and its fee do: they stand where
 * columns have a gap. The same runs where there are none.
 */
export function withoutLeaders(runs: readonly TextRun[]): readonly TextRun[] {
  if (runs.reduce((sum, { text }) => sum + countDots(text), 0) < FEWEST_TO_AMOUNT) return runs;
  const parts = runs.flatMap(partsOf);
  const kept: TextRun[] = [];
  for (let at = 0; at < parts.length; at++) {
    let end = at;
    while (end < parts.length && ONLY_DOTS.test(parts[end]!.text)) end++;
    const dots = parts.slice(at, end).reduce((sum, { text }) => sum + countDots(text), 0);
    const areApart = end - at > 1 || parts[at]!.text.includes(' ');
    const fewest = areApart && AMOUNT.test(parts[end]?.text ?? '') ? FEWEST_TO_AMOUNT : FEWEST;
    const leads = dots >= fewest && at > 0 && end < parts.length;
    if (leads) at = end;
    kept.push(parts[at]!);
  }
  return kept.length < parts.length ? kept : runs;
}

function countDots(text: string): number {
  return (text.match(EACH_DOT) ?? []).reduce((sum, dot) => sum + (dot === '…' || dot === '⋯' ? 3 : 1), 0);
}

/** A run in parts: before, within and behind the first dots that it holds. */
function partsOf(run: TextRun): TextRun[] {
  const found = ONLY_DOTS.test(run.text) ? null : DOTS_WITHIN.exec(run.text);
  if (found === null) return [run];
  const [from, to] = [found.index, found.index + found[0].length];
  return [partOf(run, 0, from), partOf(run, from, to), ...partsOf(partOf(run, to, run.text.length))].filter(
    ({ text }) => text !== '',
  );
}

function partOf(run: TextRun, from: number, to: number): TextRun {
  const written = run.text.slice(from, to);
  const text = written.trimEnd();
  const start = from + written.length - written.trimStart().length;
  return {
    ...run,
    text: text.trimStart(),
    left: edgeAt(run, Math.min(start, to)),
    right: edgeAt(run, from + text.length),
    edges: run.edges?.slice(start, from + text.length),
  };
}

/** Where a character of a run begins. */
function edgeAt({ text, left, right, edges }: TextRun, at: number): number {
  if (at === 0) return left;
  if (edges !== undefined) return edges[at - 1]!;
  const widthOf = (part: string): number =>
    part.length - (1 - WIDTH_OF_DOT) * (part.match(/[.·]/g)?.length ?? 0);
  return left + ((right - left) * widthOf(text.slice(0, at))) / widthOf(text);
}

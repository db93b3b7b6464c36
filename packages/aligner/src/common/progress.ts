/**
 * What is being worked on: `reading` the files into sentences, cutting the `words`, a coarse look over the whole
 * (`overview`), two passes that learn from what they find, the `last-pass` whose beads are kept, and the `pairs`.
 */
export type Phase = 'reading' | 'words' | 'overview' | 'first-pass' | 'second-pass' | 'last-pass' | 'pairs';

/** How far the work is. */
export interface Progress {
  readonly phase: Phase;
  /** Of all the work, 0–1, by the time that it usually takes; never less than before. */
  readonly fraction: number;
}

/** Where each phase begins: measured on texts of 3,000 sentences a side, without their files. */
const BEGINS: readonly (readonly [Phase, number])[] = [
  ['reading', 0],
  ['words', 0.2],
  ['overview', 0.4],
  ['first-pass', 0.55],
  ['second-pass', 0.7],
  ['last-pass', 0.88],
  ['pairs', 0.96],
];

/** @param part of the phase that is done, 0–1 */
export function progressIn(phase: Phase, part: number): Progress {
  const place = BEGINS.findIndex(([name]) => name === phase);
  const begins = BEGINS[place]![1];
  const ends = BEGINS[place + 1]?.[1] ?? 1;
  return { phase, fraction: begins + (ends - begins) * Math.min(1, part) };
}

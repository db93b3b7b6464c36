import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Pattern } from './found-patterns.js';

/** What recheck says of a pattern. */
export interface Verdict {
  readonly status: 'safe' | 'vulnerable' | 'unknown';
  /** How its time grows, `2nd degree polynomial`, or why that was not found out. */
  readonly why: string;
  /** A text that shows it, as an expression of JavaScript; '' where there is none. */
  readonly attack: string;
}

/**
 * Verdicts on patterns, in their order. The checker is JavaScript that Scala was compiled to, and takes its time: it runs in
 * as many threads as there are processors.
 */
export async function checkPatterns(patterns: readonly Pattern[]): Promise<Verdict[]> {
  const threads = availableParallelism();
  const lists = await Promise.all(
    Array.from({ length: threads }, (_, thread) =>
      checkInThread(patterns.filter((__, at) => at % threads === thread)),
    ),
  );
  return patterns.map((_, at) => lists[at % threads]![Math.floor(at / threads)]!);
}

function checkInThread(patterns: readonly Pattern[]): Promise<Verdict[]> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('worker.mjs', import.meta.url), { workerData: patterns, execArgv: [] });
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (status) => reject(new Error(`The checker ended with status ${status}.`)));
  });
}

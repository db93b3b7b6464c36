import type { Progress } from './progress.js';

/**
 * Work in small steps: a generator that yields wherever it can be left for a while or for good, at least once in so much
 * work as a few milliseconds bring, and with how far it is where that is known. It returns its result. Who runs it
 * decides what happens between two steps: nothing (`finish`), or a pause (see pacer.ts).
 */
export type Steps<Result> = Generator<Progress | undefined, Result, void>;

/** Work that hands out results while it goes on, between its steps. */
export type ResultsInSteps<Result> = Generator<Result | Progress | undefined, void, void>;

/** Does all the work at once. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * Does something for each number from 0 on, in steps. What is done is a function of its own, and not the body of a loop in
 * a generator, which engines optimise later and less.
 *
 * @param together numbers between two steps
 */
export function* countInSteps(count: number, together: number, each: (number: number) => void): Steps<void> {
  for (let number = 0; number < count; number++) {
    if (number % together === 0) yield;
    each(number);
  }
}

/** Tells for every so many nodes of a tree that a step is due: to step at each would take longer than what is done with most. */
export function everySo(many: number): () => boolean {
  let count = 0;
  return () => ++count % many === 0;
}

/** Items between two steps where each of them takes some hundredths of a millisecond. */
const ITEMS = 32;

/** `items.map(each)`, in steps. */
export function* mapInSteps<Item, Result>(
  items: readonly Item[],
  each: (item: Item, index: number) => Result,
): Steps<Result[]> {
  const results: Result[] = [];
  for (let index = 0; index < items.length; index++) {
    if (index % ITEMS === 0) yield;
    results.push(each(items[index]!, index));
  }
  return results;
}

/** `items.filter(passes)`, in steps; `together` items between two of them. */
export function* filterInSteps<Item>(
  items: readonly Item[],
  together: number,
  passes: (item: Item, index: number) => boolean,
): Steps<Item[]> {
  const results: Item[] = [];
  for (let index = 0; index < items.length; index++) {
    if (index % together === 0) yield;
    if (passes(items[index]!, index)) results.push(items[index]!);
  }
  return results;
}

/** Whether what was handed out is only a step, and none of the results. */
export function isStep<Result extends object>(
  handedOut: Result | Progress | undefined,
): handedOut is Progress | undefined {
  return handedOut === undefined || 'fraction' in handedOut;
}

/** What comes of each result; the steps between them are passed on. */
export function* forEachResult<Given extends object, Made>(
  results: Iterable<Given | Progress | undefined>,
  make: (result: Given) => ResultsInSteps<Made>,
): ResultsInSteps<Made> {
  for (const handedOut of results) {
    if (isStep(handedOut)) yield handedOut;
    else yield* make(handedOut);
  }
}

/** The results, with nothing done between them. */
export function* resultsOf<Result extends object>(steps: ResultsInSteps<Result>): Generator<Result> {
  for (const handedOut of steps) if (!isStep(handedOut)) yield handedOut;
}

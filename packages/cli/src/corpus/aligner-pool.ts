import { setFlagsFromString } from 'node:v8';
import { Tinypool } from 'tinypool';
import { messageOf, systemCode } from '../failure.js';
import { failed, type Outcome } from './outcome.js';
import type { WorkerSettings } from './settings.js';
import { tooLarge, tooLong } from './too-much.js';

/** So often may the thread that works on a document end for no known reason, before the document is given up. */
const MOST_DEATHS = 2;

/**
 * For what is new in a thread. It is nearly all garbage soon; with as much as V8 would take, each thread holds 45 MB more and is
 * a few hundredths faster.
 */
const YOUNG_MEGABYTES = 8;

/** The longest that a timer takes, in milliseconds. */
const NEVER = 2 ** 31 - 1;

/**
 * V8 looks for garbage in threads of its own, four for all of these; what they take is taken from those that align. A document
 * costs a sixth to a quarter of its processor time less without them.
 */
const MARKING = '--no-concurrent-marking';

/**
 * A thread collects its garbage when it holds two and a half times what it needs, in percent beyond that. V8 would do so at one and a
 * half, after six documents or so; each time it throws away what it has optimised of the functions that are made for each document
 * anew, and optimises them once more: a sixth to a fifth of all processor time. A thread holds some 12 MB more for it; three times
 * what it needs would be 25 MB, and gain little more.
 */
const GROWTH = '--heap-growing-percent=150';

/**
 * Threads that align documents, with one lexicon in shared memory. A document that takes too long or too much memory costs its
 * thread, which is replaced, and nothing else.
 */
export class AlignerPool {
  readonly #pool: Tinypool;
  readonly #settings: WorkerSettings;

  constructor(settings: WorkerSettings, jobs: number) {
    this.#settings = settings;
    for (const flag of [MARKING, GROWTH]) setFlagsFromString(flag);
    this.#pool = new Tinypool({
      filename: new URL('./document-worker.js', import.meta.url).href,
      // As many as there are documents to work on, and none of them is ended before all are done.
      minThreads: 1,
      maxThreads: jobs,
      idleTimeout: NEVER,
      workerData: settings,
      resourceLimits: {
        maxOldGenerationSizeMb: settings.limits.megabytes,
        maxYoungGenerationSizeMb: YOUNG_MEGABYTES,
      },
    });
    // A thread that ends while it has nothing to do is replaced with the next document.
    this.#pool.on('error', () => {});
  }

  /**
   * Has a thread do a job, a function of document-worker.ts. No more jobs at a time than there are threads, or the time of some
   * would begin before they do.
   *
   * @param refusal what is answered in its place where the document is given up
   */
  async run<Job, Answer>(name: string, job: Job, refusal: (outcome: Outcome) => Answer): Promise<Answer> {
    for (let death = 1; ; death++) {
      const outcome = await this.#try<Job, Answer>(name, job);
      if ('answer' in outcome) return outcome.answer;
      if (outcome.isFinal || death === MOST_DEATHS) return refusal(outcome.failed);
    }
  }

  async #try<Job, Answer>(
    name: string,
    job: Job,
  ): Promise<{ readonly answer: Answer } | { readonly failed: Outcome; readonly isFinal: boolean }> {
    const { limits } = this.#settings;
    const controller = new AbortController();
    const bell = setTimeout(() => controller.abort(), limits.seconds * 1000);
    try {
      return { answer: await this.#pool.run(job, { name, signal: controller.signal }) };
    } catch (error) {
      if (controller.signal.aborted) return { failed: failed(...tooLong(limits)), isFinal: true };
      if (systemCode(error) === 'ERR_WORKER_OUT_OF_MEMORY')
        return { failed: failed(...tooLarge(limits)), isFinal: true };
      const message = `the thread that worked on the document ended: ${messageOf(error)}.`;
      return { failed: failed('crashed', message), isFinal: false };
    } finally {
      clearTimeout(bell);
    }
  }

  async end(): Promise<void> {
    await this.#pool.destroy();
  }
}

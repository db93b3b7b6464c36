import type { Progress } from './progress.js';
import type { Steps } from './steps.js';

/** Whether work is to be given up, and the reason: an AbortSignal; all that is asked of it. */
export interface Abort {
  readonly aborted: boolean;
  readonly reason: unknown;
}

/**
 * Milliseconds of work between two pauses. A thread that is asked for something while it works answers within 50 ms, which
 * is what people take for at once (RAIL, Google 2015); steps, other programs and collecting garbage take the rest.
 */
const SLICE = 30;

/**
 * Runs work in slices, so that the thread's other work, such as the answers of a server or the drawing of a page, goes
 * on meanwhile, and so that the work can be given up. Its clock decides when to pause, and never what comes out.
 */
export class Pacer {
  readonly #signal: Abort | null;
  readonly #onProgress: ((progress: Progress) => void) | null;
  #sliceBegan = performance.now();
  #fraction = 0;

  constructor(signal: Abort | null = null, onProgress: ((progress: Progress) => void) | null = null) {
    this.#signal = signal;
    this.#onProgress = onProgress;
    this.#check();
  }

  /** @throws the reason of the signal, once that has been given up */
  async run<Result>(steps: Steps<Result>): Promise<Result> {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      if (step.value) this.report(step.value);
      if (this.isPauseDue) await this.pause();
    }
  }

  get isPauseDue(): boolean {
    return performance.now() - this.#sliceBegan >= SLICE;
  }

  /** Pauses where a slice has been worked. */
  async pauseIfDue(): Promise<void> {
    if (this.isPauseDue) await this.pause();
  }

  /** Lets the other work of the thread go on for a turn. */
  async pause(): Promise<void> {
    this.#check();
    for (;;) {
      const began = this.#sliceBegan;
      await nextTurn();
      this.#check();
      if (this.#sliceBegan === began) break;
      // Other work that this pacer runs, such as another file that is read, has had a slice of this turn.
      if (!this.isPauseDue) return;
    }
    this.#sliceBegan = performance.now();
  }

  #check(): void {
    if (this.#signal?.aborted) throw this.#signal.reason;
  }

  /** Tells how far the work is, unless it is no farther than before: work that is done once more says nothing. */
  report(progress: Progress): void {
    this.#check();
    if (progress.fraction < this.#fraction) return;
    this.#fraction = progress.fraction;
    this.#onProgress?.(progress);
  }
}

/** Of what the platforms have; typed here, since no platform has both. */
const { setImmediate: immediately, MessageChannel: Channel } = globalThis as unknown as {
  readonly setImmediate?: (callback: () => void) => unknown;
  readonly MessageChannel?: new () => {
    readonly port1: { onmessage: (() => void) | null; close(): void };
    readonly port2: { postMessage(message: null): void };
  };
};

/** The next turn of the event loop: timers would wait for some milliseconds, in pages out of sight for a second. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    if (immediately) immediately(resolve);
    else if (Channel) {
      const { port1, port2 } = new Channel();
      port1.onmessage = () => {
        port1.close();
        resolve();
      };
      port2.postMessage(null);
    } else setTimeout(resolve, 0);
  });
}

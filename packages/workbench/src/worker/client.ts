import { fromBase64, unzipped } from '../parts.js';
import { Refused } from '../remarks.js';
import type { Answer, Question, Service, Services } from './protocol.js';

/** What the work is at, and how far. */
export interface Progress {
  readonly phase: string;
  readonly fraction: number;
}

/** A person has ended the work. */
export class Cancelled extends Error {}

interface Waiting {
  readonly resolve: (answer: Services[Service]['answer']) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: (progress: Progress) => void;
}

/** Whether this page has the aligner inside. */
export function hasAligner(): boolean {
  return document.getElementById('duiqi-worker') !== null;
}

function part(name: string): string {
  return document.getElementById(`duiqi-${name}`)?.textContent ?? '';
}

/**
 * The worker that holds the aligner. It is started when it is first wanted, and ended where a person cancels: whatever it was at
 * stops at once, and the next question starts another one.
 */
export class Aligner {
  #worker: Promise<Worker> | null = null;
  readonly #waiting = new Map<number, Waiting>();
  #count = 0;

  /** Asks one thing; what is asked meanwhile is answered after it. */
  async ask<S extends Service>(
    kind: S,
    asked: Services[S]['asked'],
    onProgress: (progress: Progress) => void = () => {},
  ): Promise<Services[S]['answer']> {
    const number = ++this.#count;
    this.#worker ??= this.#start();
    const starting = this.#worker;
    return new Promise((resolve, reject) => {
      this.#waiting.set(number, { resolve: resolve as Waiting['resolve'], reject, onProgress });
      starting.then(
        (worker) => worker.postMessage({ kind, number, asked }),
        (error: Error) => this.#end(error),
      );
    });
  }

  /** Whether something was asked that is not answered yet. */
  get isBusy(): boolean {
    return this.#waiting.size > 0;
  }

  /** Ends all that is being worked on. */
  cancel(): void {
    if (this.#waiting.size > 0) this.#end(new Cancelled());
  }

  #end(error: Error): void {
    this.#worker?.then((worker) => worker.terminate()).catch(() => {});
    this.#worker = null;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { reject } of waiting) reject(error);
  }

  async #start(): Promise<Worker> {
    const script = await unzipped(fromBase64(part('worker')));
    const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
    const worker = new Worker(address);
    worker.onmessage = ({ data }: MessageEvent<Answer>) => this.#hear(data);
    worker.onerror = ({ message }) => this.#end(new Error(message || 'The worker failed.'));
    const question: Question = {
      kind: 'start',
      parts: { lexicon: part('lexicon'), pdfium: part('pdfium') },
    };
    worker.postMessage(question);
    return worker;
  }

  #hear(answer: Answer): void {
    const waiting = this.#waiting.get(answer.number);
    if (answer.kind === 'progress') {
      waiting?.onProgress(answer);
      return;
    }
    this.#waiting.delete(answer.number);
    if (answer.kind === 'done') waiting?.resolve(answer.answer);
    else waiting?.reject(new Refused(answer.refusal));
  }
}

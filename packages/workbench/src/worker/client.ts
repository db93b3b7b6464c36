import type { Alignment } from 'duiqi';
import { fromBase64, unzipped } from '../parts.js';
import type { Answer, Question } from './protocol.js';

/** What the work is at, and how far. */
export interface Progress {
  readonly phase: string;
  readonly fraction: number;
}

/** A person has ended the work. */
export class Cancelled extends Error {}

/** What the library refused, in its own sentence. */
export class Refused extends Error {
  readonly code: string | null;
  constructor(message: string, code: string | null) {
    super(message);
    this.code = code;
  }
}

type Asked = Exclude<Question, { kind: 'start' }>;
type Result<Q extends Asked> = Extract<Answer, { kind: (typeof ANSWERS)[Q['kind']] }>;
const ANSWERS = { align: 'aligned' } as const;

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
  #cancel: (() => void) | null = null;

  /** Asks one thing; the questions are asked one after another. */
  async ask<Q extends Asked>(question: Q, onProgress: (progress: Progress) => void): Promise<Result<Q>> {
    let wasCancelled = false;
    const cancelled = new Promise<never>((_, reject) => {
      this.#cancel = () => {
        wasCancelled = true;
        this.#end();
        reject(new Cancelled());
      };
    });
    // Nobody may be waiting for it any more.
    cancelled.catch(() => {});
    this.#worker ??= start();
    const worker = await Promise.race([this.#worker, cancelled]);
    try {
      return await Promise.race([this.#answered(worker, question, onProgress), cancelled]);
    } catch (error) {
      // What has failed in an unforeseen way is not asked again.
      if (!(error instanceof Refused) && !wasCancelled) this.#end();
      throw error;
    } finally {
      this.#cancel = null;
    }
  }

  cancel(): void {
    this.#cancel?.();
  }

  #end(): void {
    this.#worker?.then((worker) => worker.terminate()).catch(() => {});
    this.#worker = null;
  }

  #answered<Q extends Asked>(
    worker: Worker,
    question: Q,
    onProgress: (progress: Progress) => void,
  ): Promise<Result<Q>> {
    return new Promise((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Answer>) => {
        if (data.kind === 'progress') onProgress(data);
        else if (data.kind === 'failed') reject(new Refused(data.message, data.code));
        else resolve(data as Result<Q>);
      };
      worker.onerror = ({ message }) => reject(new Error(message || 'The worker failed.'));
      worker.postMessage(question);
    });
  }
}

async function start(): Promise<Worker> {
  const script = await unzipped(fromBase64(part('worker')));
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(address);
  const question: Question = { kind: 'start', parts: { lexicon: part('lexicon'), pdfium: part('pdfium') } };
  worker.postMessage(question);
  return worker;
}

export type { Alignment };

import { counted, grouped } from '../words.js';

const INTERVAL_MS = 500;

/** Shows on a terminal how far a run is, how fast, and for how long it will go on. */
export class RunProgress {
  readonly #total: number;
  readonly #first: number;
  readonly #start = performance.now();
  #due = this.#start + INTERVAL_MS;
  #shown = '';
  #done: number;

  /** @param done documents that an earlier run has done */
  constructor(done: number, total: number) {
    this.#first = done;
    this.#done = done;
    this.#total = total;
  }

  show(done: number): void {
    const now = performance.now();
    if (!process.stderr.isTTY || now < this.#due) return;
    this.#due = now + INTERVAL_MS;
    const perSecond = (done - this.#first) / ((now - this.#start) / 1000);
    const left = (this.#total - done) / perSecond;
    this.#write(
      `duiqi: ${grouped(done)} of ${counted(this.#total, 'document')}, ${perSecond.toFixed(1)} a second, ${duration(left)} left`,
    );
  }

  /** One more. */
  add(): void {
    this.show(++this.#done);
  }

  end(): void {
    if (this.#shown !== '') this.#write('');
  }

  #write(line: string): void {
    process.stderr.write(`\r${line.padEnd(this.#shown.length)}\r`);
    this.#shown = line;
  }
}

function duration(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.ceil(seconds / 60);
  return minutes < 120 ? `${minutes} min` : `${Math.ceil(minutes / 60)} h`;
}

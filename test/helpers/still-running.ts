import type { Reporter, TestModule } from 'vitest/node';

/** Milliseconds after which a log that nobody has added to says what goes on. */
const SILENCE = 20_000;

/** Names the files that are being run where none has ended for a while: a log that is silent for a minute looks stuck. */
export class StillRunning implements Reporter {
  readonly #began = new Map<TestModule, number>();
  #timer: NodeJS.Timeout | undefined;

  onTestRunStart(): void {
    // A terminal shows what runs by itself.
    if (!process.stdout.isTTY) this.#timer = setInterval(() => this.#say(), SILENCE);
  }

  onTestModuleStart(module: TestModule): void {
    this.#began.set(module, performance.now());
  }

  onTestModuleEnd(module: TestModule): void {
    this.#began.delete(module);
    this.#timer?.refresh();
  }

  onTestRunEnd(): void {
    clearInterval(this.#timer);
  }

  #say(): void {
    for (const [{ relativeModuleId }, began] of this.#began) {
      const seconds = Math.round((performance.now() - began) / 1000);
      process.stderr.write(`… ${relativeModuleId}: ${seconds} s so far\n`);
    }
  }
}

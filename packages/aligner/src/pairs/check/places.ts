import type { Place } from './finding.js';

/** Where lines begin in a text that comes in chunks. */
export class Lines {
  readonly #starts = [0];
  /** How many lines have been forgotten. */
  #before = 0;
  #length = 0;

  add(chunk: string): void {
    for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', at + 1)) {
      this.#starts.push(this.#length + at + 1);
    }
    this.#length += chunk.length;
  }

  place(offset: number): Place {
    const index = lastUpTo(this.#starts, offset);
    return { line: this.#before + index + 1, column: offset - this.#starts[index]! + 1 };
  }

  /** What lies before an offset is asked for no more. */
  forget(offset: number): void {
    const index = lastUpTo(this.#starts, offset);
    this.#starts.splice(0, index);
    this.#before += index;
  }
}

/** Leads from a repaired text back to the text before the repair. */
export class WayBack {
  readonly #repaired = [0];
  readonly #before = [0];

  /** From this offset on, both texts are equal until the next repair. */
  add(repaired: number, before: number): void {
    this.#repaired.push(repaired);
    this.#before.push(before);
  }

  from(offset: number): number {
    const index = lastUpTo(this.#repaired, offset);
    return this.#before[index]! + offset - this.#repaired[index]!;
  }

  forget(offset: number): void {
    const index = lastUpTo(this.#repaired, offset);
    this.#repaired.splice(0, index);
    this.#before.splice(0, index);
  }
}

/** The index of the last number that is not above a limit; the numbers ascend, and the first is not above it. */
function lastUpTo(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (numbers[middle]! <= limit) low = middle;
    else high = middle;
  }
  return low;
}

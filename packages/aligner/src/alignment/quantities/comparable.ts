import { ANY_YEAR, isYear } from './reading.js';

/** Without the last digits, in which 0.1 + 0.2 differs from 0.3. */
export function comparable(value: number): number {
  return Number.isInteger(value) && Math.abs(value) < 1e12 ? value : Number(value.toPrecision(12));
}

/** Values that can be asked for one, whatever was calculated to find them. */
export class Values {
  readonly #known: ReadonlySet<number>;

  constructor(values: Iterable<number>) {
    this.#known = new Set([...values].map(comparable));
  }

  has(value: number): boolean {
    return this.#known.has(comparable(value)) || (isYear(value) && this.#known.has(ANY_YEAR));
  }
}

import type { Doubt } from '../export/doubts.js';
import type { RowState } from './stored.js';

/** How many rows of a review are how. */
export interface Tally {
  /** Rows with text in both languages. */
  readonly pairs: number;
  /** Those of them that nothing speaks against, or that are confirmed. */
  readonly fine: number;
  readonly confirmed: number;
  /** Rows that somebody should look at: something speaks against them, and they are not confirmed. */
  readonly doubtful: number;
  /** Rows that somebody should have looked at before the first act. */
  readonly doubtfulAtFirst: number;
  /** Those of `doubtful` that were not so before the first act, or not there. */
  readonly doubtfulSince: number;
  /** How many rows each reason is given for. */
  readonly reasons: ReadonlyMap<Doubt['code'], number>;
}

interface TalliedRow {
  readonly id: string;
  readonly state: RowState;
  readonly hasBoth: boolean;
  readonly codes: readonly Doubt['code'][];
}

/** Counts rows that come and go. */
export class Tallied {
  readonly #atFirst: ReadonlySet<string>;
  readonly #reasons = new Map<Doubt['code'], number>();
  #pairs = 0;
  #fine = 0;
  #confirmed = 0;
  #doubtful = 0;
  #since = 0;

  /** @param atFirst ids of the rows that were doubtful before the first act */
  constructor(atFirst: ReadonlySet<string>) {
    this.#atFirst = atFirst;
  }

  count({ id, state, hasBoth, codes }: TalliedRow, by: 1 | -1): void {
    const isDoubtful = codes.length > 0;
    if (hasBoth) this.#pairs += by;
    if (hasBoth && !isDoubtful) this.#fine += by;
    if (state === 'confirmed') this.#confirmed += by;
    if (isDoubtful) this.#doubtful += by;
    if (isDoubtful && !this.#atFirst.has(id)) this.#since += by;
    for (const code of codes) this.#reasons.set(code, (this.#reasons.get(code) ?? 0) + by);
  }

  tally(): Tally {
    return {
      pairs: this.#pairs,
      fine: this.#fine,
      confirmed: this.#confirmed,
      doubtful: this.#doubtful,
      doubtfulAtFirst: this.#atFirst.size,
      doubtfulSince: this.#since,
      reasons: new Map([...this.#reasons].filter(([, count]) => count > 0)),
    };
  }
}

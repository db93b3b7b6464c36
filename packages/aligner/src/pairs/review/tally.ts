import type { Doubt } from '../export/doubts.js';
import type { RowState } from './stored.js';

/**
 * What a row is, each one thing alone, so that the numbers of rows add up: a pair that nothing speaks against, or that is confirmed
 * (`fine`); a pair that something speaks against (`doubtful`); text in one language only, confirmed or not (`alone`); no text
 * (`empty`).
 */
export type Standing = 'fine' | 'doubtful' | 'alone' | 'empty';

/** @param codes what speaks against it, as `doubtCodes` gives it */
export function standingOf(en: string, zh: string, codes: readonly Doubt['code'][]): Standing {
  if (en === '' && zh === '') return 'empty';
  if (en === '' || zh === '') return 'alone';
  return codes.length > 0 ? 'doubtful' : 'fine';
}

/** How many rows of a review are how: all of them are `pairs`, `alone` or `empty`, and all pairs `fine` or `doubtful`. */
export interface Tally {
  /** Rows with text in both languages. */
  readonly pairs: number;
  /** Those of them that nothing speaks against, or that are confirmed. */
  readonly fine: number;
  /** The others of them: something speaks against them, and they are not confirmed. */
  readonly doubtful: number;
  /** Rows with text in one language only, confirmed or not. */
  readonly alone: number;
  /** Rows without text. */
  readonly empty: number;
  /** Rows of whatever kind that are confirmed. */
  readonly confirmed: number;
  /** Rows that somebody should look at: the doubtful ones, and those of `alone` and `empty` that are not confirmed. */
  readonly open: number;
  /** Rows that somebody should have looked at before the first act. */
  readonly openAtFirst: number;
  /** Those of `open` that were not so before the first act, or not there. */
  readonly openSince: number;
  /** How many rows each reason is given for. */
  readonly reasons: ReadonlyMap<Doubt['code'], number>;
}

interface TalliedRow {
  readonly id: string;
  readonly state: RowState;
  readonly standing: Standing;
  readonly codes: readonly Doubt['code'][];
}

/** Counts rows that come and go. */
export class Tallied {
  readonly #atFirst: ReadonlySet<string>;
  readonly #reasons = new Map<Doubt['code'], number>();
  readonly #standings: Record<Standing, number> = { fine: 0, doubtful: 0, alone: 0, empty: 0 };
  #confirmed = 0;
  #open = 0;
  #since = 0;

  /** @param atFirst ids of the rows that somebody should have looked at before the first act */
  constructor(atFirst: ReadonlySet<string>) {
    this.#atFirst = atFirst;
  }

  count({ id, state, standing, codes }: TalliedRow, by: 1 | -1): void {
    const isOpen = codes.length > 0;
    this.#standings[standing] += by;
    if (state === 'confirmed') this.#confirmed += by;
    if (isOpen) this.#open += by;
    if (isOpen && !this.#atFirst.has(id)) this.#since += by;
    for (const code of codes) this.#reasons.set(code, (this.#reasons.get(code) ?? 0) + by);
  }

  tally(): Tally {
    const standings = this.#standings;
    return {
      ...standings,
      pairs: standings.fine + standings.doubtful,
      confirmed: this.#confirmed,
      open: this.#open,
      openAtFirst: this.#atFirst.size,
      openSince: this.#since,
      reasons: new Map([...this.#reasons].filter(([, count]) => count > 0)),
    };
  }
}

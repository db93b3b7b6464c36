import { commonEnds } from './common-ends.js';
import { inPlace } from './in-place.js';

interface Named {
  readonly id: string;
}

/**
 * Numbers for rows, each the same as long as the id of the row is, also where a row comes back that was gone. TanStack Virtual asks for
 * the keys of all rows whenever there is one more or less, and looks each of them up: numbers are found much faster than ids.
 */
export class RowKeys {
  #rows: readonly Named[] = [];
  #keys: readonly number[] = [];
  /** Of the rows that an act has touched; of the others nobody asks by their id. */
  readonly #byId = new Map<string, number>();
  #next = 0;

  /** The keys of rows, in their order: the same list as before where the rows have the ids that they had. */
  of(rows: readonly Named[]): readonly number[] {
    const before = this.#rows;
    if (rows === before) return this.#keys;
    const [first, last] = commonEnds(before, rows);
    const [end, endBefore] = [rows.length - last, before.length - last];
    for (let place = first; place < endBefore; place++) {
      this.#byId.set(before[place]!.id, this.#keys[place]!);
    }
    const come: number[] = [];
    for (let place = first; place < end; place++) come.push(this.#keyOf(rows[place]!.id));
    const isSame = end === endBefore && come.every((key, number) => key === this.#keys[first + number]);
    if (!isSame) {
      const keys = inPlace(this.#keys, first, endBefore, come.length, 0);
      for (const [number, key] of come.entries()) keys[first + number] = key;
      this.#keys = keys;
    }
    this.#rows = rows;
    return this.#keys;
  }

  #keyOf(id: string): number {
    return this.#byId.get(id) ?? this.#next++;
  }
}

import { warning } from '../../common/diagnostic.js';
import { inputName } from '../../document/read/reading.js';
import { isFlag } from '../flags/flag.js';
import type { Offsets, PairRecord } from '../pair-record.js';
import { isBead } from './field-texts.js';
import type { ReadingContext } from './pair-source.js';

/** What a pair has besides its texts. */
export type Fields = Omit<PairRecord, 'en' | 'zh'>;

/** Takes fields out of values that may be anything. One that cannot be what its name says is passed over and told of. */
export class FieldReader {
  readonly #passedOver = new Map<keyof Fields, { count: number; readonly line: number }>();

  /** @param line where the values stand, counted from 1 */
  read(values: Readonly<Record<string, unknown>>, line: number): Partial<Fields> {
    const fields: Partial<Record<keyof Fields, unknown>> = {};
    for (const name of FIELD_NAMES) {
      const value = values[name];
      // Tables of all pairs have `null` or `false` in every row where a field has nothing to say.
      if (value === undefined || value === null || value === false) continue;
      const taken = FIELDS[name].take(value);
      if (taken !== undefined) fields[name] = taken;
      if (taken === undefined || (Array.isArray(value) && isShorter(taken, value)))
        this.#passOver(name, line);
    }
    // Each was taken by what its name stands for.
    return fields as Partial<Fields>;
  }

  /** Says what was passed over: one diagnostic for each field. */
  tell({ name, tell }: ReadingContext): void {
    for (const [field, { count, line }] of this.#passedOver) {
      const where = count === 1 ? `in line ${line}` : `in ${count} lines, the first of them line ${line}`;
      const message = `${inputName(name)}: "${field}" was passed over ${where}, because it is not ${FIELDS[field].form}.`;
      tell(warning('field-passed-over', message, { values: { name, field, count, line } }));
    }
  }

  #passOver(field: keyof Fields, line: number): void {
    const known = this.#passedOver.get(field);
    if (known === undefined) this.#passedOver.set(field, { count: 1, line });
    else known.count++;
  }
}

interface FieldForm {
  /** What it must be, for messages. */
  readonly form: string;
  readonly take: (value: unknown) => unknown;
}

const text: FieldForm = { form: 'a text', take: only((value) => typeof value === 'string') };
const spans: FieldForm = { form: 'a list of [start, end) offsets', take: only(areSpans) };

const FIELDS: Readonly<Record<keyof Fields, FieldForm>> = {
  id: { form: 'a text', take: only((value) => typeof value === 'string' && value !== '') },
  score: { form: 'a number from 0 to 1', take: only(isShare) },
  bead: {
    form: 'two numbers of segments such as 2-1',
    take: only((value) => typeof value === 'string' && isBead(value)),
  },
  clause: text,
  clause_zh: text,
  flags: {
    form: 'a list of flags of duiqi',
    take: (value) =>
      Array.isArray(value)
        ? value.filter((flag) => typeof flag === 'string' && isFlag(flag)).sort()
        : undefined,
  },
  numbers: text,
  en_spans: spans,
  zh_spans: spans,
  doc: text,
  file: {
    form: 'the positions of two sources',
    take: only((value) => isPair(value) && value.every(isOffset)),
  },
  confirmed: { form: 'true', take: only((value) => value === true) },
  note: text,
};

const FIELD_NAMES = Object.keys(FIELDS) as (keyof Fields)[];

function only(is: (value: unknown) => boolean): (value: unknown) => unknown {
  return (value) => (is(value) ? value : undefined);
}

function isShorter(taken: unknown, value: readonly unknown[]): boolean {
  return Array.isArray(taken) && taken.length < value.length;
}

function isShare(value: unknown): boolean {
  return typeof value === 'number' && value >= 0 && value <= 1;
}

function isPair(value: unknown): value is readonly [unknown, unknown] {
  return Array.isArray(value) && value.length === 2;
}

function areSpans(value: unknown): value is readonly Offsets[] {
  return (
    Array.isArray(value) &&
    value.every((span) => isPair(span) && isOffset(span[0]) && isOffset(span[1]) && span[0] <= span[1])
  );
}

function isOffset(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

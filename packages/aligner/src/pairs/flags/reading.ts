/** What a number means in a context in which the other language may write another one. */
export interface Reading {
  /** What stands right before it and after it, and how it is written; all that is given must match. */
  readonly before?: RegExp;
  readonly after?: RegExp;
  readonly written?: RegExp;
  /** The other values. `part` is the first group of what matched `after`, or of `before` where there is no `after`. */
  readonly values: (value: number, part: string, written: string) => readonly number[];
}

/** Words that stand for numbers without being numerals. */
export interface Hint {
  readonly pattern: RegExp;
  readonly values: (match: RegExpMatchArray) => readonly number[];
}

/** `3 p.m.` is `15:00`. */
export function clockHours(hour: number): readonly number[] {
  if (hour > 24) return [];
  return hour > 12 ? [hour - 12] : [hour + 12];
}

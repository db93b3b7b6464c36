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

/** What stands for a year that only the reader knows. */
export const ANY_YEAR = Number.NEGATIVE_INFINITY;

export function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1800 && value < 2200;
}

/** The year that words such as `同比` or `last year` mean: so many after those that their sentence states. */
export function relativeYears(text: string, step: number): readonly number[] {
  const stated = [...text.matchAll(/(?<!\d)(?:1[89]|2[01])\d\d(?![\d.%])/g)].map(
    ([year]) => Number(year) + step,
  );
  return stated.length > 0 ? stated : [ANY_YEAR];
}

/** `3 p.m.` is `15:00`. */
export function clockHours(hour: number): readonly number[] {
  if (hour > 24) return [];
  return hour > 12 ? [hour - 12] : [hour + 12];
}

/** The hour of a time of day, in both ways to count it, and its minutes. */
export function timeOfDay(hour: number, minutes: number): readonly number[] {
  return [hour, ...clockHours(hour), minutes];
}

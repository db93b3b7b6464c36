import type { Language } from '../../types.js';
import { findNumbers, type NumberMention } from '../score/numbers.js';
import { type Reading, timeOfDay } from './reading.js';

/** An hour and its minutes with a full stop between them, as British and many Chinese notices write them. */
const HOUR_AND_MINUTES = /^(?:[01]?\d|2[0-4])[.．][0-5]\d$/;

/** What tells the time from a decimal number: `6.30 a.m.`, also after the second of two: `6.30 to 10.15 p.m.`. */
const AFTER: Readonly<Record<Language, RegExp>> = {
  en: /^(?: ?(?:[-–—]|to|and|until|till) ?(?:[01]?\d|2[0-4])(?:[.:][0-5]\d)?)? ?(?:[ap]\.? ?m\b|o['’]clock|in the (?:morning|afternoon|evening)\b|at night\b)/i,
  zh: /^ ?[点點时時](?![间間])/,
};
/** `上午8.30`, also before the first of two: `上午8.30至11.30`. */
const BEFORE: Readonly<Record<Language, RegExp | null>> = {
  en: null,
  zh: /(?:[上中下]午|早上|早晨|清晨|傍晚|晚上|夜[里間间]|凌晨)(?:(?:[01]?\d|2[0-4])(?:[.．:：][0-5]\d)? ?(?:[-–—~～至到]+) ?)?$/,
};

/** Characters on each side of a number within which what tells the time stands. */
const CONTEXT = 24;

/** As `findNumbers`, with the hour and the minutes of `11.15 p.m.` as two numbers, as those of `23:15` are. */
export function findNumbersAndTimes(text: string, language: Language): readonly NumberMention[] {
  return findNumbers(text, language).flatMap((mention) => {
    const { start, end, percent } = mention;
    if (percent || !HOUR_AND_MINUTES.test(text.slice(start, end))) return [mention];
    const isTime =
      AFTER[language].test(text.slice(end, end + CONTEXT)) ||
      BEFORE[language]?.test(text.slice(Math.max(0, start - CONTEXT), start));
    if (!isTime) return [mention];
    const stop = end - '.30'.length;
    return [
      { value: Number(text.slice(start, stop)), percent, start, end: stop },
      { value: Number(text.slice(stop + 1, end)), percent, start: stop + 1, end },
    ];
  });
}

/** What is a time or a decimal number: `at 8.30`, `8.30–17.30`. The hour and the minutes count beside the number. */
export const POSSIBLE_TIMES: readonly Reading[] = [
  {
    before: /(?:\b(?:at|until|till|from) |\d[.．][0-5]\d ?(?:[-–—~～至到]|to|until) ?)$/i,
    written: HOUR_AND_MINUTES,
    values: hourAndMinutes,
  },
  {
    after: /^ ?(?:[-–—~～至到]|to|until) ?(?:[01]?\d|2[0-4])[.．][0-5]\d(?!\d)/i,
    written: HOUR_AND_MINUTES,
    values: hourAndMinutes,
  },
];

function hourAndMinutes(_: number, __: string, written: string): readonly number[] {
  const [hour, minutes] = written.split(/[.．]/).map(Number);
  return timeOfDay(hour!, minutes!);
}

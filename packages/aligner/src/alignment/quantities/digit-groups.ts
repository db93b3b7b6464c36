import { matchesAround } from './matches-around.js';

/** Digits in groups: `4 210`, `1'500`, `(010) 6552 3456`. */
const GROUPS = /(?<![\d.,])\(?\d{1,4}(?:\)?[ '’\u00a0-]\(?\d{2,4}){1,6}(?![\d.,]\d|\d)/g;
/** Characters on either side of a number within which the other groups stand. */
const REACH = 32;

/**
 * What digits are with the groups beside them, however many of these belong to them: 4210 for the `4` and the `210` of
 * `4 210`. Amounts and numbers of telephones are grouped otherwise by each language.
 */
export function joinedGroups(text: string, start: number, end: number): readonly number[] {
  const found: number[] = [];
  for (const { 0: all, index } of matchesAround(text, { start, end }, REACH, GROUPS)) {
    const groups = [...all.matchAll(/\d+/g)].map((group) => ({ digits: group[0], at: index + group.index }));
    const own = groups.findIndex(({ at, digits }) => at <= start && end <= at + digits.length);
    if (own < 0) continue;
    for (let first = 0; first <= own; first++)
      for (let last = Math.max(own, first + 1); last < groups.length; last++)
        found.push(
          Number(
            groups
              .slice(first, last + 1)
              .map(({ digits }) => digits)
              .join(''),
          ),
        );
  }
  return found;
}

/** 1.5 for each number of `1 1/2`. */
export function mixedFraction(text: string, start: number, end: number): readonly number[] {
  for (const [, whole, parts, ofParts] of matchesAround(text, { start, end }, SHORT_REACH, MIXED_FRACTION))
    return [Math.round((Number(whole) + Number(parts) / Number(ofParts)) * 1e4) / 1e4];
  return [];
}

const MIXED_FRACTION = /(?<!\d)(\d{1,4})[ -](\d{1,2})\/(\d{1,2})(?!\d)/g;
const SHORT_REACH = 10;

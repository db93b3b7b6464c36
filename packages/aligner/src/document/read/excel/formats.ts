import type { Part } from '../office/archive.js';
import { walkXml } from '../office/xml.js';

/** How a cell shows its number. */
export type NumberLook = 'number' | 'percent' | 'date';

/** Formats of dates that Excel has built in (ECMA-376 part 1, 18.8.30), those of Chinese and Japanese among them. */
const BUILT_IN_DATES: readonly (readonly [first: number, last: number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];
const BUILT_IN_PERCENT: readonly number[] = [9, 10];
/**
 * What a format code shows as it is: text in quotes, colours and conditions in brackets, escaped characters. What is not
 * closed goes on to the end, so that it is not looked through again from each bracket in it.
 */
const LITERAL = /"[^"]*(?:"|$)|\[[^\]]*(?:\]|$)|\\./g;

/** Reads from `styles.xml` how the cells of each style show numbers. */
export function readNumberLooks(part: Part | undefined): readonly NumberLook[] {
  const codes = new Map<number, string>();
  const looks: NumberLook[] = [];
  if (part === undefined) return looks;
  let inCellStyles = false;
  walkXml(part, {
    open({ name, attribute }) {
      const id = Number(attribute('numFmtId'));
      if (name === 'numFmt') codes.set(id, attribute('formatCode') ?? '');
      else if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles) looks.push(lookOf(id, codes.get(id)));
    },
    close({ name }) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return looks;
}

function lookOf(id: number, code: string | undefined): NumberLook {
  if (code !== undefined) {
    const shown = code.replace(LITERAL, '');
    if (shown.includes('%')) return 'percent';
    return /[ymdhs]/i.test(shown) && !/general/i.test(shown) ? 'date' : 'number';
  }
  if (BUILT_IN_PERCENT.includes(id)) return 'percent';
  return BUILT_IN_DATES.some(([first, last]) => id >= first && id <= last) ? 'date' : 'number';
}

/** A number as its cell shows it, but for the choice of digits and the order of a date: `12.5%`, `2024-03-05`. */
export function shownNumber(written: string, look: NumberLook, since1904: boolean): string {
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) return written;
  if (look === 'percent') return `${Number((value * 100).toPrecision(DIGITS))}%`;
  return (look === 'date' ? dateOf(value, since1904) : null) ?? String(Number(value.toPrecision(DIGITS)));
}

/** Digits that Excel shows; a file has more. */
const DIGITS = 15;
const DAY = 86_400_000;
/** The last day that Excel knows is in the year 9999. */
const LAST_DAY = 2_958_465;

/** Days are counted from 1900, with a 29 February in that year that there never was, or from 1904. */
function dateOf(days: number, since1904: boolean): string | null {
  if (days < 0 || days > LAST_DAY - (since1904 ? 1462 : 0)) return null;
  const first = since1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30);
  const [date, time] = new Date(first + Math.round((days * DAY) / 1000) * 1000)
    .toISOString()
    .slice(0, 19)
    .split('T');
  const shownTime = time!.replace(/:00$/, '');
  if (days < 1) return shownTime;
  return Number.isInteger(days) ? date! : `${date} ${shownTime}`;
}

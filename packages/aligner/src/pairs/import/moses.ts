import { unreadable } from '../../document/read/reading.js';
import type { PairRecord } from '../pair-record.js';
import { PairMaker } from './pair-maker.js';
import type { ReadingContext } from './pair-source.js';
import { linesOf } from './text-chunks.js';

/**
 * Reads two texts of which the same line says the same (Moses). Lines that are blank in both pass.
 *
 * @throws DuiqiError `unreadable` where one has more lines than the other, blank ones at its end aside
 */
export function* readMoses(
  en: Iterable<string>,
  zh: Iterable<string>,
  { name }: ReadingContext,
): Iterable<PairRecord> {
  const maker = new PairMaker(name);
  const counts = { en: 0, zh: 0 };
  let isInLine = true;
  for (const pair of zip(linesOf(en, name), linesOf(zh, name))) {
    if (pair.en !== null) counts.en++;
    if (pair.zh !== null) counts.zh++;
    if (isBlank(pair.en) && isBlank(pair.zh)) continue;
    isInLine &&= pair.en !== null && pair.zh !== null;
    // The rest is only counted.
    if (isInLine) yield maker.pair({ en: pair.en!, zh: pair.zh! });
  }
  if (isInLine) return;
  const why = `has ${counts.en} English and ${counts.zh} Chinese lines`;
  throw unreadable(name, `${why}: take both from one run of the tool that wrote them`);
}

function isBlank(line: string | null): boolean {
  return line === null || line.trim() === '';
}

interface Row {
  readonly en: string | null;
  readonly zh: string | null;
}

/** Items of the same place, until both have ended; null for the one that has ended first. */
function* zip(en: Iterable<string>, zh: Iterable<string>): Iterable<Row> {
  const [english, chinese] = [en[Symbol.iterator](), zh[Symbol.iterator]()];
  try {
    for (;;) {
      const [one, other] = [english.next(), chinese.next()];
      if (one.done && other.done) return;
      yield { en: one.done ? null : one.value, zh: other.done ? null : other.value };
    }
  } finally {
    // Files are open as long as their chunks are gone through.
    english.return?.();
    chinese.return?.();
  }
}

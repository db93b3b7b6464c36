import { joinPieces } from '../../document/writing/join.js';
import type { Language, Segment } from '../../types.js';
import { isIdOf } from '../export/records.js';
import type { PairRecord } from '../pair-record.js';
import type { Place } from './kept.js';
import type { Range, Segments } from './locate.js';

/** What is known of where a pair stands: its sides as far as they were found, and the pairs before and after it. */
export interface Surroundings {
  readonly found: Readonly<Record<Language, Range | null>>;
  readonly before: Place | null;
  readonly after: Place | null;
}

/** Segments after the pair before, and before the pair after, at which a pair is looked for. */
export const REACH = 20;

/**
 * Finds a pair whose texts a person has reworded. Its id, which was made from the texts of the document (see `Identifier`),
 * proves where they stand, and that they are what they were.
 */
export function placeOfReworded(
  record: PairRecord,
  { found, before, after }: Surroundings,
  segments: Segments,
  isFree: (language: Language, range: Range) => boolean,
): Place | null {
  const [en, zh] = (['en', 'zh'] as const).map((language) => {
    const known = found[language];
    const count = segmentsOfBead(record, language) ?? 1;
    const { length } = segments[language];
    const ranges = known
      ? [known]
      : rangesNear(before?.[language].end ?? 0, after?.[language].start ?? length, count, length);
    const free = ranges.filter((range) => isFree(language, range));
    return free.map((range) => ({
      range,
      text: textOfSegments(segments[language].slice(range.start, range.end), language),
    }));
  });
  for (const { range: enRange, text: enText } of en!) {
    for (const { range: zhRange, text: zhText } of zh!) {
      if (isIdOf(record, enText, zhText)) return { en: enRange, zh: zhRange };
    }
  }
  return null;
}

/** How many segments a side had; null where nothing says so. */
export function segmentsOfBead({ bead }: PairRecord, language: Language): number | null {
  return bead === null ? null : Number(bead.split('-')[language === 'en' ? 0 : 1]);
}

function rangesNear(from: number, to: number, count: number, length: number): Range[] {
  const starts = new Set<number>();
  for (let step = 0; step <= REACH; step++) starts.add(from + step).add(to - count - step);
  return [...starts]
    .filter((start) => start >= 0 && start + count <= length)
    .map((start) => ({ start, end: start + count }));
}

/** The text of segments, which stand together or not, as ids are made of it. */
export function textOfSegments(segments: readonly Segment[], language: Language): string {
  const texts = segments.map(({ text }) => text);
  return joinPieces(
    texts.filter((text) => text !== ''),
    language,
  );
}

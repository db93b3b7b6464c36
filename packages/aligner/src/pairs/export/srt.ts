import { type SideTimes, timesOf } from '../../alignment/lattice/times.js';
import { DuiqiError } from '../../common/errors.js';
import type { Alignment, Language, Pair, PairSide, Segment } from '../../types.js';
import { checkAlignment } from '../checked.js';
import { oneLine, wellFormed } from '../text.js';
import { wordingOf } from '../wording.js';
import { checkFilterOptions, type FilterOptions, leaveOutReason } from './filter.js';
import { type DirectionOptions, languagesOf } from './language-tags.js';
import { pairsInOrder } from './records.js';

/** What stands first in each subtitle is the source of `direction`, and it is its times that count. */
export interface SrtOptions extends FilterOptions, Pick<DirectionOptions, 'direction'> {}

/** A text that is shown, and from where to where in the film, in milliseconds. */
interface Cue {
  readonly lines: string[];
  readonly start: number;
  readonly end: number;
}

/**
 * An alignment of subtitles as bilingual ones (SubRip): both languages of each pair, one above the other, at their time. Where a
 * subtitle has several sentences, each has its share of its time. Text without a counterpart, if it is asked for, is shown alone.
 *
 * @throws DuiqiError `bad-option`, at once; also where the texts have no times, since they are no subtitles
 */
export function toSrt(alignment: Alignment, options: SrtOptions = {}): Iterable<string> {
  checkAlignment(alignment);
  checkFilterOptions(options);
  const [first] = languagesOf(options);
  const clocks = { en: clockOf(alignment, 'en'), zh: clockOf(alignment, 'zh') };
  if (clocks.en === null && clocks.zh === null) {
    throw new DuiqiError(
      'bad-option',
      'Only subtitles have times, and none of these texts are any: write the pairs in another format.',
    );
  }
  return cuesAsText(alignment, options, first, clocks);
}

/** When a side is shown; null where it has no time. */
type Clock = (side: PairSide) => Pick<Cue, 'start' | 'end'> | null;

function clockOf(alignment: Alignment, language: Language): Clock | null {
  const side = alignment[language];
  const times: SideTimes | null = timesOf(side);
  if (times === null) return null;
  const places = new Map<Segment, number>(side.segments.map((segment, place) => [segment, place]));
  return ({ segments }) => {
    const shown = segments.flatMap((segment) => places.get(segment) ?? []);
    const starts = shown.map((place) => times.start[place]!).filter((time) => !Number.isNaN(time));
    const ends = shown.map((place) => times.end[place]!).filter((time) => !Number.isNaN(time));
    return starts.length === 0 ? null : { start: Math.min(...starts), end: Math.max(...ends) };
  };
}

function* cuesAsText(
  alignment: Alignment,
  options: SrtOptions,
  first: Language,
  clocks: Readonly<Record<Language, Clock | null>>,
): Iterable<string> {
  const second = first === 'en' ? 'zh' : 'en';
  const cues: Cue[] = [];
  /** By how much the film of the second language is later, around here. */
  let later = 0;
  for (const pair of pairsInOrder(alignment)) {
    const time = clocks[first]?.(pair[first]) ?? null;
    const other = clocks[second]?.(pair[second]) ?? null;
    if (time !== null && other !== null) later = other.start - time.start;
    if (leaveOutReason(recordOf(pair), options) !== null) continue;
    const texts = wordingOf(pair);
    const lines = [texts[first], texts[second]].map(lineOf).filter((line) => line !== '');
    const own = time ?? (other && { start: other.start - later, end: other.end - later });
    if (own !== null) cues.push({ lines, start: Math.max(0, own.start), end: Math.max(0, own.end) });
    // What has no time at all stays with what it follows.
    else if (cues.length > 0) cues.at(-1)!.lines.push(...lines);
    else cues.push({ lines, start: 0, end: 0 });
  }
  // Pairs out of order are shown when they are said.
  cues.sort((a, b) => a.start - b.start);
  let number = 0;
  for (const { lines, start, end } of cues) {
    yield `${++number}\n${timestamp(start)} --> ${timestamp(Math.max(end, start + 1))}\n${lines.join('\n')}\n\n`;
  }
}

function recordOf(pair: Pair): Parameters<typeof leaveOutReason>[0] {
  const { score, flags, kept } = pair;
  return { ...wordingOf(pair), score, flags, ...(kept?.confirmed && { confirmed: kept.confirmed }) };
}

/** A text as a line of a subtitle: an arrow in it would be taken for that of its times. */
function lineOf(text: string): string {
  return oneLine(wellFormed(text)).replaceAll('-->', '→').trim();
}

/** `01:02:03,004` */
function timestamp(milliseconds: number): string {
  const rest = Math.round(milliseconds);
  const part = (value: number, digits: number): string => String(Math.floor(value)).padStart(digits, '0');
  return `${part(rest / 3_600_000, 2)}:${part((rest / 60_000) % 60, 2)}:${part((rest / 1000) % 60, 2)},${part(rest % 1000, 3)}`;
}

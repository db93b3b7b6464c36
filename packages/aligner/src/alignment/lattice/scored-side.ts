import { mapInSteps, type Steps } from '../../common/steps.js';
import { BULLET, breaksOff } from '../../document/writing/endings.js';
import type { Label, Segment, Side } from '../../types.js';
import { TEXT } from '../score/headings.js';
import { noTimes } from './no-times.js';
import {
  ANY_MARKER,
  BEGINS,
  BEGINS_AS_ALL_DO,
  GOES_ON,
  type ReadSide,
  type ScoredSide,
} from './scoring-model.js';
import type { SideTimes } from './times.js';
import { noPlaces, type Places } from './turns.js';

/** What is known of a side beside its text: where its segments stand. */
export interface Standing {
  /** Where and when the segments stand; null where neither turns nor times say anything. */
  readonly places: Places | null;
  readonly times: SideTimes | null;
  /** Whether the source has more than the end of a line between paragraphs. */
  readonly standApart: boolean;
  /** The segments that walls stand before, one for each. */
  readonly walls: readonly number[];
  /** By segment, the last number that the clause marker of its counterpart has; null where it may be any. */
  readonly numbers?: ReadonlyMap<number, number | null>;
}

/** A side as beads are scored by it: what was read from its text, and where its segments stand. */
export function* scoredSide(
  { segments, paragraphs }: Pick<Side, 'segments' | 'paragraphs'>,
  side: ReadSide,
  { places, times, standApart, walls, numbers }: Standing,
): Steps<ScoredSide> {
  const interval = new Int32Array(segments.length);
  for (const wall of walls) if (wall < segments.length) interval[wall]!++;
  for (let s = 1; s < segments.length; s++) interval[s]! += interval[s - 1]!;
  // Where each line is a segment, paragraphs say something only beside headings and of a text that goes by them.
  const hasParagraphs =
    places !== null ||
    times !== null ||
    segments.some((segment, s) => s > 0 && segment.paragraph === segments[s - 1]!.paragraph);
  const begins = yield* mapInSteps(segments, (_, s) => beginsParagraph(segments, s));
  return {
    ...side,
    places: places ?? noPlaces(segments.length),
    times: times ?? noTimes(segments.length),
    interval,
    beginsParagraph: Uint8Array.from(begins, (isFirst, s) => {
      if (!isFirst) return GOES_ON;
      return hasParagraphs || isBesideHeading(side, s) ? BEGINS : standApart ? BEGINS_AS_ALL_DO : GOES_ON;
    }),
    beginsItem: Uint8Array.from(segments, ({ paragraph, label, text }, s) =>
      label === null && begins[s] && (paragraphs[paragraph]!.kind === 'item' || BULLET.test(text)) ? 1 : 0,
    ),
    marker: Int32Array.from(segments, ({ label }, s) => (label ? markerOf(label, numbers?.get(s)) : 0)),
  };
}

/** A line of its own is none where the one before it breaks off, unless it is a clause: `发现异常，` ‖ `立即报告。`. */
function beginsParagraph(segments: readonly Segment[], s: number): boolean {
  if (s === 0) return true;
  const [before, { paragraph, label, language }] = [segments[s - 1]!, segments[s]!];
  return before.paragraph !== paragraph && (label !== null || !breaksOff(before.text, language));
}

/** @param number the last number that the marker of a counterpart has; null where it may be any */
function markerOf({ ordinals }: Label, number: number | null = ordinals.at(-1)!): number {
  if (number === null) return ANY_MARKER;
  return [...ordinals.slice(0, -1), number].reduce((hash, ordinal) => (hash * 1009 + ordinal + 1) | 0, 1);
}

function isBesideHeading({ headings: { kind } }: ReadSide, s: number): boolean {
  return kind[s] !== TEXT || (s > 0 && kind[s - 1] !== TEXT);
}

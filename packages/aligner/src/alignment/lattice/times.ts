import { info } from '../../common/diagnostic.js';
import type { DiagnosticValues } from '../../common/diagnostic-values.js';
import type { Diagnostic, Side } from '../../types.js';
import { type FoundBead, isPair } from './found-bead.js';
import { noTimes } from './no-times.js';
import { sharedShift } from './time-shift.js';

/** When the segments of a side are shown, in milliseconds, arrays by segment; NaN for what has no time. */
export interface SideTimes {
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** 1 where nothing of the other language is shown at the time. */
  readonly alone: Uint8Array;
}

/** How far times are believed. */
export interface Timing {
  /** Share of what is found by words whose times agree with those around it, as a belief, 0–1. */
  readonly strength: number;
  /** Milliseconds from the start of one subtitle to that of the next, in the middle. */
  readonly step: number;
}

/** What the times of subtitles say, the English ones by the clock of the Chinese ones. */
export interface Times {
  readonly timing: Timing;
  readonly en: SideTimes;
  readonly zh: SideTimes;
  /** The English ones by their own clock. */
  readonly own: SideTimes;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The times of subtitles before anything is known of their words: two files are compared as far as most of their
 * subtitles begin together after a shift, be it none. Null where a side has no times.
 */
export function readTimes(en: Side, zh: Side): Times | null {
  const [own, chinese] = [timesOf(en), timesOf(zh)];
  if (own === null || chinese === null) return null;
  const [enStarts, zhStarts] = [startsOf(own), startsOf(chinese)];
  const shift = en.source === zh.source ? 0 : sharedShift(enStarts, zhStarts);
  const step = Math.max(
    1000,
    middleOf(enStarts.map((start, s) => start - (enStarts[s - 1] ?? start)).slice(1)),
  );
  const shifted = later(
    own,
    own.start.map(() => shift ?? 0),
  );
  const timing = { strength: shift === null ? 0 : UNTRIED, step };
  // As long as times may jump, nothing is known to be shown alone.
  return { timing, own, en: shifted, zh: chinese, diagnostics: shiftsSaid([], timing) };
}

/** How far times are believed before it is known whether they agree with the words. */
const UNTRIED = 0.35;

/** Pairs on either side of one that tell by how much the Chinese is later around it: few, since times may jump. */
const AROUND = 2;
/** Fewer pairs tell nothing of the times. */
const FEWEST = 4;
/** How sure a pair must be, and how far its words must speak for it, to tell something of the times. */
const SURE = 0.5;
const SUPPORTED = 0;

/**
 * The times anew, by what was found: where the words have paired subtitles with later ones, and so all around, times are
 * compared after that shift. So times that jump, drift or run at another speed are evidence like any others.
 */
export function retimed(times: Times, beads: readonly FoundBead[]): Times {
  const { own, zh, timing } = times;
  const points: Point[] = [];
  for (const bead of beads) {
    const { enStart, zhStart, posterior, support } = bead;
    if (!isPair(bead) || posterior < SURE || support < SUPPORTED) continue;
    const shift = zh.start[zhStart]! - own.start[enStart]!;
    if (!Number.isNaN(shift)) points.push({ segment: enStart, at: own.start[enStart]!, shift });
  }
  if (points.length < FEWEST) return times;
  const around = (point: number): number =>
    middleOf(points.slice(Math.max(0, point - AROUND), point + AROUND + 1).map(({ shift }) => shift));
  const smooth = points.map((point, index) => ({ ...point, shift: around(index) }));
  const agreeing = points.filter(
    ({ shift }, index) => Math.abs(shift - smooth[index]!.shift) < timing.step / 2,
  );
  const strength = Math.min(
    1,
    Math.max(0, agreeing.length / points.length - HALF_BY_CHANCE) / (0.8 - HALF_BY_CHANCE),
  );
  let next = 0;
  const shifts = own.start.map((_, segment) => {
    while (next + 1 < smooth.length && smooth[next + 1]!.segment <= segment) next++;
    return smooth[next]!.shift;
  });
  const believed = { ...timing, strength };
  return withoutCompany({
    ...times,
    timing: believed,
    en: later(own, shifts),
    diagnostics: shiftsSaid(smooth, believed),
  });
}

/** Times that have nothing to do with each other agree as often, since the middle of five is one of them. */
const HALF_BY_CHANCE = 0.4;

/** A pair found, and by how many milliseconds its Chinese is later. */
interface Point {
  readonly segment: number;
  readonly at: number;
  readonly shift: number;
}

/** The times of a side's segments: those of a subtitle share its time by their lengths. Null where there are none. */
export function timesOf({ paragraphs, segments }: Side): SideTimes | null {
  const times = noTimes(segments.length);
  let any = false;
  for (let first = 0, end = 0; first < segments.length; first = end) {
    const { paragraph } = segments[first]!;
    let length = 0;
    for (; end < segments.length && segments[end]!.paragraph === paragraph; end++)
      length += segments[end]!.text.length;
    const { position } = paragraphs[paragraph]!;
    if (position?.axis !== 'time') continue;
    any = true;
    const each = (position.end - position.start) / Math.max(1, length);
    let at = position.start;
    for (let s = first; s < end; s++) {
      times.start[s] = at;
      at += each * segments[s]!.text.length;
      times.end[s] = at;
    }
  }
  return any ? times : null;
}

function startsOf({ start }: SideTimes): number[] {
  return [...start].filter((at) => !Number.isNaN(at)).sort((a, b) => a - b);
}

function middleOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[(values.length - 1) >> 1] ?? 0;
}

function later({ start, end, alone }: SideTimes, shifts: Float64Array): SideTimes {
  return {
    start: start.map((at, s) => at + shifts[s]!),
    end: end.map((at, s) => at + shifts[s]!),
    alone,
  };
}

function withoutCompany(times: Times): Times {
  const { en, zh, timing } = times;
  const [enAlone, zhAlone] = [aloneIn(en, zh), aloneIn(zh, en)];
  // Near each other, subtitles of both languages are a pair whose shift is not yet known rather than two that are alone.
  const reach = ALONE_WITHIN * timing.step;
  return {
    ...times,
    en: { ...en, alone: withoutNear(enAlone, en, zhAlone, zh, reach) },
    zh: { ...zh, alone: withoutNear(zhAlone, zh, enAlone, en, reach) },
  };
}

/** Steps within which a subtitle that is alone has none of the other language that is alone as well. */
const ALONE_WITHIN = 2;

function withoutNear(
  alone: Uint8Array,
  { start, end }: SideTimes,
  otherAlone: Uint8Array,
  other: SideTimes,
  reach: number,
): Uint8Array {
  const starts = [...other.start].filter((_, t) => otherAlone[t]).sort((a, b) => a - b);
  return alone.map((isAlone, s) => {
    if (!isAlone) return 0;
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! < start[s]! - reach) low = middle + 1;
      else high = middle;
    }
    return low < starts.length && starts[low]! <= end[s]! + reach ? 0 : 1;
  });
}

/** Which segments of a side are shown when nothing of the other side is, by a time that is the same for both. */
function aloneIn({ start, end }: SideTimes, other: SideTimes): Uint8Array {
  const order = [...other.start.keys()]
    .filter((t) => !Number.isNaN(other.start[t]!))
    .sort((a, b) => other.start[a]! - other.start[b]!);
  const starts = order.map((t) => other.start[t]!);
  let latest = Number.NEGATIVE_INFINITY;
  const ends = order.map((t) => {
    latest = Math.max(latest, other.end[t]!);
    return latest;
  });
  return Uint8Array.from(start, (from, s) => {
    if (Number.isNaN(from)) return 0;
    // What begins before it ends: does any of that end after it begins?
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (starts[middle]! < end[s]!) low = middle + 1;
      else high = middle;
    }
    return low > 0 && ends[low - 1]! > from ? 0 : 1;
  });
}

/** Shifts that differ by less are one; smaller ones are not worth saying. */
const LEAST_JUMP = 700;
const LEAST_SHIFT = 200;
/** More changes are another speed, or another cut of the film. */
const MOST_JUMPS = 3;

function shiftsSaid(points: readonly Point[], { strength, step }: Timing): Diagnostic[] {
  if (strength < 0.5)
    return [
      said(
        'The times of the English and the Chinese subtitles do not agree, so these were aligned by their text alone.',
        { kind: 'unlike' },
      ),
    ];
  const stretches: Point[] = [];
  for (const point of points) {
    const last = stretches.at(-1);
    if (last === undefined || Math.abs(point.shift - last.shift) > Math.min(LEAST_JUMP, step / 2))
      stretches.push(point);
  }
  if (stretches.every(({ shift }) => Math.abs(shift) < LEAST_SHIFT)) return [];
  if (stretches.length > MOST_JUMPS) {
    const shifts = stretches.map(({ shift }) => shift);
    const [least, most] = [Math.min(...shifts), Math.max(...shifts)];
    return [
      said(
        `The times of the Chinese subtitles are ${difference(least)} to ${difference(most)} than those of the English ones; these differences were taken into account.`,
        { kind: 'varying', least: inSeconds(least), most: inSeconds(most) },
      ),
    ];
  }
  return stretches.flatMap(({ at, shift }, index) => {
    if (stretches.length > 1 && Math.abs(shift) < LEAST_SHIFT && index === 0) return [];
    const from = index === 0 ? 'The' : `From ${clock(at)} on, the`;
    return [
      said(
        `${from} times of the Chinese subtitles are ${difference(shift)} than those of the English ones; this difference was taken into account.`,
        index === 0
          ? { kind: 'all', seconds: inSeconds(shift) }
          : { kind: 'from', at: clock(at), seconds: inSeconds(shift) },
      ),
    ];
  });
}

function difference(shift: number): string {
  return `${(Math.abs(shift) / 1000).toFixed(1)} s ${shift < 0 ? 'earlier' : 'later'}`;
}

/** As subtitles write it, without fractions. */
function clock(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part) => String(Math.floor(part)).padStart(2, '0'))
    .join(':');
}

function inSeconds(shift: number): string {
  return `${shift < 0 ? '−' : '+'}${(Math.abs(shift) / 1000).toFixed(1)}`;
}

function said(message: string, values: DiagnosticValues['time-shift']): Diagnostic {
  return info('time-shift', message, { values });
}

import { info } from '../../common/diagnostic.js';
import type { Anchor, Diagnostic, Language, Position, Side } from '../../types.js';
import { sharedShift } from './time-shift.js';

/** A paragraph that has a position, with its segments. */
interface Placed {
  readonly position: Position;
  readonly first: number;
  readonly end: number;
}

/** One column of a table, in one language. */
interface Column {
  readonly placed: Placed[];
  /** How many of its blocks have letters. */
  lettered: number;
}

/** Share of the cells of a column that must have letters; columns of numbers stay outside of the pairs of rows. */
const LETTERED = 0.5;

/** What a position covers, in its unit. */
type Range = Pick<Position, 'start' | 'end'>;

/** Share of the rows of a table that must hold both languages for rows to be pairs; others are notes and headings. */
const BILINGUAL = 0.6;
/**
 * Share of a subtitle's time that is cut off at either end before times are compared: what belongs together is seldom
 * shown at quite the same time, and the next subtitle of one language often begins before the last of the other ends.
 */
const BLURRED = 0.25;

/**
 * Where the path of the alignment must pass: between the rows of a table that holds both languages, and between
 * subtitles whose times overlap. Rows of two different files are not compared, since nothing says that they agree;
 * times of two files are compared as far as they agree, be it that all of one are later.
 */
export function findAnchors(en: Side, zh: Side): { anchors: Anchor[]; diagnostics: Diagnostic[] } {
  const enTables = tablesOf(en);
  const zhTables = tablesOf(zh);
  const anchors: Anchor[] = [];
  const diagnostics: Diagnostic[] = [];
  const isOneSource = en.source === zh.source;
  for (const [key, english] of enTables) {
    const chinese = zhTables.get(key);
    if (chinese === undefined) continue;
    const { axis } = english[0]!.position;
    const places = { en: inOrder(english), zh: inOrder(chinese) };
    if (axis === 'row') {
      if (isOneSource && isBilingual(english, chinese)) addAnchors(english, chinese, places, axis, anchors);
      continue;
    }
    const shift = isOneSource ? 0 : sharedShift(startsOf(english), startsOf(chinese));
    if (shift !== 0) diagnostics.push(shiftDiagnostic(shift));
    if (shift === null) continue;
    const zhPlaces = places.zh.map(({ start, end }) => ({ start: start - shift, end: end - shift }));
    addAnchors(english, chinese, { en: places.en, zh: zhPlaces }, axis, anchors);
  }
  return { anchors, diagnostics };
}

function startsOf(side: readonly Placed[]): number[] {
  return side.map(({ position }) => position.start).sort((a, b) => a - b);
}

function shiftDiagnostic(shift: number | null): Diagnostic {
  const seconds = (Math.abs(shift ?? 0) / 1000).toFixed(1);
  return info(
    'time-shift',
    shift === null
      ? 'The times of the two files of subtitles do not agree, so these were aligned by their text alone.'
      : `The times of the Chinese subtitles are ${seconds} s ${shift > 0 ? 'later' : 'earlier'} than those of the English ones; this difference was taken into account.`,
  );
}

function tablesOf({ paragraphs, segments }: Side): Map<string, Placed[]> {
  const columns = new Map<string, Column>();
  for (let first = 0, end = 0; first < segments.length; first = end) {
    const { paragraph } = segments[first]!;
    let lettered = false;
    for (; end < segments.length && segments[end]!.paragraph === paragraph; end++) {
      lettered ||= /\p{L}/u.test(segments[end]!.text);
    }
    const { position } = paragraphs[paragraph]!;
    if (position === null) continue;
    const key = `${position.axis} ${position.table} ${position.column}`;
    const column = columns.get(key) ?? { placed: [], lettered: 0 };
    columns.set(key, column);
    column.placed.push({ position, first, end });
    if (lettered) column.lettered++;
  }
  const tables = new Map<string, Placed[]>();
  for (const { placed, lettered } of columns.values()) {
    const { axis, table } = placed[0]!.position;
    if (axis === 'row' && lettered < LETTERED * placed.length) continue;
    const key = `${axis} ${table}`;
    const all = tables.get(key) ?? [];
    tables.set(key, all);
    for (const each of placed) all.push(each);
  }
  for (const placed of tables.values()) placed.sort((a, b) => a.first - b.first);
  return tables;
}

function isBilingual(english: readonly Placed[], chinese: readonly Placed[]): boolean {
  const rows = (side: readonly Placed[]): Set<number> => new Set(side.map(({ position }) => position.start));
  const [enRows, zhRows] = [rows(english), rows(chinese)];
  const both = [...enRows].filter((row) => zhRows.has(row)).length;
  return both >= BILINGUAL * (enRows.size + zhRows.size - both);
}

/** Adds the places before and after each group of blocks of both languages that overlap with no block outside of it. */
function addAnchors(
  english: readonly Placed[],
  chinese: readonly Placed[],
  { en: enPlaces, zh: zhPlaces }: Readonly<Record<Language, readonly Range[]>>,
  reason: Anchor['reason'],
  anchors: Anchor[],
): void {
  const add = (en: number, zh: number): void => {
    const last = anchors.at(-1);
    if (last?.en === en && last.zh === zh) return;
    anchors.push({ en, zh, reason });
  };
  let [i, j] = [0, 0];
  while (i < enPlaces.length && j < zhPlaces.length) {
    const [a, b] = [i, j];
    let reach = Number.NEGATIVE_INFINITY;
    for (;;) {
      const [x, y] = [enPlaces[i], zhPlaces[j]];
      const isEnglish = y === undefined || (x !== undefined && x.start <= y.start);
      const next = isEnglish ? x : y;
      if (next === undefined || (next.start >= reach && i + j > a + b)) break;
      reach = Math.max(reach, next.end);
      if (isEnglish) i++;
      else j++;
    }
    if (i === a || j === b) continue;
    add(english[a]!.first, chinese[b]!.first);
    add(english[i - 1]!.end, chinese[j - 1]!.end);
  }
}

/** What positions cover, each beginning no earlier than the one before it: the order of the text outranks them. */
function inOrder(side: readonly Placed[]): Range[] {
  let earliest = Number.NEGATIVE_INFINITY;
  return side.map(({ position: { axis, start, end } }) => {
    const blur = axis === 'time' ? (end - start) * BLURRED : 0;
    earliest = Math.max(earliest, start + blur);
    return { start: earliest, end: Math.max(end - blur, earliest) };
  });
}

import type { Anchor, Position, Side } from '../types.js';

/** A paragraph that has a position, with its segments. */
interface Placed {
  readonly position: Position;
  readonly first: number;
  readonly end: number;
}

/** Share of the rows of a table that must hold both languages for rows to be pairs; others are notes and headings. */
const BILINGUAL = 0.6;
/**
 * Share of a subtitle's time that is cut off at either end before times are compared: what belongs together is seldom
 * shown at quite the same time, and the next subtitle of one language often begins before the last of the other ends.
 */
const BLURRED = 0.25;

/**
 * Where the path of the alignment must pass: between the rows of a table that holds both languages, and between
 * subtitles whose times overlap. Rows of two different files are not compared, since nothing says that they agree.
 */
export function findAnchors(en: Side, zh: Side): Anchor[] {
  const enTables = tablesOf(en);
  const zhTables = tablesOf(zh);
  const anchors: Anchor[] = [];
  for (const [key, english] of enTables) {
    const chinese = zhTables.get(key);
    if (chinese === undefined) continue;
    const { axis } = english[0]!.position;
    if (axis === 'time' || (en.source === zh.source && isBilingual(english, chinese))) {
      addAnchors(english, chinese, axis, anchors);
    }
  }
  return anchors;
}

function tablesOf({ paragraphs, segments }: Side): Map<string, Placed[]> {
  const tables = new Map<string, Placed[]>();
  for (let first = 0, end = 0; first < segments.length; first = end) {
    const { paragraph } = segments[first]!;
    while (end < segments.length && segments[end]!.paragraph === paragraph) end++;
    const { position } = paragraphs[paragraph]!;
    if (position === null) continue;
    const key = `${position.axis} ${position.table}`;
    const table = tables.get(key);
    if (table) table.push({ position, first, end });
    else tables.set(key, [{ position, first, end }]);
  }
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
  reason: Anchor['reason'],
  anchors: Anchor[],
): void {
  const add = (en: number, zh: number): void => {
    const last = anchors.at(-1);
    if (last?.en === en && last.zh === zh) return;
    anchors.push({ en, zh, reason });
  };
  const [enPlaces, zhPlaces] = [inOrder(english), inOrder(chinese)];
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
function inOrder(side: readonly Placed[]): { start: number; end: number }[] {
  let earliest = Number.NEGATIVE_INFINITY;
  return side.map(({ position: { axis, start, end } }) => {
    const blur = axis === 'time' ? (end - start) * BLURRED : 0;
    earliest = Math.max(earliest, start + blur);
    return { start: earliest, end: Math.max(end - blur, earliest) };
  });
}

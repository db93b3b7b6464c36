import type { Anchor, Side } from '../../types.js';

/** Whether two segments may be a pair, whatever the path has between them. */
export type MayCross = (en: number, zh: number) => boolean;

/** Cells pair with cells of their own row: what stands between two anchors of a table is paired with nothing outside. */
export function withinRows(english: Side, chinese: Side, anchors: readonly Anchor[]): MayCross {
  const rows = anchors.filter(({ reason }) => reason === 'row');
  if (rows.length === 0) return () => true;
  const en = stretchesOf(
    english,
    rows.map((anchor) => anchor.en),
  );
  const zh = stretchesOf(
    chinese,
    rows.map((anchor) => anchor.zh),
  );
  const isCell = ({ paragraphs, segments }: Side, segment: number): boolean =>
    paragraphs[segments[segment]!.paragraph]!.position?.axis === 'row';
  return (s, t) => en[s] === zh[t] || !(isCell(english, s) || isCell(chinese, t));
}

/** How many of the anchors each segment comes after. */
function stretchesOf({ segments }: Side, places: readonly number[]): Int32Array {
  const stretches = new Int32Array(segments.length);
  for (const place of places) if (place < segments.length) stretches[place]!++;
  for (let at = 1; at < segments.length; at++) stretches[at]! += stretches[at - 1]!;
  return stretches;
}

import type { Position, Segment, Side } from '../../types.js';

/** Whether two segments come from one line, or one cell: what stands at its head is said of both. */
export function areOnOneLine(
  en: Side,
  zh: Side,
  english: Segment | undefined,
  chinese: Segment | undefined,
): boolean {
  const positionOf = ({ paragraphs }: Side, segment: Segment | undefined): Position | null | undefined =>
    segment && paragraphs[segment.paragraph]!.position;
  const [a, b] = [positionOf(en, english), positionOf(zh, chinese)];
  if (!a || !b || en.source !== zh.source || a.axis === 'time') return false;
  return a.axis === b.axis && a.table === b.table && a.column === b.column && a.start === b.start;
}

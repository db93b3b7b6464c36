import type { Alignment } from 'duiqi';
import { expect } from 'vitest';

/** No character but white space is lost or stands in two places: pairs, unaligned text and markup share them out. */
export function expectConservation({ sources, en, zh, pairs, unaligned, markup }: Alignment): void {
  const held = sources.map(({ text }) => new Uint8Array(text.length));
  const hold = (source: number, { start, end }: { start: number; end: number }): void => {
    for (let at = start; at < end; at++) held[source][at]++;
  };
  for (const pair of pairs) {
    for (const span of pair.en.spans) hold(en.source, span);
    for (const span of pair.zh.spans) hold(zh.source, span);
  }
  for (const { language, side } of unaligned) {
    for (const span of side.spans) hold(language === 'en' ? en.source : zh.source, span);
  }
  markup.forEach((spans, source) => {
    for (const span of spans) hold(source, span);
  });
  sources.forEach(({ text }, source) => {
    const report: string[] = [];
    for (let at = 0; at < text.length; at++) {
      const times = held[source][at];
      const isRight = /\s/.test(text[at]) ? times <= 1 : times === 1;
      if (!isRight) report.push(`${text[at]} at ${at}: ${times} times`);
    }
    expect(report, JSON.stringify(text.slice(0, 2000))).toEqual([]);
  });
}

/** Each segment is in one bead; the beads keep to the English, and to the Chinese but for the crossing pairs. */
export function expectOrder({ en, zh, pairs, ladder }: Alignment): void {
  const numbers = (beads: typeof ladder, side: 'en' | 'zh'): number[] =>
    beads.flatMap((bead) =>
      Array.from({ length: bead[side].end - bead[side].start }, (_, at) => bead[side].start + at),
    );
  expect(numbers(ladder, 'en')).toEqual(en.segments.map((_, number) => number));
  expect(numbers(ladder, 'zh').sort((a, b) => a - b)).toEqual(zh.segments.map((_, number) => number));
  const crossing = new Set(pairs.filter(({ flags }) => flags.includes('crossing')).map(({ index }) => index));
  const inOrder = numbers(
    ladder.filter((_, index) => !crossing.has(index)),
    'zh',
  );
  expect(inOrder).toEqual([...inOrder].sort((a, b) => a - b));
}

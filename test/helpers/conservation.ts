import type { Alignment, Segmentation, Source, Span } from 'duiqi';
import { expect } from 'vitest';

/** No character but white space, to which Unicode counts U+0085, is lost or stands in two places: pairs, unaligned text and markup share them out. */
export function expectConservation({ sources, en, zh, pairs, unaligned, markup }: Alignment): void {
  const sourceOf = { en: en.source, zh: zh.source };
  expectEachOnce(sources, [
    ...pairs.flatMap((pair) => [placed(en.source, pair.en.spans), placed(zh.source, pair.zh.spans)]),
    ...unaligned.map(({ language, side }) => placed(sourceOf[language], side.spans)),
    ...markup.map((spans, source) => placed(source, spans)),
  ]);
}

/** The same of a document that was read and not yet aligned: segments and markup share its characters out. */
export function expectAllSegmented({ sources, en, zh, markup }: Segmentation): void {
  expectEachOnce(sources, [
    ...[en, zh].flatMap(({ source, segments }) => segments.map(({ spans }) => placed(source, spans))),
    ...markup.map((spans, source) => placed(source, spans)),
  ]);
}

interface Placed {
  readonly source: number;
  readonly spans: readonly Span[];
}

function placed(source: number, spans: readonly Span[]): Placed {
  return { source, spans };
}

function expectEachOnce(sources: readonly Source[], all: readonly Placed[]): void {
  const held = sources.map(({ text }) => new Uint8Array(text.length));
  for (const { source, spans } of all) {
    for (const { start, end } of spans) {
      for (let at = start; at < end; at++) held[source][at]++;
    }
  }
  sources.forEach(({ text }, source) => {
    const report: string[] = [];
    for (let at = 0; at < text.length; at++) {
      const times = held[source][at];
      const isRight = /[\s\u0085]/.test(text[at]) ? times <= 1 : times === 1;
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

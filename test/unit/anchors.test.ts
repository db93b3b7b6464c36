import { describe, expect, test } from 'vitest';
import { sharedShift } from '../../packages/aligner/src/alignment/lattice/time-shift.js';
import { findAnchors } from '../../packages/aligner/src/document/structure/anchors.js';
import type { Language, Paragraph, Position, Segment, Side } from '../../packages/aligner/src/types.js';

type Place = readonly [text: string, start: number, end: number, column?: number];

/** A side with one segment in each of its paragraphs. */
function sideOf(language: Language, source: number, axis: Position['axis'], places: readonly Place[]): Side {
  const paragraphs = places.map(
    ([, start, end, column = 0]): Paragraph => ({
      language,
      kind: 'row',
      pieces: [],
      numbering: null,
      position: { axis, table: 0, column, start, end },
      stitched: false,
      truncated: false,
    }),
  );
  const segments = places.map(
    ([text], paragraph): Segment => ({
      language,
      text,
      spans: [],
      paragraph,
      clause: null,
      label: null,
      stitched: false,
      truncated: false,
    }),
  );
  return { language, source, paragraphs, segments, clauses: [] };
}

const anchorsOf = (
  axis: Position['axis'],
  en: readonly Place[],
  zh: readonly Place[],
  zhSource = 0,
): string[] =>
  findAnchors(sideOf('en', 0, axis, en), sideOf('zh', zhSource, axis, zh)).map(
    (each) => `${each.en} ${each.zh}`,
  );

describe('rows', () => {
  test('each row of both languages is between two', () => {
    const en: Place[] = [
      ['Fog', 0, 1],
      ['Rain', 1, 2],
      ['Sun', 2, 3],
    ];
    expect(
      anchorsOf('row', en, [
        ['雾', 0, 1],
        ['太阳', 2, 3],
      ]),
    ).toEqual(['0 0', '1 1', '2 1', '3 2']);
  });

  test('a cell over two rows holds them together', () => {
    const en: Place[] = [
      ['Fog', 0, 1],
      ['Rain', 1, 2],
      ['Sun', 2, 3],
    ];
    const zh: Place[] = [
      ['雾和雨', 0, 2],
      ['太阳', 2, 3],
    ];
    expect(anchorsOf('row', en, zh)).toEqual(['0 0', '2 1', '3 2']);
  });

  test('a column of numbers stays outside', () => {
    const en: Place[] = [
      ['1', 0, 1],
      ['Fog', 0, 1, 1],
      ['2', 1, 2],
      ['Rain', 1, 2, 1],
    ];
    expect(
      anchorsOf('row', en, [
        ['雾', 0, 1, 2],
        ['雨', 1, 2, 2],
      ]),
    ).toEqual(['1 0', '2 1', '3 1', '4 2']);
  });

  test('rows of two files are not compared', () => {
    expect(anchorsOf('row', [['Fog', 0, 1]], [['雾', 0, 1]], 1)).toEqual([]);
  });

  test('a table whose rows are in one language each gives none', () => {
    expect(
      anchorsOf(
        'row',
        [
          ['Fog', 0, 1],
          ['Rain', 2, 3],
        ],
        [
          ['雾', 1, 2],
          ['雨', 3, 4],
        ],
      ),
    ).toEqual([]);
  });
});

describe('times', () => {
  test('are no walls', () => {
    expect(anchorsOf('time', [['Fog', 0, 1000]], [['雾', 0, 1000]])).toEqual([]);
  });

  const times = Array.from({ length: 40 }, (_, index) => index * 3000 + ((index * 7919) % 1700));

  test.each([0, 2000, -2000, 45_000])('a shift of %i ms is found', (shift) => {
    const later = times.map((time, index) => time + shift + (index % 3) * 20);
    expect(Math.abs(sharedShift(times, later)! - shift)).toBeLessThanOrEqual(100);
    expect(
      Math.abs(
        sharedShift(
          times,
          later.filter((_, index) => index % 4 > 0),
        )! - shift,
      ),
    ).toBeLessThanOrEqual(100);
  });

  test('another speed, another film and too large a shift are no shift', () => {
    expect(
      sharedShift(
        times,
        times.map((time) => time * 1.2),
      ),
    ).toBeNull();
    expect(
      sharedShift(
        times,
        times.map((time) => time + 500_000),
      ),
    ).toBeNull();
    expect(
      sharedShift(
        times,
        times.map((time, index) => time + ((index * 104_729) % 2900)),
      ),
    ).toBeNull();
  });

  test('all at once ends', () => {
    const same = new Array<number>(20_000).fill(1000);
    expect(sharedShift(same, same)).toBe(0);
  });
});

import { describe, expect, test } from 'vitest';
import { clauseCost } from '../../packages/aligner/src/alignment/lattice/costs/clause-cost.js';
import { headingCost } from '../../packages/aligner/src/alignment/lattice/costs/heading-cost.js';
import { leaningCost } from '../../packages/aligner/src/alignment/lattice/costs/leaning-cost.js';
import { lengthCost } from '../../packages/aligner/src/alignment/lattice/costs/length-cost.js';
import { markCost } from '../../packages/aligner/src/alignment/lattice/costs/mark-cost.js';
import { numberCost } from '../../packages/aligner/src/alignment/lattice/costs/number-cost.js';
import { paragraphCost } from '../../packages/aligner/src/alignment/lattice/costs/paragraph-cost.js';
import { repeatCost } from '../../packages/aligner/src/alignment/lattice/costs/repeat-cost.js';
import { shapeCost } from '../../packages/aligner/src/alignment/lattice/costs/shape-cost.js';
import { timeCost } from '../../packages/aligner/src/alignment/lattice/costs/time-cost.js';
import {
  ANY_MARKER,
  BEGINS_AS_ALL_DO,
  type ScoredSide,
} from '../../packages/aligner/src/alignment/lattice/scoring-model.js';
import type { SideTimes } from '../../packages/aligner/src/alignment/lattice/times.js';
import {
  HEADING,
  type Headings,
  LIKE_HEADING,
  TEXT,
} from '../../packages/aligner/src/alignment/score/headings.js';
import { readMarks } from '../../packages/aligner/src/alignment/score/marks.js';
import type { MatchingSegment } from '../../packages/aligner/src/alignment/score/matching-segment.js';
import type { Rectangle } from '../../packages/aligner/src/alignment/score/rectangle.js';
import { WEIGHTS, type Weights } from '../../packages/aligner/src/alignment/score/weights.js';
import { finish } from '../../packages/aligner/src/common/steps.js';

const NONE = Object.fromEntries(Object.keys(WEIGHTS).map((name) => [name, 0])) as unknown as Weights;

/** How often a cost counts each weight: such costs are sums of weights. */
function counted(cost: (weights: Weights) => number): Record<string, number> {
  const counts = Object.keys(WEIGHTS).map((name) => [name, cost({ ...NONE, [name]: 1 })] as const);
  return Object.fromEntries(counts.filter(([, count]) => count !== 0));
}

/** The bead of all segments of both sides. */
const all = (en: { readonly length: number }, zh: { readonly length: number }): Rectangle => ({
  row: 0,
  i: en.length,
  column: 0,
  j: zh.length,
});

const marksOf = (texts: readonly string[]) =>
  finish(readMarks(texts.map((text) => ({ text, label: null }) as unknown as MatchingSegment)));

describe('what a bead costs by its punctuation', () => {
  test.each<[string, readonly string[], readonly string[], Record<string, number>]>([
    ['nothing to say', ['The quay is wet.'], ['码头是湿的。'], {}],
    ['one asks', ['Is it wet?'], ['码头是湿的。'], { endingDiffers: 1, questionMarks: 1 }],
    ['the other asks', ['It is wet.'], ['湿吗？'], { endingDiffers: 1, questionMarks: 1 }],
    ['both ask', ['Is it wet?'], ['湿吗？'], { questionAgrees: -1 }],
    ['both shout', ['It is wet!'], ['湿了！'], {}],
    ['one shouts twice', ['Wet! Wet!'], ['湿了！'], { exclamationMarks: 1 }],
    [
      'five times more is as three',
      ['Wet?'],
      ['湿？湿？湿？湿？湿？湿？'],
      { questionAgrees: -1, questionMarks: 3 },
    ],
    ['both announce', ['He said:'], ['他说：'], { colonAgrees: -1 }],
    ['both trail off', ['It was wet...'], ['码头是湿的……'], { trailingOffAgrees: -1 }],
    ['both go on', ['It was wet;'], ['码头是湿的；'], { semicolonAgrees: -1 }],
    ['both speak', ['“Wet.”'], ['“湿了。”'], { openingAgrees: -1, closingAgrees: -1 }],
    ['one speaks', ['“Wet.”'], ['湿了。'], { openingDiffers: 1, closingDiffers: 1, quoteCount: 1 }],
    ['one goes on speaking', ['Then “wet.'], ['然后“湿”了。'], { speakingDiffers: 1 }],
    ['a colon inside', ['He said:', 'Wet.'], ['他说湿了。'], { colonInside: 1 }],
    ['a colon inside the other', ['He said wet.'], ['他说：', '湿了。'], { colonInside: 1 }],
    [
      'a quotation begins inside',
      ['He said.', '“Wet.”'],
      ['他说。“湿了。”'],
      { openingInsideEnglish: 1, closingAgrees: -1 },
    ],
    [
      'a quotation begins inside the other',
      ['He said. “Wet.”'],
      ['他说。', '“湿了。”'],
      { openingInsideChinese: 1, closingAgrees: -1 },
    ],
    [
      'questions of all segments count',
      ['Wet?', 'Cold?', 'Who knows.'],
      ['湿？', '谁知道。'],
      { questionMarks: 1 },
    ],
  ])('%s', (_, en, zh, wanted) => {
    const cost = (weights: Weights): number => markCost(marksOf(en), marksOf(zh), all(en, zh), weights);
    expect(counted(cost)).toEqual(wanted);
  });

  test('goes by the segments of the bead alone', () => {
    const en = marksOf(['Who?', 'Wet.', 'He said:']);
    const zh = marksOf(['谁？', '湿了。', '他说：']);
    expect(counted((weights) => markCost(en, zh, { row: 1, i: 2, column: 1, j: 2 }, weights))).toEqual({});
  });
});

const side = (parts: Partial<ScoredSide>): ScoredSide => parts as ScoredSide;

describe('what a bead costs by its clauses', () => {
  const cost = (en: readonly number[], zh: readonly number[]) =>
    counted((weights) =>
      clauseCost(
        side({ marker: Int32Array.from(en) }),
        side({ marker: Int32Array.from(zh) }),
        all(en, zh),
        weights,
      ),
    );

  test.each<[string, readonly number[], readonly number[], Record<string, number>]>([
    ['neither has a marker', [0], [0], {}],
    ['both have the same', [7], [7], { labelAgrees: -1 }],
    ['they have different ones', [7], [8], { labelDiffers: 1 }],
    ['one has one', [7], [0], { labelDiffers: 0.5 }],
    ['the other has one', [0], [7], { labelDiffers: 0.5 }],
    ['a number that tells nothing, with one', [7], [ANY_MARKER], {}],
    ['a number that tells nothing, with none', [0], [ANY_MARKER], { labelDiffers: 0.5 }],
    ['one inside', [7, 8], [7], { labelAgrees: -1, labelInside: 1 }],
    ['two inside the other', [0], [0, 8, 9], { labelInside: 2 }],
  ])('%s', (_, en, zh, wanted) => expect(cost(en, zh)).toEqual(wanted));
});

const ALL_DO = BEGINS_AS_ALL_DO;
/** What begins a paragraph as an entry of a list. */
const ITEM = 9;

describe('what a bead costs by its paragraphs', () => {
  test.each<[string, readonly number[], readonly number[], Record<string, number>]>([
    ['neither begins one', [0], [0], {}],
    ['both begin one', [1], [1], { paragraphAgrees: -1 }],
    ['one begins one', [1], [0], { paragraphDiffers: 1 }],
    ['the other begins one', [0], [1], { paragraphDiffers: 1 }],
    ['one begins inside', [1, 1, 0], [1], { paragraphAgrees: -1, paragraphInside: 1 }],
    ['two begin inside the other', [0], [0, 1, 1], { paragraphInside: 2 }],
    ['both begin one as all do', [ALL_DO], [ALL_DO], {}],
    ['one begins one as all of its side do', [ALL_DO], [1], {}],
    ['the other begins none where all of this side do', [ALL_DO], [0], { paragraphDiffers: 1 }],
    ['one begins inside as all do', [ALL_DO, ALL_DO], [ALL_DO], { paragraphInside: 2 / 3 }],
    [
      'an entry of a list begins inside',
      [1, ITEM],
      [1],
      { paragraphAgrees: -1, paragraphInside: 1, itemInside: 1 },
    ],
    ['both begin with one', [ITEM], [ITEM], { paragraphAgrees: -1 }],
  ])('%s', (_, en, zh, wanted) => {
    const begins = (values: readonly number[]) =>
      side({
        beginsParagraph: Uint8Array.from(values, (value) => (value === ITEM ? 1 : value)),
        beginsItem: Uint8Array.from(values, (value) => (value === ITEM ? 1 : 0)),
      });
    const cost = (weights: Weights): number => paragraphCost(begins(en), begins(zh), all(en, zh), weights);
    expect(counted(cost)).toEqual(wanted);
  });
});

describe('what a bead costs by its headings', () => {
  test.each<[string, readonly number[], readonly number[], Record<string, number>]>([
    ['text with text', [TEXT], [TEXT], {}],
    ['a heading with a heading', [HEADING], [HEADING], { headingAgrees: -1 }],
    [
      'what looks like one with what does',
      [LIKE_HEADING],
      [LIKE_HEADING],
      { headingAgrees: -0.5 * 0.8 * 0.6 },
    ],
    ['a heading with what looks like one', [HEADING], [LIKE_HEADING], {}],
    ['a heading with text', [HEADING], [TEXT], { headingDiffers: 1 }],
    ['text with what looks like a heading', [TEXT], [LIKE_HEADING], { headingDiffers: 0.5 * 0.6 }],
    ['a heading in one bead with text', [HEADING, TEXT], [TEXT], { headingJoined: 1 }],
    ['what looks like one in a bead with text', [TEXT], [TEXT, LIKE_HEADING], { headingJoined: 0.8 * 0.6 }],
    ['two headings with one', [HEADING, HEADING], [HEADING], { headingAgrees: -1 }],
  ])('%s', (_, en, zh, wanted) => {
    const headings = (values: readonly number[], tells: number) =>
      ({ kind: Uint8Array.from(values), tells }) as unknown as Headings;
    const cost = (weights: Weights): number =>
      headingCost(headings(en, 0.8), headings(zh, 0.6), all(en, zh), weights);
    const found = counted(cost);
    expect(Object.keys(found)).toEqual(Object.keys(wanted));
    for (const [name, count] of Object.entries(wanted)) expect(found[name]).toBeCloseTo(count, 9);
  });
});

describe('what a bead costs by its shape, its lengths and its numbers', () => {
  test.each<[number, number, Record<string, number>]>([
    [1, 1, {}],
    [1, 2, { further: 1 }],
    [3, 1, { further: 2 }],
    [2, 2, { further: 2, severalOnBoth: 1 }],
    [2, 3, { further: 3, severalOnBoth: 1, beyondTwoAndTwo: 1 }],
    [4, 1, { further: 3 }],
  ])('%d to %d', (n, m, wanted) => {
    expect(counted((weights) => shapeCost(n, m, weights))).toEqual(wanted);
  });

  test.each<[string, readonly string[], Record<string, number>]>([
    [
      'one that begins with a pronoun',
      ['The tide fell.', 'It left the boats on the mud.'],
      { leaningInside: -1 },
    ],
    ['two of them', ['Ann rowed.', 'She sang.', 'We heard her.', 'Gulls cried.'], { leaningInside: -2 }],
    ['the first leans on none in the bead', ['It fell.', 'The boats lay on the mud.'], {}],
    ['a word that only begins like one', ['The tide fell.', 'Items lay on the mud.'], {}],
    ['speech begins anew', ['The tide fell.', '“It is late.”'], {}],
  ])('segments that lean on the one before them: %s', (_, en, wanted) => {
    expect(counted((weights) => leaningCost(marksOf(en), 0, en.length, weights))).toEqual(wanted);
  });

  test.each<[string, readonly string[], readonly string[], Record<string, number>]>([
    [
      'a title and a date twice',
      ['Tides', 'May 1', 'Tides', 'May 1'],
      ['潮汐', '5月1日'],
      { repeatedInside: 2 },
    ],
    ['a date with a title between', ['May 1', 'Tides', 'May 1'], ['5月1日'], { repeatedInside: 1 }],
    ['the other side', ['Tides'], ['潮汐', '5月1日', '潮汐'], { repeatedInside: 1 }],
    ['both sides', ['Row!', 'Now.', 'Row!'], ['划！', '现在。', '划！'], {}],
    ['lines without text', ['Row', '', 'now', ''], ['现在划'], {}],
    ['a call that is repeated at once', ['Row!', 'Row!', 'Row!'], ['划！'], {}],
  ])('what one side says again: %s', (_, en, zh, wanted) => {
    const cost = (weights: Weights): number => repeatCost(marksOf(en), marksOf(zh), all(en, zh), weights);
    expect(counted(cost)).toEqual(wanted);
  });

  test('what stood before the bead is not said again in it', () => {
    const en = marksOf(['Tides', 'May 1', 'Tides', 'Ships']);
    expect(repeatCost(en, marksOf(['潮汐', '船']), { row: 1, i: 4, column: 0, j: 2 }, WEIGHTS)).toBe(0);
  });

  test('lengths cost the square of their difference from what is expected, and no more than the limit', () => {
    const weights = { ...NONE, length: 2, lengthLimit: 7, lengthVariance: 4 };
    expect(lengthCost(100, 30, 0.3, weights)).toBe(0);
    expect(lengthCost(100, 38, 0.3, weights)).toBeCloseTo((2 * 8 * 8) / (4 * (30 + 38 + 2)), 9);
    expect(lengthCost(100, 22, 0.3, weights)).toBeCloseTo((2 * 8 * 8) / (4 * (30 + 22 + 2)), 9);
    expect(lengthCost(10, 9000, 0.3, weights)).toBe(7);
  });

  test.each([
    [0, {}],
    [1, { numberMissing: 1 }],
    [2, { numberMissing: 1, numberMissingFurther: 1 }],
    [4, { numberMissing: 1, numberMissingFurther: 3 }],
    [9, { numberMissing: 1, numberMissingFurther: 3 }],
  ])('%d numbers that one side lacks', (missing, wanted) => {
    expect(counted((weights) => numberCost(missing, weights))).toEqual(wanted);
  });
});

describe('what a bead costs by its times', () => {
  const times = (...spans: readonly (readonly [number, number])[]) =>
    ({
      start: Float64Array.from(spans, ([start]) => start),
      end: Float64Array.from(spans, ([, end]) => end),
    }) as unknown as SideTimes;
  const timing = { strength: 2, step: 1000 } as never;
  const cost = (en: SideTimes, zh: SideTimes) =>
    counted((weights) => timeCost(timing, en, zh, all(en.start, zh.start), weights));

  test.each<[string, SideTimes, SideTimes, Record<string, number>]>([
    ['shown together', times([0, 2000]), times([0, 2000]), { timesAgree: -2 }],
    ['for a part', times([0, 2000]), times([1000, 4000]), { timesDiffer: 1.5, timesAgree: -0.5 }],
    ['one after the other', times([0, 2000]), times([2000, 3000]), { timesDiffer: 2 }],
    ['a step apart', times([0, 2000]), times([3000, 4000]), { timesDiffer: 2, timesApart: 2 }],
    ['far apart', times([0, 2000]), times([90_000, 91_000]), { timesDiffer: 2, timesApart: 6 }],
    ['without a time', times([NaN, NaN]), times([0, 2000]), {}],
    [
      'both going over to the next',
      times([0, 1000], [1100, 2000]),
      times([0, 1000], [1200, 2000]),
      { timesAgree: -2, timeInside: 2 },
    ],
    [
      'one later than the other',
      times([0, 500], [600, 2000]),
      times([0, 1000], [1200, 2000]),
      { timesAgree: -2 },
    ],
  ])('%s', (_, en, zh, wanted) => expect(cost(en, zh)).toEqual(wanted));
});

import { align, DuiqiError, proposeCut, realign } from 'duiqi';
import { records, toXlsx } from 'duiqi/pairs';
import {
  type Act,
  applyAct,
  History,
  type Review,
  type ReviewRow,
  reviewedAlignment,
  startReview,
} from 'duiqi/review';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { expectConservation } from '../helpers/conservation.js';

const EN = [
  'The station opened in 1901.',
  'It was built of brick.',
  'The clock has never been right.',
  'The mill ground 12 sacks.',
];
const ZH = ['车站于1901年开放，由砖砌成。', '大钟从来没有准过。', '候车室里养了一只猫。', '磨坊磨了十二袋。'];

const TEXT = `${EN[0]} ${EN[1]}\n\n${ZH[0]}\n\n${EN[2]}\n\n${ZH[1]}\n\n${ZH[2]}\n\n${EN[3]}\n\n${ZH[3]}\n`;
const named = { names: ['town.md'] };

let start: Review;
beforeAll(async () => {
  start = startReview(await align(TEXT, named));
});

const acted = (...acts: readonly Act[]): Review =>
  acts.reduce((review, act) => applyAct(review, act).review, start);
const shown = ({ rows }: Review): string[] => rows.map(({ en, zh }) => `${en.text} | ${zh.text}`);
/** The id of the row with some text. */
const at = (part: string, { rows } = start): string =>
  rows.find(({ en, zh }) => en.text.includes(part) || zh.text.includes(part))!.id;
const refusal = (act: unknown, review = start): string => {
  try {
    applyAct(review, act as Act);
  } catch (error) {
    expect(error).toBeInstanceOf(DuiqiError);
    expect(error).toMatchObject({ code: 'bad-act' });
    return (error as Error).message;
  }
  throw new Error('It was done.');
};

const WHOLE = `${EN[0]} ${EN[1]} | ${ZH[0]}`;
const CLOCK = `${EN[2]} | ${ZH[1]}`;
const CAT = ` | ${ZH[2]}`;
const MILL = `${EN[3]} | ${ZH[3]}`;

test('begins with the rows of the alignment, with the ids that files have', () => {
  expect(shown(start)).toEqual([WHOLE, CLOCK, CAT, MILL]);
  expect(start.rows.map(({ id }) => id)).toEqual(
    [...records(start.alignment, { unaligned: true })].map(({ id }) => id),
  );
  expect(start.rows[0]).toMatchObject({
    bead: '2-1',
    state: 'untouched',
    comment: null,
    edited: false,
    notes: [],
    en: {
      original: `${EN[0]} ${EN[1]}`,
      places: [
        { start: 0, end: 27 },
        { start: 28, end: 50 },
      ],
    },
  });
  expect(start.rows[2]).toMatchObject({ score: null, notes: ['it has no counterpart'] });
  expect(reviewedAlignment(start)).toBe(start.alignment);
});

describe('acts', () => {
  it.each<[string, () => readonly Act[], readonly string[]]>([
    ['merge', () => [{ type: 'merge', row: at('clock') }], [WHOLE, `${EN[2]} | ${ZH[1]}${ZH[2]}`, MILL]],
    [
      'split, between sentences and within one',
      () => [{ type: 'split', row: at('station'), en: 27, zh: 10 }],
      [`${EN[0]} | 车站于1901年开放`, `${EN[1]} | ，由砖砌成。`, CLOCK, CAT, MILL],
    ],
    [
      'split, of one side',
      () => [{ type: 'split', row: at('station'), en: 28 }],
      [`${EN[0]} | ${ZH[0]}`, `${EN[1]} | `, CLOCK, CAT, MILL],
    ],
    [
      'split, and merged again',
      () => [
        { type: 'split', row: at('station'), en: 11, zh: 2 },
        { type: 'merge', row: at('station') },
      ],
      [WHOLE, CLOCK, CAT, MILL],
    ],
    [
      'move, the last sentence down',
      () => [{ type: 'move', row: at('station'), side: 'en', which: 'last' }],
      [`${EN[0]} | ${ZH[0]}`, `${EN[1]} ${EN[2]} | ${ZH[1]}`, CAT, MILL],
    ],
    [
      'move, the only one up: what is left empty is no more',
      () => [{ type: 'move', row: at('猫'), side: 'zh', which: 'first' }],
      [WHOLE, `${EN[2]} | ${ZH[1]}${ZH[2]}`, MILL],
    ],
    [
      'place, into a row far off, in the order of the document',
      () => [{ type: 'place', row: at('station'), side: 'en', segment: 1, to: at('mill') }],
      [`${EN[0]} | ${ZH[0]}`, CLOCK, CAT, `${EN[1]} ${EN[3]} | ${ZH[3]}`],
    ],
    [
      'place, as a row of its own',
      () => [{ type: 'place', row: at('station'), side: 'en', segment: 0, to: at('mill'), where: 'before' }],
      [`${EN[1]} | ${ZH[0]}`, CLOCK, CAT, `${EN[0]} | `, MILL],
    ],
    [
      'place, of all that a row has: the row goes there',
      () => [{ type: 'place', row: at('猫'), side: 'zh', segment: 0, to: at('station'), where: 'before' }],
      [CAT, WHOLE, CLOCK, MILL],
    ],
    ['part', () => [{ type: 'part', row: at('mill') }], [WHOLE, CLOCK, CAT, `${EN[3]} | `, ` | ${ZH[3]}`]],
    [
      'pair',
      () => [
        { type: 'part', row: at('clock') },
        { type: 'pair', rows: [at('猫'), at('clock')] },
      ],
      [WHOLE, `${EN[2]} | ${ZH[2]}`, ` | ${ZH[1]}`, MILL],
    ],
    [
      'insert',
      () => [{ type: 'insert', after: at('clock'), en: 'A new one.' }],
      [WHOLE, CLOCK, 'A new one. | ', CAT, MILL],
    ],
    [
      'edit, a gap too',
      () => [{ type: 'edit', row: at('猫'), side: 'en', text: ' A cat was kept. ' }],
      [WHOLE, CLOCK, `A cat was kept. | ${ZH[2]}`, MILL],
    ],
    ['delete', () => [{ type: 'delete', row: at('clock') }], [WHOLE, CAT, MILL]],
  ])('%s', (_, acts, rows) => {
    const review = acted(...acts());
    expect(shown(review)).toEqual(rows);
    expectConservation(reviewedAlignment(review));
  });

  it('say what was done to a row, and that it is not what was confirmed any more', () => {
    const id = at('mill');
    const confirmed = acted({ type: 'confirm', row: id }, { type: 'comment', row: id, text: 'Checked.' });
    expect(confirmed.rows[3]).toMatchObject({
      state: 'confirmed',
      comment: 'Checked.',
      score: start.rows[3]!.score,
    });
    const edited = applyAct(confirmed, { type: 'edit', row: id, side: 'zh', text: '磨坊磨了七袋。' }).review;
    expect(edited.rows[3]).toMatchObject({
      state: 'untouched',
      edited: true,
      flags: ['number-mismatch'],
      notes: ['the numbers differ: only the English has 12'],
      zh: { text: '磨坊磨了七袋。', original: ZH[3], edited: true },
    });
    const back = applyAct(edited, { type: 'edit', row: id, side: 'zh', text: ZH[3]! }).review;
    expect(back.rows[3]).toMatchObject({ edited: false, flags: [] });
    const doubtful = applyAct(confirmed, { type: 'doubt', row: id }).review;
    expect(doubtful.rows[3]).toMatchObject({
      flags: ['doubted'],
      notes: ['a person has said no to it, or has doubts'],
    });
    const merged = applyAct(doubtful, { type: 'merge', row: at('猫') }).review;
    expect(merged.rows.at(-1)).toMatchObject({ state: 'doubtful', score: null, comment: 'Checked.' });
  });

  it('split what a person has worded where she says, and the text beneath with it', () => {
    const id = at('station');
    const review = acted(
      {
        type: 'edit',
        row: id,
        side: 'en',
        text: 'The old station opened in 1901. It was built of red brick.',
      },
      { type: 'split', row: id, en: 31, zh: 11 },
    );
    expect(review.rows.slice(0, 2).map(({ en }) => [en.text, en.original])).toEqual([
      ['The old station opened in 1901.', EN[0]],
      ['It was built of red brick.', EN[1]],
    ]);
  });

  it.each<[string, () => unknown]>([
    ['There is no row "none" (any more).', () => ({ type: 'merge', row: 'none' })],
    ['The last row has none behind it', () => ({ type: 'merge', row: at('mill') })],
    ['cannot be cut at 99', () => ({ type: 'split', row: at('mill'), en: 99 })],
    ['Nothing stands before the cut', () => ({ type: 'split', row: at('mill'), en: 0, zh: 0 })],
    ['Nothing stands behind the cut', () => ({ type: 'split', row: at('mill') })],
    ['no row before the first one', () => ({ type: 'move', row: at('station'), side: 'en', which: 'first' })],
    ['no English text', () => ({ type: 'move', row: at('猫'), side: 'en', which: 'first' })],
    ['A side is "en" or "zh"', () => ({ type: 'edit', row: at('mill'), side: 'fr', text: 'x' })],
    [
      'no English segment 7',
      () => ({ type: 'place', row: at('mill'), side: 'en', segment: 7, to: at('clock') }),
    ],
    ['text in one language only', () => ({ type: 'part', row: at('猫') })],
    ['Two different rows', () => ({ type: 'pair', rows: [at('mill'), at('mill')] })],
    ['needs a text', () => ({ type: 'insert', after: null })],
    ['part the row, or delete it', () => ({ type: 'edit', row: at('mill'), side: 'en', text: ' ' })],
    ['There is no act "dance"', () => ({ type: 'dance' })],
    ['are not there any more', () => ({ type: 'restore', edits: [{ at: 0, remove: ['none'], rows: [] }] })],
    [
      'another part of the document',
      () => ({ type: 'restore', edits: [{ at: 0, remove: [at('station')], rows: [] }] }),
    ],
  ])('refuse: %s', (message, act) => {
    expect(refusal(act())).toContain(message);
  });

  it('come several as one, and none where one does not apply', () => {
    const history = new History(start.alignment);
    const several: Act = {
      type: 'several',
      acts: [
        { type: 'split', row: at('station'), en: 28, zh: 11 },
        { type: 'confirm', row: at('station') },
      ],
    };
    expect(history.act(several).rows[0]).toMatchObject({ state: 'confirmed' });
    expect(() =>
      history.act({ ...several, acts: [...several.acts, { type: 'part', row: 'none' }] }),
    ).toThrow();
    expect(history.acts).toEqual([several]);
    expect(history.undo()).toBe(several);
    expect(shown(history.review)).toEqual(shown(start));
    expect(history.undo()).toBeNull();
    expect(history.redo()).toBe(several);
    history.undo();
    history.act({ type: 'delete', row: at('mill') });
    expect(history.canRedo).toBe(false);
  });
});

describe('the reviewed alignment', () => {
  const reviewed = () =>
    acted(
      { type: 'split', row: at('station'), en: 28, zh: 11 },
      { type: 'confirm', row: at('station') },
      { type: 'edit', row: at('猫'), side: 'en', text: 'A cat was kept.' },
      { type: 'comment', row: at('猫'), text: 'Ours.' },
      { type: 'delete', row: at('clock') },
    );

  it('goes into every file as what the option update takes over does', async () => {
    const alignment = reviewedAlignment(reviewed());
    const all = [...records(alignment, { unaligned: true })];
    expect(all.map(({ en, zh, bead, confirmed, note }) => [en, zh, bead, confirmed, note])).toEqual([
      [EN[0], '车站于1901年开放，', '1-1', true, undefined],
      [EN[1], '由砖砌成。', '1-1', undefined, undefined],
      ['A cat was kept.', ZH[2], '0-1', undefined, 'Ours.'],
      [EN[3], ZH[3], '1-1', undefined, undefined],
    ]);
    expect(new Set(all.map(({ id }) => id)).size).toBe(4);
    // What holds what it held keeps its id.
    expect(all.slice(2).map(({ id }) => id)).toEqual([at('猫'), at('mill')]);
    const updated = await align(TEXT, { ...named, update: all });
    // The text that was deleted is the document's: it comes back, and what is beside it and hers in nothing is aligned anew.
    const [{ id, ...first }, , cat] = all;
    expect([...records(updated, { unaligned: true })]).toEqual(
      expect.arrayContaining([{ id, ...first }, cat]),
    );
    expect([...(await toXlsx(alignment))].length).toBeGreaterThan(0);
  });

  it('says what was deleted', () => {
    const { diagnostics, markup, sources } = reviewedAlignment(reviewed());
    expect(diagnostics.at(-1)).toMatchObject({
      code: 'deleted',
      severity: 'info',
      message: `Deleted by hand: “${EN[2]}” – “${ZH[1]}”.`,
    });
    const texts = markup.flatMap((spans, source) =>
      spans.map(({ start, end }) => sources[source]!.text.slice(start, end)),
    );
    expect(texts).toEqual([EN[2], ZH[1]]);
  });
});

test('realign aligns the rest anew around what was confirmed', async () => {
  const confirmed = acted(
    { type: 'split', row: at('station'), en: 28, zh: 11 },
    { type: 'confirm', row: `${at('station')}.2` },
    { type: 'merge', row: at('clock') },
  );
  const again = await realign(confirmed);
  expect(shown(again)).toEqual([`${EN[0]} | 车站于1901年开放，`, `${EN[1]} | 由砖砌成。`, CLOCK, CAT, MILL]);
  expect(again.rows.map(({ state }) => state)).toEqual([
    'untouched',
    'confirmed',
    'untouched',
    'untouched',
    'untouched',
  ]);
  expect(again.rows[2]!.id).toBe(at('clock'));
});

test('proposeCut finds the place on the other side', async () => {
  const text = [
    'The ferry sails at noon, but in winter it stays in the harbour, and tickets are sold on the pier.',
    '渡轮正午开航，但冬天留在港口，船票在码头出售。',
    'Nobody came 1,000 times.',
    '没有人来过1,000次。',
  ].join('\n\n');
  const review = startReview(await align(text, named));
  const [ferry, nobody] = review.rows;
  const proposed = async (row: ReviewRow, side: 'en' | 'zh', before: string) => {
    const other = side === 'en' ? 'zh' : 'en';
    const offset = await proposeCut(review, row.id, side, before.length);
    return row[other].text.slice(0, offset ?? 0);
  };
  expect(await proposed(ferry!, 'en', 'The ferry sails at noon,')).toBe('渡轮正午开航，');
  expect(await proposed(ferry!, 'zh', '渡轮正午开航，')).toBe('The ferry sails at noon, ');
  expect(
    await proposed(ferry!, 'en', 'The ferry sails at noon, but in winter it stays in the harbour,'),
  ).toBe('渡轮正午开航，但冬天留在港口，');
  expect(await proposeCut(review, nobody!.id, 'en', 0)).toBeNull();
  await expect(proposeCut(review, 'none', 'en', 3)).rejects.toMatchObject({ code: 'bad-act' });
});

import { readFileSync } from 'node:fs';
import { align, alignExplained, DuiqiError, explain } from 'duiqi';
import { readPairs, records, toJsonl, toTmx } from 'duiqi/pairs';
import {
  alignmentOfPairs,
  applyAct,
  History,
  packedProject,
  projectElement,
  readProject,
  recut,
  replay,
  reviewedPairs,
  startReview,
  writeProject,
} from 'duiqi/review';
import { describe, expect, it } from 'vitest';

const EN =
  'The orchard opens at nine. Visitors pick their own pears. Dogs stay outside.\n\nThe gate closes at five.\n';
const ZH = '果园九点开门。游客自己摘梨。狗须留在外面。\n\n大门五点关闭。\n';
const alignment = await align({ en: EN, zh: ZH }, { names: ['orchard.en.txt', 'orchard.zh.txt'] });

describe('another way to cut', () => {
  const bead = (en: readonly [number, number], zh: readonly [number, number]) =>
    ({
      en: { start: en[0], end: en[1] },
      zh: { start: zh[0], end: zh[1] },
    }) as (typeof alignment.ladder)[number];

  it('takes the place of the rows that hold the same sentences, in one act that can be undone', () => {
    const history = new History(alignment);
    const before = history.review.rows.map(({ en, zh }) => [en.text, zh.text]);
    const act = recut(history.review, [bead([0, 2], [0, 1]), bead([2, 3], [1, 3])]);
    history.act(act);
    expect(history.review.rows.map(({ en, zh }) => [en.text, zh.text])).toEqual([
      ['The orchard opens at nine. Visitors pick their own pears.', '果园九点开门。'],
      ['Dogs stay outside.', '游客自己摘梨。狗须留在外面。'],
      ['The gate closes at five.', '大门五点关闭。'],
    ]);
    expect(replay(alignment, JSON.parse(JSON.stringify(history.acts))).rows).toEqual(history.review.rows);
    history.undo();
    expect(history.review.rows.map(({ en, zh }) => [en.text, zh.text])).toEqual(before);
  });

  it('leaves rows alone that it does not change', () => {
    const review = startReview(alignment);
    const { review: after } = applyAct(review, recut(review, [bead([0, 1], [0, 1]), bead([1, 3], [1, 3])]));
    expect(after.rows[0]).toBe(review.rows[0]);
    expect(after.rows).toHaveLength(3);
  });

  it('is refused where a person has confirmed or worded one of the rows, or put something else into it', () => {
    const beads = [bead([0, 2], [0, 2])];
    const review = startReview(alignment);
    const [row] = review.rows;
    for (const act of [
      { type: 'confirm', row: row!.id },
      { type: 'edit', row: row!.id, side: 'en', text: 'It opens at nine.' },
    ] as const) {
      expect(() => recut(applyAct(review, act).review, beads)).toThrow(DuiqiError);
    }
    const merged = applyAct(review, { type: 'merge', row: review.rows[1]!.id }).review;
    expect(() => recut(merged, beads)).toThrow(/take that back first/);
  });
});

describe('an alignment that is explained', () => {
  it('explains any pair as explain does, without aligning again', async () => {
    const input = { en: EN, zh: ZH };
    const explained = await alignExplained(input);
    expect(explained.alignment).toEqual(await align(input));
    expect(explained.explain(2)).toEqual(await explain(input, 2));
    expect(() => explained.explain(9)).toThrow('There is no pair 9');
  });
});

describe('a project', () => {
  const history = new History(alignment);
  history.act({ type: 'merge', row: history.review.rows[0]!.id });
  const project = { title: 'Orchard <b>', alignment, acts: history.acts, position: 1 };

  it('comes back whole from its text', async () => {
    const read = await readProject(writeProject(project));
    expect(read).toEqual(JSON.parse(JSON.stringify(project)));
    expect(replay(read.alignment, read.acts).rows).toEqual(history.review.rows);
  });

  it('keeps what an earlier review had worded', async () => {
    const update = [
      { ...alignment.pairs[0]!, id: 'a', en: 'The orchard opens at ten.', zh: '果园十点开门。' },
    ].map(({ id, en, zh }) => ({
      id,
      en,
      zh,
      score: 1,
      bead: '1-1',
      clause: null,
      flags: [],
      en_spans: [[0, 26] as const],
      zh_spans: [[0, 7] as const],
      doc: 'orchard.en.txt | orchard.zh.txt',
      confirmed: true as const,
    }));
    const again = await align({ en: EN, zh: ZH }, { names: ['orchard.en.txt', 'orchard.zh.txt'], update });
    const read = await readProject(writeProject({ ...project, alignment: again, acts: [] }));
    expect(read.alignment).toEqual(JSON.parse(JSON.stringify(again)));
  });

  it.each(['', '{}', 'null', '[1', '{"format":"duiqi-project","version":1}'])(
    'is refused in %j',
    async (text) => {
      await expect(readProject(text)).rejects.toThrow(
        /^The project could not be opened: it is (none, or it is )?damaged/,
      );
    },
  );

  it('of a later version is refused in words', async () => {
    await expect(readProject('{"format":"duiqi-project","version":2}')).rejects.toThrow('it is of version 2');
  });

  it('stands in an element of a page', () => {
    expect(packedProject(`<p>${projectElement('QUJD')}</p>`)).toBe('QUJD');
    expect(packedProject('<p id="duiqi-project">QUJD</p>')).toBe(null);
  });
});

const report = await align(readFileSync(new URL('../../examples/work-report.md', import.meta.url)), {
  names: ['report.md'],
});

describe('pairs of a file', () => {
  it.each([
    ['memory.tmx', [...toTmx(report)].join('')],
    ['pairs.jsonl', [...toJsonl(report, { unaligned: true })].join('')],
  ])('%s are reviewed, and written as they were where nothing was done', async (name, text) => {
    const pairs = await readPairs(text, { names: [name] });
    const review = startReview(await alignmentOfPairs(pairs, name));
    expect(review.rows.map(({ en, zh }) => [en.text, zh.text])).toEqual(
      [...pairs].map(({ en, zh }) => [en, zh]),
    );
    expect([...records(reviewedPairs(review), { unaligned: true })]).toEqual([...pairs]);

    const row = review.rows[4]!;
    const { review: after } = applyAct(review, {
      type: 'several',
      acts: [
        { type: 'edit', row: row.id, side: 'en', text: 'Another wording.' },
        { type: 'confirm', row: row.id },
        { type: 'merge', row: review.rows[7]!.id },
      ],
    });
    const written = [...records(reviewedPairs(after), { unaligned: true })];
    expect(written).toHaveLength([...pairs].length - 1);
    expect(written[4]).toMatchObject({ en: 'Another wording.', confirmed: true });
    expect(written.slice(0, 4)).toEqual([...pairs].slice(0, 4));
  });

  it('without scores have none invented', async () => {
    const pairs = await readPairs('en\tzh\nPears\t梨\n30 apples\t20个苹果\n', { names: ['fruit.tsv'] });
    const review = startReview(await alignmentOfPairs(pairs, 'fruit.tsv'));
    expect(review.rows.map(({ flags }) => flags)).toEqual([[], ['number-mismatch']]);
    expect([...records(reviewedPairs(review))].map(({ score }) => score)).toEqual([null, null]);
  });
});

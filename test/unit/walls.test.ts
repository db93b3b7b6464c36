import { type AlignInput, align } from 'duiqi';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinWalls, type Wall } from '../../packages/aligner/src/alignment/lattice/walls.js';

/** Walls as `en-zh en-zh …`. */
function parse(walls: string): Wall[] {
  return walls
    .split(' ')
    .filter((wall) => wall !== '')
    .map((wall) => wall.split('-').map(Number))
    .map(([en, zh]) => ({ en, zh }));
}
const write = (walls: readonly Wall[]): string => walls.map(({ en, zh }) => `${en}-${zh}`).join(' ');

describe('walls of two kinds', () => {
  test.each([
    ['nothing certain', '', '1-1 2-3', '1-1 2-3'],
    ['nothing likely', '1-1 2-3', '', '1-1 2-3'],
    ['in turn', '2-2 4-4', '1-1 3-3 5-5', '1-1 2-2 3-3 4-4 5-5'],
    ['across one that is certain', '2-2', '1-3 3-1', '2-2'],
    ['in the row or column of one that is certain', '2-2', '2-1 2-3', '2-1 2-2 2-3'],
    ['the same', '2-2', '2-2', '2-2 2-2'],
    ['one-sided stretches', '2-2 4-2', '3-2 3-3', '2-2 3-2 4-2'],
  ])('%s', (_, certain, likely, expected) => {
    expect(write(joinWalls(parse(certain), parse(likely)))).toBe(expected);
  });

  const inOrder = fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 8 }).map((steps) => {
    let [en, zh] = [0, 0];
    return steps.map(([right, down]): Wall => {
      en += right;
      zh += down;
      return { en, zh };
    });
  });

  test('all that are certain stay, what a path can reach besides stays too, and all are in order', () => {
    const property = fc.property(inOrder, inOrder, (certain, likely) => {
      const joined = joinWalls(certain, likely);
      for (const [index, wall] of joined.entries()) {
        const before = joined[index - 1] ?? { en: 0, zh: 0 };
        expect(wall.en >= before.en && wall.zh >= before.zh, write(joined)).toBe(true);
      }
      const fits = likely.filter((wall) =>
        certain.every((other) => (wall.en - other.en) * (wall.zh - other.zh) >= 0),
      );
      const sorted = (walls: readonly Wall[]): string[] => walls.map((wall) => write([wall])).sort();
      expect(sorted(joined)).toEqual(sorted([...certain, ...fits]));
    });
    fc.assert(property, { seed: 20261122, numRuns: 500 });
  });
});

/** All beads as `English | Chinese`, `-` where there is no counterpart. */
async function ladder(input: AlignInput): Promise<string[]> {
  const { pairs, unaligned } = await align(input, { format: typeof input === 'string' ? 'csv' : 'text' });
  const beads = [
    ...pairs.map(({ en, zh, index }) => ({ index, texts: `${en.text} | ${zh.text}` })),
    ...unaligned.map(({ language, side, index }) => {
      return { index, texts: language === 'en' ? `${side.text} | -` : `- | ${side.text}` };
    }),
  ];
  return beads.sort((a, b) => a.index - b.index).map(({ texts }) => texts);
}

/** Text in which each of some lists of beads is a paragraph. */
const paragraphsOf = (beads: readonly (readonly string[])[], side: 0 | 1): string =>
  beads
    .map((paragraph) => paragraph.map((bead) => bead.split(' | ')[side]!).filter((text) => text !== '-'))
    .map((texts) => texts.join(side === 0 ? ' ' : ''))
    .join('\n\n');

/** Two columns of cells, the English one first. */
const tableOf = (beads: readonly string[]): string =>
  beads.map((bead) => bead.replace(' | ', ',').replace('-', '')).join('\n');

describe('what only one text has stays alone beside a wall', () => {
  const clauses = [
    [
      ['1. Opening hours | 一、开放时间'],
      [
        'The museum opens at nine in the morning and closes at five in the afternoon. | 博物馆早上九点开门，下午五点关门。',
      ],
    ],
    [
      ['2. Tickets | 二、门票'],
      [
        'Children and teachers pay nothing for the small exhibition in the cellar. | 儿童和教师参观地下室的小展览不用付钱。',
        'Everybody else pays ten yuan and may visit the large exhibition upstairs too. | 其他人付十元，也可以参观楼上的大展览。',
      ],
    ],
    [
      ['3. Garden | 三、花园'],
      [
        'Dogs must stay outside the garden, because the ducks are easily frightened. | 狗不得进入花园，因为鸭子很容易受到惊吓。',
      ],
    ],
  ];

  test.each([
    ['English', 'In 1874 lightning struck the tower. | -', '350 paintings were saved by 12 sailors. | -'],
    ['Chinese', '- | 1874年塔楼被闪电击中。', '- | 12名水手救出了350幅画。'],
  ])('the last sentences of a clause, in %s', async (_, ...extra) => {
    for (const changed of clauses) {
      const longer = clauses.flatMap(([heading, content]) =>
        heading === changed[0] ? [heading!, [...content!, ...extra]] : [heading!, content!],
      );
      const [en, zh] = [paragraphsOf(longer, 0), paragraphsOf(longer, 1)];
      expect(await ladder({ en, zh })).toEqual(longer.flat());
    }
  });

  const rows = ['Bread | 面包', 'Soup of the day | 今日例汤', 'Green tea | 绿茶', 'Two lemons | 两个柠檬'];

  test.each([[['Ask for more salt | -']], [['- | 可以另加盐']], [['- | 可以另加盐', '- | 汤要趁热喝']]])(
    'rows of a table, wherever they are: %s',
    async (extra) => {
      for (let place = 0; place <= rows.length; place++) {
        const beads = [...rows.slice(0, place), ...extra, ...rows.slice(place)];
        expect(await ladder(tableOf(beads))).toEqual(beads);
      }
    },
  );

  test.each([
    ['before the first row', ['- | 面包', 'Bread | 主食', 'Green tea | 绿茶', 'Two lemons | 两个柠檬']],
    ['after a row', ['Green tea | 热饮', '- | 绿茶', 'Bread | 面包', 'Two lemons | 两个柠檬']],
    ['before a row', ['Two lemons | 两个柠檬', '- | 面包', 'Bread | 主食', 'Green tea | 绿茶']],
    ['after the last row', ['Bread | 面包', 'Two lemons | 两个柠檬', 'Green tea | 热饮', '- | 绿茶']],
    ['English before a row', ['Two lemons | 两个柠檬', 'Bread | -', 'White rice | 面包', 'Green tea | 绿茶']],
  ])('cells of other rows that say the same: %s', async (_, beads) => {
    expect(await ladder(tableOf(beads))).toEqual(beads);
  });
});

import { align } from 'duiqi';
import { describe, expect, test } from 'vitest';
import { expectConservation } from '../helpers/conservation.js';

const pairsOf = async (...input: Parameters<typeof align>): Promise<string[]> => {
  const found = await align(...input);
  expectConservation(found);
  return found.pairs.map(({ en, zh }) => `${en.text} | ${zh.text}`);
};

const EN = 'Contents\n\n1. Boats ............ 1\n  1.1 Old boats ..... 2\n2. Nets ............. 12';
const ZH = '目录\n\n一、船 ............ 1\n  1.1 旧船 .......... 2\n二、渔网 .......... 12';

describe('lists of contents', () => {
  test('entry by entry, without dots and page numbers, which are markup', async () => {
    const en = `${EN}\n\n1. Boats\n\nThe boats are blue.\n`;
    const found = await align({ en, zh: `${ZH}\n\n一、船\n\n船是蓝色的。\n` });
    expect(found.pairs.map(({ en, zh }) => `${en.text} | ${zh.text}`)).toEqual([
      'Contents | 目录',
      '1. Boats | 一、船',
      '1.1 Old boats | 1.1 旧船',
      '2. Nets | 二、渔网',
      '1. Boats | 一、船',
      'The boats are blue. | 船是蓝色的。',
    ]);
    expect(found.pairs.map(({ en }) => en.clause)).toEqual([null, null, null, null, '1', '1']);
    expect(found.markup[0]!.map(({ start, end }) => en.slice(start, end))).toEqual([
      '............ 1',
      '..... 2',
      '............. 12',
    ]);
    expect(found.diagnostics.map(({ code, severity }) => [code, severity])).toEqual([
      ['left-out', 'info'],
      ['left-out', 'info'],
    ]);
    expect(found.diagnostics[0]!.message).toContain('3 lines are entries of a list of contents');
  });

  test('on one side only it stays alone', async () => {
    const body = ['1. Boats', 'Boats go slowly.', '2. Nets', 'Nets are dried.'];
    const zh = ['一、船', '船要慢行。', '二、渔网', '渔网要晒干。'];
    const found = await pairsOf({ en: `${EN}\n\n${body.join('\n\n')}`, zh: zh.join('\n\n') });
    expect(found).toEqual(body.map((text, at) => `${text} | ${zh[at]}`));
  });

  test.each([
    ['above the dots', (en: string, zh: string, dots: string) => `${en}\n${zh} ${dots}`],
    ['below the dots', (en: string, zh: string, dots: string) => `${en} ${dots}\n${zh}`],
  ])('with the title in the other language on a line of its own, %s', async (_, entry) => {
    const titles = [
      ['The old boats', '旧船'],
      ['The nets', '渔网'],
      ['Salt and fish', '盐与鱼'],
    ] as const;
    const list = titles.map(([en, zh], at) => entry(en, zh, `${'.'.repeat(30)} ${at * 9 + 1}`));
    const text = `Contents 目录\n\n${list.join('\n\n')}\n\nThe old boats\n旧船\n\nBoats go slowly.\n船要慢行。\n`;
    const all = titles.map(([en, zh]) => `${en} | ${zh}`);
    expect(await pairsOf(text)).toEqual(['Contents | 目录', ...all, all[0], 'Boats go slowly. | 船要慢行。']);
  });

  test('of two tables only, where its heading says so', async () => {
    const list = (...lines: string[]): string =>
      lines.map((line, at) => `${line} .............. ${at + 4}`).join('\n');
    const en = `List of Tables\n\n${list('Table 1 Boats', 'Table 2 Nets')}\n\nBoats go slowly.\n`;
    const zh = `表目录\n\n${list('表1 船', '表2 渔网')}\n\n船要慢行。\n`;
    expect(await pairsOf({ en, zh })).toEqual([
      'List of Tables | 表目录',
      'Table 1 Boats | 表1 船',
      'Table 2 Nets | 表2 渔网',
      'Boats go slowly. | 船要慢行。',
    ]);
  });

  test('pages that are counted within chapters: 2-10 comes after 2-9', async () => {
    const list = (...titles: string[]): string =>
      titles.map((title, at) => `${title} ........ 2-${at + 8}`).join('\n');
    const text = `${list('The old boats', 'The nets', 'The fees')}\n\n${list('旧船', '渔网', '收费')}`;
    expect(await pairsOf(text)).toEqual(['The old boats | 旧船', 'The nets | 渔网', 'The fees | 收费']);
  });

  test.each([
    ['spaced dots', '. . . . . '],
    ['middle dots', ' ······ '],
    ['the ellipsis of Chinese', '……'],
  ])('%s', async (_, leader) => {
    const list = (...titles: string[]): string =>
      titles.map((title, at) => `${title}${leader}${at + 3}`).join('\n');
    const text = `${list('The old boats', 'The nets', 'The fees')}\n\n${list('旧船', '渔网', '收费')}`;
    expect(await pairsOf(text)).toEqual(['The old boats | 旧船', 'The nets | 渔网', 'The fees | 收费']);
  });

  test('pages in roman numerals, small or large', async () => {
    const list = (...titles: string[]): string =>
      titles.map((title, at) => `${title} ........ ${['I', 'iv', '1'][at]}`).join('\n');
    const text = `${list('The old boats', 'The nets', 'The fees')}\n\n${list('旧船', '渔网', '收费')}`;
    expect(await pairsOf(text)).toEqual(['The old boats | 旧船', 'The nets | 渔网', 'The fees | 收费']);
  });

  test.each([
    ['prices', 'Adults ........ 40\nChildren ...... 20', '成人 ........ 40\n儿童 ........ 20'],
    ['an omission before a number', 'He counted one ... two ... 3', '他数一……二……3'],
    ['blanks', 'Name: ..............', '姓名：..............'],
  ])('what is none keeps its numbers: %s', async (_, en, zh) => {
    const found = await pairsOf(`${en}\n\n${zh}\n\nCome early.\n\n请早来。`);
    expect(found.join('|')).toContain(en.split('\n')[0]);
    expect(found).toHaveLength(en.split('\n').length + 1);
  });
});

describe('pages before the titles', () => {
  const EN_TITLES = [
    'Preface',
    'The founding of the museum',
    'Bronze and jade',
    'Paintings of the Song dynasty',
  ];
  const ZH_TITLES = ['前言', '博物馆的创立', '青铜器与玉器', '宋代绘画'];
  const WANTED = ['Contents | 目录', ...EN_TITLES.map((en, at) => `${en} | ${ZH_TITLES[at]}`)];
  const numbered = (titles: string[], pages: string[]): string =>
    titles.map((title, at) => (pages[at] === undefined ? title : `${pages[at]} ${title}`)).join('\n');
  const found = async (text: string): Promise<[pairs: string[], flags: string[]]> => {
    const result = await align(text);
    expectConservation(result);
    return [
      result.pairs.map(({ en, zh }) => `${en.text} | ${zh.text}`),
      result.pairs.flatMap(({ flags }) => flags),
    ];
  };
  const PAGES = ['006', '012', '035', '058'];

  test.each([
    ['of both languages, which differ', ['006', '014', '037', '061']],
    ['of one language only', []],
  ])('%s, are none of the text', async (_, pages) => {
    const text = `Contents\n\n${numbered(EN_TITLES, pages)}\n\n目录\n\n${numbered(ZH_TITLES, PAGES)}\n`;
    expect(await found(text)).toEqual([WANTED, []]);
  });

  test('with the title in the other language on the line below', async () => {
    const lines = ZH_TITLES.map((zh, at) => `${PAGES[at]} ${zh}\n${EN_TITLES[at]}`);
    expect(await found(`Contents 目录\n\n${lines.join('\n')}\n`)).toEqual([WANTED, []]);
  });

  test('without a heading in the second language', async () => {
    const text = `Contents\n\n${numbered(EN_TITLES, PAGES)}\n\n${numbered(ZH_TITLES, PAGES)}\n`;
    expect((await found(text))[0]).toEqual(expect.arrayContaining(WANTED.slice(1)));
  });

  test('numbers of chapters are of the text', async () => {
    const pages = ['1', '2', '3', '4'];
    const text = `Contents\n\n${numbered(EN_TITLES, pages)}\n\n目录\n\n${numbered(ZH_TITLES, pages)}\n`;
    expect((await found(text))[0][1]).toBe('1 Preface | 1 前言');
  });
});

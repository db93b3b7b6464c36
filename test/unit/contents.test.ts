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

import { describe, expect, test } from 'vitest';
import { finish } from '../../packages/aligner/src/common/steps.js';
import { readPptx } from '../../packages/aligner/src/document/read/powerpoint/powerpoint.js';
import type { Reading } from '../../packages/aligner/src/document/read/reading.js';
import { described } from '../helpers/blocks.js';
import {
  line,
  type Models,
  powerPointFile,
  type Slide,
  shape,
  shapeAt,
  slideCell,
  slideTable,
} from '../helpers/powerpoint.js';

const read = async (...slides: readonly Slide[]): Promise<Reading> =>
  finish(readPptx(powerPointFile(slides), 'a.pptx'));
const blocks = async (shapes: string): Promise<string[]> => described(await read({ shapes }));
const number = (type: string, more = ''): string => `<a:buAutoNum type="${type}" ${more}/>`;

test('slides in their order, each with its title, its text, its diagram and its notes', async () => {
  const point = (text: string): string => `<dgm:pt><dgm:t>${line(text)}</dgm:t></dgm:pt>`;
  const reading = await read(
    {
      shapes: shape('title', line('The mill')) + shape('body', line('It turns.'), '<a:p/>'),
      notes: shape('sldImg') + shape('body', line('Say where.')) + shape('sldNum', line('1')),
      diagram: point('Grain') + point('Flour'),
    },
    { shapes: shape('ctrTitle', line('磨坊')) + shape('', line('转动。')) },
  );
  expect(described(reading)).toEqual([
    'heading The mill',
    'paragraph It turns.',
    'paragraph Grain',
    'paragraph Flour',
    'paragraph Say where.',
    'heading 磨坊',
    'paragraph 转动。',
  ]);
});

describe('the text of a shape', () => {
  test.each<[string, string, string[]]>([
    ['runs of one word', '<a:p><a:r><a:t>wa</a:t></a:r><a:r><a:t>ter</a:t></a:r></a:p>', ['paragraph water']],
    [
      'line breaks',
      '<a:p><a:r><a:t>Rye</a:t></a:r><a:br/><a:r><a:t>黑麦</a:t></a:r></a:p>',
      ['paragraph Rye/黑麦'],
    ],
    ['fields', '<a:p><a:fld><a:t>3 May</a:t></a:fld></a:p>', ['paragraph 3 May']],
    ['bullets', line('Rye', '<a:buChar char="•"/>'), ['item Rye']],
    [
      'numbers by level, anew below each',
      line('A', number('arabicPeriod')) +
        line('B', number('alphaLcParenBoth'), 'lvl="1"') +
        line('C', number('alphaLcParenBoth'), 'lvl="1"') +
        line('D', number('arabicPeriod')) +
        line('E', number('alphaLcParenBoth'), 'lvl="1"'),
      ['item 1.|A', 'item (a)|B', 'item (b)|C', 'item 2.|D', 'item (a)|E'],
    ],
    [
      'numbers anew after other text, from where they say',
      line('A', number('romanUcPeriod')) +
        line('B') +
        line('C', number('romanUcPeriod', 'startAt="4"')) +
        line('D', number('romanUcPeriod')),
      ['item I.|A', 'paragraph B', 'item IV.|C', 'item I.|D'],
    ],
    [
      'Chinese numbers',
      line('甲', number('ea1ChsPeriod')) + line('乙', number('ea1ChsPeriod')),
      ['item 一.|甲', 'item 二.|乙'],
    ],
    [
      'others',
      line('A', number('circleNumDbPlain')) + line('B', number('arabicParenR')),
      ['item ①|A', 'item 1)|B'],
    ],
  ])('%s', async (_, paragraphs, expected) => {
    expect(await blocks(shape('', paragraphs))).toEqual(expected);
  });

  test('what another program would show instead is not read twice', async () => {
    const shapes = `<mc:AlternateContent><mc:Choice>${shape('', line('Rye'))}</mc:Choice><mc:Fallback>${shape('', line('Rye'))}</mc:Fallback></mc:AlternateContent>`;
    expect(await blocks(shapes)).toEqual(['paragraph Rye']);
  });
});

describe('bullets and numbers that only the layout or the master has', () => {
  const listStyle = (...levels: readonly string[]): string =>
    `<a:lstStyle>${levels.map((level, at) => `<a:lvl${at + 1}pPr>${level}</a:lvl${at + 1}pPr>`).join('')}</a:lstStyle>`;
  const styles =
    '<p:titleStyle><a:lvl1pPr><a:buNone/></a:lvl1pPr></p:titleStyle>' +
    '<p:bodyStyle><a:lvl1pPr><a:buChar char="•"/></a:lvl1pPr><a:lvl2pPr><a:buAutoNum type="alphaLcPeriod"/></a:lvl2pPr></p:bodyStyle>' +
    '<p:otherStyle><a:lvl1pPr><a:buChar char="?"/></a:lvl1pPr></p:otherStyle>';
  const lines = line('A') + line('B', '', 'lvl="1"') + line('C', '', 'lvl="1"') + line('D');

  test.each<[string, string, Models, string[]]>([
    [
      'those of the texts of the master',
      shape('title', line('T')) + shape('body', lines) + shape('', line('Box')),
      { styles },
      ['heading T', 'item A', 'item a.|B', 'item b.|C', 'item D', 'paragraph Box'],
    ],
    [
      'those of its shape',
      shape('body', lines),
      { styles, master: shape('body', listStyle(number('arabicPeriod'))) },
      ['item 1.|A', 'item a.|B', 'item b.|C', 'item 2.|D'],
    ],
    [
      'those of the shape of the layout with the same number, and with another kind',
      shapeAt('idx="2"', line('A'), line('B')) + shapeAt('idx="1"', line('C')),
      {
        styles,
        layout:
          shapeAt('type="title"', listStyle('<a:buChar char="!"/>')) +
          shapeAt('type="body" idx="1"', listStyle('<a:buNone/>')) +
          shapeAt('type="obj" idx="2"', listStyle(number('arabicParenR'))),
      },
      ['item 1)|A', 'item 2)|B', 'paragraph C'],
    ],
    [
      'none where the slide or the paragraph says so',
      shape('body', listStyle('<a:buNone/>'), lines) + shape('body', line('E', '<a:buNone/>'), line('F')),
      { styles },
      ['paragraph A', 'item a.|B', 'item b.|C', 'paragraph D', 'paragraph E', 'item F'],
    ],
    ['none in tables', slideTable(['A', '甲']), { styles }, ['0:0:0-1 row A', '0:1:0-1 row 甲']],
  ])('%s', async (_, shapes, models, expected) => {
    expect(described(finish(readPptx(powerPointFile([{ shapes }], models), 'a.pptx')))).toEqual(expected);
  });
});

test('tables with merged cells', async () => {
  const shapes = slideTable(
    [slideCell('Oats', 'rowSpan="2"'), '燕麦'],
    [slideCell('', 'vMerge="1"'), '又'],
    [slideCell('Both', 'gridSpan="2"'), slideCell('', 'hMerge="1"'), 'x'],
  );
  expect(await blocks(shapes)).toEqual([
    '0:0:0-2 row Oats',
    '0:1:0-1 row 燕麦',
    '0:1:1-2 row 又',
    '0:0:2-3 row Both',
    '0:2:2-3 row x',
  ]);
});

test('what is left out or hidden is said', async () => {
  const { diagnostics } = await read(
    { shapes: shape('', line('Rye')) + shape('sldNum', line('1')) },
    { shapes: shape('', line('黑麦')), attributes: 'show="0"' },
  );
  expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
    ['left-out', '"a.pptx" was read without its headers and footers.'],
    ['hidden', '"a.pptx": slide 2 is hidden and was read like the others.'],
  ]);
});

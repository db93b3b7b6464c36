import { describe, expect, test } from 'vitest';
import { finish } from '../../packages/aligner/src/common/steps.js';
import type { Reading } from '../../packages/aligner/src/document/read/reading.js';
import { readRtf } from '../../packages/aligner/src/document/read/rtf/rtf.js';
import { described } from '../helpers/blocks.js';

const FONTS =
  '{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset134 SimSun;}{\\f2\\fcharset136 MingLiU;}{\\f3\\fcharset2 Symbol;}{\\f4\\fcharset204 Cyr;}}';
const STYLES = '{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 My head;}{\\s2 heading 2;}{\\s3 toc 1;}}';

/** An RTF file; each character is a byte. */
const read = async (body: string): Promise<Reading> =>
  finish(
    readRtf(
      Uint8Array.from(`{\\rtf1\\ansi\\ansicpg1252\\deff0${FONTS}${STYLES}${body}}`, (unit) =>
        unit.charCodeAt(0),
      ),
      'a.rtf',
    ),
  );
const blocks = async (body: string): Promise<string[]> => described(await read(body));

describe('the text of a paragraph', () => {
  test.each<[string, string, string[]]>([
    ['groups and line ends of the file', 'wa{\\b te}\r\nr\\par', ['paragraph water']],
    ['escaped characters', '\\{a\\\\b\\}', ['paragraph {a\\b}']],
    [
      'characters that have words',
      'a\\~b\\_c\\emdash d\\tab e\\ldblquote f\\rdblquote',
      ['paragraph a\u00a0b\u2011c—d\te“f”'],
    ],
    ['line breaks', 'Rye\\line Oats', ['paragraph Rye/Oats']],
    ['a backslash at the end of a line', 'Rye\\\nOats', ['paragraph Rye', 'paragraph Oats']],
    ['bytes of the code page', "caf\\'e9 \xfcber", ['paragraph café über']],
    ['bytes of the font', "{\\f1 \\'c4\\'a5}{\\f2 \\'bfi}{\\f4 \\'ec}", ['paragraph 磨磨м']],
    ['raw bytes of the font', '{\\f1 \xc4\xa5\xb7\xbb}', ['paragraph 磨坊']],
    [
      'bytes of the font for wide characters, as Word says it',
      "\\loch\\af0\\hich\\af0\\dbch\\af1\\f0 \\'c4\\'a5\\loch\\f0 x",
      ['paragraph 磨x'],
    ],
    [
      'Unicode with what stands for it',
      "\\u30952?\\uc2\\u22346\\'b7\\'bb\\uc0\\u8212-",
      ['paragraph 磨坊—-'],
    ],
    ['characters beyond 16 bits', '\\u-10180?\\u-8438?', ['paragraph 🌊']],
    ['what stands twice', '{\\upr{mill}{\\*\\ud{\\u30952?}}}', ['paragraph 磨']],
    ['fields', '{\\field{\\*\\fldinst HYPERLINK "x"}{\\fldrslt the pier}}', ['paragraph the pier']],
    [
      'pictures and bytes that are none of it',
      'a{\\pict\\wmetafile8 0102}b{\\*\\unknown c}\\bin3 }}}d',
      ['paragraph abd'],
    ],
    [
      'text boxes',
      'a{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv y}}{\\shptxt In it.\\par}}{\\shprslt In it.}}',
      ['paragraph aIn it.'],
    ],
    ['a group that goes on and on', `a${'{'.repeat(900)}b`, ['paragraph ab']],
  ])('%s', async (_, body, expected) => {
    expect(await blocks(body)).toEqual(expected);
  });
});

test('headings by their level or style, and lists by the markers that the file has', async () => {
  const body = [
    '\\pard\\s1 Mill\\par\\pard\\s2 Wheel\\par\\pard\\outlinelevel3 Gate\\par',
    '\\pard{\\listtext\\pard\\plain 1.\\tab}\\ls1 Oats.\\par{\\listtext\\f3\\u-3913?\\tab}Rye.\\par\\pard Barley.\\par',
    "\\pard{\\pntext \\'a8(a)\\tab}Hay.\\par",
  ].join('\n');
  expect(await blocks(body)).toEqual([
    'heading Mill',
    'heading Wheel',
    'heading Gate',
    'item 1.|Oats.',
    'item Rye.',
    'paragraph Barley.',
    'item ¨(a)|Hay.',
  ]);
});

test('notes come after the text, wherever they begin', async () => {
  expect(
    await blocks(
      'Rye{\\super\\chftn}{\\footnote\\pard\\plain{\\super\\chftn} A note.\\par And more.} grows.\\par End.',
    ),
  ).toEqual(['paragraph Rye grows.', 'paragraph End.', 'paragraph A note.', 'paragraph And more.']);
});

describe('tables', () => {
  const row = (edges: readonly string[], cells: readonly string[]): string =>
    `\\trowd${edges.map((edge) => (edge.startsWith('\\') ? edge : `\\cellx${edge}`)).join('')}\\pard\\intbl ${cells.map((cell) => `${cell}\\cell `).join('')}\\row\n`;
  test.each<[string, string, string[]]>([
    [
      'cells',
      `${row(['1000', '2000'], ['Oats', '{\\f1 \xc4\xa5}'])}\\pard After.\\par`,
      ['0:0:0-1 row Oats', '0:1:0-1 row 磨', 'paragraph After.'],
    ],
    [
      'cells that are wider by their edges, or by what they say',
      row(['1000', '2000', '3000'], ['a', 'b', 'c']) +
        row(['2010', '3000'], ['ab', 'c']) +
        row(['1000', '\\clmgf\\cellx2000', '\\clmrg\\cellx3000'], ['a', 'bc', '']),
      [
        '0:0:0-1 row a',
        '0:1:0-1 row b',
        '0:2:0-1 row c',
        '0:0:1-2 row ab',
        '0:2:1-2 row c',
        '0:0:2-3 row a',
        '0:1:2-3 row bc',
      ],
    ],
    [
      'cells that are taller',
      row(['\\clvmgf\\cellx1000', '2000'], ['a', 'b']) + row(['\\clvmrg\\cellx1000', '2000'], ['', 'c']),
      ['0:0:0-2 row a', '0:1:0-1 row b', '0:1:1-2 row c'],
    ],
    [
      'a table in a cell',
      '\\trowd\\cellx1000\\cellx2000\\pard\\intbl Outer\\cell\\pard\\intbl\\itap2 in\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\nestrow}{\\nonesttables\\par}\\pard\\intbl\\itap1 more\\cell\\row\\pard Out.\\par',
      ['0:0:0-1 row Outer', '0:1:0-1 row in', '0:1:0-1 paragraph more', 'paragraph Out.'],
    ],
    [
      'one without its end',
      '\\trowd\\cellx1000\\pard\\intbl Oats\\cell Rye',
      ['0:0:0-1 row Oats', '0:1:0-1 row Rye'],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await blocks(body)).toEqual(expected);
  });
});

test('what is left out is said', async () => {
  const { diagnostics, ...reading } = await read(
    '{\\header Page 3\\par}{\\info{\\title {\\upr{a}{\\*\\ud{b}}}}}\\pard\\s3 Mill 4\\par\\pard Rye{\\deleted  and oats} grows{\\*\\annotation Where?}.\\par',
  );
  expect(described(reading)).toEqual(['paragraph Rye grows.']);
  expect(diagnostics.map(({ message }) => message)).toEqual([
    '"a.rtf" was read without its headers and footers, the deleted text of its tracked changes, its comments and its table of contents.',
  ]);
});

test('groups deeper than any are refused', async () => {
  await expect(read('{'.repeat(2000))).rejects.toThrow(/^"a\.rtf" nests its groups deeper.*\.$/);
});

describe('hidden text', () => {
  test.each<[string, string, string[]]>([
    ['of a group', 'Seen.{\\v Gone.} Kept.', ['paragraph Seen. Kept.']],
    ['until it is said to end', 'Seen.\\v Gone.\\line Gone.\\v0  Kept.', ['paragraph Seen. Kept.']],
    ['until all properties end', '\\v Gone.\\plain Kept.', ['paragraph Kept.']],
    ['of a whole paragraph', 'Seen.\\par{\\v Gone.\\par}Kept.', ['paragraph Seen.', 'paragraph Kept.']],
    [
      'of segments that Trados has not cleaned up is read beside their translation',
      "{\\v \\{0>}{\\v Rye.}{\\v <\\}100\\{>}{\\f1 \\'c4\\'a5}{\\v <0\\}} {\\v \\{0>Oats.<\\}0\\{>}{\\f1 \\'b7\\'bb}{\\v <0\\}}{\\v Gone.}",
      ['paragraph Rye./磨/Oats./坊'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await blocks(text)).toEqual(expected);
  });

  test('is counted by its paragraphs', async () => {
    const { diagnostics } = await read('Seen.{\\v Gone.} {\\v Gone.}\\par {\\v Gone.}\\par {\\v  }Kept.');
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '"a.rtf" has hidden text in 2 paragraphs, which was left out of the alignment.',
    ]);
  });
});

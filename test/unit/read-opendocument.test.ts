import { describe, expect, test } from 'vitest';
import { finish } from '../../packages/aligner/src/common/steps.js';
import { readOpenDocument } from '../../packages/aligner/src/document/read/opendocument/opendocument.js';
import type { Reading } from '../../packages/aligner/src/document/read/reading.js';
import { described } from '../helpers/blocks.js';
import {
  listOf,
  listStyle,
  type OpenDocumentParts,
  openDocumentFile,
  tableOf,
  textOf,
} from '../helpers/opendocument.js';

const read = async (parts: OpenDocumentParts): Promise<Reading> =>
  finish(readOpenDocument(openDocumentFile(parts), 'a.odt'));
const blocks = async (parts: OpenDocumentParts): Promise<string[]> => described(await read(parts));

describe('the text of a paragraph', () => {
  test.each([
    ['spans and links', 'The <text:span>old</text:span> <text:a>mill</text:a>', ['paragraph The old mill']],
    [
      'white space that only lays out the XML',
      '\n  The\n   mill <text:span> grinds</text:span>',
      ['paragraph The mill grinds'],
    ],
    ['spaces and tabs that are asked for', 'a<text:s text:c="2"/>b<text:tab/>c', ['paragraph a  b\tc']],
    ['line breaks', 'The tide.<text:line-break/>潮水。', ['paragraph The tide./潮水。']],
    [
      'pronunciations',
      '<text:ruby><text:ruby-base>港</text:ruby-base><text:ruby-text>gang</text:ruby-text></text:ruby>',
      ['paragraph 港'],
    ],
    ['page breaks and bookmarks', 'The <text:soft-page-break/>mi<text:bookmark/>ll', ['paragraph The mill']],
    ['spaces beyond any number', `a<text:s text:c="999999999"/>b`, [`paragraph a${' '.repeat(100)}b`]],
  ])('%s', async (_, text, expected) => {
    expect(await blocks({ body: textOf(text) })).toEqual(expected);
  });

  test('headings, by their element or by the style of a title', async () => {
    const styles =
      '<style:style style:name="Title" style:family="paragraph"/><style:style style:name="H" style:display-name="标题 1" style:family="paragraph"/>';
    const automatic =
      '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>';
    const body = `${textOf('Mill', 'P1')}${textOf('磨坊', 'H')}<text:h text:outline-level="2">Wheels</text:h>${textOf('It turns.')}`;
    expect(await blocks({ body, styles, automatic })).toEqual([
      'heading Mill',
      'heading 磨坊',
      'heading Wheels',
      'paragraph It turns.',
    ]);
  });

  test('text boxes come after the paragraph that they hang on, notes after the text', async () => {
    const box = `<draw:frame><draw:text-box>${textOf('In the box.')}</draw:text-box></draw:frame>`;
    const note = `<text:note><text:note-citation>1</text:note-citation><text:note-body>${textOf('A note.')}</text:note-body></text:note>`;
    const body = textOf(`Rye${note} is ${box}ground.`) + textOf('After.');
    expect(await blocks({ body })).toEqual([
      'paragraph Rye is ground.',
      'paragraph In the box.',
      'paragraph After.',
      'paragraph A note.',
    ]);
  });

  test('what is left out is said', async () => {
    const { diagnostics, ...reading } = await read({
      body: [
        `<text:tracked-changes><text:changed-region><text:deletion>${textOf('gone')}</text:deletion></text:changed-region></text:tracked-changes>`,
        `<text:table-of-content><text:index-body>${textOf('Mill 3')}</text:index-body></text:table-of-content>`,
        textOf(`Rye<office:annotation>${textOf('Barley?')}</office:annotation>.`),
        '<draw:frame><draw:object/></draw:frame>',
      ].join(''),
      styles: `<office:master-styles><style:master-page><style:header>${textOf('Page 3')}</style:header></style:master-page></office:master-styles>`,
    });
    expect(described(reading)).toEqual(['paragraph Rye.']);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      '"a.odt" was read without its headers and footers, the deleted text of its tracked changes, its comments, the objects embedded in it and its table of contents.',
    ]);
  });
});

describe('lists', () => {
  const automatic = [
    listStyle(
      'L',
      'style:num-format="1" style:num-suffix="."',
      'style:num-format="a" style:num-prefix="(" style:num-suffix=")"',
      'style:num-format="I" text:display-levels="3"',
    ),
    listStyle(
      'Z',
      'style:num-format="一, 二, 三, ..." style:num-prefix="第" style:num-suffix="条"',
      'bullet',
    ),
    listStyle('P', 'style:num-format="1" loext:num-list-format="§ %1%:"'),
  ].join('');

  test.each<[string, string, string[]]>([
    ['one after the other', listOf('L', ['Oats.', 'Rye.']), ['item 1.|Oats.', 'item 2.|Rye.']],
    ['anew in a new list', listOf('L', ['Oats.']) + listOf('L', ['Rye.']), ['item 1.|Oats.', 'item 1.|Rye.']],
    [
      'on where the list says so',
      listOf('L', ['Oats.'], 'xml:id="a"') +
        listOf('Z', ['燕麦。']) +
        listOf('L', ['Rye.'], 'text:continue-list="a"') +
        listOf('Z', ['黑麦。'], 'text:continue-numbering="true"'),
      ['item 1.|Oats.', 'item 第一条|燕麦。', 'item 2.|Rye.', 'item 第二条|黑麦。'],
    ],
    [
      'within one another, and anew below each item',
      listOf('L', [
        textOf('Oats.') + listOf('L', ['White.', `${textOf('Black.')}${listOf('L', ['Old.'])}`]),
        textOf('Rye.') + listOf('L', ['Red.']),
      ]),
      [
        'item 1.|Oats.',
        'item (a)|White.',
        'item (b)|Black.',
        'item 1.b.I|Old.',
        'item 2.|Rye.',
        'item (a)|Red.',
      ],
    ],
    [
      'not where an item begins with a list in it',
      listOf('L', [textOf('Oats.'), listOf('L', ['White.']), textOf('Rye.')]),
      ['item 1.|Oats.', 'item (a)|White.', 'item 2.|Rye.'],
    ],
    [
      'only at the first paragraph of an item',
      listOf('L', [textOf('Oats.') + textOf('And so on.'), 'Rye.']),
      ['item 1.|Oats.', 'paragraph And so on.', 'item 2.|Rye.'],
    ],
    ['an empty item too', listOf('L', ['Oats.', textOf(''), 'Rye.']), ['item 1.|Oats.', 'item 3.|Rye.']],
    [
      'from where an item says',
      `<text:list text:style-name="L"><text:list-header>${textOf('Grain')}</text:list-header><text:list-item text:start-value="7">${textOf('Oats.')}</text:list-item></text:list>`,
      ['paragraph Grain', 'item 7.|Oats.'],
    ],
    [
      'bullets',
      listOf('Z', [textOf('燕麦。') + listOf('Z', ['白的。'])]),
      ['item 第一条|燕麦。', 'item 白的。'],
    ],
    ['as LibreOffice writes the whole of it', listOf('P', ['Oats.']), ['item § 1:|Oats.']],
    [
      'without a style',
      '<text:list><text:list-item><text:p>Oats.</text:p></text:list-item></text:list>',
      ['item Oats.'],
    ],
    ['in a style that is not there', listOf('X', ['Oats.']), ['item Oats.']],
  ])('count %s', async (_, body, expected) => {
    expect(await blocks({ body, automatic })).toEqual(expected);
  });

  test('headings count by the style of the outline', async () => {
    const styles =
      '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1" style:num-suffix="."/><text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/><text:outline-level-style text:level="3" style:num-format=""/></text:outline-style>';
    const h = (level: number, text: string, more = ''): string =>
      `<text:h text:outline-level="${level}" ${more}>${text}</text:h>`;
    const body =
      h(1, 'Mill') +
      h(2, 'Wheel') +
      h(2, 'Gate') +
      h(3, 'Hinge') +
      h(1, 'Inn', 'text:is-list-header="true"') +
      h(1, 'Weir') +
      h(2, 'Fish');
    expect(await blocks({ body, styles })).toEqual([
      'heading 1.|Mill',
      'heading 1.1|Wheel',
      'heading 1.2|Gate',
      'heading Hinge',
      'heading Inn',
      'heading 2.|Weir',
      'heading 2.1|Fish',
    ]);
  });
});

describe('tables', () => {
  const covered = '<table:covered-table-cell/>';
  const tall = `<table:table-cell table:number-rows-spanned="2">${textOf('Oats')}</table:table-cell>`;
  const wide = `<table:table-cell table:number-columns-spanned="2">${textOf('Both')}</table:table-cell>`;
  test.each<[string, string, string[]]>([
    [
      'cells',
      tableOf(['Oats', '燕麦'], ['Rye', '黑麦']),
      ['0:0:0-1 row Oats', '0:1:0-1 row 燕麦', '0:0:1-2 row Rye', '0:1:1-2 row 黑麦'],
    ],
    [
      'merged cells',
      tableOf([tall, '燕麦'], [covered, '又'], [wide, covered, 'x']),
      ['0:0:0-2 row Oats', '0:1:0-1 row 燕麦', '0:1:1-2 row 又', '0:0:2-3 row Both', '0:2:2-3 row x'],
    ],
    [
      'merged cells without those that they cover',
      tableOf([tall, '燕麦'], ['又'], [wide, 'x']),
      ['0:0:0-2 row Oats', '0:1:0-1 row 燕麦', '0:1:1-2 row 又', '0:0:2-3 row Both', '0:2:2-3 row x'],
    ],
    [
      'cells that stand for many',
      tableOf(['<table:table-cell table:number-columns-repeated="99999999"/>', 'x']),
      ['0:1000:0-1 row x'],
    ],
    [
      'prose in a cell',
      tableOf(['It turns. It stops.', '转。停。']),
      ['0:0:0-1 paragraph It turns. It stops.', '0:1:0-1 paragraph 转。停。'],
    ],
  ])('%s', async (_, body, expected) => {
    expect(await blocks({ body })).toEqual(expected);
  });
});

test('the lists of a text box of a slide go on, as LibreOffice writes and shows them', async () => {
  const box = (...inner: readonly string[]): string =>
    `<draw:frame><draw:text-box>${inner.join('')}</draw:text-box></draw:frame>`;
  const numbered = (text: string): string => listOf('N', [text]);
  const below = (text: string): string =>
    `<text:list text:style-name="B"><text:list-item>${listOf('B', [text])}</text:list-item></text:list>`;
  const body = `<draw:page>${box(numbered('A'), below('x'), numbered('B').replace('"N"', '"M"'), textOf('between'), numbered('C'), listOf('B', ['y']), numbered('C'))}${box(numbered('D'))}</draw:page>`;
  const numberedStyle = (name: string): string =>
    `<text:list-style style:name="${name}"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style>`;
  const automatic = `${numberedStyle('N')}${numberedStyle('M')}<text:list-style style:name="B"><text:list-level-style-bullet text:level="1"/><text:list-level-style-bullet text:level="2"/></text:list-style>`;
  const file = openDocumentFile({ type: 'presentation', body, automatic });
  expect(described(finish(readOpenDocument(file, 'a.odp')))).toEqual([
    'item 1.|A',
    'item x',
    'item 2.|B',
    'paragraph between',
    'item 1.|C',
    'item y',
    'item 1.|C',
    'item 1.|D',
  ]);
});

test('a presentation: titles, lists, notes of the speaker, and nothing that is on every slide', async () => {
  const frame = (kind: string, inner: string): string =>
    `<draw:frame presentation:class="${kind}"><draw:text-box>${inner}</draw:text-box></draw:frame>`;
  const body = `<draw:page>${frame('title', textOf('The mill'))}${frame('outline', listOf('L', ['It turns.']))}${frame('page-number', textOf('1'))}<presentation:notes>${frame('notes', textOf('Say where.'))}</presentation:notes></draw:page>`;
  const styles = `<office:master-styles><style:master-page>${frame('title', textOf('Click here'))}</style:master-page></office:master-styles>`;
  const { diagnostics, ...reading } = await read({
    type: 'presentation',
    body,
    styles,
    automatic: listStyle('L', 'bullet'),
  });
  expect(described(reading)).toEqual(['heading The mill', 'item It turns.', 'paragraph Say where.']);
  expect(diagnostics.map(({ message }) => message)).toEqual([
    '"a.odt" was read without its headers and footers.',
  ]);
});

test('one with a password is refused', async () => {
  const others = {
    'META-INF/manifest.xml':
      '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><m:file-entry><m:encryption-data/></m:file-entry></m:manifest>',
  };
  await expect(read({ body: '', others })).rejects.toThrow(/^"a\.odt" has a password: .*LibreOffice.*\.$/);
});

describe('hidden text', () => {
  const style = (family: string, name: string, display: string, parent = ''): string =>
    `<style:style style:name="${name}" style:family="${family}" style:parent-style-name="${parent}">${display === '' ? '' : `<style:text-properties text:display="${display}"/>`}</style:style>`;
  const automatic =
    style('text', 'T1', 'none') +
    style('text', 'T2', 'true') +
    style('text', 'T3', '', 'T1') +
    style('paragraph', 'P1', 'none');

  test.each<[string, string, string[]]>([
    ['of a span', 'Seen.<text:span text:style-name="T1"> Gone.</text:span>', ['paragraph Seen.']],
    [
      'of a style based on one that hides',
      'Seen.<text:span text:style-name="T3">Gone.</text:span>',
      ['paragraph Seen.'],
    ],
    [
      'with a break in it, and what is shown within it',
      'Seen.<text:span text:style-name="T1"> Go<text:line-break/>ne.<text:span text:style-name="T2"> Kept.</text:span></text:span>',
      ['paragraph Seen. Kept.'],
    ],
  ])('%s', async (_, text, expected) => {
    expect(await blocks({ automatic, body: textOf(text) })).toEqual(expected);
  });

  test('of a style of paragraphs, which is counted', async () => {
    const body = `<text:p text:style-name="P1">Gone. <text:span text:style-name="T2">Kept.</text:span></text:p>${textOf('Seen.')}`;
    const reading = await read({ automatic, body });
    expect(described(reading)).toEqual(['paragraph Kept.', 'paragraph Seen.']);
    expect(reading.diagnostics.map(({ message }) => message)).toEqual([
      '"a.odt" has hidden text in a paragraph, which was left out of the alignment.',
    ]);
  });
});

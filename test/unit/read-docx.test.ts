import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';
import { align } from 'duiqi';
import { strToU8 } from 'fflate';
import { describe, expect, test } from 'vitest';
import { finish } from '../../packages/aligner/src/common/steps.js';
import type { Reading } from '../../packages/aligner/src/document/read/reading.js';
import { wordNumeral } from '../../packages/aligner/src/document/read/word/numerals.js';
import { readDocx } from '../../packages/aligner/src/document/read/word/word.js';
import { encoder } from '../helpers/encodings.js';
import {
  cell,
  level,
  list,
  listed,
  lists,
  paragraph,
  run,
  table,
  type WordParts,
  wordFile,
} from '../helpers/word.js';

const read = async (parts: WordParts): Promise<Reading> => finish(readDocx(wordFile(parts), 'a.docx'));

/** The lines of each block. */
function linesOf({ text, blocks }: Reading): string[][] {
  return blocks.map(({ lines }) => lines.map(({ start, end }) => text.slice(start, end)));
}

/** Each block as `numbering|text`. */
async function numbered(parts: WordParts): Promise<string[]> {
  const reading = await read(parts);
  const lines = linesOf(reading);
  return reading.blocks.map(({ numbering = '' }, at) => `${numbering}|${lines[at]!.join('/')}`);
}

/** Each block as `table:column:start-end kind text`. */
async function placed(body: string, more: Partial<WordParts> = {}): Promise<string[]> {
  const reading = await read({ body, ...more });
  const lines = linesOf(reading);
  return reading.blocks.map(({ kind, position: at }, index) => {
    const place = at === undefined ? '-' : `${at.table}:${at.column}:${at.start}-${at.end}`;
    return `${place} ${kind} ${lines[index]!.join('/')}`;
  });
}

describe('the text of a paragraph', () => {
  test.each([
    ['runs of one word', `${run('har')}${run('bour')}`, ['harbour']],
    ['line breaks', `${run('The tide.')}<w:r><w:br/><w:t>潮水。</w:t></w:r>`, ['The tide.', '潮水。']],
    [
      'tabs and hyphens that do not break',
      '<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t></w:r>',
      ['a\tb\u2011c'],
    ],
    [
      'inserted and deleted text',
      `${run('old ')}<w:ins>${run('new')}</w:ins><w:del><w:r><w:delText>gone</w:delText></w:r></w:del>`,
      ['old new'],
    ],
    ['moved text', `<w:moveFrom>${run('there')}</w:moveFrom><w:moveTo>${run('here')}</w:moveTo>`, ['here']],
    ['links', `<w:hyperlink>${run('the pier')}</w:hyperlink>`, ['the pier']],
    ['the result of a field', `<w:fldSimple w:instr="DATE">${run('3 May')}</w:fldSimple>`, ['3 May']],
    [
      'the result of a field whose code holds another',
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>X</w:instrText><w:fldChar w:fldCharType="separate"/></w:r>${run('inner')}<w:r><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/></w:r>${run('outer')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run(' after')}`,
      ['outer after'],
    ],
    [
      'pronunciations',
      `<w:r><w:ruby><w:rt>${run('gang')}</w:rt><w:rubyBase>${run('港')}</w:rubyBase></w:ruby></w:r>`,
      ['港'],
    ],
    ['formulas', '<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>', ['x=1']],
    [
      'content controls',
      `<w:sdt><w:sdtPr><w:tag w:val="k"/></w:sdtPr><w:sdtContent>${run('in it')}</w:sdtContent></w:sdt>`,
      ['in it'],
    ],
    [
      'symbols of Unicode and of private fonts',
      '<w:r><w:sym w:char="2192"/><w:sym w:char="F0E0"/></w:r>',
      ['→'],
    ],
    ['character data', '<w:r><w:t><![CDATA[a < b]]></w:t></w:r>', ['a < b']],
  ])('%s', async (_, content, expected) => {
    expect(linesOf(await read({ body: `<w:p>${content}</w:p>` }))).toEqual([expected]);
  });

  test('goes on over the end of a paragraph that was deleted', async () => {
    const body =
      paragraph('The ferry ', '<w:rPr><w:del w:id="1"/></w:rPr>') +
      paragraph('leaves at noon.') +
      paragraph('It is late.');
    expect(linesOf(await read({ body }))).toEqual([['The ferry leaves at noon.'], ['It is late.']]);
  });

  test('is kept where its deleted end is the last of a cell', async () => {
    const body = table([paragraph('Alone', '<w:rPr><w:del w:id="1"/></w:rPr>'), 'Beside']);
    expect(linesOf(await read({ body }))).toEqual([['Alone'], ['Beside']]);
  });

  test('of a text box comes once, after the paragraph that it hangs on', async () => {
    const box = `<w:txbxContent>${paragraph('In the box')}</w:txbxContent>`;
    const body = `<w:p>${run('Around ')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><wps:txbx>${box}</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('it')}</w:p>`;
    expect(linesOf(await read({ body }))).toEqual([['Around it'], ['In the box']]);
  });

  test('of a text box in both languages waits for the end of its section: it parts no paragraph from its translation', async () => {
    const box = `<w:r><w:drawing><w:txbxContent>${paragraph('No entry')}${paragraph('禁止入内')}</w:txbxContent></w:drawing></w:r>`;
    const body = `<w:p>${run('The pier is closed.')}${box}</w:p>${paragraph('码头关闭。')}`;
    const heading = paragraph('Fees', '<w:outlineLvl w:val="0"/>');
    const box2 = ['The pier is closed.', '码头关闭。', 'No entry', '禁止入内'];
    expect(linesOf(await read({ body })).flat()).toEqual(box2);
    expect(linesOf(await read({ body: `${body}${heading}` })).flat()).toEqual([...box2, 'Fees']);
  });

  describe('that Word hides', () => {
    const VANISH = '<w:vanish/>';
    const styled = (properties: string, text: string): string =>
      `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const styles = ['paragraph', 'character']
      .map((type) => `<w:style w:type="${type}" w:styleId="${type}"><w:rPr>${VANISH}</w:rPr></w:style>`)
      .join('');

    test.each([
      ['a run', `<w:p>${run('Seen.')}${styled(VANISH, ' Gone.')}</w:p>`, ['Seen.']],
      [
        'a run that says that it is not hidden',
        `<w:p>${styled('<w:vanish w:val="0"/>', 'Seen.')}</w:p>`,
        ['Seen.'],
      ],
      [
        'a break within it',
        `<w:p>${run('Se')}<w:r><w:rPr>${VANISH}</w:rPr><w:br/></w:r>${run('en.')}</w:p>`,
        ['Seen.'],
      ],
      ['the mark of a paragraph alone', paragraph('Seen.', `<w:rPr>${VANISH}</w:rPr>`), ['Seen.']],
      ['a style of paragraphs', paragraph('Gone.', '<w:pStyle w:val="paragraph"/>'), []],
      [
        'a style of characters',
        `<w:p>${run('Seen.')}${styled('<w:rStyle w:val="character"/>', ' Gone.')}</w:p>`,
        ['Seen.'],
      ],
      [
        'both, of which one undoes the other',
        `<w:p><w:pPr><w:pStyle w:val="paragraph"/></w:pPr>${styled('<w:rStyle w:val="character"/>', 'Seen.')}</w:p>`,
        ['Seen.'],
      ],
      [
        'a text box of a hidden run',
        `<w:p>${run('Seen.')}<w:r><w:rPr>${VANISH}</w:rPr><w:drawing><w:txbxContent>${paragraph('Gone.')}</w:txbxContent></w:drawing></w:r></w:p>`,
        ['Seen.'],
      ],
    ])('is left out, and what is seen is not: %s', async (_, body, expected) => {
      expect(linesOf(await read({ body, styles })).flat()).toEqual(expected);
    });

    test('of segments that Trados has not cleaned up is read beside their translation', async () => {
      const segment = (en: string, zh: string): string =>
        `${styled(VANISH, '{0&gt;')}${styled(VANISH, en)}${styled(VANISH, '&lt;}75{&gt;')}${run(zh)}${styled(VANISH, '&lt;0}')}`;
      const body = `<w:p>${segment('Rye.', '黑麦。')}${run(' ')}${segment('Oats.', '燕麦。')}</w:p><w:p>${styled(VANISH, 'Gone.')}</w:p>`;
      const reading = await read({ body });
      expect(linesOf(reading).flat()).toEqual(['Rye.', '黑麦。', 'Oats.', '燕麦。']);
      expect(reading.diagnostics).toHaveLength(1);
    });

    test('is counted by its paragraphs', async () => {
      const hidden = `<w:p>${styled(VANISH, 'One.')}${run('Seen.')}${styled(VANISH, 'Two.')}</w:p>`;
      const said = async (body: string): Promise<string[]> =>
        (await read({ body })).diagnostics.map(({ message }) => message);
      expect(await said(hidden)).toEqual([
        '"a.docx" has hidden text in a paragraph, which was left out of the alignment.',
      ]);
      expect(await said(hidden + hidden)).toEqual([expect.stringContaining('in 2 paragraphs')]);
      expect(await said(`<w:p>${styled(VANISH, ' ')}${run('Seen.')}</w:p>`)).toEqual([]);
    });
  });

  test('notes come after the text, without their marks and the lines above them', async () => {
    const body = `<w:p>${run('The dock')}<w:r><w:footnoteReference w:id="2"/></w:r>${run(' closed.')}</w:p>`;
    const footnotes = `<w:footnote w:type="separator" w:id="0">${paragraph('x')}</w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/></w:r>${run('In winter.')}</w:p></w:footnote>`;
    expect(linesOf(await read({ body, footnotes }))).toEqual([['The dock closed.'], ['In winter.']]);
  });

  test('what is left out is said', async () => {
    const body =
      `<w:p>${run('Kept.')}<w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:r><w:commentReference w:id="0"/></w:r></w:p>` +
      paragraph('Chapter 1 … 4', '<w:pStyle w:val="TOC1"/>');
    const styles = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>';
    const others = { 'word/header1.xml': '<a/>', 'word/comments.xml': '<a/>' };
    const reading = await read({ body, styles, others });
    expect(linesOf(reading)).toEqual([['Kept.']]);
    expect(reading.text).toContain('Chapter 1 … 4');
    expect(reading.diagnostics).toMatchObject([
      {
        code: 'left-out',
        severity: 'info',
        message: expect.stringMatching(/deleted.*comments.*contents.*headers/),
      },
    ]);
  });

  test('a part for comments that holds none is not worth a word', async () => {
    const reading = await read({ body: paragraph('Kept.'), others: { 'word/comments.xml': '<a/>' } });
    expect(reading.diagnostics).toEqual([]);
  });
});

describe('headings', () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="b"><w:name w:val="Mine"/><w:basedOn w:val="o"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="o"><w:name w:val="Other"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>';
  test.each([
    ['by the name of a style', '<w:pStyle w:val="2"/>', 'Harbour dues', 'heading'],
    ['by a style that the document does not define', '<w:pStyle w:val="标题 2"/>', 'Harbour dues', 'heading'],
    [
      'by the outline level of the style that theirs is based on',
      '<w:pStyle w:val="b"/>',
      'Harbour dues',
      'heading',
    ],
    ['by their own outline level', '<w:outlineLvl w:val="0"/>', 'Harbour dues', 'heading'],
    [
      'are not what says that it is body text',
      '<w:pStyle w:val="b"/><w:outlineLvl w:val="9"/>',
      'Harbour dues',
      'paragraph',
    ],
    [
      'are not clauses of several sentences',
      '<w:pStyle w:val="2"/>',
      'Dues are paid monthly. They are not repaid.',
      'paragraph',
    ],
    [
      'are not what was one before a change',
      '<w:pPrChange><w:pPr><w:pStyle w:val="2"/></w:pPr></w:pPrChange>',
      'Harbour dues',
      'paragraph',
    ],
  ])('%s', async (_, properties, text, kind) => {
    const { blocks } = await read({ body: paragraph(text, properties), styles });
    expect(blocks.map((block) => block.kind)).toEqual([kind]);
  });
});

describe('automatic numbers', () => {
  test('begin anew under each higher level, in the formats of their levels', async () => {
    const numbering = lists(
      level(0, 'chineseCountingThousand', '第%1章') +
        level(1, 'decimal', '%1.%2', '<w:isLgl/>') +
        level(2, 'lowerRoman', '(%3)'),
    );
    const body = [
      listed('总则', 1),
      listed('a', 1, 1),
      listed('b', 1, 1),
      listed('c', 1, 2),
      listed('附则', 1),
      listed('d', 1, 1),
      listed('e', 1, 2),
    ].join('');
    expect(await numbered({ body, numbering })).toEqual([
      '第一章|总则',
      '1.1|a',
      '1.2|b',
      '(i)|c',
      '第二章|附则',
      '2.1|d',
      '(i)|e',
    ]);
  });

  test('go on where the level says that it never begins anew', async () => {
    const numbering = lists(
      level(0, 'upperRoman', '%1.') + level(1, 'decimal', 'Article %2', '<w:lvlRestart w:val="0"/>'),
    );
    const body = [listed('p', 1), listed('a', 1, 1), listed('q', 1), listed('b', 1, 1)].join('');
    expect(await numbered({ body, numbering })).toEqual(['I.|p', 'Article 1|a', 'II.|q', 'Article 2|b']);
  });

  test('of lists with one definition go on, unless a list says where it starts', async () => {
    const override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>';
    const numbering = lists(level(0, 'decimal', '%1.')) + list(2, 0) + list(3, 0, override);
    const body = [listed('a', 1), listed('b', 2), listed('c', 3), listed('d', 3), listed('e', 1)].join('');
    expect(await numbered({ body, numbering })).toEqual(['1.|a', '2.|b', '5.|c', '6.|d', '7.|e']);
  });

  test('look as the list says where it has a level of its own', async () => {
    const numbering =
      lists(level(0, 'decimal', '%1.')) +
      list(2, 0, `<w:lvlOverride w:ilvl="0">${level(0, 'japaneseCounting', '（%1）')}</w:lvlOverride>`);
    expect(await numbered({ body: listed('甲', 2) + listed('乙', 2), numbering })).toEqual([
      '（一）|甲',
      '（二）|乙',
    ]);
  });

  test('come from styles, whose level the list names, and end with list 0', async () => {
    const numbering = lists(
      level(0, 'decimal', '第%1条', '<w:pStyle w:val="A"/>') +
        level(1, 'lowerLetter', '%2)', '<w:pStyle w:val="B"/>'),
    );
    const styles =
      '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>' +
      '<w:style w:type="paragraph" w:styleId="C"><w:name w:val="C"/><w:basedOn w:val="B"/></w:style>';
    const styled = (text: string, style: string, more = ''): string =>
      paragraph(text, `<w:pStyle w:val="${style}"/>${more}`);
    const body = [
      styled('x', 'A'),
      styled('y', 'B'),
      styled('z', 'C'),
      styled('none', 'A', '<w:numPr><w:numId w:val="0"/></w:numPr>'),
      styled('w', 'A'),
    ].join('');
    expect(await numbered({ body, styles, numbering })).toEqual([
      '第1条|x',
      'a)|y',
      'b)|z',
      '|none',
      '第2条|w',
    ]);
  });

  test('come from the list that a style links to', async () => {
    const numbering = lists(level(0, 'decimal', '（%1）'), '<w:numStyleLink w:val="L"/>');
    const styles =
      '<w:style w:type="numbering" w:styleId="L"><w:name w:val="L"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    expect(await numbered({ body: listed('a', 2) + listed('b', 2), styles, numbering })).toEqual([
      '（1）|a',
      '（2）|b',
    ]);
  });

  test('count empty paragraphs, and not deleted ones', async () => {
    const numbering = lists(level(0, 'decimal', '%1.'));
    const numPr = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';
    const gone = `<w:p><w:pPr>${numPr}<w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del>${run('gone')}</w:del></w:p>`;
    const body = listed('a', 1) + listed('', 1) + gone + listed('b', 1);
    expect(await numbered({ body, numbering })).toEqual(['1.|a', '3.|b']);
  });

  test('bullets are none, and make items', async () => {
    const reading = await read({ body: listed('a', 1), numbering: lists(level(0, 'bullet', '\uf0b7')) });
    expect(reading.blocks).toMatchObject([{ kind: 'item' }]);
    expect(reading.blocks[0]).not.toHaveProperty('numbering');
  });

  test('are no text', async () => {
    expect((await read({ body: listed('Dues', 1), numbering: lists(level(0, 'decimal', '%1.')) })).text).toBe(
      'Dues',
    );
  });

  test.each<[string, number, string]>([
    ['decimal', 12, '12'],
    ['decimalZero', 7, '07'],
    ['decimalFullWidth', 10, '１０'],
    ['decimalEnclosedCircle', 3, '③'],
    ['decimalEnclosedCircleChinese', 36, '㊱'],
    ['decimalEnclosedCircle', 51, '51'],
    ['upperRoman', 1994, 'MCMXCIV'],
    ['lowerLetter', 28, 'bb'],
    ['upperLetter', 26, 'Z'],
    ['ordinal', 22, '22nd'],
    ['ordinal', 112, '112th'],
    ['cardinalText', 42, 'Forty-two'],
    ['ordinalText', 30, 'Thirtieth'],
    ['ordinalText', 101, '101st'],
    ['chineseCountingThousand', 10, '十'],
    ['chineseCountingThousand', 15, '十五'],
    ['chineseCountingThousand', 105, '一百零五'],
    ['chineseCountingThousand', 110, '一百一十'],
    ['chineseCountingThousand', 2003, '二千零三'],
    ['ideographDigital', 10, '一〇'],
    ['chineseLegalSimplified', 12, '壹拾贰'],
    ['ideographTraditional', 2, '乙'],
    ['ideographTraditional', 11, '11'],
    ['lowerLetter', 2_000_000_000, '2000000000'],
    ['no such format', 4, '4'],
    ['upperRoman', 0, '0'],
  ])('%s %i is %s', (format, value, expected) => {
    expect(wordNumeral(value, format)).toBe(expected);
  });
});

describe('tables', () => {
  test('cells have the places of their rows and columns, counted over all tables', async () => {
    expect(
      await placed(table(['a', 'b'], ['c', 'd']) + paragraph('between') + table(['e', '', 'f'])),
    ).toEqual([
      '0:0:0-1 row a',
      '0:1:0-1 row b',
      '0:0:1-2 row c',
      '0:1:1-2 row d',
      '- paragraph between',
      '1:0:0-1 row e',
      '1:2:0-1 row f',
    ]);
  });

  test('a cell of several paragraphs or sentences is prose', async () => {
    const several = paragraph('One') + paragraph('Two');
    expect(await placed(table([several, 'The pier. The crane.'], ['船到。人走。', 'Pier 2.5 m']))).toEqual([
      '0:0:0-1 paragraph One',
      '0:0:0-1 paragraph Two',
      '0:1:0-1 paragraph The pier. The crane.',
      '0:0:1-2 paragraph 船到。人走。',
      '0:1:1-2 row Pier 2.5 m',
    ]);
  });

  test('merged cells keep rows and columns right', async () => {
    const begins = cell('tall', '<w:vMerge w:val="restart"/>');
    const goesOn = cell('', '<w:vMerge/>');
    const body = table(
      [cell('wide', '<w:gridSpan w:val="2"/>'), begins],
      ['a', 'b', goesOn],
      ['c', 'd', goesOn],
      ['e', 'f', 'g'],
    );
    expect(await placed(body)).toEqual([
      '0:0:0-1 row wide',
      '0:2:0-3 row tall',
      '0:0:1-2 row a',
      '0:1:1-2 row b',
      '0:0:2-3 row c',
      '0:1:2-3 row d',
      '0:0:3-4 row e',
      '0:1:3-4 row f',
      '0:2:3-4 row g',
    ]);
  });

  test('rows that begin late, and deleted ones', async () => {
    const late = `<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>${cell('late')}</w:tr>`;
    const gone = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell('gone')}</w:tr>`;
    const last = `<w:tr>${cell('last')}</w:tr>`;
    expect(await placed(`<w:tbl>${late}${gone}${last}</w:tbl>`)).toEqual([
      '0:1:0-1 row late',
      '0:0:1-2 row last',
    ]);
  });

  test('a table in a cell is part of it', async () => {
    const inner = table(['x', 'y']);
    expect(await placed(table([`${paragraph('a')}${inner}`, 'b'], ['c', 'd']))).toEqual([
      '0:0:0-1 paragraph a',
      '0:0:0-1 row x',
      '0:0:0-1 row y',
      '0:1:0-1 row b',
      '0:0:1-2 row c',
      '0:1:1-2 row d',
    ]);
  });

  test('a table in the only cell of a row is one of its own', async () => {
    const inner = table(['x', 'y']);
    expect(await placed(table(['a', 'b'], [`${paragraph('head')}${inner}`], ['c', 'd']))).toEqual([
      '0:0:0-1 row a',
      '0:1:0-1 row b',
      '- paragraph head',
      '1:0:0-1 row x',
      '1:1:0-1 row y',
      '2:0:2-3 row c',
      '2:1:2-3 row d',
    ]);
  });
});

describe('two columns, one language each', () => {
  const rows = [
    [
      'The harbour master opens the north gate at dawn. Small boats go first.',
      '港务长在黎明打开北门。小船先行。',
    ],
    [
      'Every captain pays the fee in silver. The clerk writes a receipt for it. No fee is returned.',
      '每位船长须以白银缴费。文书应就此出具收据。费用概不退还。',
    ],
    ['Fish is sold on the east quay only.', '鱼类仅可在东码头出售。'],
    [
      'The bell rings twice in fog. Ships then wait outside the wall.',
      '有雾时鸣钟两次。船只此时应在堤外等候。',
    ],
  ] as const;

  async function contract(): Promise<Uint8Array> {
    const levels = (
      text: string,
    ): { level: number; format: 'decimal'; text: string; alignment: 'left' }[] => [
      { level: 0, format: 'decimal', text, alignment: AlignmentType.LEFT },
    ];
    const numberedCell = (text: string, reference: string): TableCell =>
      new TableCell({
        children: [new Paragraph({ children: [new TextRun(text)], numbering: { reference, level: 0 } })],
      });
    const document = new Document({
      numbering: {
        config: [
          { reference: 'en', levels: levels('Article %1') },
          { reference: 'zh', levels: levels('第%1条') },
        ],
      },
      footnotes: { 1: { children: [new Paragraph('Weighed at the gate.')] } },
      sections: [
        {
          children: [
            new Paragraph({ text: 'Harbour Rules', heading: HeadingLevel.HEADING_1 }),
            new Table({
              rows: rows.map(
                ([en, zh]) => new TableRow({ children: [numberedCell(zh, 'zh'), numberedCell(en, 'en')] }),
              ),
            }),
            new Paragraph({
              children: [new TextRun('Silver'), new FootnoteReferenceRun(1), new TextRun(' only.')],
            }),
          ],
        },
      ],
    });
    return new Uint8Array(await Packer.toBuffer(document));
  }

  test('give pairs of sentences within rows, with the labels of their clauses', async () => {
    const { pairs, layout, sources, en, zh } = await align(await contract(), { names: ['rules'] });
    expect(sources[0]!.format).toBe('docx');
    expect(layout).not.toBe('one-language');
    const inTable = pairs.filter(({ zh: side }) => side.segments.length > 0 && side.clause !== null);
    expect(inTable.length).toBeGreaterThanOrEqual(8);
    for (const pair of inTable) {
      const row = rows.findIndex(([, chinese]) => chinese.includes(pair.zh.text));
      expect(rows[row]![0]).toContain(pair.en.text);
      expect([pair.en.clause, pair.zh.clause]).toEqual([`Article ${row + 1}`, `第${row + 1}条`]);
    }
    expect(en.clauses.map(({ ordinals }) => ordinals)).toEqual(zh.clauses.map(({ ordinals }) => ordinals));
  });

  test('by a library: headings, footnotes without marks', async () => {
    const reading = finish(readDocx(await contract(), 'rules.docx'));
    expect(reading.blocks[0]!.kind).toBe('heading');
    expect(linesOf(reading).slice(-2)).toEqual([['Silver only.'], ['Weighed at the gate.']]);
  });
});

describe('documents that are odd', () => {
  test('the document stands where the content types say', async () => {
    expect(linesOf(await read({ body: paragraph('a'), path: 'word/document2.xml' }))).toEqual([['a']]);
  });

  test.each([
    [
      'styles based on each other',
      {
        body: paragraph('a', '<w:pStyle w:val="A"/>'),
        styles:
          '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>',
      },
    ],
    ['rows and cells without a table', { body: `<w:tr>${cell('a')}</w:tr>` }],
    ['a cell without a row', { body: `<w:tbl>${cell('a')}</w:tbl>` }],
    ['a paragraph in a paragraph', { body: `<w:p>${paragraph('a')}</w:p>` }],
    [
      'a field that never ends',
      { body: `${paragraph('a')}<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>` },
    ],
    ['a list of no definition', { body: listed('a', 7), numbering: list(7, 3) }],
    ['absurd spans', { body: table([cell('a', '<w:gridSpan w:val="999999999"/>')]) }],
    [
      'a list that links to itself',
      {
        body: listed('a', 1),
        numbering: lists('<w:numStyleLink w:val="L"/>'),
        styles: '<w:style w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      },
    ],
  ])('%s', async (_, parts) => {
    expect(linesOf(await read(parts))).toEqual([['a']]);
  });

  test.each([
    ['XML that breaks off', { 'word/document.xml': '<w:document xmlns:w="x"><w:body>' }, /damaged/],
    [
      'an external entity',
      { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]><a>&b;</a>' },
      /DOCTYPE/,
    ],
    [
      'entities that swell',
      { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>' },
      /DOCTYPE/,
    ],
    ['no end of nesting', { 'word/document.xml': `${'<a>'.repeat(100_000)}` }, /nested too deep/],
  ])('%s is refused in one sentence', async (_, others, message) => {
    const error = await read({ body: '', others }).then(
      () => null,
      (reason: unknown) => reason,
    );
    expect(error).toMatchObject({ code: 'unreadable', message: expect.stringMatching(message) });
    expect(error).toMatchObject({ message: expect.stringMatching(/^"a\.docx" [^\n]*: [^\n]*\.$/) });
  });
});

test('what a document was read without is told as a sentence', async () => {
  const body = `<w:p><w:del><w:r><w:delText>Low</w:delText></w:r></w:del>${run('Tide')}</w:p><w:p><w:r><w:commentReference w:id="1"/></w:r></w:p>`;
  const { diagnostics } = await read({ body, others: { 'word/header1.xml': '<w:hdr/>' } });
  expect(diagnostics.map(({ message }) => message)).toEqual([
    '"a.docx" was read without the deleted text of its tracked changes, its comments and its headers and footers.',
  ]);
});

describe('the encoding of a part', () => {
  const xml = (declared: string, text: string): string =>
    `<?xml version="1.0" encoding="${declared}"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraph(text)}</w:body></w:document>`;
  const readPart = async (part: Uint8Array): Promise<string> =>
    (await read({ body: '', others: { 'word/document.xml': part } })).text;

  test.each(['GBK', 'gb2312', 'GB18030'])('is %s where it says so', async (declared) => {
    expect(await readPart(encoder('gb18030')(xml(declared, 'Harbour 港口')))).toBe('Harbour 港口');
  });

  test('is Big5 where it says so', async () => {
    expect(await readPart(encoder('big5')(xml('Big5', '碼頭')))).toBe('碼頭');
  });

  test('is what the first megabyte without ASCII alone says, however late it comes', async () => {
    const text = `${'tide '.repeat(500_000)}港口`;
    expect(await readPart(encoder('gb18030')(xml('GBK', text)))).toBe(text);
  });

  test('is UTF-8 where its bytes are, whatever it says', async () => {
    expect(await readPart(strToU8(xml('GBK', '港口在北岸。')))).toBe('港口在北岸。');
  });

  test('that it is not is said, and no character is made up', async () => {
    await expect(readPart(encoder('gb18030')(xml('UTF-8', '港口在北岸。')))).rejects.toMatchObject({
      code: 'unreadable',
      message:
        '"a.docx" is damaged (not UTF-8 text) in its part word/document.xml: open it in Word or Excel and save it anew.',
    });
  });
});

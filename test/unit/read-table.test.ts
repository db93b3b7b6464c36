import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { finish } from '../../packages/aligner/src/common/steps.js';
import * as delimited from '../../packages/aligner/src/document/read/delimited.js';
import type { Reading } from '../../packages/aligner/src/document/read/reading.js';
import { readSheets } from '../../packages/aligner/src/document/read/table.js';
import { align } from '../../packages/aligner/src/index.js';

const readCommaSeparated = (text: string, name: string): Reading =>
  finish(delimited.readCommaSeparated(text, name));
const readTabSeparated = (text: string, name: string): Reading =>
  finish(delimited.readTabSeparated(text, name));
const readRows = (rows: readonly (readonly string[])[], name: string): Reading =>
  finish(readSheets([rows], name));

/** Blocks as `column/row text`, counted from 0. */
function cellsOf({ text, blocks }: Reading): string[] {
  return blocks.map(({ lines, position }) => {
    const written = lines.map(({ start, end }) => text.slice(start, end)).join('⏎');
    return position ? `${position.column}/${position.start} ${written}` : written;
  });
}

const codesOf = ({ diagnostics }: Reading): string[] => diagnostics.map(({ code }) => code);

describe('cells', () => {
  const expected = ['0/0 Fog, rain', '1/0 雾', '0/1 Sun', '1/1 太阳'];

  test.each([
    ['commas', '"Fog, rain",雾\nSun,太阳\n'],
    ['semicolons', 'Fog, rain;雾\nSun;太阳\n'],
    ['tabs', 'Fog, rain\t雾\nSun\t太阳\n'],
    ['a declared separator', 'sep=|\r\nFog, rain|雾\r\nSun|太阳'],
    ['a byte order mark and CR LF', '\ufeff"Fog, rain",雾\r\nSun,太阳\r\n'],
    ['line breaks of two kinds', '"Fog, rain",雾\r\n\nSun,太阳\n'],
  ])('parted by %s', (_, text) => {
    expect(cellsOf(readCommaSeparated(text, ''))).toEqual(expected);
  });

  test('line breaks and marks within a cell', () => {
    expect(cellsOf(readCommaSeparated('"Fog\nand ""rain""",雾\nSun,太阳', ''))[0]).toBe('0/0 Fog⏎and "rain"');
  });

  test('marks of a text with tabs that are meant as themselves, which is said', () => {
    const reading = readTabSeparated('"Fog" he said\t“雾”\n"Sun\t太阳\nRain\t雨\n', '');
    expect(cellsOf(reading)).toEqual([
      '0/0 "Fog" he said',
      '1/0 “雾”',
      '0/1 "Sun',
      '1/1 太阳',
      '0/2 Rain',
      '1/2 雨',
    ]);
    expect(codesOf(reading)).toEqual(['unpaired-quotes']);
  });

  test('prose is no table, which is said', () => {
    const text = 'Well, fog, and rain.\nNo comma\nNone here\n雾，雨。\n';
    const reading = readCommaSeparated(text, '');
    expect(reading.text).toBe(text);
    expect(codesOf(reading)).toEqual(['read-as-text']);
  });

  test('one column is read as lines', () => {
    expect(cellsOf(readCommaSeparated('"Fog, rain"\n雾\n', ''))).toEqual(['Fog, rain', '雾']);
  });

  test.each(['', '\n\n', '"', ',,,', '\t'])('without text: %j', (text) => {
    expect(
      readCommaSeparated(text, '').blocks.length + readTabSeparated(text, '').blocks.length,
    ).toBeLessThan(3);
  });

  test.each(['"', '"a\n', 'a,你\n', '"a" b,', ',', 'a\n'])('many times %j', (piece) => {
    const { blocks, text } = readCommaSeparated(piece.repeat(20_000), '');
    expect(blocks.every(({ lines }) => lines.at(-1)!.end <= text.length)).toBe(true);
  });

  test('a table of many pieces is that of one: cells that go over the end of a piece, and the row of the first wrong mark', () => {
    const row = (number: number): string =>
      number % 7 === 0
        ? `"House ${number}, ""old""\nand empty","${number}号房子，\n旧的"`
        : `House ${number},${number}号房子`;
    const rows = Array.from({ length: 9000 }, (_, number) => row(number));
    const file = rows.join('\n');
    const english = cellsOf(readCommaSeparated(file, '')).filter((text) => text.startsWith('0/'));
    expect(english).toEqual(
      rows.map((_, number) =>
        number % 7 === 0 ? `0/${number} House ${number}, "old"⏎and empty` : `0/${number} House ${number}`,
      ),
    );
    // A cell that is longer than a piece.
    const long = `House${' and garden'.repeat(20_000)}`;
    expect(cellsOf(readCommaSeparated(`"${long}\n",雾\nSun,太阳`, ''))[0]).toBe(`0/0 ${long}`);
    const wrong = readCommaSeparated([...rows, '"Fog" he said,雾', row(1)].join('\n'), 'a.csv');
    expect(wrong.diagnostics.map(({ values }) => values)).toEqual([{ name: 'a.csv', row: 9001 }]);
  });

  test('random cells never throw, and come back as they were', () => {
    const cell = fc.constantFrom('Fog, rain', 'a "mark"', 'two\nlines', 'x;y', 'tab\tbed');
    fc.assert(
      fc.property(fc.array(cell, { minLength: 2, maxLength: 20 }), (cells) => {
        const file = cells.map((english) => `"${english.replaceAll('"', '""')}","雾"\n`).join('');
        const english = cellsOf(readCommaSeparated(file, '')).filter((text) => text.startsWith('0/'));
        expect(english).toEqual(cells.map((text, row) => `0/${row} ${text.replace('\n', '⏎')}`));
      }),
      { seed: 20261122, numRuns: 200 },
    );
  });
});

describe('columns', () => {
  test.each([
    [['EN', 'zh-CN']],
    [['english (US)', '中文译文']],
    [['Source', 'Target']],
    [['英语', 'Chinese']],
  ])('named %j', (names) => {
    const reading = readRows(
      [
        ['No.', ...names, 'Remark'],
        ['1', 'Fog', '雾', 'a very long remark, longer than all'],
      ],
      'a',
    );
    expect(cellsOf(reading)).toEqual(['1/1 Fog', '2/1 雾']);
    expect(codesOf(reading)).toEqual(['left-out', 'left-out']);
    expect(reading.diagnostics[1]!.message).toBe(
      '"a": English is column 2, Chinese column 3; columns 1, 4 were left out of the alignment.',
    );
    expect(reading.text).toContain('a very long remark');
  });

  test.each([
    [['title_en', 'title_zh', 'text_en', 'text_zh']],
    [['Course', 'Course (ZH)', 'Outline', 'Outline (ZH)']],
    [['英文名称', '中文名称', '英文说明', '中文说明']],
    [['English title', 'Chinese title', 'English note', 'Chinese note']],
    [['Name [EN-GB]', 'Name [zh-Hant]', 'Body [EN-GB]', 'Body [zh-Hant]']],
  ])('two pairs, named %j', ([a, b, c, d]) => {
    const reading = readRows(
      [
        ['code', a!, d!, c!, b!],
        ['a-1', 'Fog', '雾在散去。', 'The fog lifts.', '雾'],
        ['a-2', 'Rain', '下雨了。', 'It rains.', '雨'],
      ],
      'a',
    );
    expect(cellsOf(reading)).toEqual([
      ...['1/1 Fog', '2/1.5 雾在散去。', '3/1.5 The fog lifts.', '4/1 雾'],
      ...['1/2 Rain', '2/2.5 下雨了。', '3/2.5 It rains.', '4/2 雨'],
    ]);
    expect(reading.diagnostics.at(-1)!.message).toBe(
      '"a": English is columns 2, 4, Chinese columns 5, 3; column 1 was left out of the alignment.',
    );
  });

  test.each([
    ['in both languages twice', ['name_en', 'name_zh-CN', 'name_zh-TW', 'note_en', 'note_zh']],
    ['that hold something else', ['name_en', 'name_zh', 'unit_en', 'unit_zh', 'x']],
  ])('one pair beside names %s', (_, names) => {
    const reading = readRows(
      [names, ['Fog lifts', '雾在散去', '5', '7', '9'], ['Rain falls', '下雨', '6', '8', '9']],
      'a',
    );
    expect(reading.diagnostics.at(-1)!.message).toContain('English is column 1, Chinese column 2;');
  });

  test('without names, by what is in them', () => {
    const rows = [
      ['A-1', '雾散了', '0.93', 'The fog lifts'],
      ['A-2', '下雨', '', 'It rains'],
    ];
    expect(cellsOf(readRows(rows, ''))).toEqual([
      '1/0 雾散了',
      '3/0 The fog lifts',
      '1/1 下雨',
      '3/1 It rains',
    ]);
  });

  test('both languages in turn in one column are paragraphs', () => {
    expect(
      cellsOf(
        readRows(
          [
            ['1', 'The fog lifts'],
            ['2', '雾散了'],
          ],
          '',
        ),
      ),
    ).toEqual(['The fog lifts', '雾散了']);
  });

  test('one language', () => {
    expect(
      cellsOf(
        readRows(
          [
            ['1', 'The fog lifts'],
            ['2', 'It rains'],
          ],
          '',
        ),
      ),
    ).toEqual(['1/0 The fog lifts', '1/1 It rains']);
  });

  test('one language: all columns of words, and no keys', () => {
    const cells = (rows: readonly string[]): string[] =>
      cellsOf(
        readRows(
          rows.map((row) => row.split('|')),
          '',
        ),
      );
    expect(cells(['mill.a|Monday|The fog lifts|W7', 'mill.b|Tuesday|It rains|W8'])).toEqual([
      '1/0 Monday',
      '2/0 The fog lifts',
      '1/1 Tuesday',
      '2/1 It rains',
    ]);
    expect(cells(['1|星期一|雾散了', '2|星期二|下雨'])).toEqual([
      '1/0 星期一',
      '2/0 雾散了',
      '1/1 星期二',
      '2/1 下雨',
    ]);
    // One language above the other.
    expect(cells(['Monday|Fog', 'Friday|Rain', '星期一|雾', '星期五|雨'])).toEqual([
      ...['Monday', 'Fog', 'Friday', 'Rain', '星期一', '雾', '星期五', '雨'],
    ]);
  });

  test('none', () => {
    expect(readRows([], '').blocks).toEqual([]);
    expect(readRows([['1', '2'], []], '').blocks).toEqual([]);
  });
});

describe('rows are pairs', () => {
  const pairsOf = async (text: string, format: 'csv' | 'markdown') => {
    const { pairs, unaligned } = await align(text, { format });
    return {
      pairs: pairs.map(({ en, zh }) => `${en.text} = ${zh.text}`),
      unaligned: unaligned.map(({ side }) => side.text),
    };
  };

  test('of a sheet; cells of several sentences are aligned within their row', async () => {
    const csv =
      'en,zh\nThe harbour opens at six. Come early.,港口六点开放。请早到。\nBoats must register.,\n' +
      'and so we go on,我们就这样继续\n100%,100%\n';
    expect(await pairsOf(csv, 'csv')).toEqual({
      pairs: [
        'The harbour opens at six. = 港口六点开放。',
        'Come early. = 请早到。',
        'and so we go on = 我们就这样继续',
        '100% = 100%',
      ],
      unaligned: ['Boats must register.'],
    });
  });

  test('of a Markdown table with a missing cell and numbers of rows', async () => {
    const table =
      '| No. | English | 中文 |\n|---|---|---|\n| 1 | The harbour opens at six. | 港口六点开放。 |\n' +
      '| 2 | Boats must register. |  |\n| 3 | 100% | 100% |\n| 4 | Fees are due in May. | 费用五月到期。 |\n';
    expect(await pairsOf(table, 'markdown')).toEqual({
      pairs: [
        'The harbour opens at six. = 港口六点开放。',
        '100% = 100%',
        'Fees are due in May. = 费用五月到期。',
      ],
      unaligned: ['Boats must register.'],
    });
  });

  test('of two Markdown tables, with front matter and text between', async () => {
    const table = (english: string, chinese: string) =>
      `| ${english} | ${chinese} |\n|---|---|\n| Fog | 雾 |\n`;
    const markdown = `---\ntitle: Weather\n---\n\n${table('Signs', '标志')}\nThe harbour is closed.\n\n港口关闭。\n\n${table('Lamps', '灯')}`;
    const { pairs, sources, markup } = await align(markdown, { format: 'markdown' });
    expect(pairs.map(({ en, zh }) => `${en.text} = ${zh.text}`)).toEqual([
      'Signs = 标志',
      'Fog = 雾',
      'The harbour is closed. = 港口关闭。',
      'Lamps = 灯',
      'Fog = 雾',
    ]);
    const written = markup[0]!.map(({ start, end }) => sources[0]!.text.slice(start, end));
    expect(written).toContain('title: Weather');
  });

  test('a cell of more than two lines of print is split into sentences', async () => {
    const english = [
      'The master of each boat shall show the papers of the boat and of all who sail in it.',
      'Whoever cannot show them within a day shall leave the harbour on the next tide.',
    ];
    const chinese = ['船长应当出示船舶和全体船员的证件。', '一日内不能出示的，应当于下次涨潮时离港。'];
    const table = (sentences: number): string => {
      const cell = (parts: readonly string[]) => parts.slice(0, sentences).join(' ');
      return `| English | 中文 |\n|---|---|\n| Fog. Rain. | 雾。雨。 |\n| ${cell(english)} | ${cell(chinese)} |\n`;
    };
    const { pairs } = await pairsOf(table(2), 'markdown');
    expect(pairs).toContain('Fog. Rain. = 雾。雨。');
    expect((await align(table(2), { format: 'markdown' })).en.segments).toHaveLength(3);
  });
});

test.each([
  [
    ['id', 'name', 'weight', 'name_cn'],
    ['编号', '名称', '重量', '中文名称'],
  ],
  [
    ['Code', 'English', 'Price', 'Chinese'],
    ['编号', '英文品名', '价格', '中文品名'],
  ],
])(
  'a row that says the names of the columns again in the other language is none of the text: %j',
  (...names) => {
    const rows = [
      ['T1', 'Frying pan', '1.2', '平底煎锅'],
      ['T2', 'Steamer', '0.8', '蒸笼'],
      ['T3', 'Ladle', '0.2', '汤勺'],
    ];
    const expected = rows.flatMap(([, en, , zh], at) => [`1/${at + 2} ${en}`, `3/${at + 2} ${zh}`]);
    expect(cellsOf(readRows([...names, ...rows], ''))).toEqual(expected);
    // What is not translated yet below it tells that it is no such row.
    const open = ['T4', '漏勺', '0.4', '漏勺'];
    expect(cellsOf(readRows([...names, ...rows, open], ''))).toContain(`1/1 ${names[1]![1]}`);
  },
);

describe('pairs of columns side by side', () => {
  const rows = (header: string): string =>
    `${header}\n1,K-04,Ladle,长柄勺,12,pcs,件,hang up dry,晾干后挂起\n2,K-11,Chopping board,砧板,5,pcs,件,,\n3,K-23,Tea towel,茶巾,40,packs,包,wash at 60 °C,60度水洗\n`;
  const textsOf = async (csv: string): Promise<string[]> =>
    (await align(csv, { format: 'csv' })).pairs.map(({ en, zh }) => `${en.text} | ${zh.text}`);

  test('are all read where they are named in both languages and filled in the same rows', async () => {
    expect(await textsOf(rows('No.,Code,Item,品名,Qty,Unit,单位,Remarks,备注'))).toEqual([
      'Ladle | 长柄勺',
      'pcs | 件',
      'hang up dry | 晾干后挂起',
      'Chopping board | 砧板',
      'pcs | 件',
      'Tea towel | 茶巾',
      'packs | 包',
      'wash at 60 °C | 60度水洗',
    ]);
  });

  test('are all read where no column is named, and what comes back in one column comes back in the other', async () => {
    const unnamed = rows('').trimStart();
    expect((await textsOf(unnamed)).filter((pair) => pair === 'pcs | 件')).toHaveLength(2);
    // One text beside several others is no translation of them.
    const apart = unnamed.replace('5,pcs,件', '5,pcs,箱').replace('40,packs,包', '40,pcs,捆');
    expect(await textsOf(apart)).not.toContain('pcs | 件');
  });

  test('are those of both halves of a table', async () => {
    const csv =
      '泳道,用途,Lane,Use\n一号道,训练,Lane 1,training\n二号道,公众游泳,Lane 2,public swimming\n三号道,教学,Lane 3,lessons\n';
    expect(await textsOf(csv)).toEqual(
      expect.arrayContaining(['Lane 2 | 二号道', 'public swimming | 公众游泳', 'lessons | 教学']),
    );
  });

  test('are read where they are blocks of one list, under a title, however long the last of them is', async () => {
    const csv = `Words of the kitchen 厨房用语
No.,English,中文,No.,English,中文
1,ladle,长柄勺,4,colander,漏勺
2,chopping board,砧板,5,tea towel,茶巾
3,grater,擦丝器,,,
`;
    expect((await textsOf(csv)).sort()).toEqual([
      'Words of the kitchen | 厨房用语',
      'chopping board | 砧板',
      'colander | 漏勺',
      'grater | 擦丝器',
      'ladle | 长柄勺',
      'tea towel | 茶巾',
    ]);
  });

  test('and headings in both languages among rows are text, whatever column they stand in', async () => {
    const csv = `Crew List 船员名单,,,,
Code,Rank,Number,职务,Remarks
Deck department 甲板部,,,,
D1,Master,1,船长,
D2,Bosun,1,水手长,joins at Busan
Catering 餐饮部,,,,
C1,Cook,1,大厨,
`;
    expect(await textsOf(csv)).toEqual([
      'Crew List | 船员名单',
      'Rank | 职务',
      'Deck department | 甲板部',
      'Master | 船长',
      'Bosun | 水手长',
      'Catering | 餐饮部',
      'Cook | 大厨',
    ]);
  });

  test('keys are no text of a file in one language', () => {
    const written = cellsOf(
      readCommaSeparated('key,text\ndrinks,点饮料\nlight,调暗灯光\nsong.next,下一首\n', ''),
    );
    expect(written.filter((cell) => /drinks|light|song/.test(cell))).toEqual([]);
    expect(written.filter((cell) => /\p{Script=Han}/u.test(cell))).toHaveLength(3);
  });

  test('a heading in both languages may stand in the column of one of them', async () => {
    const { pairs } = await align(
      '中文,词性,English\n基本动作 Basic moves,,\n转身,动,to turn\n跳跃,动,to leap\n舞台用语 Stage words,,\n幕布,名,curtain\n',
      { format: 'csv' },
    );
    expect(pairs.map(({ en, zh }) => `${en.text} | ${zh.text}`)).toEqual([
      'Basic moves | 基本动作',
      'to turn | 转身',
      'to leap | 跳跃',
      'Stage words | 舞台用语',
      'curtain | 幕布',
    ]);
  });

  test('a heading whose English stands in the column of numbers is text; a remark beside a row without English is none', async () => {
    const csv = `BILL No. 1,,第1号清单,,
EARTHWORKS,,土方工程,,
Item,Description,描述,Unit,Remarks
A,Strip topsoil,清除表土,m2,to be measured
B,Dig trench,开挖基槽,m3,by machine
C,,回填,m3,see drawing
D,Compact base,夯实基底,m2,in layers
E,Load surplus soil on lorries,余土装车,m3,
F,Spread gravel,铺设砾石,m2,
`;
    expect(await textsOf(csv)).toEqual([
      'BILL No. 1 | 第1号清单',
      'EARTHWORKS | 土方工程',
      'Description | 描述',
      'Strip topsoil | 清除表土',
      'Dig trench | 开挖基槽',
      'Compact base | 夯实基底',
      'Load surplus soil on lorries | 余土装车',
      'Spread gravel | 铺设砾石',
    ]);
  });

  test('a column of definitions in one language is no translation of terms that have one', async () => {
    const csv = `Term,POS,术语,定义
aquifer,n.,含水层,能储存并输送地下水的地层。
bedrock,n.,基岩,松散沉积物之下的坚硬岩石。
dredge,v.,疏浚,清除河底的淤泥。
turbid,adj.,浑浊的,含有大量悬浮物的。
`;
    expect(await textsOf(csv)).toEqual([
      'Term | 术语',
      'aquifer | 含水层',
      'bedrock | 基岩',
      'dredge | 疏浚',
      'turbid | 浑浊的',
    ]);
  });

  test('a column of remarks that is longer than the text it is on is none of the pair', async () => {
    const csv = `Code,Question,问题,For the interviewer
Q1,How long did you wait?,您等了多久？,In minutes; do not read out any of the answers.
Q2,Was the room clean?,房间干净吗？,Scale of one to five.
Q3,Did the nurse explain what would be done?,护士是否说明了将要做什么？,Only if a nurse was seen.
Q4,Will you come again?,您还会再来吗？,Ask twice if the answer is not clear to you.
`;
    expect(await textsOf(csv)).toEqual([
      'Question | 问题',
      'How long did you wait? | 您等了多久？',
      'Was the room clean? | 房间干净吗？',
      'Did the nurse explain what would be done? | 护士是否说明了将要做什么？',
      'Will you come again? | 您还会再来吗？',
    ]);
  });

  test('are left out where names say which columns hold the text', async () => {
    expect(await textsOf(rows('No.,Code,English,中文,Qty,Unit,单位,Remarks,备注'))).toEqual([
      'Ladle | 长柄勺',
      'Chopping board | 砧板',
      'Tea towel | 茶巾',
    ]);
  });

  test('are none where codes stand beside a Chinese column', async () => {
    const csv =
      'Code,名称,Item,备注\nK-04,长柄勺,Ladle,\nK-11,砧板,Chopping board,洗净\nK-23,茶巾,Tea towel,\n';
    expect(await textsOf(csv)).toEqual([
      'Item | 名称',
      'Ladle | 长柄勺',
      'Chopping board | 砧板',
      'Tea towel | 茶巾',
    ]);
  });

  test.each([
    ['all names in Chinese', '货号,品名,价格'],
    ['the name of the codes in Latin letters', 'SKU,品名,价格'],
  ])('nor are codes English in a Chinese sheet: %s', (_, names) => {
    const csv = `${names}\nSK-1007,铜弯头,4.75\nSK-1014,手柄球阀,6.00\nSK-1021,生料带,7.25\n`;
    expect(cellsOf(readCommaSeparated(csv, ''))).toEqual([
      '1/0 品名',
      '1/1 铜弯头',
      '1/2 手柄球阀',
      '1/3 生料带',
    ]);
  });

  test('but terms that look like codes are, beside their translations', async () => {
    expect(await textsOf('RJ45,网线接口\nM8,八毫米螺栓\nDB9,九针接口\n')).toEqual([
      'RJ45 | 网线接口',
      'M8 | 八毫米螺栓',
      'DB9 | 九针接口',
    ]);
  });
});

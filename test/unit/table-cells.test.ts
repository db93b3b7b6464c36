import { type Alignment, align, type InputFormat } from 'duiqi';
import { describe, expect, test } from 'vitest';
import { finish } from '../../packages/aligner/src/common/steps.js';
import { cellParts } from '../../packages/aligner/src/document/read/cell-parts.js';
import { areRowNumbers } from '../../packages/aligner/src/document/read/row-numbers.js';
import { withCellsUnderstood } from '../../packages/aligner/src/document/read/table-cells.js';
import { expectConservation } from '../helpers/conservation.js';
import { excelFile } from '../helpers/excel.js';
import { paragraph, cell as wordCell, wordFile } from '../helpers/word.js';

type Rows = readonly (readonly string[])[];

/** The same rows in every format that has tables. */
const FORMATS: [format: InputFormat, write: (rows: Rows) => string | Uint8Array][] = [
  ['csv', (rows) => rows.map((row) => row.map((cell) => `"${cell}"`).join(',')).join('\n')],
  ['tsv', (rows) => rows.map((row) => row.join('\t')).join('\n')],
  [
    'markdown',
    ([first = [], ...rows]) =>
      [first, first.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |\n`).join(''),
  ],
  [
    'html',
    (rows) =>
      `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`,
  ],
  [
    'docx',
    (rows) =>
      wordFile({
        body: `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => wordCell(paragraph(cell))).join('')}</w:tr>`).join('')}</w:tbl>`,
      }),
  ],
  ['xlsx', (rows) => workbook(rows)],
];

function workbook(...sheets: Rows[]): Uint8Array {
  const sheetOf = (rows: Rows): string =>
    rows
      .map((row, at) => {
        const cells = row.map((cell, column) =>
          cell === '' ? '' : `<c r="${'ABCDEF'[column]}${at + 1}" t="inlineStr"><is><t>${cell}</t></is></c>`,
        );
        return `<row r="${at + 1}">${cells.join('')}</row>`;
      })
      .join('');
  return excelFile({ sheets: sheets.map(sheetOf) });
}

/** Pairs as `English = Chinese`, and what is alone as `English =` or `= Chinese`, sorted: rows say nothing of their order. */
function linesOf({ pairs, unaligned }: Alignment): string[] {
  return [
    ...pairs.map(({ en, zh }) => `${en.text} = ${zh.text}`),
    ...unaligned.map(({ language, side }) => (language === 'en' ? `${side.text} =` : `= ${side.text}`)),
  ].sort();
}

describe.each(FORMATS)('a table in %s', (format, write) => {
  const linesIn = async (rows: Rows): Promise<string[]> => {
    const alignment = await align(write(rows), { format });
    expectConservation(alignment);
    return linesOf(alignment);
  };

  test('rows with one language stay alone, though the next one has the other', async () => {
    const rows = [
      ['Boats are moored at the west quay.', '船只停泊在西码头。'],
      ['The crane is tested every spring.', ''],
      ['', '缆绳每年更换一次。'],
      ['Lamps burn all night.', '灯彻夜长明。'],
      ['Nets are dried on the wall.', ''],
      ['', '渔网晾在墙上。'],
      ['Ice is sold at the pier.', '码头出售冰块。'],
    ];
    expect(await linesIn(rows)).toEqual(rows.map(([en, zh]) => `${en} = ${zh}`.trim()).sort());
  });

  test('cells in both languages are a pair each', async () => {
    const rows = [
      ['Boat 船', 'Berth 泊位', 'Master 船长'],
      ['Ferry 渡船', 'West quay 西码头', 'Old Tan 老谭'],
      ['Tug 拖船', 'East quay 东码头', ''],
      ['Barge 驳船', 'Mud flat 泥滩', 'Unknown 不详'],
    ];
    const cells = rows.flat().filter((cell) => cell !== '');
    expect(await linesIn(rows)).toEqual(
      cells.map((cell) => cell.replace(/ (?=\p{Script=Han})/u, ' = ')).sort(),
    );
  });

  test('what is not translated pairs with itself, and numbers of rows with nothing', async () => {
    const rows = [
      ['No.', 'English', '中文'],
      ['1', 'OK', 'OK'],
      ['2', 'USB', 'USB'],
      ['3', 'Sonar range', 'Sonar'],
      ['4', 'Depth', '水深'],
      ['5', 'GPS', 'GPS'],
    ];
    expect(await linesIn(rows)).toEqual(
      ['OK = OK', 'USB = USB', 'Sonar range = Sonar', 'Depth = 水深', 'GPS = GPS'].sort(),
    );
  });

  test('blocks of columns side by side are pairs each', async () => {
    const rows = [
      ['English', '中文', 'English', '中文'],
      ['Bow', '船头', 'Mast', '桅杆'],
      ['Stern', '船尾', 'Sail', '帆'],
      ['Oar', '桨', 'Keel', '龙骨'],
      ['Rudder', '舵', '', ''],
    ];
    const pairs = rows.slice(1).flatMap(([a, b, c, d]) => [`${a} = ${b}`, `${c} = ${d}`]);
    expect(await linesIn(rows)).toEqual(pairs.filter((pair) => pair !== ' = ').sort());
  });

  test.each([
    ['after', (cells: readonly string[], remark: string) => [...cells, remark]],
    ['before', (cells: readonly string[], remark: string) => [remark, ...cells]],
  ])('remarks %s the two languages are no part of a pair', async (_, put) => {
    const rows = [
      put(['中文', 'English'], '备注'),
      put(['深水', 'Deep water'], '甲区'),
      put(['禁止抛锚', 'No anchoring'], ''),
      put(['浮标', ''], '乙区'),
      put(['', 'Slipway'], '丙区'),
      put(['灯塔', 'Lighthouse'], '甲区'),
    ];
    // A sheet has nothing but pairs; in a document the remarks are text that stays alone.
    const found = (await linesIn(rows)).filter((line) => !line.endsWith('区'));
    expect(found).toEqual(
      ['Deep water = 深水', 'No anchoring = 禁止抛锚', '= 浮标', 'Slipway =', 'Lighthouse = 灯塔'].sort(),
    );
  });

  test('a column that says how the Chinese is spoken is no text', async () => {
    const rows = [
      ['汉字', '拼音', '意思'],
      ['轮胎', 'lúntāi', 'tyre'],
      ['链条', 'liàntiáo', 'chain'],
      ['补胎', 'bǔ tāi', 'to mend a puncture'],
      ['刹车太松。', 'Shāchē tài sōng.', 'The brake is too loose.'],
    ];
    const found = (await linesIn(rows)).filter((line) => !/汉字|意思/.test(line));
    expect(found).toEqual(
      rows
        .slice(1)
        .map(([zh, , en]) => `${en} = ${zh}`)
        .sort(),
    );
  });

  test('a title in both languages stands above the names of the columns', async () => {
    const rows = [
      ['Signs of the harbour 港口标识', '', ''],
      ['No.', 'English', '中文'],
      ['1', 'Deep water', '深水'],
      ['2', 'No anchoring', '禁止抛锚'],
    ];
    expect(await linesIn(rows)).toEqual(
      ['Signs of the harbour = 港口标识', 'Deep water = 深水', 'No anchoring = 禁止抛锚'].sort(),
    );
  });

  test('the row of names may come again further down', async () => {
    const names = ['No.', 'English', '中文'];
    const rows = [
      names,
      ['1', 'Deep water', '深水'],
      ['2', 'Ebb', '退潮'],
      names,
      ['3', 'Slack water', '平潮'],
    ];
    const alignment = await align(write(rows), { format });
    expect(linesOf(alignment)).toEqual(['Deep water = 深水', 'Ebb = 退潮', 'Slack water = 平潮']);
    const messages = alignment.diagnostics.map(({ message }) => message).join();
    expect(messages).toContain('left out of the alignment, with a row further down that says the same.');
  });

  test('a row below the names that would name columns as well is a row like others', async () => {
    const rows = [
      ['en', 'zh'],
      ['English', '中文'],
      ['Low tide', '低潮'],
    ];
    expect(await linesIn(rows)).toEqual(['English = 中文', 'Low tide = 低潮']);
  });

  test('names within Chinese are no English', async () => {
    const rows = [
      ['USB port', 'USB 接口'],
      ['PDF chart', 'PDF 海图'],
      ['Wi-Fi on board', 'Wi-Fi 上船'],
    ];
    expect(await linesIn(rows)).toEqual(rows.map((row) => row.join(' = ')).sort());
  });
});

test('each sheet of a workbook has columns and names of its own', async () => {
  const bytes = workbook(
    [
      ['English', '中文'],
      ['Low tide', '低潮'],
    ],
    [
      ['中文', 'English', 'Remark'],
      ['高潮', 'High tide', 'twice a day'],
      ['涌浪', 'Swell', ''],
    ],
  );
  const alignment = await align(bytes, { format: 'xlsx' });
  expect(linesOf(alignment)).toEqual(['High tide = 高潮', 'Low tide = 低潮', 'Swell = 涌浪']);
  expect(alignment.diagnostics.map(({ message }) => message)).toEqual([
    'The input: the first row names the columns ("English", "中文") and was left out of the alignment.',
    'The input: the first row names the columns ("中文", "English", "Remark") and was left out of the alignment.',
    'The input: English is column 2, Chinese column 1; column 3 was left out of the alignment.',
  ]);
});

test('a heading over a whole row is cut, whatever column it begins in', async () => {
  const row = (...cells: string[]): string => `<tr>${cells.map((each) => `<td>${each}`).join('')}`;
  const html = `<table>${row('No.', 'English', '中文')}<tr><td colspan=3>Quay 码头${row('1', 'Crane', '起重机')}<tr><td colspan=3>Water 水面${row('2', 'Buoy', '浮标')}</table>`;
  expect(linesOf(await align(html, { format: 'html' }))).toEqual(
    ['Quay = 码头', 'Crane = 起重机', 'Water = 水面', 'Buoy = 浮标'].sort(),
  );
});

test('no pair leaves its row, though the words would', async () => {
  const rows = [
    'en,zh',
    'The lighthouse keeper paints the door in May.,',
    'Gulls nest on the roof.,海鸥在屋顶筑巢。',
    ',灯塔看守人五月给门刷漆。',
    'The stairs are steep.,楼梯很陡。',
  ];
  expect(linesOf(await align(rows.join('\n'), { format: 'csv' }))).toContain(
    'The lighthouse keeper paints the door in May. =',
  );
});

test('a table around which paragraphs stand in turn does not decide how they lie', async () => {
  const table = '| Fish 鱼 | Price 价格 |\n|---|---|\n| Cod 鳕鱼 | 9 |\n| Eel 鳗鱼 | 14 |\n';
  const { layout } = await align(
    `The market opens at five.\n\n市场五点开门。\n\n${table}\nBring a basket.\n\n请自带篮子。\n\nDogs wait outside.\n\n狗在外面等候。\n\nPay in cash.\n\n请付现金。\n`,
    { format: 'markdown' },
  );
  expect(layout).toBe('paragraphs');
});

test('the number of an entry may stand beside the rows of both languages', async () => {
  const entries = [
    ['Fasten your seat belts.', '请系好安全带。'],
    ['Smoking is forbidden on board.', '机上禁止吸烟。'],
    ['The exit may be behind you.', '出口可能在您身后。'],
  ];
  const rows = entries.map(
    ([en, zh], at) =>
      `<tr><td rowspan="2">${at + 1}</td><td>EN</td><td>${en}</td></tr><tr><td>中</td><td>${zh}</td></tr>`,
  );
  const found = linesOf(await align(`<table>${rows.join('')}</table>`, { format: 'html' }));
  expect(found).toEqual(entries.map(([en, zh]) => `${en} = ${zh}`).sort());
});

describe('a text and its translation in one cell', () => {
  test.each([
    ['Rice 米饭', 'Rice', '米饭', true],
    ['米饭 Rice', 'Rice', '米饭', true],
    ['Rice/米饭', 'Rice', '米饭', true],
    ['Fried rice - 炒饭', 'Fried rice', '炒饭', true],
    ['Rice（米饭）', 'Rice', '米饭', true],
    ['米饭 (Rice)', 'Rice', '米饭', true],
    ['Rice米饭', 'Rice', '米饭', true],
    ['X-ray room X光室', 'X-ray room', 'X光室', true],
    ['X光室 X-ray room', 'X-ray room', 'X光室', true],
    ['Ward 5 五病区', 'Ward 5', '五病区', true],
    ['Planted 1908年栽种', 'Planted', '1908年栽种', true],
    ['Table 1 表1', 'Table 1', '表1', true],
    ['Larch 落叶松（Larix）', 'Larch', '落叶松（Larix）', true],
    ['Date: 日期：', 'Date:', '日期：', true],
    ['Wi-Fi 无线网络', 'Wi-Fi', '无线网络', false],
  ])('%s', (text, en, zh, isClear) => {
    const parts = cellParts(text)!;
    expect(text.slice(parts.en.start, parts.en.end)).toBe(en);
    expect(text.slice(parts.zh.start, parts.zh.end)).toBe(zh);
    expect(parts.isClear).toBe(isClear);
  });

  test.each([
    'USB接口',
    'Press the 开始 button',
    '按 Start 键',
    'Rice 米饭 Soup 汤',
    'Rice',
    '米饭',
    '12',
    '',
  ])('is not in %j', (text) => {
    expect(cellParts(text)).toBeNull();
  });
});

test.each([
  [['1', '2', '3'], true],
  [['1.', '2.', '3.'], true],
  [['（1）', '（2）'], true],
  [['11', '12', '13', '15', '16', '17'], true],
  [['1', '1', '1'], false],
  [['12', '9', '15'], false],
  [['2019', '2020', '2021'], false],
  [['1', 'a'], false],
  [['1'], false],
])('%j count rows: %s', (cells, expected) => {
  expect(areRowNumbers(cells)).toBe(expected);
});

describe('a column of codes is in the language of its table', () => {
  const tables = (...codes: string[]): string => {
    const rows: [string, string, string][] = [
      ['Tender', 'Description', 'Closing date'],
      [codes[0]!, 'Ropes for the outer pier', '9 April 2024'],
      [codes[1]!, 'Cleaning of bathhouses', '11 April 2024'],
      ['招标编号', '内容', '截标日期'],
      [codes[0]!, '外码头缆绳', '2024年4月9日'],
      [codes[1]!, '清洁公共浴室', '2024年4月11日'],
    ];
    const table = (part: typeof rows): string =>
      `<table>${part.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
    return `<p>Tenders are invited.</p><p>现就下列项目招标。</p>${table(rows.slice(0, 3))}${table(rows.slice(3))}`;
  };
  const wanted = [
    'Cleaning of bathhouses = 清洁公共浴室',
    'Description = 内容',
    'Ropes for the outer pier = 外码头缆绳',
    'Tender = 招标编号',
  ];

  test.each([[['HB/210/24', 'HB/211/24']], [['max_upload', 'mail_from']], [['max_upload', 'listen']]])(
    '%j',
    async (codes) => {
      const alignment = await align(tables(...codes), { format: 'html' });
      expectConservation(alignment);
      expect(linesOf(alignment)).toEqual(expect.arrayContaining(wanted));
    },
  );

  test('in the half that it stands in, though the other half has the same codes', async () => {
    const half = (texts: readonly string[], rows: Rows): string =>
      texts.map((text) => `<p>${text}</p>`).join('') +
      `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
    const html =
      half(
        ['The server needs two files.', 'Every setting has a default.', 'These are the most important ones:'],
        [
          ['Setting', 'Meaning'],
          ['listen', 'The address of the server'],
          ['max_upload', 'The largest file that may be uploaded'],
          ['mail_from', 'The sender of its messages'],
        ],
      ) +
      half(
        ['服务器需要两个文件。', '每项设置都有默认值。', '最重要的设置如下：'],
        [
          ['设置', '含义'],
          ['listen', '服务器的地址'],
          ['max_upload', '可以上传的最大文件'],
          ['mail_from', '邮件的发件人'],
        ],
      );
    expect(linesOf(await align(html, { format: 'html' }))).toEqual(
      expect.arrayContaining([
        'Setting = 设置',
        'The address of the server = 服务器的地址',
        'The largest file that may be uploaded = 可以上传的最大文件',
        'The sender of its messages = 邮件的发件人',
      ]),
    );
  });

  test('but terms beside their translations are English', async () => {
    const rows = [
      ['H2O', '水'],
      ['water pump', '水泵'],
      ['CO2', '二氧化碳'],
    ];
    const html = `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('')}</table>`;
    expect(linesOf(await align(html, { format: 'html' }))).toEqual([
      'CO2 = 二氧化碳',
      'H2O = 水',
      'water pump = 水泵',
    ]);
  });
});

test('columns of abbreviations and departments beside a pair are remarks on it, whatever they are called', async () => {
  const rows = [
    ['序号', '缩写', '英文全称', '中文名称', '科室'],
    ['1', 'BP', 'blood pressure', '血压', '护理'],
    ['2', 'CT', 'computed tomography', '计算机断层扫描', '影像科'],
    ['3', 'IV', 'intravenous drip', '静脉滴注', '护理'],
    ['4', 'TB', 'tuberculosis', '结核病', '感染科'],
    ['5', 'ICU', 'intensive care unit', '重症监护病房', '重症医学科'],
  ];
  const wanted = rows.slice(1).map(([, , en, zh]) => `${en} = ${zh}`);
  const pairsOf = async (table: Rows): Promise<string[]> => {
    const [, write] = FORMATS.find(([format]) => format === 'docx')!;
    const lines = linesOf(await align(write(table), { format: 'docx' }));
    return lines.filter((line) => wanted.includes(line) || /[a-z].*=.*\p{Script=Han}/u.test(line));
  };
  expect(await pairsOf(rows)).toEqual([...wanted].sort());
  // Names in Chinese that say no language.
  const unnamed = [['序号', '缩写', '外文', '含义', '科室'], ...rows.slice(1)];
  expect(await pairsOf(unnamed)).toEqual([...wanted].sort());
});

test('remarks side by side are no pair where one stands beside several of the other', async () => {
  const rows = [
    ['英文原文', '中文译文', '位置', '状态'],
    ['Login', '登录', '标题', 'done'],
    ['Delete account', '注销账户', '按钮', 'done'],
    ['Forgot your password?', '忘记密码？', '提示', 'done'],
    ['Remember me', '记住我', '提示', 'open'],
  ];
  const markdown = [rows[0]!, rows[0]!.map(() => '---'), ...rows.slice(1)];
  const lines = linesOf(
    await align(markdown.map((row) => `| ${row.join(' | ')} |\n`).join(''), { format: 'markdown' }),
  );
  expect(lines.filter((line) => !/^=|=$/.test(line))).toEqual(
    rows
      .slice(1)
      .map(([en, zh]) => `${en} = ${zh}`)
      .sort(),
  );
});

test('a table may have more rows than a function has arguments', () => {
  const blocks = Array.from({ length: 150_000 }, (_, row) => ({
    kind: 'row' as const,
    lines: [{ start: 0, end: 4 }],
    position: { axis: 'row' as const, table: 0, column: row % 2, start: row, end: row + 1 },
  }));
  const reading = finish(withCellsUnderstood({ text: 'boat', blocks, diagnostics: [] }));
  expect(reading.blocks).toHaveLength(blocks.length);
});

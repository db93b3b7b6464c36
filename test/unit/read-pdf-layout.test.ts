import { align } from 'duiqi';
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../packages/aligner/src/document/read/pdf/pdf.js';
import { CHRONICLE } from '../helpers/orchard-town.js';
import { handMadePdf, makePdf } from '../helpers/pdf.js';

/** The blocks of a PDF: their kind, their row and column where they have some, and their lines. */
async function blocksOf(draw: (document: PDFKit.PDFDocument) => void): Promise<string[]> {
  const { text, blocks } = await readPdf(await makePdf(draw), 'a.pdf');
  return blocks.map(({ kind, position, lines }) => {
    const place = position?.axis === 'row' ? ` ${position.start}:${position.column}` : '';
    return `${kind}${place}: ${lines.map(({ start, end }) => text.slice(start, end)).join(' / ')}`;
  });
}

type Draw = (text: string, left: number, top: number) => void;
const put =
  (document: PDFKit.PDFDocument, font: string, size = 11): Draw =>
  (text, left, top) => {
    document.font(font).fontSize(size).text(text, left, top, { lineBreak: false });
  };

/** Lines of text from margin to margin: each word at a place of its own, as programs that justify put them. */
function justified(
  document: PDFKit.PDFDocument,
  lines: readonly string[],
  top: number,
  isWhole = true,
): void {
  document.font('en').fontSize(11);
  lines.forEach((line, at) => {
    const words = line.split(' ');
    const used = words.reduce((sum, word) => sum + document.widthOfString(word), 0);
    const gap = isWhole && at === lines.length - 1 ? 3 : (400 - used) / (words.length - 1);
    let left = 72;
    for (const word of words) {
      document.text(word, left, top + 14 * at, { lineBreak: false });
      left += document.widthOfString(word) + gap;
    }
  });
}

/** The blocks that the cells of a table are. */
function cellsOf(rows: readonly (readonly string[])[]): string[] {
  return rows.flatMap((row, at) => row.map((text, column) => `paragraph ${at}:${column}: ${text}`));
}

describe('code in a PDF', () => {
  test('is told by letters of one width, and stands line by line beside the text around it', async () => {
    const blocks = await blocksOf((document) => {
      justified(
        document,
        [
          'The pump of the mill is started by hand when the river is low, and it must be',
          'stopped before the gate is closed. Type these commands into the old terminal:',
        ],
        72,
      );
      const code = put(document, 'Courier', 10);
      code('$ cd /srv/mill', 72, 110);
      code('$ ./pump --start --gate=2', 72, 122);
      code('  if [ -f lock ]; then exit 1; fi', 72, 134);
      put(document, 'en')('The wheel turns after a minute.', 72, 160);
    });
    expect(blocks.slice(1)).toEqual([
      'code: $ cd /srv/mill / $ ./pump --start --gate=2 / if [ -f lock ]; then exit 1; fi',
      'paragraph: The wheel turns after a minute.',
    ]);
  });

  test('is none where all of a document is in letters of one width, as typewriters had them', async () => {
    const blocks = await blocksOf((document) => {
      put(document, 'Courier')('The mill was built in 1820 by two', 72, 72);
      put(document, 'Courier')('brothers who had come from the coast.', 72, 86);
    });
    expect(blocks.join(' ')).toMatch(/^paragraph: The mill/);
  });

  test('is told by the width of other code where a page shows no narrow letter of its font', async () => {
    const blocks = await blocksOf((document) => {
      const [text, code, name] = [
        put(document, 'en'),
        put(document, 'Courier', 10),
        put(document, 'Courier-Oblique', 10),
      ];
      text('To start the pump when the river is low:', 72, 72);
      code('mill start ', 72, 90);
      name('pump', 144, 90);
      text('To stop it:', 72, 108);
      code('mill stop ', 72, 126);
      name('pump', 138, 126);
    });
    expect(blocks).toEqual([
      'paragraph: To start the pump when the river is low:',
      'code: mill start pump',
      'paragraph: To stop it:',
      'code: mill stop pump',
    ]);
  });

  test('a long name of a file that fills a line of text is text', async () => {
    const blocks = await blocksOf((document) => {
      const [text, code] = [put(document, 'en'), put(document, 'Courier')];
      text('The list of all the millers and of their apprentices is kept for ever in the file', 72, 72);
      code('/srv/mill/archive/millers-and-apprentices-1820-1950.txt', 72, 86);
      text('of the town, which anybody may read who asks the keeper of the mill for it, and the', 72, 100);
      text('keeper is there on Mondays.', 72, 114);
    });
    expect(blocks).toHaveLength(1);
  });
});

/** Sets paragraphs as pdfkit breaks their lines, between margins of an inch; `gap` and `size` in points. */
const set =
  (texts: readonly string[], { size = 11, gap = 2, page = 'A4' } = {}) =>
  (document: PDFKit.PDFDocument): void => {
    document.font('zh').fontSize(size);
    if (page !== 'A4') document.addPage({ size: page, margin: 72 });
    for (const text of texts) document.text(text, { paragraphGap: gap, lineGap: 2 });
  };

describe('paragraphs of a short PDF', () => {
  const long = [
    '1. The Supplier shall deliver the pumps listed in the Schedule to the warehouse of the Purchaser before the last day of March, and bears the risk of loss until the delivery note is signed.',
    '1. 供应方应于三月最后一日之前将附表所列水泵运至购买方的仓库，在交货单签署之前，灭失风险由供应方承担，购买方不承担。',
  ];
  const list = [
    'Schedule',
    '附表',
    '1. Ball valve, made of stainless steel',
    '1. 球阀，不锈钢',
    '2. Control unit with touch screen and port',
    '2. 带触摸屏和接口的控制单元',
    '3. Set of seals',
    '3. 密封件一套',
  ];

  test('are no longer than the lines of a page that has none which is full', async () => {
    const blocks = await blocksOf((document) => {
      set(long)(document);
      document.addPage();
      set(list)(document);
    });
    expect(blocks).toEqual([...long, ...list].map((text) => `paragraph: ${text}`));
  });

  test('are told by the margins of the paper where no line at all is full', async () => {
    const items = [
      'The keys of the warehouse and of the pump house',
      'The lamps that hang over the gate',
      'A boat',
    ];
    expect(await blocksOf(set(items, { gap: 0 }))).toEqual(items.map((text) => `paragraph: ${text}`));
  });

  test('that fill their last line end at a space that is a little wider than that between lines', async () => {
    const paragraphs = [
      ['凡在码头停靠的船舶都应当在离港之前向港务局缴清全部', '费用并且取得由港务局签发的离港许可证书。'],
      ['旅客应当在开船以前一刻钟之内凭票上船并且听从船员。'],
      ['车辆先于旅客上船，先上船的车辆停放在船舱的最前面，', '后上船的停放在后面，直至装满或者无车为止。'],
      ['货物由货主自己搬运上船，港务局的人员不予搬运货物。'],
      [
        '凡是没有船票的旅客都应当在上船以后立即向船员补票，',
        '未补票的旅客应当在下一个码头下船，其所携带的行李也',
        '随同下船。',
      ],
    ];
    const blocks = await blocksOf((document) => {
      const text = put(document, 'zh', 12);
      let top = 72;
      for (const lines of paragraphs) {
        for (const line of lines) {
          text(line, 72, top);
          top += 16;
        }
        top += 3;
      }
    });
    expect(blocks).toEqual(paragraphs.map((lines) => `paragraph: ${lines.join('')}`));
  });

  test('that begin with the next label are items of their own, however full the one before is', async () => {
    const items = [
      '1. The pumps, the valves and the gauges that stand in the western pump house of the old mill',
      '2. The seals',
      '3. The boats, the oars and the ropes that lie in the eastern boat house of the old mill ponds',
      '4. The lamps',
    ];
    expect(await blocksOf(set(items, { gap: 0 }))).toEqual(items.map((text) => `paragraph: ${text}`));
  });

  test('are whole where a quotation mark holds two characters together', async () => {
    const blocks = await blocksOf((document) => {
      const text = put(document, 'zh', 10);
      // A line has room for 40 characters: what begins the second line would be three.
      text('本协议由临江市港务局（以下简称港务局）与北方渡轮有限公司订立，后者以下简', 72, 72);
      text('称“船公司”，任何一方以下均称为一方，双方以下合称为双方或者各方，本协议以下称', 72, 86);
      text('为“协议”，附件以下称为附件一至附件三，附件与协议正文具有同等效力，双方均应当', 72, 100);
      text('遵守，任何一方均不得擅自变更，确需变更的应当由双方协商一致并且订立书面协议并', 72, 114);
      text('签字。', 72, 128);
    });
    expect(blocks).toHaveLength(1);
  });
});

describe('a table in a PDF', () => {
  const rows = [
    [['Name of the', 'machine'], ['Who keeps it']],
    [['Pump'], ['The miller, and his', 'daughter on Sundays']],
    [['Gate and', 'wheel'], ['The town']],
  ];

  const [left, widths] = [
    [72, 152],
    [80, 110],
  ];

  test('is what drawn lines part, with the lines of each cell together', async () => {
    const blocks = await blocksOf((document) => {
      const text = put(document, 'en');
      rows.forEach((cells, row) => {
        cells.forEach((lines, column) => {
          document.rect(left[column]!, 72 + 40 * row, widths[column]!, 40).stroke();
          lines.forEach((line, at) => {
            text(line, left[column]! + 4, 78 + 40 * row + 14 * at);
          });
        });
      });
    });
    expect(blocks).toEqual([
      'paragraph 0:0: Name of the machine',
      'paragraph 0:1: Who keeps it',
      'paragraph 1:0: Pump',
      'paragraph 1:1: The miller, and his daughter on Sundays',
      'paragraph 2:0: Gate and wheel',
      'paragraph 2:1: The town',
    ]);
  });

  /** Cells at some places from left to right, with lines 14 points apart, and rows further than those. */
  const drawRows = (
    document: PDFKit.PDFDocument,
    left: readonly number[],
    cells: readonly (readonly (readonly string[])[])[],
    between = 6,
  ): void => {
    let top = 72;
    for (const row of cells) {
      row.forEach((lines, column) => {
        lines.forEach((line, at) => {
          document.font(/\p{Script=Han}/u.test(line) ? 'zh' : 'en').fontSize(11);
          const options = { lineBreak: false, baseline: 'alphabetic' } as const;
          document.text(line, left[column]!, top + 14 * at, options);
        });
      });
      top += 14 * Math.max(...row.map(({ length }) => length)) + between;
    }
  };

  test('keeps the rows of a column that is as narrow as one Chinese character', async () => {
    const blocks = await blocksOf((document) => {
      drawRows(
        document,
        [72, 140, 190],
        [
          [['weir'], ['拦', '河', '堰'], ['A low dam that', 'raises the river.']],
          [['sluice'], ['水', '闸'], ['A gate in a dam.']],
          [['race'], ['水', '渠'], ['What leads the river', 'to the wheel.']],
          [['hopper'], ['料', '斗'], ['A box for the grain.']],
        ],
      );
    });
    expect(blocks).toEqual([
      'paragraph 0:0: weir',
      'paragraph 0:1: 拦河堰',
      'paragraph 0:2: A low dam that raises the river.',
      'paragraph 1:0: sluice',
      'paragraph 1:1: 水闸',
      'paragraph 1:2: A gate in a dam.',
      'paragraph 2:0: race',
      'paragraph 2:1: 水渠',
      'paragraph 2:2: What leads the river to the wheel.',
      'paragraph 3:0: hopper',
      'paragraph 3:1: 料斗',
      'paragraph 3:2: A box for the grain.',
    ]);
  });

  test('has the columns that its rows show, however near to each other the words of its head stand', async () => {
    const blocks = await blocksOf((document) => {
      drawRows(
        document,
        [72, 130, 153, 300],
        [
          [['Part'], ['件'], ['Meaning'], ['说明']],
          [['weir'], ['堰'], ['a low dam in a river'], ['河里的矮坝']],
          [['race'], ['渠'], ['what leads the', 'river to the wheel'], ['引水到水轮的渠']],
          [['gate'], ['闸'], ['a door in a dam'], ['坝上的门']],
        ],
      );
    });
    expect(blocks).toEqual([
      'paragraph 0:0: Part',
      'paragraph 0:1: 件',
      'paragraph 0:2: Meaning',
      'paragraph 0:3: 说明',
      'paragraph 1:0: weir',
      'paragraph 1:1: 堰',
      'paragraph 1:2: a low dam in a river',
      'paragraph 1:3: 河里的矮坝',
      'paragraph 2:0: race',
      'paragraph 2:1: 渠',
      'paragraph 2:2: what leads the river to the wheel',
      'paragraph 2:3: 引水到水轮的渠',
      'paragraph 3:0: gate',
      'paragraph 3:1: 闸',
      'paragraph 3:2: a door in a dam',
      'paragraph 3:3: 坝上的门',
    ]);
  });

  test('takes no short Chinese words for lines of one text', async () => {
    const rows = [
      [['术语'], ['说明']],
      [['水闸'], ['坝上的门，用来控制流入水渠的水', '量。']],
      [['水轮'], ['由流水推动，带动石磨。']],
      [['引水渠道'], ['把河水引到水轮的沟。']],
      [['上部石磨'], ['转动的石头，谷物由它磨成粉后流', '进木箱。']],
      [['料斗'], ['盛谷物的箱子。']],
      [['木箱'], ['盛面粉的箱子。']],
    ];
    const blocks = await blocksOf((document) => drawRows(document, [72, 150], rows, 0));
    expect(blocks).toEqual(
      rows.flatMap((cells, row) =>
        cells.map((lines, column) => `paragraph ${row}:${column}: ${lines.join('')}`),
      ),
    );
  });

  test('has a row for each line where lines stand much further apart than those around it', async () => {
    const blocks = await blocksOf((document) => {
      justified(
        document,
        [
          'The pump of the mill is started by hand when the river is low, and it must be',
          'stopped before the gate is closed. All who work with it have to know what the',
        ],
        30,
      );
      drawRows(
        document,
        [72, 160],
        [
          [['Family name'], ['Given names']],
          [['Date of birth'], ['Nationality']],
          [['Address'], ['Postcode']],
          [['Telephone'], ['E-mail address']],
        ],
        14,
      );
    });
    expect(blocks.slice(1)).toEqual([
      'paragraph 0:0: Family name',
      'paragraph 0:1: Given names',
      'paragraph 1:0: Date of birth',
      'paragraph 1:1: Nationality',
      'paragraph 2:0: Address',
      'paragraph 2:1: Postcode',
      'paragraph 3:0: Telephone',
      'paragraph 3:1: E-mail address',
    ]);
  });

  test('without lines keeps the cells of a row whose letters stand on baselines that differ a little', async () => {
    const blocks = await blocksOf((document) => {
      for (const [at, [one, other]] of [
        ['weir', '堰'],
        ['race', '引水的渠道'],
        ['gate of the race', '渠门'],
        ['hopper', '料斗'],
      ].entries()) {
        put(document, 'en')(one!, 72, 72 + 14 * at);
        put(document, 'zh')(other!, 200, 72 + 14 * at);
      }
    });
    expect(blocks).toEqual([
      'paragraph 0:0: weir',
      'paragraph 0:1: 堰',
      'paragraph 1:0: race',
      'paragraph 1:1: 引水的渠道',
      'paragraph 2:0: gate of the race',
      'paragraph 2:1: 渠门',
      'paragraph 3:0: hopper',
      'paragraph 3:1: 料斗',
    ]);
  });

  test('is one in each half of a spread, whatever stands beside it in the other', async () => {
    const text = [
      ['The mill lends its tools.', 'Please fill in this form.', 'One form is for one tool.'],
      ['磨坊出借工具，请填写本表。', '一张表格只能借一件。'],
    ];
    const forms = [
      [
        ['Name', 'Address'],
        ['Tool', 'First day'],
        ['Last day', 'Signature'],
      ],
      [
        ['姓名', '地址'],
        ['工具', '借出日期'],
        ['归还日期', '签名'],
      ],
    ];
    const blocks = await blocksOf((document) => {
      for (const [half, left] of [72, 330].entries()) {
        const draw = put(document, half === 0 ? 'en' : 'zh');
        text[half]!.forEach((line, at) => {
          draw(line, left, 72 + 24 * at);
        });
        forms[half]!.forEach((cells, row) => {
          cells.forEach((cell, column) => {
            draw(cell, left + 90 * column, 144 - 14 * half + 21 * row);
          });
        });
      }
    });
    expect(blocks.filter((block) => !block.startsWith('paragraph: '))).toEqual(
      forms.flatMap((rows) =>
        rows.flatMap((cells, row) => cells.map((cell, column) => `paragraph ${row}:${column}: ${cell}`)),
      ),
    );
  });

  test('is none where all that parts lines is the gap between two words', async () => {
    const blocks = await blocksOf((document) => {
      const text = put(document, 'en');
      const left = 72 + document.font('en').fontSize(11).widthOfString('The old wall') + 6;
      for (const [at, [one, other]] of [
        ['The old mill', 'has a pump.'],
        ['The old gate', 'was green.'],
        ['The old wall', 'is of stone.'],
      ].entries()) {
        text(one!, 72, 72 + 30 * at);
        text(other!, left, 72 + 30 * at);
      }
    });
    expect(blocks.filter((block) => !/^paragraph: /.test(block))).toEqual([]);
  });

  test('is none where bullets and dashes stand before the items of a list', async () => {
    const blocks = await blocksOf((document) => {
      const text = put(document, 'zh');
      for (const [at, [mark, item]] of [
        ['•', '磨坊'],
        ['–', '水泵的年久失修'],
        ['–', '闸门'],
        ['•', '河流'],
        ['–', '春天的洪水'],
      ].entries()) {
        const left = mark === '•' ? 84 : 104;
        text(mark!, left, 72 + 18 * at);
        text(item!, left + 12, 72 + 18 * at);
      }
    });
    expect(blocks).toEqual([
      'item: 磨坊',
      'item: 水泵的年久失修',
      'item: 闸门',
      'item: 河流',
      'item: 春天的洪水',
    ]);
  });

  test('is none where wide gaps of justified lines happen to stand below each other', async () => {
    const blocks = await blocksOf((document) => {
      const words = CHRONICLE.flatMap(([en]) => en.split(' '));
      const lines: string[] = [];
      for (let at = 0; at < words.length; at += 10) lines.push(words.slice(at, at + 10).join(' '));
      justified(document, lines.slice(0, 40), 72);
    });
    expect(blocks.filter((block) => !/^paragraph: /.test(block))).toEqual([]);
  });

  test('without lines has a row for each line where none goes on, though the longest texts fill their column', async () => {
    const rows = [
      ['组别', '说明'],
      ['小船', '水浅时也能过闸的船。'],
      ['渡轮', '每天两班，冬天只有一班。'],
      ['运煤驳船', '只在夜里过闸，因为它又长又慢，转弯时还要占去整条航道。'],
      ['运粮驳船', '不收费。'],
    ];
    const blocks = await blocksOf((document) => {
      const zh = put(document, 'zh');
      for (const [at, row] of rows.entries())
        row.forEach((text, column) => {
          zh(text, 72 + 60 * column, 72 + 20 * at);
        });
      put(document, 'zh', 9)('表一 过闸的船', 150, 190);
    });
    expect(blocks).toEqual([...cellsOf(rows), 'paragraph: 表一 过闸的船']);
  });

  test('without lines has a row where several columns begin, however full the text before it is', async () => {
    const blocks = await blocksOf((document) => {
      const en = put(document, 'en');
      en('Boats in the first spring', 72, 72);
      en('Boats in the first winter', 72, 86);
      en('and all that are hired', 72, 100);
      en('Rafts of any kind at all', 72, 114);
      [72, 86, 114].forEach((top, at) => {
        en(String(14 + at), 240, top);
        en(`${at + 4}.5`, 320, top);
      });
    });
    expect(blocks.filter((block) => / \d:0/.test(block))).toEqual([
      'paragraph 0:0: Boats in the first spring',
      'paragraph 1:0: Boats in the first winter and all that are hired',
      'paragraph 2:0: Rafts of any kind at all',
    ]);
  });

  test('without lines has a row for each line where its columns are unlike in width, though all of their texts look full', async () => {
    const rows = [
      ['Office', 'Weekdays', 'Saturdays'],
      ['Keeper of the ferries', '8 a.m. to 4 p.m.', '9 a.m. to noon'],
      ['Registrar of markets', '9 a.m. to 5 p.m.', 'closed'],
      ['Director of the wells', '8 a.m. to 6 p.m.', 'closed'],
      ['Surveyor of bridges', '9 a.m. to 4 p.m.', '9 a.m. to noon'],
    ];
    const blocks = await blocksOf((document) => {
      const en = put(document, 'en');
      for (const [at, row] of rows.entries())
        row.forEach((text, column) => {
          en(text, [72, 190, 282][column]!, 72 + 16 * at);
        });
    });
    expect(blocks).toEqual(cellsOf(rows));
  });

  test('without lines has the rows that short keys begin, down to the text below it and the name above that', async () => {
    const blocks = await blocksOf((document) => {
      const en = put(document, 'en');
      const row = (top: number, key: string, lines: readonly string[], date: string): void => {
        en(key, 72, top);
        for (const [at, line] of lines.entries()) en(line, 170, top + 14 * at);
        en(date, 420, top);
      };
      row(72, 'Tender', ['Description'], 'Closing date');
      row(
        89,
        'HB/213/24',
        ['Guards at two depots, on weekends and on public', 'holidays as well'],
        '10 May 2024',
      );
      row(120, 'HB/214/24', ['Printing of ferry tickets'], '12 May 2024');
      row(137, 'HB/215/24', ['Hire of dredgers with crew'], '14 May 2024');
      justified(
        document,
        ['Tenders must be clearly marked and put into the tender box before noon on the', 'closing date.'],
        160,
      );
      en('Keeper of the ferries', 300, 200);
    });
    expect(blocks).toEqual([
      'paragraph 0:0: Tender',
      'paragraph 0:1: Description',
      'paragraph 0:2: Closing date',
      'paragraph 1:0: HB/213/24',
      'paragraph 1:1: Guards at two depots, on weekends and on public holidays as well',
      'paragraph 1:2: 10 May 2024',
      'paragraph 2:0: HB/214/24',
      'paragraph 2:1: Printing of ferry tickets',
      'paragraph 2:2: 12 May 2024',
      'paragraph 3:0: HB/215/24',
      'paragraph 3:1: Hire of dredgers with crew',
      'paragraph 3:2: 14 May 2024',
      'paragraph: Tenders must be clearly marked and put into the tender box before noon on the closing date.',
      'paragraph: Keeper of the ferries',
    ]);
  });

  test('without lines has the rows that a page end parts from the others, however few they are', async () => {
    const rows = [
      ['Vessel', 'Length', 'Dues'],
      ['Sampans', 'up to 6 m', '4 crowns'],
      ['Ferries on a timetable', 'any length', '65 crowns'],
      ['Lighters and barges', '6 m to 30 m', '22 crowns'],
      ['All others', 'over 30 m', '140 crowns'],
    ];
    const blocks = await blocksOf((document) => {
      const en = put(document, 'en');
      const show = (part: readonly (readonly string[])[], top: number): void => {
        for (const [at, row] of part.entries())
          row.forEach((text, column) => {
            en(text, [72, 220, 330][column]!, top + 16 * at);
          });
      };
      en('The dues are these.', 72, 700);
      show(rows.slice(0, 1), 720);
      document.addPage();
      show(rows.slice(1), 72);
    });
    expect(blocks).toEqual([
      'paragraph: The dues are these.',
      ...rows[0]!.map((text, column) => `paragraph 0:${column}: ${text}`),
      ...cellsOf(rows.slice(1)),
    ]);
  });

  test('without lines may be of short words and figures, as wide as each other', async () => {
    const rows = [
      ['Mill', 'Spring', 'Change', 'Autumn', 'Change'],
      ['Upper', '1,204', '+3.1', '998', '-2.4'],
      ['Middle', '1,077', '+0.4', '1,310', '+1.9'],
      ['Lower', '860', '+12.8', '655', '+8.0'],
      ['Others', '3,344', '+4.1', '2,502', '-3.3'],
    ];
    const blocks = await blocksOf((document) => {
      const en = put(document, 'en');
      en('The mills ground more in autumn, which nobody had thought of in spring.', 72, 72);
      // Programs that set lines on whole pixels have some that are closer.
      for (const [at, row] of rows.entries())
        row.forEach((text, column) => {
          en(text, 72 + 95 * column, 100 + 15 * at - (at > 2 ? 0.75 : 0));
        });
      en('Sacks of grain, and per cent on the year before.', 72, 190);
    });
    expect(blocks.slice(1)).toEqual([
      ...cellsOf(rows),
      'paragraph: Sacks of grain, and per cent on the year before.',
    ]);
  });

  test('without lines ends where another begins below it', async () => {
    const dues = [
      ['Vessel', 'Summer', 'Winter'],
      ['Sampans', '4 crowns', '2 crowns'],
      ['Lighters', '22 crowns', '18 crowns'],
      ['All others', '140 crowns', '95 crowns'],
    ];
    const keepers = [
      ['Pier', 'Keeper', 'Lamps', 'Since', 'Boats'],
      ['North', 'Ada Kerr', '14', '1871', '3'],
      ['South', 'Jon Tull', '9', '1874', '5'],
      ['West', 'Mei Sun', '11', '1880', '2'],
    ];
    const blocks = await blocksOf((document) => {
      const en = put(document, 'en');
      const show = (rows: readonly (readonly string[])[], lefts: readonly number[], top: number): void => {
        for (const [at, row] of rows.entries())
          row.forEach((text, column) => {
            en(text, lefts[column]!, top + 18 * at);
          });
      };
      show(dues, [72, 240, 330], 72);
      show(keepers, [72, 150, 266, 330, 400], 144);
    });
    expect(blocks).toEqual([dues, keepers].flatMap((rows) => cellsOf(rows)));
  });

  test('without lines begins below a line of text that has gaps', async () => {
    const rows = [
      ['地点', '春季', '秋季', '冬季'],
      ['上游磨坊', '412', '380', '95'],
      ['下游磨坊', '655', '702', '140'],
      ['渡口', '88', '96', '31'],
    ];
    const blocks = await blocksOf((document) => {
      const zh = put(document, 'zh');
      zh('春季的用量——', 72, 72);
      zh('最大的一项是粮食——', 150, 72);
      zh('回到了两年以前的水平。', 270, 72);
      for (const [at, row] of rows.entries())
        row.forEach((text, column) => {
          zh(text, [72, 170, 240, 310][column]!, 92 + 18 * at);
        });
    });
    expect(blocks.filter((block) => / \d:/.test(block))).toEqual(cellsOf(rows));
  });

  test('without lines has rows whose cells hold both languages, little further apart than their lines', async () => {
    const rows = [
      [
        ['Food', '食物'],
        ['Keep', '保存'],
      ],
      [['Poultry', '禽肉'], ['two days']],
      [['Minced meat', '肉末'], ['one day']],
      [['Fish', '鱼'], ['not at all']],
    ];
    const blocks = await blocksOf((document) => {
      const [en, zh] = [put(document, 'en'), put(document, 'zh')];
      for (const [at, row] of rows.entries())
        for (const [column, [english, chinese]] of row.entries()) {
          en(english!, 72 + 150 * column, 72 + 38 * at);
          if (chinese !== undefined) zh(chinese, 72 + 150 * column, 86 + 38 * at);
        }
    });
    // Whether the lines of a cell are one paragraph is not asked here.
    expect(blocks.map((block) => block.replace(' / ', ''))).toEqual(
      rows.flatMap((row, at) => row.map((lines, column) => `paragraph ${at}:${column}: ${lines.join('')}`)),
    );
  });

  test('without lines has the rows that space parts, wherever in them the cells stand', async () => {
    const rows = [
      ['Term', ['Explanation'], ['说明']],
      ['bearing', ['What lets a beam move as it', 'grows warm or cold.'], ['使梁能够移动的部件。']],
      [
        'scour',
        ['The loss of ground that water', 'carries away below a', 'foundation.'],
        ['水流把基础周围的土层', '带走。'],
      ],
      ['camber', ['A slight curve upward.'], ['轻微上拱。']],
    ] as const;
    const blocks = await blocksOf((document) => {
      const [en, zh] = [put(document, 'en'), put(document, 'zh')];
      let top = 72;
      for (const [term, english, chinese] of rows) {
        const height = 13 * english.length;
        const middle = (lines: number): number => top + (height - 13 * lines) / 2;
        en(term, 72, middle(1));
        for (const [at, line] of english.entries()) en(line, 150, middle(english.length) + 13 * at);
        for (const [at, line] of chinese.entries()) zh(line, 340, middle(chinese.length) + 13 * at);
        top += height + 20;
      }
    });
    expect(blocks).toEqual(
      rows.flatMap(([term, english, chinese], at) => [
        `paragraph ${at}:0: ${term}`,
        `paragraph ${at}:1: ${english.join(' ')}`,
        `paragraph ${at}:2: ${chinese.join('')}`,
      ]),
    );
  });

  test('is none where a heading in large letters is justified', async () => {
    const blocks = await blocksOf((document) => {
      const [en, large] = [put(document, 'en'), put(document, 'en', 22)];
      large('How Long', 72, 72);
      large('Boats', 240, 72);
      large('Remain', 72, 98);
      large('Afloat', 240, 98);
      large('In a', 72, 124);
      large('Storm', 240, 124);
      for (const [at, [line]] of CHRONICLE.slice(0, 12).entries()) en(line, 72, 170 + 26 * at);
    });
    expect(blocks.filter((block) => / \d:\d/.test(block))).toEqual([]);
  });
});

test('each cell of a framed list is a text of its own, however full its line is', async () => {
  const blocks = await blocksOf((document) => {
    const text = put(document, 'en');
    const cells = [
      ['Measure between two points of the gate'],
      ['Show or hide the wheel of the old mill'],
      ['Start the pump of the mill by hand, and', 'leave it on until the river is higher'],
      ['Show the river'],
    ];
    cells.forEach((lines, row) => {
      document.rect(72, 72 + 40 * row, 220, 40).stroke();
      lines.forEach((line, at) => {
        text(line, 80, 78 + 40 * row + 14 * at);
      });
    });
  });
  expect(blocks).toEqual([
    'paragraph: Measure between two points of the gate',
    'paragraph: Show or hide the wheel of the old mill',
    'paragraph: Start the pump of the mill by hand, and leave it on until the river is higher',
    'paragraph: Show the river',
  ]);
});

test('a heading of two lines is one, though its lines are further apart than those of the text', async () => {
  const blocks = await blocksOf((document) => {
    const heading = put(document, 'en', 18);
    heading('What the keeper of the mill does when the river is so', 72, 72);
    heading('low that the wheel stands', 72, 96);
    CHRONICLE.slice(0, 2).forEach(([line], at) => {
      justified(document, [line, line, line], 140 + 80 * at, false);
    });
  });
  expect(blocks[0]).toBe(
    'heading: What the keeper of the mill does when the river is so low that the wheel stands',
  );
});

test('text above a table in smaller letters is no heading, though the table has most of the text', async () => {
  const blocks = await blocksOf((document) => {
    put(document, 'en', 15)('Fees of the ferry', 72, 72);
    put(document, 'en', 11)('The ferry carries people, carts and cattle all year.', 72, 110);
    const small = put(document, 'en', 9);
    for (let row = 0; row < 12; row++) {
      small(`Cart with ${row + 2} wheels and a load`, 72, 150 + 20 * row);
      small(`${row + 3} coins for each crossing`, 320, 150 + 20 * row);
    }
  });
  expect(blocks.slice(0, 2)).toEqual([
    'heading: Fees of the ferry',
    'paragraph: The ferry carries people, carts and cattle all year.',
  ]);
});

describe('a drawn table', () => {
  /** Draws cells in equal columns, 20 points high unless told, each with its lines 14 points apart. */
  const drawTable = (
    document: PDFKit.PDFDocument,
    [left, top, width]: readonly [left: number, top: number, width: number],
    rows: readonly { readonly cells: readonly (readonly string[])[]; readonly height?: number }[],
  ): void => {
    let y = top;
    for (const { cells, height = 20 } of rows) {
      cells.forEach((lines, at) => {
        const x = left + at * width;
        document.rect(x, y, width, height).stroke();
        for (const [line, text] of lines.entries()) put(document, 'en')(text, x + 9, y + 5 + 14 * line);
      });
      y += height;
    }
  };

  test.each([2, 6])(
    'keeps the cells of a table in one of its own apart, %s points from its border',
    async (margin) => {
      const blocks = await blocksOf((document) => {
        drawTable(
          document,
          [72, 72, 220],
          [
            { cells: [['Stall'], ['Fees']] },
            { cells: [['Fish'], ['By the day:', ' ', ' ', ' ', 'Ice is free.']], height: 90 },
            { cells: [['Bread'], ['None']] },
          ],
        );
        drawTable(
          document,
          [292 + margin, 112, (220 - 2 * margin) / 2],
          [{ cells: [['Tables'], ['12 coins']] }, { cells: [['Carts'], ['30 coins']] }],
        );
      });
      expect(blocks).toEqual([
        'paragraph 0:0: Stall',
        'paragraph 0:1: Fees',
        'paragraph 1:0: Fish',
        'paragraph 1:1: By the day:',
        'paragraph 1:1: Tables',
        'paragraph 1:1: 12 coins',
        'paragraph 1:1: Carts',
        'paragraph 1:1: 30 coins',
        'paragraph 1:1: Ice is free.',
        'paragraph 2:0: Bread',
        'paragraph 2:1: None',
      ]);
    },
  );

  test('is one as well within a frame', async () => {
    const rows = [
      ['Tables', '12 coins'],
      ['Carts', '30 coins'],
    ];
    const blocks = await blocksOf((document) => {
      document.rect(60, 60, 460, 120).stroke();
      put(document, 'en')('Fees are taken at the gate of the market.', 72, 68);
      drawTable(
        document,
        [72, 90, 200],
        rows.map((row) => ({ cells: row.map((cell) => [cell]) })),
      );
    });
    expect(blocks).toEqual(['paragraph: Fees are taken at the gate of the market.', ...cellsOf(rows)]);
  });

  test('ends at its border: the narrow columns of text on either side of it are read one after the other', async () => {
    const columns = [
      [
        'The ferry leaves the / pier at six and comes / back at noon. Nobody / may board it when the / bell has rung, and no',
        'Dogs travel with those / who own them and pay / half of what a child / pays at the bridge.',
      ],
      [
        'Tickets are sold in / the old mill.',
        'Its door is open all / day, and a bell hangs / beside it. The keeper / takes no notes. These / are the fees:',
      ],
      [
        'The road to the pier / is new.',
        'This year two bridges / were closed for a week / since water was high, / and the town paid for / new ones.',
        'The smith gave us the / nails, and the miller / lent his horses until / the work was done. In / autumn the roof of the / old school was mended / by those who had been / taught there, and all / went home wet.',
        'All planks come from / the oaks of the town.',
      ],
    ].map((texts) => texts.map((text) => text.split(' / ')));
    const fees = [
      ['Person', '2 coins'],
      ['Horse', '5 coins'],
      ['Cart', '9 coins'],
    ];
    const blocks = await blocksOf((document) => {
      const write = (left: number, from: number, texts: readonly (readonly string[])[]): number => {
        let top = from;
        for (const lines of texts) {
          for (const [at, line] of lines.entries()) put(document, 'en')(line, left, top + 14 * at);
          top += 14 * lines.length + 7;
        }
        return top;
      };
      write(60, 72, columns[0]!);
      const top = write(200, 72, columns[1]!);
      drawTable(
        document,
        [200, top, 55],
        fees.map((row) => ({ cells: row.map((cell) => [cell]) })),
      );
      write(200, top + 70, [['Those who pay for the', 'year pay the fee of', 'thirty crossings.']]);
      write(340, 72, columns[2]!);
    });
    const paragraphs = (texts: readonly (readonly string[])[]): string[] =>
      texts.map((lines) => `paragraph: ${lines.join(' ')}`);
    expect(blocks).toEqual([
      ...paragraphs(columns[0]!),
      ...paragraphs(columns[1]!),
      ...cellsOf(fees),
      'paragraph: Those who pay for the year pay the fee of thirty crossings.',
      ...paragraphs(columns[2]!),
    ]);
  });
});

describe('a label beside a text', () => {
  const NOTE = [
    'The wheel must not be turned by hand while the gate is open, since',
    'the river may rise in a minute. Close the gate first, and then hang',
    'the key on the nail where the next keeper will look for it.',
  ];

  test.each([
    ['the first', 0],
    ['the middle', 14],
    ['no', 21],
  ])('that is set on %s line of it comes before it, and within none of its sentences', async (_, shift) => {
    const blocks = await blocksOf((document) => {
      const [text, label] = [put(document, 'en'), put(document, 'Helvetica-Bold')];
      text('Read this before you open the mill on a Monday.', 72, 72);
      label('WARNING', 72, 100 + shift);
      NOTE.forEach((line, at) => {
        text(line, 140, 100 + 14 * at);
      });
      text('The mill is closed on Sundays.', 72, 170);
    });
    expect(blocks.map((block) => block.replace(/^\w+: /, ''))).toEqual([
      'Read this before you open the mill on a Monday.',
      'WARNING',
      NOTE.join(' '),
      'The mill is closed on Sundays.',
    ]);
  });

  test('is none where lines hang from the number of a clause', async () => {
    const blocks = await blocksOf((document) => {
      const text = put(document, 'en');
      text('7.2', 72, 72);
      NOTE.forEach((line, at) => {
        text(line, 120, 72 + 14 * at);
      });
    });
    expect(blocks).toEqual([`paragraph: 7.2 ${NOTE.join(' ')}`]);
  });
});

test('names and offices against the right margin are texts of their own, and so is the date beside them', async () => {
  const blocks = await blocksOf((document) => {
    const en = put(document, 'en');
    const right = (text: string, top: number): void =>
      en(text, 472 - document.font('en').fontSize(11).widthOfString(text), top);
    justified(
      document,
      ['The keeper of the ferries may close a landing to all vessels from', 'the first day of the month.'],
      72,
    );
    right('Yip Chun-fai', 112);
    right('Comptroller of Duties', 126);
    justified(
      document,
      ['Nobody may bring a goat on board without a rope that is as long as', 'the deck.'],
      160,
    );
    en('Arthur Pettigrew', 300, 200);
    en('26 April 2024', 72, 214);
    en('Registrar of Vessels', 300, 214);
  });
  expect(blocks).toEqual([
    'paragraph: The keeper of the ferries may close a landing to all vessels from the first day of the month.',
    'paragraph: Yip Chun-fai',
    'paragraph: Comptroller of Duties',
    'paragraph: Nobody may bring a goat on board without a rope that is as long as the deck.',
    'paragraph: Arthur Pettigrew',
    'paragraph: 26 April 2024',
    'paragraph: Registrar of Vessels',
  ]);
});

test('what stands at the left margin below a name at the right one is another text, however full that line is', async () => {
  const blocks = await blocksOf((document) => {
    const en = put(document, 'en');
    justified(
      document,
      ['The keeper of the ferries may close a landing to all vessels from', 'the first day of the month.'],
      72,
    );
    en(
      'Comptroller of Duties',
      472 - document.font('en').fontSize(11).widthOfString('Comptroller of Duties'),
      112,
    );
    en('The 26 April 2024 in Linjiang', 72, 126);
  });
  expect(blocks.slice(1)).toEqual([
    'paragraph: Comptroller of Duties',
    'paragraph: The 26 April 2024 in Linjiang',
  ]);
});

describe('a page that is set on a sheet', () => {
  const font = '/F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';
  /** A page of a form that holds a content, put on it by a matrix. */
  const sheet = (content: string, matrix: string): Uint8Array =>
    handMadePdf(`q ${matrix} cm /Fm Do Q`, '>>/XObject<</Fm 5 0 R', [
      `<</Type/XObject/Subtype/Form/BBox[0 0 842 842]/Resources<</Font<<${font}>>>>/Length ${content.length}>>stream\n${content}\nendstream`,
    ]);

  test('has the tables that are drawn on it', async () => {
    const rows = [
      [['Pump'], ['The miller, and his', 'daughter on Sundays']],
      [['Gate of the upper', 'wheel'], ['The town']],
    ];
    const cells = rows.flatMap((row, at) =>
      row.flatMap((lines, column) => {
        const [left, top] = [72 + 100 * column, 600 - 40 * at];
        const texts = lines.map(
          (line, below) => `BT /F1 11 Tf ${left + 4} ${top - 14 - 14 * below} Td (${line}) Tj ET`,
        );
        return [`${left} ${top - 40} ${column === 0 ? 100 : 140} 40 re S`, ...texts];
      }),
    );
    const { text, blocks } = await readPdf(sheet(cells.join(' '), '0.7 0 0 0.7 40 100'), 'a.pdf');
    expect(
      blocks.map(({ lines, position }) => [
        lines.map(({ start, end }) => text.slice(start, end)).join(' / '),
        position?.axis === 'row' ? `${position.start}:${position.column}` : null,
      ]),
    ).toEqual([
      ['Pump', '0:0'],
      ['The miller, and his daughter on Sundays', '0:1'],
      ['Gate of the upper wheel', '1:0'],
      ['The town', '1:1'],
    ]);
  });
});

test('tables that stand beside each other in two languages are those of halves that other pages have', async () => {
  const texts = CHRONICLE.slice(0, 24);
  const blocks = await blocksOf((document) => {
    const [en, zh] = [put(document, 'en', 9), put(document, 'zh', 9)];
    for (const page of [0, 1]) {
      for (const [at, [english, chinese]] of texts.slice(12 * page, 12 * page + 12).entries()) {
        en(english, 40, 72 + 20 * at);
        zh(chinese, 320, 80 + 23 * at);
      }
      document.addPage();
    }
    const rows = [
      ['Boat', 'Dues', '船只', '费用'],
      ['Sampans', '4 crowns', '舢板', '四克朗'],
      ['Ferries', '65 crowns', '渡轮', '六十五克朗'],
      ['Lighters', '22 crowns', '驳船', '二十二克朗'],
      ['Rafts', '9 crowns', '木筏', '九克朗'],
      ['Others', '140 crowns', '其他', '一百四十克朗'],
    ];
    for (const [at, row] of rows.entries())
      row.forEach((text, column) => {
        (column < 2 ? en : zh)(text, [40, 140, 320, 400][column]!, 72 + 16 * at);
      });
  });
  const english = blocks.findIndex((block) => block.endsWith(': Boat'));
  expect(blocks.slice(english, english + 4)).toEqual([
    'paragraph 0:0: Boat',
    'paragraph 0:1: Dues',
    'paragraph 1:0: Sampans',
    'paragraph 1:1: 4 crowns',
  ]);
  expect(blocks.slice(-2)).toEqual(['paragraph 5:0: 其他', 'paragraph 5:1: 一百四十克朗']);
});

test('columns of running text are read one after the other, each with its code and its tables', async () => {
  const blocks = await blocksOf((document) => {
    const en = put(document, 'en', 9);
    const words = CHRONICLE.slice(0, 10).flatMap(([text]) => text.split(' '));
    const column = (from: number, left: number, top: number): void => {
      for (let at = 0; at < 8; at++)
        en(words.slice(from + 7 * at, from + 7 * at + 7).join(' '), left, top + 12 * at);
    };
    column(0, 60, 72);
    column(56, 310, 78);
    const rows = [
      ['Sampans', '4'],
      ['Ferries', '65'],
      ['Lighters', '22'],
    ];
    for (const [at, [boat, dues]] of rows.entries()) {
      en(boat!, 310, 190 + 14 * at);
      en(dues!, 420, 190 + 14 * at);
      document
        .font('Courier')
        .fontSize(9)
        .text(`ls -l /srv/boats/${at}`, 60, 186 + 14 * at, { lineBreak: false });
    }
    column(0, 60, 240);
    column(56, 310, 246);
  });
  const at = (text: RegExp): number => blocks.findIndex((block) => text.test(block));
  expect(at(/^code: ls -l \/srv\/boats\/0/)).toBeLessThan(at(/0:0: Sampans/));
  expect(at(/0:0: Sampans/)).toBeGreaterThan(0);
  expect(blocks.filter((block) => / \d:\d: /.test(block))).toEqual([
    'paragraph 0:0: Sampans',
    'paragraph 0:1: 4',
    'paragraph 1:0: Ferries',
    'paragraph 1:1: 65',
    'paragraph 2:0: Lighters',
    'paragraph 2:1: 22',
  ]);
});

test('justified columns are parted between them, however wide the gaps between their words are', async () => {
  const words = (text: string): string[] => text.split(' ');
  const left = [
    'The ferry crosses at eight',
    'Nobody may bring a goat',
    'Bicycles stand at the stern',
    'Every lamp must be lit soon',
    'The pilot sleeps on board',
    'Rope is kept in the tower',
  ];
  const right = [
    'Tickets are sold at both landings all day',
    'A lost ticket is not replaced on the ferry',
    'The fare is one coin and half for the young',
    'It is free for those who carry letters here',
    'Complaints are heard by the master at noon',
    'He answers them in writing within the week',
  ];
  const blocks = await blocksOf((document) => {
    document.font('en').fontSize(10);
    const set = (line: string, from: number, width: number, top: number): void => {
      const used = words(line).reduce((sum, word) => sum + document.widthOfString(word), 0);
      const gap = (width - used) / (words(line).length - 1);
      let at = from;
      for (const word of words(line)) {
        document.text(word, at, top, { lineBreak: false });
        at += document.widthOfString(word) + gap;
      }
    };
    for (const [at, line] of left.entries()) set(line, 60, 155, 72 + 13 * at);
    for (const [at, line] of right.entries()) set(line, 238, 235, 75 + 13 * at);
  });
  expect(
    blocks
      .join(' ')
      .replace(/ ?paragraph: /g, ' ')
      .trim(),
  ).toBe([...left, ...right].join(' '));
});

test('a row of a table that a page end cuts is whole', async () => {
  const blocks = await blocksOf((document) => {
    const [en, zh] = [put(document, 'en'), put(document, 'zh')];
    const row = (top: number, english: readonly string[], chinese: readonly string[]): void => {
      for (const [at, line] of english.entries()) en(line, 72, top + 14 * at);
      for (const [at, line] of chinese.entries()) zh(line, 300, top + 14 * at);
    };
    row(72, ['The ferry leaves at eight.'], ['渡轮八点开船。']);
    row(100, ['Nobody may bring a goat on board', 'without a rope.'], ['不得带没有绳子的山羊上船。']);
    row(142, ['Bicycles stand at the stern.'], ['自行车放在船尾。']);
    row(
      170,
      ['Every lamp that hangs on the deck', 'must be lit as soon as it is so dark'],
      ['天色暗到从船头看不清船尾的时', '候，甲板上的每一盏灯，不论是挂'],
    );
    document.addPage();
    row(72, ['that the stern cannot be seen.'], ['着的还是立着的，都必须点亮。']);
    row(100, ['The pilot sleeps on board.'], ['领航员睡在船上。']);
    row(128, ['Rope is kept in the tower.'], ['绳索存放在塔楼里。']);
    row(156, ['It is counted every autumn.'], ['每年秋天清点一次。']);
  });
  expect(blocks.slice(6)).toEqual([
    'paragraph 3:0: Every lamp that hangs on the deck must be lit as soon as it is so dark that the stern cannot be seen.',
    'paragraph 3:1: 天色暗到从船头看不清船尾的时候，甲板上的每一盏灯，不论是挂着的还是立着的，都必须点亮。',
    'paragraph 1:0: The pilot sleeps on board.',
    'paragraph 1:1: 领航员睡在船上。',
    'paragraph 2:0: Rope is kept in the tower.',
    'paragraph 2:1: 绳索存放在塔楼里。',
    'paragraph 3:0: It is counted every autumn.',
    'paragraph 3:1: 每年秋天清点一次。',
  ]);
});

test('a row that a page end cuts between languages is whole, whichever of its cells are over', async () => {
  const rows = [
    [
      ['Place', '地点'],
      ['Rule', '规则'],
    ],
    [
      ['Deck', '甲板'],
      ['No goats', '不得带山羊'],
    ],
    [
      ['Stern', '船尾'],
      ['Bicycles only', '只放自行车'],
    ],
    [
      ['Bow', '船头'],
      ['Nobody may stand here', '任何人不得站立'],
    ],
  ];
  const blocks = await blocksOf((document) => {
    const [en, zh] = [put(document, 'en'), put(document, 'zh')];
    const left = (column: number): number => 72 + 150 * column;
    for (const [at, row] of rows.entries()) {
      const top = 72 + 40 * at;
      document.lineWidth(0.5);
      const isLast = at === rows.length - 1;
      for (const column of [0, 1]) document.rect(68 + 150 * column, top - 4, 150, isLast ? 20 : 40).stroke();
      for (const [column, [english, chinese]] of row.entries()) {
        en(english!, left(column), top);
        if (!isLast) zh(chinese!, left(column), top + 16);
      }
    }
    document.addPage();
    for (const [column, [, chinese]] of rows.at(-1)!.entries()) {
      document.rect(68 + 150 * column, 68, 150, 20).stroke();
      zh(chinese!, left(column), 72);
    }
  });
  expect(blocks).toEqual(
    rows.flatMap((row, at) => row.map((lines, column) => `paragraph ${at}:${column}: ${lines.join(' / ')}`)),
  );
});

test('entries of contents are entries, those of chapters without dots as well', async () => {
  const draw = (document: PDFKit.PDFDocument): void => {
    const text = put(document, 'en');
    const entry = (title: string, page: number, top: number, hasDots: boolean): void => {
      text(title, hasDots ? 90 : 72, top);
      if (hasDots) for (let left = 260; left < 460; left += 8) text('.', left, top);
      text(String(page), 480 - document.widthOfString(String(page)), top);
    };
    text('Contents', 72, 72);
    entry('1 The mill', 1, 100, false);
    entry('1.1 How it was built', 1, 116, true);
    entry('1.2 Who worked there', 4, 132, true);
    entry('2 The river', 9, 148, false);
    entry('2.1 Floods of the spring', 9, 164, true);
    entry('2.2 Fish', 12, 180, true);
  };
  const chinese = (document: PDFKit.PDFDocument): void => {
    put(document, 'zh')('磨坊建于1820年。', 72, 72);
  };
  const { en } = await align(
    { en: await makePdf(draw), zh: await makePdf(chinese) },
    { names: ['a.pdf', 'b.pdf'] },
  );
  const texts = en.segments.map(({ text }) => text);
  expect(texts).toEqual(expect.arrayContaining(['1.2 Who worked there', '2 The river', '2.2 Fish']));
  expect(texts.some((text) => text.includes('. .'))).toBe(false);
});

test('notes at the foot of a page do not interrupt a sentence that goes on after it, and their marks are counted', async () => {
  const pdf = await makePdf((document) => {
    const [small, mark] = [put(document, 'en', 8), put(document, 'en', 6)];
    justified(
      document,
      [
        'The mill was built in 1820 by two brothers who had come from the coast, and it',
        'has never been sold, although the price of mills was high, to anyone outside of',
        'the town, since the sons of the two brothers, of whom there were eleven, wanted',
      ],
      72,
      false,
    );
    mark('1', 473, 101);
    mark('1', 72, 698);
    small('The cart is in the museum of the town.', 76, 700);
    document.addPage();
    justified(document, ['it for themselves.', 'The wheel was mended in the spring.'], 72);
  });
  const { text, blocks, diagnostics } = await readPdf(pdf, 'a.pdf');
  const texts = blocks.map(({ lines }) => lines.map(({ start, end }) => text.slice(start, end)).join(' '));
  expect(texts[0]).toMatch(/eleven, wanted it for themselves/);
  expect(texts.at(-1)).toMatch(/The cart is in the museum/);
  expect(diagnostics.map(({ message }) => message)).toContain('A mark of a note was left out of the text.');
});

test('heads and feet of a document of two pages are found', async () => {
  const pdf = await makePdf((document) => {
    for (const page of [1, 2]) {
      if (page > 1) document.addPage();
      put(document, 'en', 9)('Report of the Mill Trust', 72, 40);
      put(document, 'zh', 9)('磨坊信托报告', 420, 40);
      put(document, 'en')(['The wheel was mended.', 'The gate was painted.'][page - 1]!, 72, 90);
      put(document, 'en')(['It turns again.', 'It is green now.'][page - 1]!, 72, 104);
      put(document, 'en', 9)(`A-${page}`, 290, 760);
    }
  });
  const { text, blocks } = await readPdf(pdf, 'a.pdf');
  const texts = blocks.map(({ lines }) => lines.map(({ start, end }) => text.slice(start, end)).join(' '));
  expect(texts.join(' ')).not.toMatch(/Report|报告|A-/);
  expect(texts.join(' ')).toMatch(/wheel.*green now/);
});

test('bullets are layout, and none of the text of their items', async () => {
  const blocks = await blocksOf((document) => {
    const text = put(document, 'zh');
    text('The keeper of the mill has these duties:', 72, 72);
    text('•', 84, 90);
    text('to open the gate in the morning', 96, 90);
    text('•', 84, 106);
    text('to close it when the river is high', 96, 106);
  });
  expect(blocks.slice(1)).toEqual([
    'item: to open the gate in the morning',
    'item: to close it when the river is high',
  ]);
});

describe('a list of terms', () => {
  /** Terms in a font of their own, and what they mean in another, a little farther behind than words are. */
  const terms = (
    document: PDFKit.PDFDocument,
    list: readonly (readonly [term: string, meaning: string])[],
    pitch: number,
  ): void => {
    for (const [at, [term, meaning]] of list.entries()) {
      let left = 72;
      for (const [font, words] of [
        ['Helvetica-Bold', term.split(' ')],
        [/\p{Script=Han}/u.test(meaning) ? 'zh' : 'en', meaning.split(' ')],
      ] as const) {
        for (const word of words) {
          put(document, font, 10)(word, left, 72 + pitch * at);
          left += document.widthOfString(word) + 2.5;
        }
        left += 4.5;
      }
    }
  };

  test('parts terms from what they mean, though nothing hangs and each takes one line', async () => {
    const blocks = await blocksOf((document) =>
      terms(
        document,
        [
          ['-p, --pump', 'start the pump of the mill'],
          ['-g, --gate', 'open the gate of the river by hand'],
          ['-w, --wheel', 'stop the wheel and wait'],
        ],
        20,
      ),
    );
    expect(blocks.slice(0, 4)).toEqual([
      'paragraph: -p, --pump',
      'paragraph: start the pump of the mill',
      'paragraph: -g, --gate',
      'paragraph: open the gate of the river by hand',
    ]);
  });

  test('parts all terms that stand as far before their texts as others do, though gaps between words are as wide', async () => {
    const blocks = await blocksOf((document) => {
      const justified = (term: string, text: string, top: number): void => {
        put(document, 'Helvetica-Bold', 10)(term, 72, top);
        const start = 72 + document.widthOfString(term) + 5;
        const en = put(document, 'en', 10);
        document.font('en').fontSize(10);
        const words = text.split(' ').map((word) => ({ word, width: document.widthOfString(word) }));
        const room = words.reduce((rest, { width }) => rest - width, RIGHT - start);
        let left = start;
        for (const { word, width } of words) {
          en(word, left, top);
          left += width + room / (words.length - 1);
        }
      };
      const RIGHT = 317;
      for (const [at, term] of ['pump', 'gate', 'wheel'].entries()) {
        justified(term, 'is used by hand in the first few days of each May and', 72 + 40 * at);
        put(document, 'en', 10)('when the river is high.', 90, 84 + 40 * at);
      }
      justified('bell', 'rings in the morning when the big old mill begins.', 192);
    });
    expect(blocks.slice(-2)).toEqual([
      'paragraph: bell',
      'paragraph: rings in the morning when the big old mill begins.',
    ]);
  });

  test('is none where words of a text are set in bold', async () => {
    const blocks = await blocksOf((document) => {
      for (const [at, [bold, rest]] of [
        ['The pump', 'is started by hand when the river is low.'],
        ['The gate', 'is opened in the morning by the miller.'],
        ['The wheel', 'is stopped before the gate is closed.'],
      ].entries()) {
        put(document, 'Helvetica-Bold', 10)(bold!, 72, 72 + 30 * at);
        const left = 72 + document.widthOfString(bold!) + 2.5;
        put(document, 'en', 10)(rest!, left, 72 + 30 * at);
      }
    });
    expect(blocks[0]).toBe('paragraph: The pump is started by hand when the river is low.');
  });
});

test('a text does not go on behind code', async () => {
  const blocks = await blocksOf((document) => {
    const [text, code] = [put(document, 'en'), put(document, 'Courier', 10)];
    text('The list of the millers is in the file', 72, 72);
    code('$ cat millers | sort -u', 72, 96);
    text('and the list of the mills is in the file', 72, 120);
    code('$ cat mills | sort -u', 72, 144);
  });
  expect(blocks).toHaveLength(4);
});

test('what runs off a page is text, and what is cropped away is none', async () => {
  const read = async (cropBox?: string): Promise<string> => {
    const content =
      'BT /F1 11 Tf 400 700 Td (The long name of the file is /srv/mill/archive/of/all/the/millers) Tj ET';
    const pdf = handMadePdf(content, '/F1 5 0 R', ['<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>']);
    const text = new TextDecoder().decode(pdf);
    const cropped = cropBox === undefined ? text : text.replace('/Contents', `/CropBox[${cropBox}]/Contents`);
    return (await readPdf(new TextEncoder().encode(cropped), 'a.pdf')).text;
  };
  expect(await read()).toContain('/of/all/the/millers');
  const half = await read('0 0 500 842');
  expect(half).toContain('The long name');
  expect(half).not.toContain('millers');
});

test('a paragraph begins at the indent that those of other pages have, however few lines its own page has', async () => {
  const blocks = await blocksOf((document) => {
    const lines = (first: string, second: string, top: number): void => {
      const text = put(document, 'en');
      text(first, 90, top);
      text(second, 72, top + 14);
    };
    for (let at = 0; at < 20; at++) {
      lines(
        'The mill was built in 1820 by two brothers who had come',
        'from the coast and stayed.',
        72 + 28 * at,
      );
    }
    document.addPage();
    put(document, 'en')('The wheel was mended in the spring of the next year, it is said.', 90, 72);
    put(document, 'en')('All the bells of the town rang:', 90, 86);
  });
  expect(blocks.slice(-2)).toEqual([
    'paragraph: The wheel was mended in the spring of the next year, it is said.',
    'paragraph: All the bells of the town rang:',
  ]);
});

test('a number of Chinese text that stands a little above a large heading beside it is no mark of a note', async () => {
  const blocks = await blocksOf((document) => {
    const [en, large, zh] = [put(document, 'en'), put(document, 'en', 15), put(document, 'zh', 10)];
    large('Article 7 Tolls', 72, 72);
    zh('渡船每次收费', 330, 74);
    en('6,300', 391, 74);
    zh('元。', 420, 74);
    for (const at of [0, 1, 2]) en(`The ferry leaves at ${at + 6} in the morning.`, 72, 100 + 14 * at);
    for (const at of [0, 1, 2]) zh('渡船早晨开出，晚上返回。', 330, 100 + 14 * at);
  });
  expect(blocks.join('\n')).toContain('6,300');
});

describe('a note', () => {
  /** How far below the top of a text of 11 points a mark of 8.8 points stands that is raised by half of that. */
  const high = -4;

  test('has its mark in the line that it stands beside, however high it is raised', async () => {
    const blocks = await blocksOf((document) => {
      const [en, mark] = [put(document, 'en'), put(document, 'en', 8.8)];
      const text = 'The mill was built in 1820 by two brothers from the coast.';
      en(text, 72, 72);
      document.font('en').fontSize(11);
      mark('1', 72.5 + document.widthOfString(text), 72 + high);
      en('It was never sold, although the price of mills was high.', 72, 86);
    });
    expect(blocks.join('\n')).not.toMatch(/^\w+: 1$|\b1\b/m);
  });

  test('is a text of its own, without its number', async () => {
    const blocks = await blocksOf((document) => {
      const [en, mark] = [put(document, 'en'), put(document, 'en', 6)];
      en('The mill was sold.', 72, 72);
      mark('1', 156, 71);
      en('It burned.', 162, 72);
      mark('2', 212, 71);
      const notes = ['See the letter of the clerk', 'Letter of the brothers'];
      for (const [at, note] of notes.entries()) {
        mark(String(at + 1), 72, 719 + 14 * at);
        en(note, 76, 720 + 14 * at);
      }
    });
    expect(blocks.slice(-2)).toEqual([
      'paragraph: See the letter of the clerk',
      'paragraph: Letter of the brothers',
    ]);
  });

  test('may have its number in brackets that nothing raises, behind a text before it', async () => {
    const blocks = await blocksOf((document) => {
      const en = put(document, 'en');
      en('The mill was sold in the spring.[1] It burned, as [4] says.', 72, 72);
      en('The brothers built it again.[2]', 72, 100);
      en('[1] See the letter of the clerk.', 72, 140);
      en('[2] Letter of the brothers.', 72, 168);
    });
    expect(blocks).toEqual([
      'paragraph: The mill was sold in the spring. It burned, as [4] says.',
      'paragraph: The brothers built it again.',
      'paragraph: See the letter of the clerk.',
      'paragraph: Letter of the brothers.',
    ]);
  });

  test('may have its number in figures that are raised of themselves, which powers have as well', async () => {
    const blocks = await blocksOf((document) => {
      const en = put(document, 'en');
      en('The mill was sold in the spring.² It is on 20 m² of land.', 72, 72);
      en('The brothers built it again³ of stone.', 72, 100);
      en('² See the letter of the clerk.', 72, 140);
      en('³ Letter of the brothers.', 72, 168);
    });
    expect(blocks).toEqual([
      'paragraph: The mill was sold in the spring. It is on 20 m² of land.',
      'paragraph: The brothers built it again of stone.',
      'paragraph: See the letter of the clerk.',
      'paragraph: Letter of the brothers.',
    ]);
  });

  test('at the foot of a page parts the text that goes on with the next one, though nothing raises its number', async () => {
    const blocks = await blocksOf((document) => {
      const [en, small] = [put(document, 'en'), put(document, 'en', 8)];
      en('The mill stands at the river, and all men of the town have', 72, 72);
      en('their flour from it; it was sold in the spring,² and the man', 72, 88);
      small('² See the letter of the clerk.', 72, 720);
      document.addPage();
      put(document, 'en')('who had bought it of the brothers built it again.', 72, 72);
    });
    expect(blocks).toEqual([
      'paragraph: The mill stands at the river, and all men of the town have their flour from it; it was sold in the spring, and the man who had bought it of the brothers built it again.',
      'paragraph: See the letter of the clerk.',
    ]);
  });

  test('may stand in a cell, and its number is left out there as well, not lost', async () => {
    const bytes = await makePdf((document) => {
      const en = put(document, 'en');
      en('The gates are opened by the clerk.[1]', 72, 72);
      const rows = ['Gate', 'Wheel', 'Pump', 'Bell'];
      for (const [at, name] of rows.entries()) {
        en(name, 72, 120 + 28 * at);
        en(at === 2 ? '[1] By day.' : 'By night.', 260, 120 + 28 * at);
      }
    });
    const { text, blocks } = await readPdf(bytes, 'a.pdf');
    const read = blocks.flatMap(({ lines }) => lines.map(({ start, end }) => text.slice(start, end)));
    expect(read).toContain('By day.');
    expect(read.join('')).not.toContain('[1]');
    expect(text.match(/\[1\]/g)).toHaveLength(1);
  });

  test('is none where paragraphs are numbered in brackets before what refers to them', async () => {
    const blocks = await blocksOf((document) => {
      const en = put(document, 'en');
      en('[1] The mill was sold in the spring.', 72, 72);
      en('[2] It burned, as was said in paragraph[1] of this.', 72, 100);
    });
    expect(blocks).toEqual([
      'paragraph: [1] The mill was sold in the spring.',
      'paragraph: [2] It burned, as was said in paragraph[1] of this.',
    ]);
  });
});

describe('the rows of a table', () => {
  const rows = [
    ['Gate', ['Opened when the river is', 'high, and never at night'], ['The clerk keeps', 'the key']],
    ['Wheel', ['Turned by hand while the', 'water is low'], ['Two men are', 'needed']],
    ['Pump', ['Stopped before the gate is', 'shut'], ['See the board', 'on the wall']],
  ] as const;
  const whole = rows.flatMap(([name, use, remark], at) => [
    `paragraph ${at}:0: ${name}`,
    `paragraph ${at}:1: ${use.join(' ')}`,
    `paragraph ${at}:2: ${remark.join(' ')}`,
  ]);
  /** Draws rows, with lines as far apart between rows as within them and a rule across below each. */
  const drawRows = (document: PDFKit.PDFDocument, top: number): void => {
    const en = put(document, 'en');
    let y = top;
    for (const [name, use, remark] of rows) {
      en(name, 72, y);
      for (const [at, line] of use.entries()) en(line, 160, y + 14 * at);
      for (const [at, line] of remark.entries()) en(line, 320, y + 14 * at);
      y += 28;
      document
        .moveTo(70, y - 2)
        .lineTo(480, y - 2)
        .stroke();
    }
  };

  test('are those that rules across it part, though its lines are all as far apart', async () => {
    expect(await blocksOf((document) => drawRows(document, 72))).toEqual(whole);
  });

  test('begin below the items of a list, whose bullets are none of its cells', async () => {
    const cells = [
      ['Code', 'Meaning', 'Remedy'],
      ['E1', 'The gate is open', 'Shut the gate'],
      ['E2', 'The pump is dry', 'Fill the pump'],
      ['E3', 'The wheel is stuck', 'Call the clerk'],
    ];
    const blocks = await blocksOf((document) => {
      const en = put(document, 'en');
      for (const at of [0, 1]) {
        en('•', 80, 72 + 16 * at);
        en('Keep visitors away from the moving parts of the mill while it runs.', 94, 72 + 16 * at);
      }
      for (const [at, row] of cells.entries())
        for (const [column, text] of row.entries()) en(text, 72 + 120 * column, 130 + 30 * at);
    });
    expect(blocks.slice(2)).toEqual(cellsOf(cells));
  });

  test('are cut between its columns where a cell reaches almost to the next one', async () => {
    const cells = [
      ['Name', 'Filled in by', 'Remarks'],
      ['Fee', 'In cash', 'No cards'],
      ['Date', 'Day, month and a year', 'In figures'],
      ['Town', 'Where the boat is', 'No village'],
      ['Mate', 'His whole name', 'In capitals'],
    ];
    const blocks = await blocksOf((document) => {
      const en = put(document, 'en');
      document.font('en').fontSize(11);
      const third = 160 + document.widthOfString('Day, month and a year') + 3;
      const lefts = [72, 160, third];
      for (const [at, row] of cells.entries())
        for (const [column, text] of row.entries()) en(text, lefts[column]!, 72 + 30 * at);
    });
    expect(blocks).toEqual(cellsOf(cells));
  });

  test('are told where all cells stand in the middle of their height, though all lines are as far apart', async () => {
    const cells = [
      ['No.', ['What is asked'], 'Answer'],
      [
        '1.1',
        [
          'The keeper opens the gate',
          'when the river is high.',
          'He shuts it at night. The',
          'clerk may do so as well.',
        ],
        'Agreed',
      ],
      ['1.2', ['No cart may cross the', 'bridge after dark.'], 'Not agreed'],
      [
        '1.3',
        ['Dogs stay outside, and so do', 'cows. Cats may come in when', 'they are wanted there.'],
        'To be seen',
      ],
      ['1.4', ['The roof is mended by those', 'who live under it.'], 'Agreed'],
    ] as const;
    const blocks = await blocksOf((document) => {
      const en = put(document, 'en');
      let top = 72;
      for (const [number, lines, answer] of cells) {
        const middle = top + 7 * (lines.length - 1);
        en(number, 72, middle);
        for (const [at, line] of lines.entries()) en(line, 130, top + 14 * at);
        en(answer, 340, middle);
        top += 14 * lines.length;
      }
    });
    // Lines of a cell that may go on in each other are put together later.
    expect(blocks.map((block) => block.replaceAll(' / ', ' '))).toEqual(
      cellsOf(cells.map(([number, lines, answer]) => [number, lines.join(' '), answer])),
    );
  });

  test('that rules part begin with the number of their clause, which is no label of a line of theirs', async () => {
    const cells = [
      ['No.', ['What is asked'], 'Answer'],
      ['1.1', ['The keeper opens the gate', 'when the river is high.', 'He shuts it at night.'], ''],
      ['1.2', ['No cart may cross the', 'bridge after dark.'], 'Not agreed'],
      ['1.3', ['Dogs stay outside, and so do', 'cows. Cats may come in when', 'they are wanted there.'], ''],
      ['1.4', ['The roof is mended by those', 'who live under it.'], ''],
    ] as const;
    const blocks = await blocksOf((document) => {
      const en = put(document, 'en');
      let top = 72;
      for (const [number, lines, answer] of cells) {
        en(number, 72, top);
        for (const [at, line] of lines.entries()) en(line, 130, top + 14 * at);
        if (answer !== '') en(answer, 340, top);
        top += 14 * lines.length;
        document
          .moveTo(70, top - 2)
          .lineTo(480, top - 2)
          .stroke();
      }
    });
    expect(blocks.map((block) => block.replaceAll(' / ', ' '))).toEqual(
      cells.flatMap(([number, lines, answer], at) => [
        `paragraph ${at}:0: ${number}`,
        `paragraph ${at}:1: ${lines.join(' ')}`,
        ...(answer === '' ? [] : [`paragraph ${at}:2: ${answer}`]),
      ]),
    );
  });

  test('have the head above them whose names stand in the middle of columns, above no cell', async () => {
    const cells = [
      ['Oats from the hill farms', '12', '30'],
      ['Rye', '8', '19'],
      ['Barley of the second year', '15', '4'],
      ['Hay', '6', '11'],
    ];
    const blocks = await blocksOf((document) => {
      const bold = put(document, 'Times-Bold');
      bold('Crop', 120, 72);
      bold('Sacks sold', 255, 72);
      bold('Left', 390, 72);
      const en = put(document, 'en');
      for (const [at, row] of cells.entries())
        for (const [column, text] of row.entries()) en(text, [72, 220, 350][column]!, 100 + 14 * at);
    });
    expect(blocks.slice(-12)).toEqual(cellsOf([[], ...cells]));
    expect(blocks.slice(0, 3)).toEqual(cellsOf([['Crop', 'Sacks sold', 'Left']]));
  });

  test('are as many as there are figures, though a column of remarks has fewer', async () => {
    const cells = [
      ['Purchase of land', '1,191', '7,614', 'Open all year'],
      ['Depreciation of carts', '3,004', '3,028', ''],
      ['Guards', '6,372', '7,497', 'See the note below'],
      ['Waste', '1,447', '5,296', 'Keep dry'],
      ['Translations', '7,004', '2,493', 'Delivered on time'],
      ['Rent of machines', '6,411', '1,213', 'Handle with care'],
      ['Licences', '1,438', '2,440', ''],
    ];
    const blocks = await blocksOf((document) => {
      const en = put(document, 'en');
      for (const [at, row] of cells.entries())
        for (const [column, text] of row.entries())
          if (text !== '') en(text, [72, 220, 290, 360][column]!, 72 + 16 * at);
    });
    expect(blocks.filter((block) => block.includes(':1: '))).toEqual(
      cells.map(([, amount], at) => `paragraph ${at}:1: ${amount}`),
    );
  });

  test('do not begin anew with its head where that is repeated on the next page', async () => {
    const head = ['Code', 'Meaning', 'Remedy'];
    const cells = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'].map((word, at) => [
      `E${at}`,
      `The ${word} gate is open`,
      `Shut the ${word} gate`,
    ]);
    const blocks = await blocksOf((document) => {
      for (const page of [0, 1]) {
        if (page > 0) document.addPage();
        const en = put(document, 'en');
        if (page === 0) en('These are the faults of the mill.', 72, 72);
        const top = page === 0 ? 160 : 72;
        for (const [at, row] of [head, ...cells.slice(3 * page, 3 * page + 3)].entries())
          for (const [column, text] of row.entries()) en(text, 72 + 120 * column, top + 30 * at);
      }
    });
    expect(blocks.filter((block) => block.endsWith('Meaning'))).toHaveLength(1);
    expect(blocks).toHaveLength(1 + 3 * 7);
  });
});

describe('notes in the margin', () => {
  const sections = [
    [
      'Short title and',
      'beginning',
      'This Act may be called the Mill Act and begins on the day that the Board',
    ],
    ['Keeping of', 'gates', 'No person may open or shut a gate of the mill except with the leave of the'],
    ['Charges', '', 'The miller may ask for a charge that is not more than the sum that the Board'],
  ] as const;
  const act = (size: number, drop = 0): Promise<string[]> =>
    blocksOf((document) => {
      for (const [at, [first, second, text]] of sections.entries()) {
        const top = 72 + 60 * at;
        justified(document, [text, 'has told him of in writing, or as soon after that day as can be.'], top);
        const note = put(document, 'en', size);
        note(first, 490, top + drop);
        if (second !== '') note(second, 490, top + drop + 1.2 * size);
      }
    });
  const wanted = sections.flatMap(([first, second, text]) => [
    `paragraph: ${[first, ...(second === '' ? [] : [second])].join(' ')}`,
    `paragraph: ${text} has told him of in writing, or as soon after that day as can be.`,
  ]);

  test('stand before the paragraph that they are beside', async () => {
    expect(await act(8)).toEqual(wanted);
    expect(await act(8, 2)).toEqual(wanted);
  });

  test('are none in letters as large as those of the text, nor where nothing begins beside them', async () => {
    expect(await act(11)).not.toEqual(wanted);
    expect(await act(8, 40)).not.toEqual(wanted);
  });
});

test('a heading in the middle below a table is none of its cells', async () => {
  const cells = ['Grain', 'Flour', 'Straw', 'Bran'].map((word, at) => [
    `${at + 1}`,
    `Grinding of ${word.toLowerCase()} for a person who lives in the village`,
    `${at + 2}40`,
  ]);
  const blocks = await blocksOf((document) => {
    const en = put(document, 'en');
    for (const [at, row] of cells.entries())
      for (const [column, text] of row.entries()) en(text, [72, 110, 420][column]!, 72 + 20 * at);
    en('Remarks of the Board', 210, 180);
    justified(
      document,
      [
        'The charges above have stood for forty years, and nobody has asked for others in',
        'all that time. The Board will look at them again when the new wheel has been set.',
      ],
      200,
    );
  });
  expect(blocks.filter((block) => /^paragraph \d/.test(block))).toEqual(cellsOf(cells));
  expect(blocks).toContain('paragraph: Remarks of the Board');
});

test('items with a number of two parts are no rows of the table below them', async () => {
  const blocks = await blocksOf((document) => {
    const en = put(document, 'en');
    for (const [at, label] of ['8. (1)', '(2)', '9. (1)', '(2)', '10. (1)', '(2)'].entries()) {
      en(label, at % 2 === 0 ? 72 : 88, 72 + 36 * at);
      en('A person who opens a gate of the mill without leave must', 110, 72 + 36 * at);
      en('shut it again, and pay what the miller asks.', 110, 86 + 36 * at);
    }
    for (const [at, row] of ['Oats', 'Barley', 'Rye', 'Wheat'].entries()) {
      en(`${at + 1}`, 80, 300 + 20 * at);
      en(row, 130, 300 + 20 * at);
      en(`${at + 3}60`, 380, 300 + 20 * at);
    }
  });
  expect(blocks[0]).toMatch(/^paragraph: 8\. \(1\) A person .* asks\.$/);
  expect(blocks.filter((block) => /^paragraph \d/.test(block))).toEqual(
    ['Oats', 'Barley', 'Rye', 'Wheat'].flatMap((row, at) => [
      `paragraph ${at}:0: ${at + 1}`,
      `paragraph ${at}:1: ${row}`,
      `paragraph ${at}:2: ${at + 3}60`,
    ]),
  );
});

test('what a font names for the hyphen and the bullet that were typed is those', async () => {
  const map =
    '/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <ff> endcodespacerange 2 beginbfchar <2d> <2011> <95> <2027> endbfchar endcmap end';
  const lines = [
    '\x95 The gate of the mill is opened in the morn-',
    'ing, and the well-known wheel turns.',
    '\x95 It stops in the evening.',
  ];
  const content = lines
    .map((line, at) => {
      const hex = [...line].map((letter) => letter.charCodeAt(0).toString(16).padStart(2, '0')).join('');
      return `BT /L 11 Tf 72 ${700 - 14 * at} Td <${hex}> Tj ET`;
    })
    .join('\n');
  const pdf = handMadePdf(content, '/L 5 0 R', [
    '<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding/ToUnicode 6 0 R>>',
    `<</Length ${map.length}>>stream\n${map}\nendstream`,
  ]);
  const { text, blocks, diagnostics } = await readPdf(pdf, 'a.pdf');
  const texts = blocks.map((block) => block.lines.map(({ start, end }) => text.slice(start, end)).join(' '));
  expect(texts).toEqual([
    'The gate of the mill is opened in the morning, and the well-known wheel turns.',
    'It stops in the evening.',
  ]);
  expect(diagnostics.find(({ code }) => code === 'characters-replaced')?.values).toEqual({ count: 2 });
});

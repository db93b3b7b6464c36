import { describe, expect, test } from 'vitest';
import { readPdf } from '../../packages/aligner/src/document/read/pdf/pdf.js';
import { makePdf } from '../helpers/pdf.js';

// What gazettes and other prints of law in two languages do to their text.

const [LEFT, RIGHT, TOP, PITCH, SIZE] = [72, 510, 110, 15, 11];

interface Shown {
  readonly text: string;
  readonly left?: number;
  /** Spread over the line, as programs that justify do. */
  readonly isFull?: boolean;
  readonly right?: number;
}

function show(
  document: PDFKit.PDFDocument,
  { text, left = LEFT, isFull, right = RIGHT }: Shown,
  top: number,
): void {
  const font = /\p{Script=Han}/u.test(text) ? 'zh' : 'en';
  document.font(font).fontSize(SIZE);
  const words = font === 'zh' ? [...text] : text.split(' ');
  const used = words.reduce((sum, word) => sum + document.widthOfString(word), 0);
  const gap = isFull ? (right - left - used) / (words.length - 1) : font === 'zh' ? 0 : 3;
  let at = left;
  for (const word of words) {
    document.text(word, at, top, { lineBreak: false });
    at += document.widthOfString(word) + gap;
  }
}

/** The texts of a PDF, one a block; each page is some lines from its top down. */
async function textsOf(pages: readonly (readonly Shown[])[], size?: [number, number]): Promise<string[]> {
  const pdf = await makePdf((document) => {
    pages.forEach((lines, page) => {
      if (page > 0) document.addPage();
      for (const [at, line] of lines.entries()) show(document, line, TOP + at * PITCH);
    });
  }, size && { size });
  const { text, blocks } = await readPdf(pdf, 'a.pdf');
  return blocks.map(({ lines }) => lines.map(({ start, end }) => text.slice(start, end)).join(' / '));
}

const full = (text: string, left = LEFT): Shown => ({ text, left, isFull: true });

const ENGLISH = [
  full('(1) The keeper of the lamp must write down each night the hour at which it was lit, and'),
  full('the hour at which it was put out, in a book that is kept for that and is shown to any'),
  { text: 'officer who asks for it.' },
];
const CHINESE = [
  full('（一）守灯人须在为此而备的簿册内，逐夜记录点灯的时间及熄灯的时间，而任何人员'),
  { text: '要求查阅时，须予出示。' },
];

describe('a paragraph that a page end cuts', () => {
  const first = [
    ...ENGLISH,
    full(
      '(2) If the keeper is ill, and no one can be found on the island who is able to light it, the',
      LEFT,
    ),
  ];
  const rest = [{ text: 'Harbour Master must be told of it by the next boat.' }, ...ENGLISH];
  const chinese = [
    ...CHINESE,
    full('（二）守灯人如患病，而岛上又无人能够点灯，则须由下一班船将此事告知港务总监及其'),
  ];
  const chineseRest = [{ text: '副手。' }, ...CHINESE];
  const whole = [
    /^\(2\) If the keeper .* light it, the Harbour Master must be told of it by the next boat\.$/,
    /^（二）守灯人如患病.*副手。$/,
  ];

  test('goes on behind the page of the other language, be it with a name', async () => {
    const texts = await textsOf([first, chinese, rest, chineseRest]);
    for (const text of whole) expect(texts.filter((each) => text.test(each))).toHaveLength(1);
  });

  test('goes on where its own lines begin, which hang from a label', async () => {
    const hanging = (lines: readonly Shown[]): Shown[] =>
      lines.map((line, at) => ({
        ...line,
        left: LEFT + (at > 0 ? 24 : 0),
        ...(at > 0 && line.isFull && { isFull: true }),
      }));
    const texts = await textsOf([
      [
        ...ENGLISH,
        ...hanging([
          full('(2) If the keeper is ill, and no one can be found on the island who is able to light it, or'),
          full('to go for someone who can, and the weather forbids to send a boat, then the'),
        ]),
      ],
      CHINESE,
      [{ text: 'Harbour Master must be told by any means.', left: LEFT + 24 }, ...ENGLISH],
    ]);
    expect(
      texts.filter((text) => /then the Harbour Master must be told by any means\.$/.test(text)),
    ).toHaveLength(1);
  });

  test('is whole where a paragraph begins on the next page of its language', async () => {
    const texts = await textsOf([ENGLISH, CHINESE, ENGLISH, CHINESE]);
    expect(texts).toHaveLength(4);
  });
});

test('brackets that are open hold a stop together with what follows it', async () => {
  const texts = await textsOf([
    [
      full('(Made by the Keeper of Lights under section 33 of the Lamps and Beacons Ordinance (Cap.'),
      { text: '337))' },
      full('（由灯塔总监根据《灯塔及航标条例》（第三百三十七章）及其附属法例（包括各项规例）'),
      { text: '第33条订立）' },
    ],
  ]);
  expect(texts).toEqual([
    '(Made by the Keeper of Lights under section 33 of the Lamps and Beacons Ordinance (Cap. 337))',
    '（由灯塔总监根据《灯塔及航标条例》（第三百三十七章）及其附属法例（包括各项规例）第33条订立）',
  ]);
});

test('definitions are paragraphs without space between them, though a line of one is full', async () => {
  const texts = await textsOf([
    [
      full('“beacon” means any lamp, fire or painted mark that is set up to guide ships into a port;'),
      full('“keeper” means the person who lives in a lighthouse and has the charge of its lamp, by'),
      { text: 'whatever name;' },
    ],
  ]);
  expect(texts.map((text) => text.slice(0, 8))).toEqual(['“beacon”', '“keeper”']);
});

test('definitions that name the term of the other language are paragraphs without space between them', async () => {
  const texts = await textsOf([
    [
      full('beacon (航标) means any lamp, fire or painted mark that is set up to guide ships in;'),
      full('keeper (守灯人) means the person who lives in a lighthouse and has the charge of it, by'),
      { text: 'whatever name;' },
    ],
    [
      full('航标 (beacon) 指任何为引导船只进港而设立的灯、火或髹漆的标志，不论其高度及颜色；'),
      full('守灯人 (keeper) 指居于灯塔并掌管该灯塔的灯的人，不论其名称为何，亦不论该人有否'),
      { text: '受薪；' },
    ],
  ]);
  expect(texts.map((text) => text.slice(0, 6))).toEqual(['beacon', 'keeper', '航标 (be', '守灯人 (k']);
});

test('the second line of a head is known by the numbers of its pages, whatever else it says', async () => {
  const [half, end] = [680, 1118];
  const pages = [3, 4, 7, 8, 12].map((section, page): [Shown, Shown][] => [
    [{ text: `Section ${section}` }, { text: `B${1301 + 2 * page}`, left: RIGHT - 30 }],
    [
      { text: `第${section}条`, left: half },
      { text: `B${1302 + 2 * page}`, left: end - 30 },
    ],
  ]);
  const pdf = await makePdf(
    (document) => {
      pages.forEach((heads, page) => {
        if (page > 0) document.addPage();
        for (const head of heads.flat()) show(document, head, 60);
        for (const [at, line] of ENGLISH.entries()) show(document, line, TOP + PITCH * at);
        for (const [at, line] of CHINESE.entries())
          show(document, { ...line, left: half, right: end }, TOP + PITCH * at);
      });
    },
    { size: [1190, 842] },
  );
  const { text, blocks } = await readPdf(pdf, 'a.pdf');
  const texts = blocks.flatMap(({ lines }) => lines.map(({ start, end: to }) => text.slice(start, to)));
  expect(texts.filter((each) => /B13|Section|^第\d/.test(each))).toEqual([]);
});

describe('columns of a page in two languages', () => {
  const english = (at: number): Shown[] => [
    { text: `Part ${at}` },
    { text: 'Lighthouses' },
    { text: `${at}. Keeping of lamps` },
    { ...full('(1) The keeper of the lamp must write down'), right: 280 },
    { ...full('each night the hour at which it was lit and'), right: 280 },
    { text: 'put out.' },
    { ...full('(2) The book must be shown to any officer'), right: 280 },
    { text: 'who asks for it.' },
  ];
  const chinese = (at: number): Shown[] => [
    { text: `第${at}部` },
    { text: '灯塔' },
    { text: `${at}. 点灯的责任` },
    { ...full('（一）守灯人须在为此而备的簿册内，逐'), right: 510 },
    { text: '夜记录点灯及熄灯的时间。' },
    { ...full('（二）该簿册须应任何人员的要求，向其出'), right: 510 },
    { text: '示。' },
  ];

  /** Pages of sections side by side, each as long as its longer side, below a head that goes over the whole page. */
  async function sideBySide(notes: boolean): Promise<string[]> {
    const pdf = await makePdf((document) => {
      for (const page of [0, 1, 2]) {
        if (page > 0) document.addPage();
        show(document, { text: 'Lamps and Beacons Regulation', left: 40 }, 50);
        show(document, { text: `B${1301 + page}`, left: 520 }, 50);
        for (const section of [0, 1, 2, 3]) {
          const top = TOP + section * 9 * PITCH;
          for (const [at, line] of english(section + 1).entries())
            show(document, { ...line, left: 90 }, top + at * PITCH);
          for (const [at, line] of chinese(section + 1).entries())
            show(document, { ...line, left: 320 }, top + at * PITCH);
          if (!notes) continue;
          document
            .font('en')
            .fontSize(6)
            .text(`Lamp ${'ABCD'[section]}`, 40, top + 34, { lineBreak: false });
          document.font('zh').text(`灯${'甲乙丙丁'[section]}`, 530, top + 34, { lineBreak: false });
        }
      }
    });
    const { text, blocks } = await readPdf(pdf, 'a.pdf');
    return blocks.flatMap(({ lines }) => lines.map(({ start, end }) => text.slice(start, end)));
  }

  test('are no table though their sections begin beside each other', async () => {
    const texts = await sideBySide(false);
    expect(texts.filter((text) => /^\(1\) The keeper .* lit and put out\.$/.test(text))).toHaveLength(12);
    expect(texts.filter((text) => /^（一）守灯人.*，逐夜记录点灯及熄灯的时间。$/.test(text))).toHaveLength(
      12,
    );
  });

  test('have notes in their margins, over which heads may reach', async () => {
    const texts = await sideBySide(true);
    expect(
      texts.filter((text, at) => /^Lamp [A-D]$/.test(text) && /^\d\. Keeping/.test(texts[at + 1]!)),
    ).toHaveLength(12);
    expect(
      texts.filter((text, at) => /^灯[甲乙丙丁]$/.test(text) && /^\d\. 点灯/.test(texts[at + 1]!)),
    ).toHaveLength(12);
  });
});

test('a line that is left of one language on the last spread stands in its own half', async () => {
  const left = (line: Shown): Shown => ({ ...line, left: 40, ...(line.isFull && { right: 480 }) });
  const right = (line: Shown): Shown => ({ ...line, left: 560, ...(line.isFull && { right: 1000 }) });
  const WORDS = 'first second third fourth fifth sixth seventh eighth ninth'.split(' ');
  const NUMBERS = '甲乙丙丁戊己庚辛壬';
  const pdf = await makePdf(
    (document) => {
      for (const page of [0, 1, 2]) {
        if (page > 0) document.addPage();
        for (const section of [0, 1, 2]) {
          const top = TOP + section * 4 * PITCH;
          // Pages that began and ended alike would have heads and feet.
          const n = 3 * page + section;
          const named = (line: Shown): Shown => ({
            ...line,
            text: line.text
              .replace('hour', `${WORDS[n]} hour`)
              .replace('for it', `for the ${WORDS[n]} one`)
              .replace('记录', `记录${NUMBERS[n]}`)
              .replace('出示', `出示${NUMBERS[n]}册`),
          });
          for (const [at, line] of ENGLISH.entries()) show(document, left(named(line)), top + at * PITCH);
          if (page === 2) continue;
          for (const [at, line] of CHINESE.entries())
            show(document, right(named(line)), top - (section * 1.5 - 0.5 - at) * PITCH);
        }
      }
      show(document, { text: '（二）本条不适用于浮标。', left: 560 }, TOP);
    },
    { size: [1040, 600] },
  );
  const { text, blocks } = await readPdf(pdf, 'a.pdf');
  const texts = blocks.flatMap(({ lines }) => lines.map(({ start, end }) => text.slice(start, end)));
  expect(texts.at(-1)).toBe('（二）本条不适用于浮标。');
  expect(texts.filter((each) => /^\(1\) The keeper .* asks for the \w+ one\.$/.test(each))).toHaveLength(9);
});

test('notes in the margin are told from lines whose last mark hangs in it', async () => {
  const pdf = await makePdf((document) => {
    for (const section of [0, 1, 2, 3]) {
      const top = TOP + section * 5 * PITCH;
      const lines = [
        { ...full(`${section + 1}. 守灯人须在为此而备的簿册内，逐夜记录点灯及熄灯的时间，`), right: 521 },
        full('而任何获港务总监授权的人员要求查阅该簿册时，守灯人须随即向其出示该簿册及灯塔的'),
        { text: '钥匙。' },
      ];
      for (const [at, line] of lines.entries()) show(document, line, top + at * PITCH);
      document
        .font('zh')
        .fontSize(7)
        .text(`记录点灯${'甲乙丙丁'[section]}`, 524, top + 4, { lineBreak: false });
    }
  });
  const { text, blocks } = await readPdf(pdf, 'a.pdf');
  const texts = blocks.flatMap(({ lines }) => lines.map(({ start, end }) => text.slice(start, end)));
  expect(texts.filter((each) => /^记录点灯[甲乙丙丁]$/.test(each))).toHaveLength(4);
  expect(texts.filter((each) => /^\d\. 守灯人.*，而任何.*钥匙。$/.test(each))).toHaveLength(4);
});

describe('tables of schedules', () => {
  const cells = async (draw: (put: (text: string, left: number, top: number) => void) => void) => {
    const pdf = await makePdf((document) => draw((text, left, top) => show(document, { text, left }, top)));
    const { text, blocks } = await readPdf(pdf, 'a.pdf');
    return blocks.map(({ position, lines }) => {
      const written = lines.map(({ start, end }) => text.slice(start, end)).join(' / ');
      return position?.axis === 'row' ? `${position.start}:${position.column} ${written}` : written;
    });
  };
  const FEES = [
    ['1.', ['For lighting a lamp'], '$20'],
    ['2.', ['For putting out a lamp that a person other than', 'its keeper has lit'], '$1,150'],
    ['3.', ['For a copy of the book of a keeper'], '$35'],
  ] as const;

  test('have no dots in their cells, which only lead from a text to its fee', async () => {
    const texts = await cells((put) => {
      let top = TOP;
      for (const [number, lines, fee] of FEES) {
        put(number, LEFT, top);
        for (const [at, line] of lines.entries()) {
          const isLast = at === lines.length - 1;
          // Dots stand by themselves, or are one text with what they lead from, as programs draw them.
          if (isLast && number !== '2.') put(`${line} ${'. '.repeat(50 - line.length / 2)}`, 96, top);
          else put(line, 96, top);
          if (isLast && number === '2.') for (let left = 200; left < 440; left += 6) put('.', left, top);
          if (isLast) put(fee, 470, top);
          top += PITCH;
        }
      }
    });
    expect(texts).toEqual([
      '0:0 1. For lighting a lamp',
      '0:1 $20',
      '1:0 2. For putting out a lamp that a person other than its keeper has lit',
      '1:1 $1,150',
      '2:0 3. For a copy of the book of a keeper',
      '2:1 $35',
    ]);
  });

  test('have few dots before a fee that stands close to its matter, and ranges stay whole', async () => {
    const texts = await cells((put) => {
      for (const [at, [matter, fee]] of [
        ['For lighting a lamp at night . . . . . . . . . .', '$20'],
        ['For lighting 0..255 lamps in a row of towers . .', '$1,150'],
        ['For a copy of a book . . . . . . . . . . . . . . .', '$35'],
      ].entries()) {
        put(`${at + 1}.`, LEFT, TOP + at * PITCH);
        put(matter!, 96, TOP + at * PITCH);
        put(fee!, 340, TOP + at * PITCH);
      }
    });
    expect(texts).toEqual([
      '0:0 1. For lighting a lamp at night',
      '0:1 $20',
      '1:0 2. For lighting 0..255 lamps in a row of towers',
      '1:1 $1,150',
      '2:0 3. For a copy of a book',
      '2:1 $35',
    ]);
  });

  test('keep the dots of what stands above and below them', async () => {
    const texts = await cells((put) => {
      put('Name of the keeper........................ (in full)', LEFT, TOP);
      for (const [at, [number, [line], fee]] of FEES.entries()) {
        const top = TOP + (at + 3) * PITCH;
        put(number, LEFT, top);
        put(`${line} ${'.'.repeat(30)}`, 96, top);
        put(fee, 470, top);
      }
    });
    expect(texts[0]).toBe('Name of the keeper........................ (in full)');
    expect(texts.filter((text) => /^\d:\d/.test(text) && text.includes('..'))).toEqual([]);
  });

  test('end above headings that stand in the middle, however many', async () => {
    const texts = await cells((put) => {
      const rows = [
        ['Item', 'Matter', 'Fee'],
        ['1.', 'For lighting a lamp', '$20'],
        ['2.', 'For putting out a lamp at night', '$1,150'],
        ['3.', 'For a copy of the book of a keeper', '$35'],
      ];
      for (const [row, [number, matter, fee]] of rows.entries()) {
        put(number!, LEFT, TOP + row * 1.3 * PITCH);
        put(matter!, 120, TOP + row * 1.3 * PITCH);
        put(fee!, 420, TOP + row * 1.3 * PITCH);
      }
      const below = TOP + 4 * 1.3 * PITCH;
      put('Schedule 2', 265, below + 8);
      put('Dangerous Goods', 248, below + 8 + 1.5 * PITCH);
      put(
        'The goods named in this schedule may be kept at a lamp only in tins.',
        LEFT,
        below + 8 + 3 * PITCH,
      );
    });
    expect(texts.slice(-4)).toEqual([
      '3:2 $35',
      'Schedule 2',
      'Dangerous Goods',
      'The goods named in this schedule may be kept at a lamp only in tins.',
    ]);
  });

  /** A list of names and addresses below what it is a list of. */
  const putKeepers = (
    put: (text: string, left: number, top: number) => void,
    rows: readonly (readonly string[])[],
    left: number,
    pitch: number,
  ): void => {
    put('These persons have been appointed to be keepers from the first of May:', LEFT, TOP);
    for (const [row, [name, address]] of rows.entries()) {
      put(name!, left, TOP + (row + 1.5) * pitch);
      put(address!, 265, TOP + (row + 1.5) * pitch);
    }
  };

  test('end above what begins to the left of all cells, as a name below a list does', async () => {
    const texts = await cells((put) => {
      const rows = [
        ['Yim Cheuk Hei', '5 Fish Market'],
        ['Fung Hoi Lam', '14 Salt Lane'],
        ['Sit Lai Kuen', '31 Pier Road'],
      ];
      putKeepers(put, rows, LEFT + 6, 1.4 * PITCH);
      put('26 June 2027', LEFT, TOP + 4.55 * 1.4 * PITCH);
      put('Au Pak Wing, Keeper of Lamps', LEFT, TOP + 5.55 * 1.4 * PITCH);
    });
    expect(texts.slice(1)).toEqual([
      '0:0 Yim Cheuk Hei',
      '0:1 5 Fish Market',
      '1:0 Fung Hoi Lam',
      '1:1 14 Salt Lane',
      '2:0 Sit Lai Kuen',
      '2:1 31 Pier Road',
      '26 June 2027',
      'Au Pak Wing, Keeper of Lamps',
    ]);
  });

  test('are told by columns that stand further apart than those of text, though no line of them is short', async () => {
    const texts = await cells((put) => {
      const rows = [
        ['Yim Cheuk Hei', '5 Fish Market'],
        ['Fung Hoi Lam', '14 Salt Lane'],
        ['Sit Lai Kuen', '31 Pier Road'],
        ['Poon Shu Fai', '7 Temple Row'],
      ];
      putKeepers(put, rows, LEFT, 1.3 * PITCH);
    });
    expect(texts.slice(1)).toEqual([
      '0:0 Yim Cheuk Hei',
      '0:1 5 Fish Market',
      '1:0 Fung Hoi Lam',
      '1:1 14 Salt Lane',
      '2:0 Sit Lai Kuen',
      '2:1 31 Pier Road',
      '3:0 Poon Shu Fai',
      '3:1 7 Temple Row',
    ]);
  });
});

test('a note that is set in from both margins is whole, however far from the margin of the text its lines end', async () => {
  const texts = await textsOf([
    [
      ...ENGLISH,
      {
        ...full('Do not light two lamps in one tower. The second one is taken for', LEFT + 40),
        right: RIGHT - 40,
      },
      {
        ...full('the lamp of another port, and ships turn to it when they see it, but', LEFT + 40),
        right: RIGHT - 40,
      },
      { text: 'there is none.', left: LEFT + 40 },
      ...ENGLISH,
      ...ENGLISH,
    ],
  ]);
  expect(
    texts.filter((text) => /^Do not light .* for the lamp .* but there is none\.$/.test(text)),
  ).toHaveLength(1);
});

import { align, type Segmentation, segment } from 'duiqi';
import { describe, expect, test } from 'vitest';
import { findPageFurniture } from '../../packages/aligner/src/document/read/page-furniture.js';
import { readText } from '../../packages/aligner/src/document/read/text.js';
import { expectConservation } from '../helpers/conservation.js';

const leftOut = (text: string): string[] => {
  const { blocks } = readText(text, '');
  const spans = blocks.flatMap(({ lines }) => lines);
  return text
    .split(/[\n\f]+/)
    .filter(
      (line) => line.trim() !== '' && !spans.some((span) => text.slice(span.start, span.end) === line.trim()),
    );
};
const paragraphs = ({ en, zh, sources }: Segmentation): string[] =>
  [en, zh].flatMap(({ paragraphs, source }) =>
    paragraphs.map(({ pieces }) =>
      pieces.map(({ start, end }) => sources[source].text.slice(start, end)).join('⏎'),
    ),
  );

const BODY = [
  ['The harbor was dredged in spring, and', 'ships of any size may enter it now.', 'The pier was painted.'],
  ['A new light was lit, which can', 'be seen from the island at night.', 'Fishing is allowed.'],
  ['The clerk keeps a list of boats, of', 'their crews and of their cargo.', 'The list is public.'],
];
/** Pages that are cut in mid-sentence, each with its own lines at the top and the bottom. */
const pages = (dress: (body: string, page: number) => string, end: string): string => {
  const [a, b, c] = BODY;
  const bodies = [
    a[0],
    `${a[1]}\n\n${a[2]}\n\n${b[0]}`,
    `${b[1]}\n\n${b[2]}\n\n${c[0]}`,
    `${c[1]}\n\n${c[2]}`,
  ];
  return bodies.map(dress).join(end);
};
const WHOLE = BODY.flatMap(([a, b, c]) => [`${a}⏎${b}`, c]);

describe('form feeds', () => {
  test('are page ends: a sentence that goes over one is stitched', async () => {
    const found = await segment(pages((body) => body, '\f'));
    expect(paragraphs(found)).toEqual(WHOLE);
    expect(found.diagnostics.map(({ code }) => code)).toEqual(['page-cut', 'page-cut', 'page-cut']);
  });

  test('a finished paragraph, a heading, a clause is not stitched to the next page', async () => {
    const text = 'It rained.\fOpening Hours\fThe office opens at eight and\f(2) The list is open.';
    expect(paragraphs(await segment(text))).toEqual(text.split('\f'));
  });

  test('lines wrapped at one width are rejoined over a page end', async () => {
    const text =
      '每天清晨开往江心岛傍晚返回码头的那条旧渡船今年\n春天在船厂修理了整整三个月才重新投入使用船上的\f座位也全部换成了新的。\n';
    expect(paragraphs(await segment(text))).toEqual([text.trim().replace(/[\n\f]/g, '⏎')]);
  });
});

describe('running heads, footers and page numbers', () => {
  const dresses: [name: string, (body: string, page: number) => string][] = [
    ['- 3 -', (body, page) => `${body}\n\n- ${page + 3} -`],
    ['— 12 —', (body, page) => `${body}\n\n— ${page + 12} —`],
    ['第 3 页 共 12 页', (body, page) => `${body}\n\n第 ${page + 3} 页 共 12 页`],
    ['Page 3 of 12', (body, page) => `${body}\n\nPage ${page + 3} of 12`],
    ['3', (body, page) => `${body}\n\n${page + 3}`],
    ['Harbor Report 2024   7', (body, page) => `Harbor Report 2024   ${page + 7}\n\n${body}`],
    ['a head and a number', (body, page) => `Harbor Office of the Town\n\n${body}\n\n${page + 1}/4`],
  ];

  test.each(dresses)('%s, with form feeds', async (_, dress) => {
    const found = await segment(pages(dress, '\f'));
    expect(paragraphs(found)).toEqual(WHOLE);
    expect(found.diagnostics[0]).toMatchObject({ code: 'left-out', severity: 'info' });
    expect(found.diagnostics[0].message).toContain('4 times');
    expectConservation(await align(pages(dress, '\f')));
  });

  test.each(dresses)('%s, without form feeds', async (_, dress) => {
    expect(paragraphs(await segment(pages(dress, '\n\n')))).toEqual(WHOLE);
  });

  test('a head that stands alone in mid-sentence again and again, without a number', async () => {
    const text = pages((body) => body, '\n\nHarbor Office\n\n');
    expect(paragraphs(await segment(text))).toEqual(WHOLE);
  });

  test('lines as segments are all kept', async () => {
    const text = pages((body, page) => `${body}\n- ${page} -`, '\f');
    const { en, diagnostics } = await segment({ en: text, zh: '船。' }, { segments: 'lines' });
    expect([diagnostics, en.segments.some(({ text }) => text === '- 0 -')]).toEqual([[], true]);
  });

  test.each([
    ['clauses at the tops of pages', [1, 2, 3, 4].map((n) => `Article ${n}\n\nBoats go slowly.`).join('\f')],
    ['clauses in Chinese', [1, 2, 3, 4].map((n) => `第${n}条\n\n船应慢行。`).join('\f')],
    ['tables at the tops of pages', [1, 2, 3, 4].map((n) => `Table ${n}\n\nBoats go slowly.`).join('\f')],
    [
      'a repeated heading',
      ['Rules', 'Fees', 'Rules', 'Fees', 'Rules'].map((h) => `${h}\n\nIt rains.`).join('\n\n'),
    ],
    ['a refrain', [1, 2, 3, 4].map((n) => `We sail ${n} ships\n\nover the river`).join('\n\n')],
    ['numbers that head paragraphs', [1, 2, 3, 4].map((n) => `${n}\n\nBoats go slowly.`).join('\n\n')],
    ['years', ['2021', '2022', '2023'].map((n) => `${n}\n\nIt rained.`).join('\n\n')],
    ['a number once', 'It rained.\n\n- 7 -\n\nIt snowed.'],
    ['one line on two pages', 'Harbor Office\n\nIt rained.\fHarbor Office\n\nIt snowed.'],
  ])('what can be content stays: %s', (_, text) => {
    expect(leftOut(text)).toEqual([]);
  });

  test('the function that PDF shares: lines of pages, top to bottom', () => {
    const page = (number: number): string[] => [
      'Harbor Office',
      'Text of its own',
      `${number} words`,
      `${number}`,
    ];
    expect(findPageFurniture([1, 2, 3].map(page)).map((lines) => [...lines].sort())).toEqual([
      [0, 1, 3],
      [0, 1, 3],
      [0, 1, 3],
    ]);
    expect(findPageFurniture([])).toEqual([]);
    expect(findPageFurniture([['Harbor Office'], ['Harbor Office']]).map(({ size }) => size)).toEqual([0, 0]);
  });

  test('heads of two languages take turns; a chapter’s heading stays where its heads are left out', () => {
    const bilingual = Array.from({ length: 6 }, (_, page) => [
      page % 2 ? '港务局年报' : 'Harbor Report',
      `text ${'x'.repeat(page)}`,
    ]);
    expect(findPageFurniture(bilingual).every((lines) => lines.has(0))).toBe(true);
    const chapter = [1, 2, 3, 4].map((page) => ['Chapter 2  Piers', 'y'.repeat(page)]);
    expect(findPageFurniture(chapter).map((lines) => lines.has(0))).toEqual([false, true, true, true]);
  });
});

describe('wrapped lines', () => {
  const wrapped = async (text: string): Promise<string[]> => paragraphs(await segment(text));

  test('paragraphs with indented first lines and no blank lines', async () => {
    const text = [
      '    The old ferry that goes to the island every morning was',
      'repaired in the spring, and the new one was built at that time.',
      '    The men who had built the old ferry came to see it, and they',
      'said that it was good.',
    ];
    expect(await wrapped(text.join('\n'))).toEqual([
      `${text[0].trim()}⏎${text[1]}`,
      `${text[2].trim()}⏎${text[3]}`,
    ]);
  });

  test('Chinese at 38 characters', async () => {
    const text = [
      '　　每天清晨开往江心岛傍晚返回码头的那条旧渡船今年春天在船厂修理了整整三个月才重新投入',
      '使用，船上的座位也换成了新的，乘客们都很满意，港务局说明年还要再买一条新船来跑这条航线。',
      '　　船票的价格没有变，成人四元，儿童两元，老人免费，自行车和大件行李需要另外买票才可以带',
      '上船。',
    ];
    expect(await wrapped(text.join('\n'))).toEqual([
      `${text[0].trim()}⏎${text[1]}`,
      `${text[2].trim()}⏎${text[3]}`,
    ]);
  });

  test('list items with hanging indentation', async () => {
    const text = [
      '- The captain of each ferry shall look after the boat and the',
      '  crew, and shall keep a list of the passengers on board',
      '- The mate shall look after the ropes and the anchor when the',
      '  captain is asleep.',
      '1. The clerk shall sell the tickets and shall count the money',
      '   every evening.',
    ];
    expect(await wrapped(text.join('\n'))).toEqual(
      [0, 2, 4].map((line) => `${text[line].replace(/^- /, '- ')}⏎${text[line + 1].trim()}`),
    );
  });

  test('verses stay apart', async () => {
    const text = [
      'The ferry goes across the quiet water,',
      'And no one hears the captain’s daughter,',
      'Who sings of ships that went before her,',
      'And of the winds that never tore her',
    ];
    expect(await wrapped(text.join('\n'))).toEqual(text);
  });
});

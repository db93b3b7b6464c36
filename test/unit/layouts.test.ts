import { existsSync, readFileSync } from 'node:fs';
import { type Alignment, align, type Layout, type Segmentation, segment } from 'duiqi';
import { describe, expect, test } from 'vitest';
import { partingsOf } from '../../packages/aligner/src/document/language/partings.js';
import type { BilingualLayout } from '../../packages/aligner/src/types.js';

// In the order of shared/design/layouts.md: every row of its table, then its further facts.

const sides = ({ en, zh }: Segmentation): [en: string[], zh: string[]] => [
  en.segments.map(({ text }) => text),
  zh.segments.map(({ text }) => text),
];
const pairsOf = ({ pairs }: Alignment): string[] => pairs.map(({ en, zh }) => `${en.text} | ${zh.text}`);
const codes = ({ diagnostics }: Segmentation): string[] => diagnostics.map(({ code }) => code);
const blocks = (...paragraphs: string[]): string => paragraphs.join('\n\n');

const EN = [
  'The ferry leaves the harbor at seven every morning.',
  'Tickets cost four yuan and are sold on the pier.',
  'Dogs must be kept on a leash during the crossing.',
  'In fog the captain may wait for two hours.',
];
const ZH = [
  '渡船每天早上七点离开港口。',
  '船票四元，在码头出售。',
  '渡河时狗必须拴好。',
  '有雾时船长可以等待两小时。',
];
const EXPECTED = EN.map((en, index) => `${en} | ${ZH[index]}`);
const inTurn = (separator: string): string => EN.map((en, index) => en + separator + ZH[index]).join('\n\n');

describe('the rows of the table', () => {
  test('pages: a sentence is cut at the page end, at different places on each side', async () => {
    const alignment = await align(
      blocks(
        EN[0],
        EN[1],
        'Dogs must be kept on a leash during',
        ZH[0],
        ZH[1],
        '渡河时狗必',
        'the crossing.',
        EN[3],
        '须拴好。',
        ZH[3],
      ),
    );
    expect(pairsOf(alignment)).toEqual(EXPECTED);
    expect(alignment.layout).toBe('pages');
  });

  test('pages: a cut after two words that read as a heading is mended where the other side is cut as well', async () => {
    const page = (rest: string, from: string[], next: string[]): string =>
      blocks(
        'Notice',
        'It rained.',
        from[0],
        '公告',
        '下雨了。',
        from[1],
        next[0],
        rest,
        next[1],
        '雪停了。',
      );
    const cut = page(
      'The snow stopped.',
      ['The old ferry was', '旧渡船'],
      ['repaired in May.', '五月修好了。'],
    );
    expect(sides(await segment(cut))[1]).toEqual(['公告', '下雨了。', '旧渡船五月修好了。', '雪停了。']);
    const whole = page('The snow stopped.', ['Old Ferries', '旧渡船'], ['They float.', '它们会漂。']);
    expect(sides(await segment(whole))[1]).toContain('旧渡船');
  });

  test('pages: a heading at the foot of one page only stays a heading', async () => {
    const text = blocks('It rained. We', '下雨了。', '船票价格', 'stayed at home.', '成人四元。');
    expect(sides(await segment(text, { layout: 'pages' }))[1]).toEqual([
      '下雨了。',
      '船票价格',
      '成人四元。',
    ]);
  });

  test.each([
    ['English first', blocks(EN[0], ZH[0], EN[1], ZH[1], EN[2], ZH[2], EN[3], ZH[3])],
    ['Chinese first', blocks(ZH[0], EN[0], ZH[1], EN[1], ZH[2], EN[2], ZH[3], EN[3])],
    ['several of one, then of the other', blocks(EN[0], EN[1], ZH[0], ZH[1], EN[2], EN[3], ZH[2], ZH[3])],
  ])('paragraphs: %s', async (_, text) => {
    const alignment = await align(text);
    expect([alignment.layout, pairsOf(alignment)]).toEqual(['paragraphs', EXPECTED]);
  });

  test('halves: a foreign notice inside a half stays where it is', async () => {
    const notice = 'Keep clear of the gangway.';
    const more = ['港务局在码头旁边设有候船室，冬天供应热茶。', '自行车和行李须放在下层甲板，船员会帮忙。'];
    const text = blocks(...EN, 'The harbor office serves tea in winter.', ...ZH, notice, ...more);
    const found = await segment(text);
    expect(found.layout).toBe('halves');
    expect(sides(found)[0]).not.toContain(notice);
    expect(sides(found)[1]).toContain(notice);
  });

  test('halves: a notice at the end of both is no translation of itself', async () => {
    const notice = 'Keep clear of the gangway.';
    const [en, zh] = sides(await segment(blocks(...ZH, notice, ...EN, notice)));
    expect([en, zh]).toEqual([[notice, ...EN, notice], ZH]);
  });

  test('halves: a name that stands within both is the same in both', async () => {
    const within = (lines: readonly string[]): string[] => [lines[0]!, 'max_upload', ...lines.slice(1)];
    expect(sides(await segment(blocks(...within(EN), ...within(ZH))))).toEqual([within(EN), within(ZH)]);
  });

  test('halves that the caller chose need not be clear', async () => {
    const text = blocks('Timetable', '时刻表', ...EN, ...ZH, 'The End');
    const [en, zh] = sides(await segment(text, { layout: 'halves' }));
    expect([en, zh]).toEqual([
      ['Timetable', '时刻表', ...EN],
      [...ZH, 'The End'],
    ]);
  });

  test.each<[string, string, Layout]>([
    ['a tab', '\t', 'columns'],
    ['a slash', ' / ', 'inline'],
    ['double bars', '‖', 'inline'],
    ['a line break of HTML', '<br/>', 'lines'],
    ['nothing', '', 'inline'],
  ])('one line holds both, with %s between', async (_, separator, layout) => {
    const alignment = await align(inTurn(separator));
    expect([alignment.layout, pairsOf(alignment)]).toEqual([layout, EXPECTED]);
  });

  test('cells of one line are counterparts, whatever they say', async () => {
    const text = 'Pier One\t甲码头\nFerry\t\nGangway\t跳板\nBuoy\t浮标\nAnchor\t锚\n';
    expect(pairsOf(await align(text))).toEqual([
      'Pier One | 甲码头',
      'Gangway | 跳板',
      'Buoy | 浮标',
      'Anchor | 锚',
    ]);
  });

  test.each([
    ['渔获量增长5.2%Catches of fish grew by 5.2%', 'Catches of fish grew by 5.2%', '渔获量增长5.2%'],
    ['Times of the ferry渡船时刻表', 'Times of the ferry', '渡船时刻表'],
    ['渡船今天停航。The ferry does not sail today.', 'The ferry does not sail today.', '渡船今天停航。'],
  ])('one line among others holds both: %s', async (line, en, zh) => {
    const [english, chinese] = sides(await segment(blocks(EN[0], ZH[0], line, EN[1], ZH[1])));
    expect([english[1], chinese[1]]).toEqual([en, zh]);
  });

  test.each([
    ['Date / 日期: ____', '日期: ____'],
    ['Date|日期: ____', '日期: ____'],
    ['Date — 日期: ____', '日期: ____'],
    ['Date（日期）: ____', '日期'],
  ])('what parts the captions of a field belongs to neither: %s', (field, second) => {
    const [{ parts }] = partingsOf(field, { start: 0, end: field.length }, (ways) => ways[0]!);
    expect(parts.map(({ start, end }) => field.slice(start, end))).toEqual(['Date', second]);
  });

  test.each(['apply for ............ 申请', 'apply for …… 申请', '申请____________apply for'])(
    'leaders part the languages: %s',
    (line) => {
      const [{ parts }] = partingsOf(line, { start: 0, end: line.length }, (ways) => ways[0]!);
      expect(parts.map(({ start, end }) => line.slice(start, end)).sort()).toEqual(['apply for', '申请']);
    },
  );

  test('a form with captions in both languages', async () => {
    const form = 'Please sign请签署: ____ Date日期: ____';
    const alignment = await align(blocks(EN[0], ZH[0], form, EN[1], ZH[1]));
    expect(pairsOf(alignment).slice(1, 3)).toEqual(['Please sign | 请签署: ____', 'Date | 日期: ____']);
  });

  test.each([
    '本港所称“渡船”（ferry boat for passengers and goods）是指载客的船。',
    '他对记者说：“The ferry will sail tomorrow.”',
    '乘客可以阅读《渡船指南》（The Complete Guide to the Ferry）了解详情。',
    '本软件依照 Harbour Public License Version Two',
    'In this notice, the pier (码头) means any place where boats land.',
    '请登录 www.harbour-office.example 查询渡船时刻表',
  ])('a term, a quotation, a title is not split off: %s', async (line) => {
    const found = await segment(blocks(EN[0], ZH[0], line, EN[1], ZH[1]));
    expect(sides(found).flat()).toContain(line);
  });

  test('alternate lines: a missing line shifts nothing', async () => {
    const lines = EN.flatMap((en, index) => (index === 2 ? [en] : [en, ZH[index]])).join('\n');
    const whole = sides(await segment(lines, { layout: 'lines' }));
    expect(whole).toEqual([EN, ZH.filter((_, index) => index !== 2)]);
  });

  test('alternate lines are whole, even where they end in commas', async () => {
    const [en, zh] = [
      ['Over the river,', 'under the moon,', 'out of the harbor,', 'we sail in June,'],
      ['渡过大河，', '月光之下，', '驶出海港，', '六月出航，'],
    ];
    const found = await segment(en.flatMap((line, index) => [line, zh[index]]).join('\n'));
    expect([found.layout, sides(found)]).toEqual(['lines', [en, zh]]);
  });

  test('a form in a table with both languages in its cells', async () => {
    const found = await align(
      '<table><tr><td>Boat 船名: ____<td>Port 港口: ____</tr>' +
        `<tr><td>${EN[0]} ${ZH[0]}<td>${EN[1]} ${ZH[1]}</tr></table>`,
      { format: 'html' },
    );
    const captions = ['Boat | 船名: ____', 'Port | 港口: ____'];
    expect([found.layout, pairsOf(found)]).toEqual(['inline', [...captions, ...EXPECTED.slice(0, 2)]]);
  });

  test('subtitles in both languages are lines in turn, in one cue or in two that are shown together', async () => {
    const times = (index: number): string => `00:00:0${2 * index},000 --> 00:00:0${2 * index + 1},500`;
    const cues = (between: (index: number) => string): string =>
      EN.map((en, index) => `${times(index)}\n${ZH[index]}\n${between(index)}${en}\n`).join('\n');
    for (const text of [cues(() => ''), cues((index) => `\n${times(index)}\n`)]) {
      const found = await align(text, { format: 'srt' });
      expect([found.layout, pairsOf(found)]).toEqual(['lines', EXPECTED]);
    }
  });

  test('one language only', async () => {
    const { layout, layoutConfidence, pairs, unaligned } = await align(blocks(...EN));
    expect([layout, layoutConfidence, pairs.length, unaligned.length]).toEqual(['one-language', 1, 0, 4]);
  });
});

describe('two files', () => {
  const [en, zh] = [blocks(...EN), blocks(...ZH)];

  test('in either order', async () => {
    expect(pairsOf(await align([en, zh]))).toEqual(EXPECTED);
    expect(pairsOf(await align([zh, en]))).toEqual(EXPECTED);
  });

  test.each<[string, [string, string]]>([
    ['English and an empty one', [en, '']],
    ['an empty one and English', ['', en]],
    ['Chinese and an empty one', [zh, ' \n']],
  ])('%s: all of it is unaligned', async (_, input) => {
    const { pairs, unaligned, languages } = await align(input);
    expect([pairs.length, unaligned.length, languages.length]).toEqual([0, 4, 1]);
  });

  test('one in a third language: it is named', async () => {
    const french = blocks(
      'Le bateau quitte le port tous les matins à sept heures et revient le soir avant la nuit.',
      'Les billets coûtent quatre yuans et sont vendus sur le quai par un employé de la mairie.',
      'Les chiens doivent être tenus en laisse pendant toute la durée de la traversée du fleuve.',
    );
    const { pairs, languages } = await align([french, zh]);
    expect([pairs.length, languages.map(({ name }) => name)]).toEqual([0, ['French', 'Chinese']]);
  });

  test.each<[string, [string, string], number]>([
    ['English, bilingual', [en, inTurn('\n')], 1],
    ['bilingual, English', [inTurn('\n'), en], 0],
    ['Chinese, bilingual', [zh, inTurn('\n')], 1],
    ['bilingual, Chinese', [inTurn('\n'), zh], 0],
  ])('%s: the bilingual one is named, and nothing of it is lost', async (_, input, place) => {
    const found = await align(input, { names: ['a.txt', 'b.txt'] });
    expect(codes(found)).toContain('bilingual-text');
    const said = found.diagnostics.find(({ code }) => code === 'bilingual-text')?.message;
    expect(said).toContain(place === 0 ? '"a.txt"' : '"b.txt"');
    const own = input[1 - place] === en ? found.en : found.zh;
    expect(own.source).toBe(1 - place);
  });

  test('a foreign line or two make no text bilingual', async () => {
    expect(codes(await align({ en, zh: blocks(...ZH, 'Pier One') }))).toEqual([]);
  });
});

describe('the same article several times over', () => {
  // Long enough to be a passage and not a phrase.
  const long = (texts: readonly string[]): string =>
    Array.from({ length: 5 }, (_, part) => texts.map((text) => text.replace(/^/, `${part + 1}${part + 1}: `)))
      .flat()
      .join('\n\n');

  test('is reported, and each pair after the first copy is marked as a duplicate', async () => {
    const alignment = await align(blocks(...[1, 2, 3].map(() => blocks(long(EN), long(ZH)))));
    expect(codes(alignment).filter((code) => code === 'repeated-text')).toHaveLength(2);
    const texts = alignment.pairs.filter(({ flags }) => !flags.includes('duplicate'));
    expect(new Set(pairsOf({ ...alignment, pairs: texts })).size).toBe(texts.length);
    expect(alignment.pairs.length - texts.length).toBe(2 * texts.length);
  });
});

describe('further facts', () => {
  test.each([
    ['In this notice, place (地方) means any place on the river.', 'en'],
    ['时刻表英文版见 NPC 网站。', 'zh'],
  ] as const)('a short foreign term does not change the language: %s', async (text, language) => {
    expect((await segment(text))[language].segments.map((each) => each.text)).toEqual([text]);
  });

  test('digits, ASCII punctuation and addresses follow their context', async () => {
    const text = blocks(
      EN[0],
      '(1234-5678)',
      'https://harbour.example/a',
      ZH[0],
      'pier@harbour.example',
      '50%',
    );
    expect(sides(await segment(text))).toEqual([
      [EN[0], '(1234-5678)', 'https://harbour.example/a'],
      [ZH[0], 'pier@harbour.example', '50%'],
    ]);
  });

  test('Chinese with ASCII commas, spaces between characters and reversed quotes is stitched too', async () => {
    const text = blocks('It sails, and', '渡 船 在”港口“等待,', 'it returns.', '坚持返回; 然后休息。');
    expect(sides(await segment(text))[1][0]).toBe('渡 船 在”港口“等待,坚持返回; 然后休息。');
  });

  test('a stitched sentence keeps both places; English is joined by a space, Chinese by nothing', async () => {
    const text = blocks('The boat, which is old, and', '船很旧，', 'slow, was sold.', '很慢，卖掉了。');
    const { en, zh } = await segment(text);
    expect(en.segments.map((each) => [each.text, each.spans.length])).toEqual([
      ['The boat, which is old, and slow, was sold.', 2],
    ]);
    expect(zh.segments.map((each) => [each.text, each.spans.length])).toEqual([
      ['船很旧，很慢，卖掉了。', 2],
    ]);
  });

  test('text that is cut off for good stays', async () => {
    const alignment = await align(
      blocks(EN[0], ZH[0], 'In the days of the new pier, we', '在新码头的日子里，我们'),
    );
    const held = [
      ...alignment.pairs.map(({ en }) => en.text),
      ...alignment.unaligned.map(({ side }) => side.text),
    ];
    expect(held.join()).toContain('In the days of the new pier, we');
    expect(codes(alignment)).toContain('truncated');
  });

  test('a list in turn, opened by a colon, is no cut paragraph', async () => {
    const en = ['The crew has:', 'a captain,', 'two mates, and', 'a cook.'];
    const zh = ['船员包括：', '船长，', '大副两人，', '厨师。'];
    expect(sides(await segment(blocks(...en.flatMap((line, index) => [line, zh[index]]))))).toEqual([en, zh]);
  });
});

describe('what the caller says', () => {
  const chosen = async (text: string, layout: BilingualLayout): Promise<[string[], string[]]> =>
    sides(await segment(text, { layout }));

  test('outranks what the text shows, and is sure', async () => {
    const { layout, layoutConfidence } = await segment(inTurn('\n\n'), { layout: 'pages' });
    expect([layout, layoutConfidence]).toEqual(['pages', 1]);
    const found = await segment(inTurn('\n\n'));
    expect(found.layoutConfidence).toBeGreaterThan(0.5);
    expect(found.layoutConfidence).toBeLessThan(1);
  });

  test('lines: nothing is rejoined or stitched', async () => {
    const text = 'The ferry leaves, and\n渡船离开，\nreturns at night.\n晚上返回。';
    expect(await chosen(text, 'lines')).toEqual([
      ['The ferry leaves, and', 'returns at night.'],
      ['渡船离开，', '晚上返回。'],
    ]);
    expect((await chosen(text, 'paragraphs'))[1]).toEqual(['渡船离开，晚上返回。']);
  });

  test('paragraphs: one that only lacks its last mark is whole; pages: it is not', async () => {
    const long = '每天清晨开往江心岛傍晚返回码头的那条旧渡船，今年春天在船厂修理了整整三个月才重新投';
    const text = blocks('It is new.', long, 'It is blue.', '入使用。');
    expect((await chosen(text, 'paragraphs'))[1]).toEqual([long, '入使用。']);
    expect((await chosen(text, 'pages'))[1]).toEqual([`${long}入使用。`]);
  });

  test('inline: each line that may hold both is split', async () => {
    const text = blocks(EN[0], ZH[0], '本软件依照 Harbour Public License');
    expect((await chosen(text, 'inline'))[0]).toContain('Harbour Public License');
    expect((await chosen(text, 'paragraphs'))[0]).not.toContain('Harbour Public License');
  });
});

const documents = new URL('../../../shared/eval/documents/', import.meta.url);

describe.skipIf(!existsSync(documents))('documents of the gold set (skipped where shared/ is absent)', () => {
  const read = (name: string): string => readFileSync(new URL(name, documents), 'utf8');
  const textsOf = ({ pairs }: Alignment): string[] =>
    pairs.map(({ en, zh }) => `${en.text} | ${zh.text}`.replace(/\s/g, ''));

  // What differs: openanolis_cla/mixed.txt ends in a form (`Full name全名: ____`) that its two texts leave out.
  test.each([
    ['mulan_psl_v2', 'mixed.txt', 0],
    ['openanolis_cla', 'mixed.txt', 6],
    ['prc_constitution', 'raw.md', 0],
  ])('%s/%s gives the pairs of the two texts, and %i more', async (name, file, more) => {
    const two = textsOf(await align({ en: read(`${name}/en.txt`), zh: read(`${name}/zh.txt`) }));
    const mixed = textsOf(await align(read(`${name}/${file}`), { names: [file] }));
    // One sentence of prc_constitution stands there twice and is translated once: only the file that goes line by line tells.
    const gold = read(`${name}/gold.jsonl`)
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<'en' | 'zh', string[]>)
      .map(({ en, zh }) => `${en.join('')}|${zh.join('')}`.replace(/\s/g, ''));
    const missing = two.filter((pair) => !mixed.includes(pair));
    expect(missing.filter((pair) => gold.includes(pair))).toEqual([]);
    expect(mixed.filter((pair) => gold.includes(pair)).length).toBeGreaterThanOrEqual(
      two.filter((pair) => gold.includes(pair)).length + missing.length,
    );
    expect(mixed.length - two.length).toBe(more);
  });
});

import { align, segment } from 'duiqi';
import { expect, test } from 'vitest';
import { expectConservation } from '../helpers/conservation.js';

const pairsOf = async (text: string): Promise<string[]> => {
  const found = await align(text, { format: 'markdown' });
  expectConservation(found);
  return found.pairs.map(({ en, zh }) => `${en.text} | ${zh.text}`);
};

const EN = [
  '## Export',
  'Save the mesh.',
  '## Unreal Engine',
  'Open the editor.',
  '## Review',
  'Ask a colleague.',
];
const ZH = ['## 导出', '保存网格。', '## Unreal Engine', '打开编辑器。', '## 评审', '请教同事。'];
const WANTED = [
  'Export | 导出',
  'Save the mesh. | 保存网格。',
  'Unreal Engine | Unreal Engine',
  'Open the editor. | 打开编辑器。',
  'Review | 评审',
  'Ask a colleague. | 请教同事。',
];

test.each([
  ['English first', EN, ZH],
  ['Chinese first', ZH, EN],
])('a heading that is the same in both languages is there in both, %s', async (_, first, second) => {
  const text = first.map((line, at) => `${line}\n\n${second[at]}`).join('\n\n');
  expect(await pairsOf(text)).toEqual(WANTED);
});

test.each([
  ['the first', 0],
  ['the last', 4],
])('%s heading as well', async (_, at) => {
  const same = (lines: readonly string[]): string[] =>
    lines.map((line, n) => (n === at ? '## Nanite' : line));
  const [en, zh] = [same(EN), same(ZH)];
  const text = zh.map((line, n) => `${line}\n\n${en[n]}`).join('\n\n');
  expect(await pairsOf(text)).toContain('Nanite | Nanite');
});

test.each([
  ['line after line', 'He fell silent. Never!\n'.repeat(4)],
  [
    'twice in each language',
    'Room 12 is for QX.\n\nRoom 12 is for QX.\n\n12号房间给QX用。\n\n12号房间给QX用。',
  ],
])('what is said again and again is in one language: %s', async (_, text) => {
  const { zh } = await segment(text);
  expect(zh.segments.filter((each) => !/\p{Script=Han}/u.test(each.text))).toEqual([]);
});

test('what one language says twice stays in it', async () => {
  const text =
    'He fell silent.\n\nNever!\n\nNever!\n\nThen he left.\n\n他沉默了。\n\n绝不！绝不！\n\n然后他走了。';
  const found = await align(text);
  expect(found.zh.segments.map((segment) => segment.text).join('')).toBe(
    '他沉默了。绝不！绝不！然后他走了。',
  );
});

test.each([
  ['Chinese, whatever name the field holds', '由：IT Service Desk', 'From: IT Service Desk'],
  ['English, whatever name the field holds', '寄件人：陳志明', 'From: 陳志明'],
])('a field is in the language of its caption: %s', async (_, zh, en) => {
  const english = [
    'Memo',
    'To: All staff of the finance department',
    en,
    'The mailbox will be moved on Friday.',
  ];
  const chinese = ['備忘錄', '致：財務部全體同事', zh, '郵箱將於星期五轉移。'];
  const found = await align(`${english.join('\n\n')}\n\n${chinese.join('\n\n')}\n`);
  expect(found.en.segments.map(({ text }) => text)).toEqual(english);
  expect(found.zh.segments.map(({ text }) => text)).toEqual(chinese);
});

import { align } from 'duiqi';
import { describe, expect, test } from 'vitest';
import { paragraphsStandApart } from '../../packages/aligner/src/alignment/lattice/paragraphs-apart.js';
import type { Side, Source } from '../../packages/aligner/src/types.js';

/** Whether the paragraphs of a text stand apart of which these are the words, one a paragraph. */
function standApart(text: string, words: readonly string[]): boolean {
  let from = 0;
  const paragraphs = words.map((word) => {
    const start = text.indexOf(word, from);
    from = start + word.length;
    return { pieces: [{ start, end: from }] };
  });
  return paragraphsStandApart({ source: 0, paragraphs } as unknown as Side, [{ text } as Source]);
}

const WORDS = ['one', 'two', 'three', 'four'];

describe('paragraphs stand apart', () => {
  test.each([
    ['blank lines', 'one\n\ntwo\n\nthree\n\nfour', true],
    ['blank lines of another system', 'one\r\n\r\ntwo\r\n\r\nthree\r\n\r\nfour', true],
    ['marks of a list', '- one\n- two\n- three\n- four', true],
    ['ends of lines', 'one\ntwo\nthree\nfour', false],
    ['ends of lines of another system', 'one\r\ntwo  \r\n  three\rfour', false],
    ['one blank line among them', 'one\ntwo\n\nthree\nfour', false],
    ['most of them by blank lines', 'one\n\ntwo\n\nthree\nfour', true],
  ])('by %s', (_, text, wanted) => {
    expect(standApart(text, WORDS)).toBe(wanted);
  });

  test('not where nothing is known of the source', () => {
    const side = { source: 0, paragraphs: [] } as unknown as Side;
    expect(paragraphsStandApart(side, [])).toBe(false);
  });
});

describe('a paragraph that was left out', () => {
  const EN = [
    'When did you buy the boat?',
    'My uncle sold it to me in spring.',
    'Did you want to give it back?',
    'Never.',
    'How many nets do you have now?',
    'About forty, in two sheds.',
  ];
  const ZH = [
    '您是什么时候买的船？',
    '春天叔叔卖给我的。',
    '您现在有多少张渔网？',
    '大约四十张，放在两间棚屋里。',
  ];

  test('is in no pair with the one after it, where each stands apart', async () => {
    const { pairs } = await align({ en: EN.join('\n\n'), zh: ZH.join('\n\n') });
    const found = pairs.map(({ en, zh }) => `${en.text} | ${zh.text}`);
    expect(found).toEqual([0, 1, 4, 5].map((line, at) => `${EN[line]} | ${ZH[at]}`));
  });

  test.each([
    ['of Markdown', '- '],
    ['of plain text', '• '],
  ])('nor an entry of a list %s', async (_, mark) => {
    const en = [
      'Added two songs for the fiddle.',
      'Reduced the price of lamp oil.',
      'Controllers are recognised after sleep mode.',
    ];
    const zh = [
      '新增两首小提琴曲。',
      '降低了灯油价格。',
      '从睡眠模式唤醒后可识别手柄。',
      '调整了国服登录公告。',
    ];
    const list = (lines: readonly string[]): string => lines.map((line) => `${mark}${line}`).join('\n');
    const texts = { en: `${list(en)}\n`, zh: `${list(zh)}\n` };
    const { unaligned } = await align(texts, mark === '- ' ? { format: 'markdown' } : {});
    expect(unaligned.map(({ side }) => side.text.replace('• ', ''))).toEqual(zh.slice(3));
  });
});

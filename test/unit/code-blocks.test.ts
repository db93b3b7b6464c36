import { type Alignment, align, segment } from 'duiqi';
import { describe, expect, test } from 'vitest';
import { areProse, looksOf } from '../../packages/aligner/src/document/read/code-or-prose.js';
import { expectConservation } from '../helpers/conservation.js';

const linesOf = ({ pairs, unaligned }: Alignment): string[] => [
  ...pairs.map(({ en, zh }) => `${en.text} = ${zh.text}`),
  ...unaligned.map(({ language, side }) => (language === 'en' ? `${side.text} =` : `= ${side.text}`)),
];

describe('prose that is indented is no code', () => {
  const chinese = [
    '第一条 井水人人可用。井水免费。',
    '第二条 取水后应将水桶挂回原处。',
    '第三条 不得在井边洗衣。',
  ];
  const english = [
    'Article 1 Everyone may use the well. It is free.',
    'Article 2 The bucket is hung back on its hook after use.',
    'Article 3 No clothes are washed at the well.',
  ];
  const expected = [
    'Article 1 Everyone may use the well. = 第一条 井水人人可用。',
    'It is free. = 井水免费。',
    'Article 2 The bucket is hung back on its hook after use. = 第二条 取水后应将水桶挂回原处。',
    'Article 3 No clothes are washed at the well. = 第三条 不得在井边洗衣。',
  ];

  test.each([
    ['four spaces', '    ', '\n'],
    ['four spaces and blank lines', '    ', '\n\n'],
    ['a tab', '\t', '\n\n'],
    ['two wide spaces', '　　', '\n\n'],
  ])('by %s, in one of two texts', async (_, indent, end) => {
    const alignment = await align(
      [english.join('\n\n'), chinese.map((line) => `${indent}${line}`).join(end)],
      { format: 'markdown' },
    );
    expect(linesOf(alignment)).toEqual(expected);
    expectConservation(alignment);
  });

  test('in a text with both languages, each in its own way', async () => {
    const text = english.map((line, at) => `    ${line}\n\n　　${chinese[at]}\n\n`).join('');
    expect(linesOf(await align(text, { format: 'markdown' }))).toEqual(expected);
  });

  test('with marks of Markdown in it, and over several lines', async () => {
    const text =
      '    # The well\n\n    The **old** bucket of the well is hung back on its\n    hook after use.\n';
    const { en } = await segment([text, '水井'], { format: 'markdown' });
    expect(en.segments.map((each) => each.text)).toEqual([
      'The well',
      'The old bucket of the well is hung back on its hook after use.',
    ]);
  });
});

describe('code is in no pair', () => {
  const code = [
    '```sh\ndraw --deep # 打水\n```',
    '    $ draw --deep\n    $ carry',
    '~~~\nwell.draw();\n~~~',
    '```\n[12:01:07] The well is dry.\n[12:01:08] 井干了。\n```',
    '```\n2024-05-03 12:01:07 The well is dry.\n```',
  ];

  test.each(code)('%j between paragraphs in turn', async (block) => {
    const text = `Draw the water.\n\n打水。\n\n${block}\n\nCarry it home.\n\n把水挑回家。\n`;
    const alignment = await align(text, { format: 'markdown' });
    expect(linesOf(alignment)).toEqual(['Draw the water. = 打水。', 'Carry it home. = 把水挑回家。']);
    expect(alignment.diagnostics.map(({ message }) => message)).toContain(
      'The input has a block of code, which was left out of the alignment.',
    );
    expectConservation(alignment);
  });

  test.each(code)('%j in both of two texts', async (block) => {
    const text = (first: string, last: string): string => `${first}\n\n${block}\n\n${last}\n`;
    const alignment = await align(
      [text('Draw the water.', 'Carry it home.'), text('打水。', '把水挑回家。')],
      { format: 'markdown' },
    );
    expect(linesOf(alignment)).toEqual(['Draw the water. = 打水。', 'Carry it home. = 把水挑回家。']);
  });

  test.each(['```sh\ndraw --deep # 打水\n```', '    $ draw --deep 打水'])(
    '%j in a comment that keeps an original',
    async (block) => {
      const text = `Draw the water.\n\n<!--\n打水。\n\n${block}\n-->\n\nCarry it home.\n\n<!-- 把水挑回家。 -->\n`;
      const alignment = await align(text, { format: 'markdown' });
      expect(linesOf(alignment)).toEqual(['Draw the water. = 打水。', 'Carry it home. = 把水挑回家。']);
    },
  );

  test('and an original that is indented in its comment is none', async () => {
    const text =
      'Draw the water before noon.\n\n<!--\n\n    中午之前打水。\n\n-->\n\nCarry it home.\n\n<!--\n\n    把水挑回家。\n\n-->\n';
    const alignment = await align(text, { format: 'markdown' });
    expect(linesOf(alignment)).toEqual([
      'Draw the water before noon. = 中午之前打水。',
      'Carry it home. = 把水挑回家。',
    ]);
  });

  test('of a page', async () => {
    const html =
      '<p>Draw the water.<p>打水。<pre><code>draw  # 打水\n</code></pre><p>Carry it home.<p>把水挑回家。<pre>well.draw();</pre>';
    expect(linesOf(await align(html, { format: 'html' }))).toEqual([
      'Draw the water. = 打水。',
      'Carry it home. = 把水挑回家。',
    ]);
  });

  test('but a list of words between fences is text', async () => {
    const { en } = await segment('Words:\n\n```\nwell\nbucket of oak 橡木桶\nrope 绳子\n水井\n```\n', {
      format: 'markdown',
    });
    expect(en.segments.map(({ text }) => text).join()).toContain('bucket of oak');
  });
});

test.each<[boolean | null, string]>([
  [true, '第一条 井水人人可用。'],
  [true, 'Everyone may use the well, which is free.'],
  [true, '(a) children need an adult;⏎(b) animals are kept away.'],
  [true, 'Well 水井⏎Rope 绳子'],
  [true, 'The old bucket is hung back⏎on its hook after use.'],
  [null, 'The well'],
  [null, 'draw water'],
  [false, 'npm install --save well'],
  [false, 'const well = new Well();'],
  [false, 'print("水井")'],
  [false, '// 打水⏎draw();'],
  [false, '{ "well": "水井" }'],
  [false, '# 打水⏎draw --deep'],
  [false, '<well>水井</well>'],
  [false, 'def draw(self):⏎    return self.water'],
])('prose %s: %s', (expected, text) => {
  expect(areProse(looksOf(text.split('⏎')))).toBe(expected);
});

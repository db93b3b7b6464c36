import { type Alignment, align, segment } from 'duiqi';
import { describe, expect, test } from 'vitest';
import { isOrdinaryComment } from '../../packages/aligner/src/document/read/comments.js';
import { expectConservation } from '../helpers/conservation.js';

const linesOf = ({ pairs, unaligned }: Alignment): string[] => [
  ...pairs.map(({ en, zh }) => `${en.text} = ${zh.text}`),
  ...unaligned.map(({ language, side }) => (language === 'en' ? `${side.text} =` : `= ${side.text}`)),
];

const MARKDOWN = `---
title: 灯塔
---

<!-- overview -->

<!--
# The lighthouse {#lighthouse}

The lamp is lit at dusk. It burns until dawn.
-->
# 灯塔 {#lighthouse}

灯在黄昏点亮。一直燃到黎明。

<!-- TODO: a picture of the lamp -->

<!--
1. Trim the wick.
2. Polish the lens.
-->
1. 修剪灯芯。
2. 擦亮透镜。

{{< note >}}
<!-- Whales are noted in the log. -->
鲸鱼要记入日志。
{{< /note >}}

<!-- more -->
`;

const HTML = `<body><!-- Copyright 2020 The Keepers. All rights reserved. -->
<!-- <h1>The lighthouse</h1> --><h1>灯塔</h1>
<!-- <p>The lamp is lit at dusk. It burns until dawn.</p> -->
<p>灯在黄昏点亮。一直燃到黎明。</p>
<ul><li><!-- Trim the wick. -->修剪灯芯。<li><!-- Polish the lens. -->擦亮透镜。</ul>
<p><!-- Whales are noted in the log. -->鲸鱼要记入日志。</p><!-- [if IE]><p>Old</p><![endif] --></body>`;

describe('a text that was translated in its place', () => {
  test.each([
    ['markdown', MARKDOWN],
    ['html', HTML],
  ] as const)('in %s', async (format, text) => {
    const alignment = await align(text, { format });
    expect(alignment.layout).toBe('comments');
    expect(linesOf(alignment).map((line) => line.replace(/\d\. /g, ''))).toEqual([
      'The lighthouse = 灯塔',
      'The lamp is lit at dusk. = 灯在黄昏点亮。',
      'It burns until dawn. = 一直燃到黎明。',
      'Trim the wick. = 修剪灯芯。',
      'Polish the lens. = 擦亮透镜。',
      'Whales are noted in the log. = 鲸鱼要记入日志。',
    ]);
    expectConservation(alignment);
  });

  test('whichever language it was written in', async () => {
    const alignment = await align(
      '<!-- 灯在黄昏点亮。 -->\nThe lamp is lit at dusk.\n\n<!-- 风大时关窗。 -->\nShut the windows in a gale.\n',
      { format: 'markdown' },
    );
    expect(linesOf(alignment)).toEqual([
      'The lamp is lit at dusk. = 灯在黄昏点亮。',
      'Shut the windows in a gale. = 风大时关窗。',
    ]);
  });

  test('with paragraphs that have no original', async () => {
    const alignment = await align(
      '<!-- The lamp is lit at dusk. -->\n灯在黄昏点亮。\n\n这一段是译者加的。\n\n<!-- Shut the windows in a gale. -->\n风大时关窗。\n\n<!-- Whales are noted in the log. -->\n鲸鱼要记入日志。\n\n日志每月寄出。\n',
      { format: 'markdown' },
    );
    expect(linesOf(alignment)).toEqual([
      'The lamp is lit at dusk. = 灯在黄昏点亮。',
      'Shut the windows in a gale. = 风大时关窗。',
      'Whales are noted in the log. = 鲸鱼要记入日志。',
      '= 这一段是译者加的。',
      '= 日志每月寄出。',
    ]);
  });

  test('with the original after its translation', async () => {
    const text =
      '灯塔\n\n<!-- The lighthouse -->\n\n灯在黄昏点亮，一直燃到黎明，雾天还要鸣号。\n\n<!-- The lamp is lit at dusk, burns until dawn, and in fog the horn is sounded. -->\n\n关窗。\n\n<!-- Shut the windows. -->\n';
    expect(linesOf(await align(text, { format: 'markdown' }))).toEqual([
      'The lighthouse = 灯塔',
      'The lamp is lit at dusk, burns until dawn, and in fog the horn is sounded. = 灯在黄昏点亮，一直燃到黎明，雾天还要鸣号。',
      'Shut the windows. = 关窗。',
    ]);
  });

  test('one of two texts keeps its comments to itself', async () => {
    const [en, zh] = ['The lamp is lit at dusk.\n', '<!-- The lamp is lit at dusk. -->\n灯在黄昏点亮。\n'];
    const alignment = await align([en, zh], { format: 'markdown' });
    expect(linesOf(alignment)).toEqual(['The lamp is lit at dusk. = 灯在黄昏点亮。']);
  });
});

describe('comments are markup', () => {
  const text =
    '<!-- The author should look at this once more. -->\n\nThe lamp is lit at dusk.\n\n灯在黄昏点亮。\n\n<!-- Is this so? -->\n\nShut the windows.\n\n关上窗户。\n';

  test('in a text that has both languages without them', async () => {
    const { layout, en } = await segment(text, { format: 'markdown' });
    expect(layout).toBe('paragraphs');
    expect(en.segments.map((each) => each.text)).toEqual(['The lamp is lit at dusk.', 'Shut the windows.']);
  });

  test('in a text whose comments are too few to be its original', async () => {
    const chinese =
      '灯在黄昏点亮。一直燃到黎明。雾天鸣号，每分钟一次。\n\n鲸鱼要记入日志。大风天关上窗户。\n\n';
    const { layout } = await segment(`<!-- A note. -->\n\n${chinese.repeat(3)}`, { format: 'markdown' });
    expect(layout).toBe('one-language');
  });

  test('unless the caller says so', async () => {
    const { layout, en } = await segment('<!-- The lamp. -->\n\n灯在黄昏点亮，一直燃到黎明，雾天鸣号。\n', {
      format: 'markdown',
      layout: 'comments',
    });
    expect([layout, en.segments.map((each) => each.text)]).toEqual(['comments', ['The lamp.']]);
  });
});

test.each([
  ['more', true],
  ['toc', true],
  ['BEGIN INDEX', true],
  ['prettier-ignore', true],
  ['markdownlint-disable MD013', true],
  ['TODO: Ask the keeper.', true],
  ['Licensed under the Apache License, Version 2.0.', true],
  ['SPDX-License-Identifier: MIT', true],
  ['[if lt IE 9]>', true],
  ['checked 2024-05-02', true],
  ['', true],
  ['More oil is kept below.', false],
  ['Start the engine.', false],
  ['If the lamp goes out, ring the bell.', false],
  ['Before you begin', false],
  ['## begin', false],
  ['灯塔', false],
])('a comment %j is for authors and programs: %s', (comment, expected) => {
  expect(isOrdinaryComment(comment)).toBe(expected);
});

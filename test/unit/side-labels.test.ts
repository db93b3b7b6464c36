import { align } from 'duiqi';
import { describe, expect, test } from 'vitest';
import { expectConservation } from '../helpers/conservation.js';
import { paragraph, wordFile } from '../helpers/word.js';

const EN = ['The mill is old.', 'The miller is young.', 'Bread is sold at noon.'];
const ZH = ['磨坊很旧。', '磨坊主很年轻。', '中午卖面包。'];
const PAIRS = EN.map((en, at) => `${en} | ${ZH[at]}`);

const inTurn = (en: string, zh: string, between = '\n'): string =>
  EN.map((text, at) => `${en}${text}${between}${zh}${ZH[at]}`).join('\n\n');

async function pairsOf(...input: Parameters<typeof align>): Promise<string[]> {
  const found = await align(...input);
  expectConservation(found);
  return found.pairs.map(({ en, zh }) => `${en.text} | ${zh.text}`);
}

describe('labels that name the side of a text', () => {
  test.each([
    ['names of languages', inTurn('EN: ', 'ZH: ')],
    ['names of languages in Chinese', inTurn('英文：', '中文：', '\n\n')],
    ['tags', inTurn('en-US: ', 'zh-CN: ')],
    ['in brackets', inTurn('[EN] ', '[ZH] ')],
    ['in Chinese brackets', inTurn('【英】', '【中】')],
    ['the parts of a translation', inTurn('原文：', '译文：')],
    ['the parts of a translation in English', inTurn('Source: ', 'Target: ', '\n\n')],
    ['before tabs', inTurn('EN\t', 'ZH\t')],
    ['on one line', inTurn('原文：', '译文：', ' ')],
    ['with a full stop', inTurn('Eng. ', 'Chi. ')],
    ['of a prompt', inTurn('EN> ', 'ZH> ')],
    ['of a properties file', inTurn('en_US=', 'zh_CN=')],
    ['before a drawn bar', inTurn('英│', '中│')],
    ['before an arrow', inTurn('EN → ', 'ZH → ')],
    ['before a closing bracket', inTurn('EN) ', 'CN) ')],
    ['flags', inTurn('🇬🇧 ', '🇨🇳 ')],
    ['in both languages', inTurn('English / 英文：', 'Chinese / 中文：')],
    ['in bold, without a mark', inTurn('**EN** ', '**中** ')],
    ['before a blank', inTurn('EN ', 'ZH ')],
    ['before a blank in Chinese', inTurn('英 ', '中 ', '\n\n')],
    ['alone on lines', inTurn('English\n', '中文\n')],
    ['alone in brackets', inTurn('(English)\n', '(Chinese)\n', '\n\n')],
    ['on one side', inTurn('', '译文：')],
    [
      'in halves',
      `${EN.map((text) => `[EN] ${text}`).join('\n')}\n\n${ZH.map((text) => `[ZH] ${text}`).join('\n')}`,
    ],
  ])('%s', async (_, text) => {
    expect(await pairsOf(text)).toEqual(PAIRS);
  });

  test('counted before them', async () => {
    const text = EN.map((en, at) => `${at + 1}-EN ${en}\n${at + 1}-CN ${ZH[at]}`).join('\n');
    expect(await pairsOf(text)).toEqual(PAIRS);
  });

  test('counted', async () => {
    const text = EN.map((en, at) => `EN${at + 1}: ${en}\nZH${at + 1}: ${ZH[at]}`).join('\n');
    expect(await pairsOf(text)).toEqual(PAIRS);
  });

  test('after the number of an entry', async () => {
    const text = EN.map((en, at) => `${at + 1}. 原文：${en}\n   译文：${ZH[at]}`).join('\n');
    expect(await pairsOf(text)).toEqual(PAIRS.map((pair, at) => `${at + 1}. ${pair}`));
  });

  test('after the number of an entry without a mark, which both sides have', async () => {
    const numbered = EN.map((en, at) => `${at + 1} EN) ${en}\n${at + 1} CN) ${ZH[at]}`);
    const pairs = EN.map((en, at) => `${at + 1} ${en} | ${at + 1} ${ZH[at]}`);
    expect(await pairsOf(numbered.join('\n'))).toEqual(pairs);
  });

  test('letters before choices are none', async () => {
    const choices = ['A) wood | A) 木', 'C) stone | C) 石', 'E) iron | E) 铁'];
    expect(await pairsOf(choices.join('\n').replaceAll(' | ', '\n'))).toEqual(choices);
  });

  test('before Chinese that is full of Latin words', async () => {
    const text =
      '[EN] Open Field Studio Pro.\n[ZH] 打开 Field Studio Pro。\n[EN] Run npm install.\n[ZH] 运行 npm install。';
    const { pairs } = await align(text);
    expect(pairs.map(({ en, zh }) => `${en.text}${zh.text}`).join('')).not.toMatch(/\[/);
  });

  test('in Markdown, HTML and Word', async () => {
    expect(await pairsOf(inTurn('**English:** ', '**中文：** ', '\n\n'), { format: 'markdown' })).toEqual(
      PAIRS,
    );
    expect(await pairsOf(inTurn('## English\n\n', '## 中文\n\n', '\n\n'), { format: 'markdown' })).toEqual(
      PAIRS,
    );
    for (const mark of [':', '']) {
      const html = EN.map((en, at) => `<p><b>EN${mark}</b> ${en}</p><p><b>ZH${mark}</b> ${ZH[at]}</p>`).join(
        '',
      );
      expect(await pairsOf(html, { format: 'html' })).toEqual(PAIRS);
    }
    const body = EN.map((en, at) => paragraph(`EN: ${en}`) + paragraph(`ZH: ${ZH[at]}`)).join('');
    expect(await pairsOf(wordFile({ body }))).toEqual(PAIRS);
  });

  test('a name that has a mark elsewhere is a word where it has none', async () => {
    const text = `${inTurn('EN: ', 'ZH: ')}\n\nEN 71 is for mills.\n\n《EN 71》适用于磨坊。`;
    expect(await pairsOf(text)).toEqual([...PAIRS, 'EN 71 is for mills. | 《EN 71》适用于磨坊。']);
  });

  test('they are markup, and a message says so', async () => {
    const text = inTurn('EN: ', 'ZH: ');
    const { markup, diagnostics } = await align(text);
    expect(markup.flat().map(({ start, end }) => text.slice(start, end))).toEqual(
      EN.flatMap(() => ['EN:', 'ZH:']),
    );
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      ['side-labels', 'Labels that name the side of a text were left out: “EN:” 3 times, “ZH:” 3 times.'],
    ]);
  });

  test('a name that is not known is the counterpart of one that is, where both take turns', async () => {
    expect(await pairsOf(inTurn('EN> ', '普> '))).toEqual(PAIRS);
    expect(await pairsOf(inTurn('ENG> ', 'CHT> '))).toEqual(PAIRS);
    expect(await pairsOf(inTurn('[ENGL] ', '[普] '))).toEqual(PAIRS);
    expect(await pairsOf(inTurn('Orig.: ', 'Trans.: '))).toEqual(PAIRS);
    // A speaker speaks now and then.
    const text = EN.map((en, at) => `EN: ${en}\n\n${at === 0 ? '魏：' : ''}${ZH[at]}`).join('\n\n');
    expect(await pairsOf(text)).toEqual(
      PAIRS.map((pair, at) => (at === 0 ? pair.replace('| ', '| 魏：') : pair)),
    );
  });

  test.each([
    [
      'once each',
      ['English: 20 hours a week', '英语：每周20课时', 'Chinese: 30 hours a week', '汉语：每周30课时'],
    ],
    ['of captions', [1, 2, 3].flatMap((n) => [`Source: Harbor Office, 200${n}`, `来源：港务局，200${n}年`])],
    [
      'before a blank on one side',
      [1, 2, 3].flatMap((n) => [`EN ${n}71 is for mills.`, `EN ${n}71适用于磨坊。`]),
    ],
    ['of speakers', [1, 2, 3].flatMap((n) => [`Ed: Mill ${n} is old.`, `艾德：磨坊${n}很旧。`])],
  ])('what is part of the text stays: %s', async (_, lines) => {
    const pairs = lines.flatMap((en, at) => (at % 2 === 0 ? [`${en} | ${lines[at + 1]}`] : []));
    expect(await pairsOf(lines.join('\n\n'))).toEqual(pairs);
  });
});

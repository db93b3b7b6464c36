import { align } from 'duiqi';
import { describe, expect, test } from 'vitest';

// Rows are looked at coarsely 2,000 at a time, and the path is cut before the last ones of them, where it is surest.

const GOODS: readonly (readonly [string, string])[] = [
  ['copper', '铜'],
  ['honey', '蜂蜜'],
  ['rope', '绳子'],
  ['salt', '盐'],
  ['paper', '纸'],
  ['tea', '茶叶'],
  ['glass', '玻璃'],
];
const line = (number: number): readonly [string, string] => {
  const [en, zh] = GOODS[number % GOODS.length]!;
  return [`Crate ${number} holds ${en}.`, `${number}号箱子装的是${zh}。`];
};

describe('a text of more rows than are looked at together', () => {
  test.each([
    ['lines are missing in Chinese where it is cut', [], [1880, 1990]],
    ['lines are missing in English where it is cut', [1780, 1950], []],
  ])('%s: each line meets its own', async (_, withoutEn, withoutZh) => {
    const numbers = Array.from({ length: 2150 }, (__, at) => at + 1);
    const those = ([from = 0, to = 0]: readonly number[]): number[] =>
      numbers.filter((number) => number < from || number >= to);
    const [en, zh] = [those(withoutEn), those(withoutZh)];
    const { pairs } = await align(
      {
        en: en.map((number) => line(number)[0]).join('\n'),
        zh: zh.map((number) => line(number)[1]).join('\n'),
      },
      { segments: 'lines' },
    );
    const wanted = en.filter((number) => zh.includes(number)).map((number) => line(number).join(' '));
    expect(pairs.map((pair) => `${pair.en.text} ${pair.zh.text}`)).toEqual(wanted);
  });
});

describe('a listing that has the words of all lines before it', () => {
  const NOUNS: readonly (readonly [string, string])[] = [
    ['header', '报头'],
    ['marker', '标记'],
    ['suffix', '后缀'],
    ['comment', '注释'],
    ['letter', '字母'],
    ['digit', '数字'],
    ['hyphen', '连字符'],
    ['series', '系列'],
    ['identifier', '标识符'],
    ['field', '字段'],
  ];
  const VERBS: readonly (readonly [string, (one: string, other: string) => string])[] = [
    ['begins with', (one, other) => `每个${one}以一个${other}开头。`],
    ['ends with', (one, other) => `每个${one}以一个${other}结尾。`],
    ['is separated from', (one, other) => `每个${one}与一个${other}分开。`],
    ['is compared with', (one, other) => `每个${one}与一个${other}比较。`],
  ];
  const rule = (number: number): readonly [string, string] => {
    const one = NOUNS[(number * 3 + Math.floor(number / 10)) % 10]!;
    const other = NOUNS[(number * 7 + 1) % 10]!;
    const [verb, inChinese] = VERBS[number % 4]!;
    return [`Every ${one[0]} ${verb} one ${other[0]}.`, inChinese(one[1], other[1])];
  };
  const listing = NOUNS.flatMap(([name]) =>
    NOUNS.slice(0, 3).map(
      ([other], at) => `<${name}> ::= every ${other} begins with one ${NOUNS[at * 3]![0]}`,
    ),
  ).join('; ');

  test('is not taken for the rest of each of them', async () => {
    const lines: readonly (readonly [string, string])[] = [
      ['This page describes names.', '本页描述名称。'],
      ...Array.from({ length: 24 }, (_, number) => rule(number)),
      [listing, listing],
      ['Why do we need this?', '我们为什么需要这个？'],
    ];
    const { pairs } = await align(
      { en: lines.map(([en]) => en).join('\n'), zh: lines.map(([, zh]) => zh).join('\n') },
      { segments: 'lines' },
    );
    expect(pairs.map(({ en, zh }) => [en.text, zh.text])).toEqual(lines);
  });
});

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

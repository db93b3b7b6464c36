import { describe, expect, test } from 'vitest';
import { readLabels } from '../../packages/aligner/src/document/writing/label.js';
import {
  chineseNumeral,
  englishNumeral,
  romanNumeral,
} from '../../packages/aligner/src/document/writing/numerals.js';
import type { Language } from '../../packages/aligner/src/types.js';

/** `raw = scheme ordinals` of each alternative, and the text that is left. */
function read(text: string, language: Language): string {
  const labels = readLabels(text, language);
  if (labels.length === 0) return 'none';
  const readings = labels.map(({ scheme, ordinals }) => `${scheme} ${ordinals.join('.')}`).join(' or ');
  return `${labels[0]!.raw} = ${readings} + ${text.slice(labels[0]!.length)}`;
}

describe('Chinese markers', () => {
  test.each([
    ['一、总体要求', '一、 = chinese-comma 1 + 总体要求'],
    ['十三、附带说明', '十三、 = chinese-comma 13 + 附带说明'],
    ['一．总体要求', '一． = chinese-comma 1 + 总体要求'],
    ['四、六年来的进展', '四、 = chinese-comma 4 + 六年来的进展'],
    ['（一）修路', '（一） = chinese-parenthesis 1 + 修路'],
    ['(二) 修桥', '(二) = chinese-parenthesis 2 + 修桥'],
    ['( 三 ) 修渠', '( 三 ) = chinese-parenthesis 3 + 修渠'],
    ['（四）、修塔', '（四）、 = chinese-parenthesis 4 + 修塔'],
    ['㈠修路', '㈠ = chinese-parenthesis 1 + 修路'],
    ['㊀修路', '㊀ = circled 1 + 修路'],
    ['①修路', '① = circled 1 + 修路'],
    ['㉒ 修路', '㉒ = circled 22 + 修路'],
    ['❸修路', '❸ = circled 3 + 修路'],
    ['⓵修路', '⓵ = circled 1 + 修路'],
    ['⓫修路', '⓫ = circled 11 + 修路'],
    ['⑴修路', '⑴ = arabic-parenthesis 1 + 修路'],
    ['⒈修路', '⒈ = arabic-dot 1 + 修路'],
    ['1. 定义', '1. = arabic-dot 1 + 定义'],
    ['1.定义', '1. = arabic-dot 1 + 定义'],
    ['1．定义', '1． = arabic-dot 1 + 定义'],
    ['１．定义', '１． = arabic-dot 1 + 定义'],
    ['1、定义', '1、 = arabic-dot 1 + 定义'],
    ['1、2021年的工作', '1、 = arabic-dot 1 + 2021年的工作'],
    ['1，定义', '1， = arabic-dot 1 + 定义'],
    ['（1）定义', '（1） = arabic-parenthesis 1 + 定义'],
    ['( 2 ) 定义', '( 2 ) = arabic-parenthesis 2 + 定义'],
    ['1）定义', '1） = arabic-half 1 + 定义'],
    ['A、定义', 'A、 = letter-dot 1 + 定义'],
    ['A．定义', 'A． = letter-dot 1 + 定义'],
    ['（a）定义', '（a） = letter-parenthesis 1 + 定义'],
    ['Ⅱ. 定义', 'Ⅱ. = roman-dot 2 + 定义'],
    ['2.1 范围', '2.1 = decimal 2.1 + 范围'],
    ['2.1范围', '2.1 = decimal 2.1 + 范围'],
    ['2.1 月租金为1,450欧元。', '2.1 = decimal 2.1 + 月租金为1,450欧元。'],
    ['3.4 日常维护', '3.4 = decimal 3.4 + 日常维护'],
    ['3.5 年度報告', '3.5 = decimal 3.5 + 年度報告'],
    ['2.1个人信息', '2.1 = decimal 2.1 + 个人信息'],
    ['第一编　总则', '第一编 = part 1 + 总则'],
    ['第二部分 细则', '第二部分 = part 2 + 细则'],
    ['第二章　权利', '第二章 = chapter 2 + 权利'],
    ['第\u00a01\u00a0章 启程', '第\u00a01\u00a0章 = chapter 1 + 启程'],
    ['第三節 河道', '第三節 = section 3 + 河道'],
    ['第三条　渡船每日往返。', '第三条 = article 3 + 渡船每日往返。'],
    ['第三条渡船每日往返。', '第三条 = article 3 + 渡船每日往返。'],
    ['第五条：渡船', '第五条： = article 5 + 渡船'],
    ['第六条中国船只', '第六条 = article 6 + 中国船只'],
    ['第七條 渡船', '第七條 = article 7 + 渡船'],
    ['第一百零一条 渡船', '第一百零一条 = article 101 + 渡船'],
    ['第一百一十一条 渡船', '第一百一十一条 = article 111 + 渡船'],
    ['第一〇二条 渡船', '第一〇二条 = article 102 + 渡船'],
    ['第两百条 渡船', '第两百条 = article 200 + 渡船'],
    ['第1260条 渡船', '第1260条 = article 1260 + 渡船'],
    ['第三条之一 渡船', '第三条之一 = article 3.1 + 渡船'],
    ['第三項：渡船', '第三項： = ordinal-word 3 + 渡船'],
    ['附件1 船票样式', '附件1 = annex 1 + 船票样式'],
    ['附件一：船票样式', '附件一： = annex 1 + 船票样式'],
    ['附录二 船票样式', '附录二 = annex 2 + 船票样式'],
    ['附表 A 船票样式', '附表 A = annex 1 + 船票样式'],
    ['第一，船要修好。', '第一， = ordinal-word 1 + 船要修好。'],
    ['一是修船。', '一是 = ordinal-word 1 + 修船。'],
    ['甲部分 个人资料', '甲部分 = part 1 + 个人资料'],
    ['甲、修船', '甲、 = stem-comma 1 + 修船'],
    ['（乙）修船', '（乙） = stem-parenthesis 2 + 修船'],
    ['丙部：渡船', '丙部： = part 3 + 渡船'],
    ['附录甲　收费', '附录甲 = annex 1 + 收费'],
    ['首先，修船。', '首先， = ordinal-word 1 + 修船。'],
    ['其次，买票。', '其次， = ordinal-word 2 + 买票。'],
    ['　　（一）修路', '（一） = chinese-parenthesis 1 + 修路'],
  ])('%s', (text, expected) => {
    expect(read(text, 'zh')).toBe(expected);
  });
});

describe('English markers', () => {
  test.each([
    ['1. Boats', '1. = arabic-dot 1 + Boats'],
    ['0. Before you sail', '0. = arabic-dot 0 + Before you sail'],
    ['\\1. Boats', '\\1. = arabic-dot 1 + Boats'],
    ['1\\. Boats', '1\\. = arabic-dot 1 + Boats'],
    ['\\(1\\) Boats', '\\(1\\) = arabic-parenthesis 1 + Boats'],
    ['(1) Boats', '(1) = arabic-parenthesis 1 + Boats'],
    ['1) Boats', '1) = arabic-half 1 + Boats'],
    ['A. Boats', 'A. = letter-dot 1 + Boats'],
    ['a. boats', 'a. = letter-dot 1 + boats'],
    ['a) boats', 'a) = letter-half 1 + boats'],
    ['(a) boats', '(a) = letter-parenthesis 1 + boats'],
    ['(i) boats', '(i) = roman-parenthesis 1 or letter-parenthesis 9 + boats'],
    ['i) boats', 'i) = roman-half 1 or letter-half 9 + boats'],
    ['I. Boats', 'I. = roman-dot 1 or letter-dot 9 + Boats'],
    ['(v) boats', '(v) = roman-parenthesis 5 or letter-parenthesis 22 + boats'],
    ['(x) boats', '(x) = roman-parenthesis 10 or letter-parenthesis 24 + boats'],
    ['(c) boats', '(c) = letter-parenthesis 3 or roman-parenthesis 100 + boats'],
    ['(d) boats', '(d) = letter-parenthesis 4 or roman-parenthesis 500 + boats'],
    ['(l) boats', '(l) = letter-parenthesis 12 or roman-parenthesis 50 + boats'],
    ['(m) boats', '(m) = letter-parenthesis 13 or roman-parenthesis 1000 + boats'],
    ['C. Boats', 'C. = letter-dot 3 or roman-dot 100 + Boats'],
    ['C. S. Harbour wrote it.', 'C. = letter-dot 3 or roman-dot 100 + S. Harbour wrote it.'],
    ['(xiv) boats', '(xiv) = roman-parenthesis 14 + boats'],
    ['(II) Boats', '(II) = roman-parenthesis 2 + Boats'],
    ['iii. boats', 'iii. = roman-dot 3 + boats'],
    ['2.1 Boats', '2.1 = decimal 2.1 + Boats'],
    ['2.1.3 Boats', '2.1.3 = decimal 2.1.3 + Boats'],
    ['2.0 Boats', '2.0 = decimal 2.0 + Boats'],
    ['13.1. Boats', '13.1. = decimal 13.1 + Boats'],
    ['5. 1.0.0 is the first version.', '5. = arabic-dot 5 + 1.0.0 is the first version.'],
    ['Article 3', 'Article 3 = article 3 + '],
    ['Article 3 The ferry runs daily.', 'Article 3 = article 3 + The ferry runs daily.'],
    ['Article 3. The ferry', 'Article 3. = article 3 + The ferry'],
    ['Article 3 (Ferries)', 'Article 3 = article 3 + (Ferries)'],
    ['Article 3 – Ferries', 'Article 3 = article 3 + – Ferries'],
    ['Article 133-1 Ferries', 'Article 133-1 = article 133.1 + Ferries'],
    ['Art. 3: Ferries', 'Art. 3: = article 3 + Ferries'],
    ['ARTICLE IV', 'ARTICLE IV = article 4 + '],
    ['§ 4 Fees', '§ 4 = article 4 + Fees'],
    ['§12. Fees', '§12. = article 12 + Fees'],
    ['§ 4 of the rules applies.', 'none'],
    ['§ 4.2 applies to boats.', 'none'],
    ['§§ 4 and 5 apply.', 'none'],
    ['Section 2', 'Section 2 = section 2 + '],
    ['Section 2(a) Ferries', 'Section 2 = section 2 + (a) Ferries'],
    ['Section 2(a)(4) Ferries', 'Section 2 = section 2 + (a)(4) Ferries'],
    ['Chapter II Ferries', 'Chapter II = chapter 2 + Ferries'],
    ['CHAPTER TWO', 'CHAPTER TWO = chapter 2 + '],
    ['Part One', 'Part One = part 1 + '],
    ['Part Twenty-One: Ferries', 'Part Twenty-One: = part 21 + Ferries'],
    ['Part I', 'Part I = part 1 or part 9 + '],
    ['Annex 1', 'Annex 1 = annex 1 + '],
    ['Appendix A', 'Appendix A = annex 1 + '],
    ['Schedule 2 Fares', 'Schedule 2 = annex 2 + Fares'],
    ['First, mend the boat.', 'First, = ordinal-word 1 + mend the boat.'],
    ['Second, sell tickets.', 'Second, = ordinal-word 2 + sell tickets.'],
    ['Firstly, mend the boat.', 'Firstly, = ordinal-word 1 + mend the boat.'],
    ['  \n(1)\u00a0 Boats', '(1) = arabic-parenthesis 1 + Boats'],
  ])('%s', (text, expected) => {
    expect(read(text, 'en')).toBe(expected);
  });
});

describe('not markers', () => {
  test.each<[Language, string]>([
    ['zh', ''],
    ['zh', '一个码头'],
    ['zh', '一般来说'],
    ['zh', '十分清楚'],
    ['zh', '甲方：渡船公司'],
    ['zh', '乙方'],
    ['zh', '2013年，码头建成。'],
    ['zh', '二〇二三、年度'],
    ['zh', '5.2%的船只'],
    ['zh', '1.2亿人次'],
    ['zh', '3.5 年后'],
    ['zh', '5.1日放假'],
    ['zh', '36.5 度'],
    ['zh', '5.1劳动节放假'],
    ['zh', '三、四月水位上涨'],
    ['zh', '一、二、三等舱'],
    ['zh', '1、2、3、'],
    ['zh', '1，000张船票'],
    ['zh', '国发〔2023〕5号'],
    ['zh', '第三条规定的船只'],
    ['zh', '第三条第二款'],
    ['zh', '第一条至第五条'],
    ['zh', '第三条、第四条'],
    ['zh', '第三条之一规定的船只'],
    ['zh', '第三条之十一所列船只'],
    ['zh', '第三、四条所列船只'],
    ['zh', '附件1所列船只'],
    ['zh', '第三项工程'],
    ['zh', '（一）和（二）所列船只'],
    ['zh', '（下）'],
    ['zh', '最后，开船。'],
    ['zh', '首先发言的是船长'],
    ['zh', '1…'],
    ['en', '(2021)'],
    ['en', '(010) 5550'],
    ['en', '1949. That year the pier opened.'],
    ['en', '1.39 trillion'],
    ['en', '2.5 million passengers'],
    ['en', '5.2% of boats'],
    ['en', '5.2'],
    ['en', '1, then the boats'],
    ['en', '甲、 boats'],
    ['en', '\\a. boats'],
    ['en', '1.0.0'],
    ['en', '1.0.0 Release notes'],
    ['en', 'COVID-19 cases'],
    ['en', '1990s ferries'],
    ['en', '3D maps'],
    ['en', 'A man came aboard.'],
    ['en', 'I was the pilot.'],
    ['en', 'U.S. ports'],
    ['en', 'i.e. ferries'],
    ['en', 'a.m. sailings'],
    ['en', 'mix) of ferries'],
    ['en', 'Article 3(1)(b) of the Pier Act'],
    ['en', 'Article 3 (1) of the Pier Act'],
    ['en', 'Article 5 of the Pier Act'],
    ['en', 'Article 5, paragraph 2, applies.'],
    ['en', 'Section 2 shall not apply.'],
    ['en', 'Chapter IV of this Act'],
    ['en', 'Part of the pier'],
    ['en', 'Parts 3 and 4'],
    ['en', 'Section Act'],
    ['en', '(1) and (2) apply to ferries.'],
    ['en', 'Finally, cast off.'],
  ])('%s: %s', (language, text) => {
    expect(read(text, language)).toBe('none');
  });
});

test('upper and lower case are told apart for letters and roman numerals only', () => {
  const cases = ['A. x', 'a. x', '(II) x', '(ii) x', '1. x', 'Chapter II'].map((text) =>
    readLabels(text, 'en'),
  );
  expect(cases.map(([label]) => label?.letterCase)).toEqual([
    'upper',
    'lower',
    'upper',
    'lower',
    'none',
    'none',
  ]);
});

test.each([
  ['a run of one character', '一'.repeat(5_000_000)],
  ['white space without end', ' '.repeat(5_000_000)],
  ['backslashes', '\\'.repeat(5_000_000)],
  ['dotted digits', '1.'.repeat(5_000_000)],
])('a line of megabytes is read at once: %s', (_, text) => {
  const begin = performance.now();
  readLabels(text, 'zh');
  expect(performance.now() - begin).toBeLessThan(1000);
});

test.each([
  ['零', 0],
  ['十', 10],
  ['廿三', 23],
  ['二十四', 24],
  ['一百零五', 105],
  ['一百一', 110],
  ['一百一十一', 111],
  ['两千', 2000],
  ['三万五', 35000],
  ['三万零五', 30005],
  ['一百二十万', 1200000],
  ['三千亿五千万', 300050000000],
  ['一万三千九百亿', 1390000000000],
  ['二〇二三', 2023],
  ['壹佰贰拾叁', 123],
  ['貳萬', 20000],
  ['三四十', null],
  ['百', null],
  ['千万', null],
  ['十百', null],
  ['', null],
  ['船', null],
])('the Chinese numeral %s is %s', (text, value) => {
  expect(chineseNumeral(text)).toBe(value);
});

test.each([
  ['iv', 4],
  ['XIX', 19],
  ['mcmxlix', 1949],
  ['iiii', null],
  ['Iv', null],
  ['', null],
])('the roman numeral %s is %s', (text, value) => {
  expect(romanNumeral(text)).toBe(value);
});

test.each([
  ['One', 1],
  ['nineteen', 19],
  ['FORTY-TWO', 42],
  ['forty-twelve', null],
  ['forty-', null],
  ['boat', null],
])('the English numeral %s is %s', (text, value) => {
  expect(englishNumeral(text)).toBe(value);
});

import { describe, expect, test } from 'vitest';
import { finish } from '../../packages/aligner/src/common/steps.js';
import { buildClauseTree } from '../../packages/aligner/src/document/structure/clause-tree.js';
import type { BlockKind, Clause, Language } from '../../packages/aligner/src/types.js';

function build(texts: readonly string[], language: Language) {
  return finish(
    buildClauseTree(
      texts.map((text) => ({ text, kind: 'paragraph', numbering: null })),
      language,
    ),
  );
}

/** All clauses, parents first, as the given function writes them. */
function list(clauses: readonly Clause[], write: (clause: Clause) => string): string[] {
  return clauses.flatMap((clause) => [write(clause), ...list(clause.children, write)]);
}

/** Paths of the tree over paragraphs that are written as their markers, separated by `|`. */
function paths(markers: string, language: Language): string {
  const texts = markers.split('|').map((marker) => `${marker.trim()} Ferry`);
  return list(build(texts, language).clauses, ({ path }) => path).join(' ');
}

function ordinals(markers: string, language: Language): string {
  const texts = markers.split('|').map((marker) => `${marker.trim()} Ferry`);
  return list(build(texts, language).clauses, (clause) => clause.ordinals.join('.')).join(' ');
}

describe('nesting', () => {
  test.each<[string, Language, string, string]>([
    [
      'a report',
      'zh',
      '一、|（一）|1.|（1）|①|2.|（二）|二、',
      '一 一/（一） 一/（一）/1 一/（一）/1/（1） 一/（一）/1/（1）/① 一/（一）/2 一/（二） 二',
    ],
    ['half and full width are one level', 'zh', '五、|(一)|（二）|六、', '五 五/(一) 五/（二） 六'],
    [
      'a law, articles going on',
      'zh',
      '第一章|第一条|第二条|第二章|第三条',
      '第一章 第一章/第一条 第一章/第二条 第二章 第二章/第三条',
    ],
    [
      'sections of a law',
      'zh',
      '第二章|第一节|第三条|（一）|第二节|第四条',
      '第二章 第二章/第一节 第二章/第一节/第三条 第二章/第一节/第三条/（一） 第二章/第二节 第二章/第二节/第四条',
    ],
    ['a higher marker that comes late', 'zh', '1.|2.|一、|1.|2.', '1 2 一 一/1 一/2'],
    [
      'words of order are lowest',
      'zh',
      '（一）|第一，|第二，|（二）',
      '（一） （一）/第一 （一）/第二 （二）',
    ],
    [
      'formal numerals above plain ones',
      'zh',
      '壹、|一、|（一）|二、|貳、|一、',
      '壹 壹/一 壹/一/（一） 壹/二 貳 貳/一',
    ],
    ['words of order in no numbered text', 'zh', '第一，|第二，|第三，', ''],
    ['words of order apart', 'zh', '（一）|首先，|x|其次，|（二）', '（一） （二）'],
    ['words of order that begin late', 'en', '1.|Third,|Fourth,|2.', '1 2'],
    ['stems', 'zh', '甲、|①|②|乙、|①|丙、', '甲 甲/① 甲/② 乙 乙/① 丙'],
    ['stems in brackets below numbers', 'zh', '一、|（甲）|（乙）|二、', '一 一/（甲） 一/（乙） 二'],
    ['a stem alone', 'zh', '甲、|x', ''],
    ['numbers with another mark', 'zh', '6.|1，|2，|7.', '6 6/1 6/2 7'],
    ['a closed list', 'en', '5.|(1)|(2)|6.|(1)', '5 5/(1) 5/(2) 6 6/(1)'],
    [
      'an outline',
      'en',
      'I.|A.|1.|(a)|(i)|(ii)|(b)|2.|B.|II.',
      'I I/A I/A/1 I/A/1/(a) I/A/1/(a)/(i) I/A/1/(a)/(ii) I/A/1/(b) I/A/2 I/B II',
    ],
    ['numbers below letters', 'en', '(a)|1.|2.|(b)|1.', '(a) (a)/1 (a)/2 (b) (b)/1'],
    [
      'articles above sections',
      'en',
      'Article I|Section 1|Section 2|Article II|Section 1',
      'Article I Article I/Section 1 Article I/Section 2 Article II Article II/Section 1',
    ],
    [
      'sections above articles',
      'en',
      'Chapter 1|Section 1|Article 1|Section 2|Article 2',
      'Chapter 1 Chapter 1/Section 1 Chapter 1/Section 1/Article 1 Chapter 1/Section 2 Chapter 1/Section 2/Article 2',
    ],
    ['decimals', 'en', '2.|2.1|2.1.1|2.1.2|2.2|3.|3.1', '2 2/2.1 2/2.1/2.1.1 2/2.1/2.1.2 2/2.2 3 3/3.1'],
    ['an annex starts again', 'en', '1.|2.|Annex 1|1.|2.', '1 2 Annex 1 Annex 1/1 Annex 1/2'],
    ['a restart without a heading', 'en', '1.|2.|1.|2.', '1 2 1 2'],
    ['gaps and repeats', 'zh', '（一）|（三）|（三）|（四）', '（一） （三） （三） （四）'],
    ['numbering from zero', 'en', '0.|1.|2.', '0 1 2'],
    ['escaped markers', 'en', '\\1.|2\\.', '1 2'],
    ['a page number in a list', 'en', '3.|87.|4.', '3 4'],
    ['a number after a gap, in a list that does not go on', 'en', '3.|87.', '3 87'],
    ['a list that begins anew before it goes on', 'en', '(1)|1.|(1)|(2)|2.', '(1) 1 1/(1) 1/(2) 2'],
    ['articles close numbers', 'en', '1.|Article 1|2.|Article 2', '1 Article 1 Article 1/2 Article 2'],
    ['sections above articles, in Chinese', 'zh', '第一条|第一节|第二条', '第一条 第一节 第一节/第二条'],
    ['an outline behind a list', 'en', '1.|2.|I.|1.|II.|1.', '1 2 I I/1 II II/1'],
    ['capitals behind a list', 'en', '(1)|(2)|A.|(1)|B.|(1)', '(1) (2) A A/(1) B B/(1)'],
    ['small numerals behind a list', 'en', '1.|2.|i.|ii.', '1 2 2/i 2/ii'],
    ['small letters behind a list', 'en', '(1)|(2)|a.|b.', '(1) (2) (2)/a (2)/b'],
    ['capitals in brackets behind a list', 'en', '1.|2.|(A)|(B)', '1 2 2/(A) 2/(B)'],
    ['roman numerals behind a list, in Chinese', 'zh', '1.|2.|Ⅰ.|Ⅱ.', '1 2 2/Ⅰ 2/Ⅱ'],
    ['capitals behind a list, in Chinese', 'zh', '（1）|（2）|A．|B．', '（1） （2） （2）/A （2）/B'],
    [
      'words of order with others between',
      'zh',
      '（一）|第一，|第二，|一是|二是|第三，|（二）',
      '（一） （一）/第一 （一）/第二 （一）/第二/一是 （一）/第二/二是 （二）',
    ],
    [
      'a word of order twice',
      'zh',
      '（一）|第一，|第二，|第二，|（二）',
      '（一） （一）/第一 （一）/第二 （二）',
    ],
    ['a stem in brackets alone', 'zh', '（甲）|x', ''],
  ])('%s', (_, language, markers, expected) => {
    expect(paths(markers, language)).toBe(expected);
  });

  test('ordinals are comparable between the languages', () => {
    expect(ordinals('五、|（一）|（二）|六、', 'zh')).toBe(ordinals('5.|(1)|(2)|6.', 'en'));
    expect(ordinals('2.|2.1|2.1.3', 'en')).toBe('2 2.1 2.1.3');
    expect(ordinals('Chapter 1|2.1|2.2', 'en')).toBe('1 1.2.1 1.2.2');
  });

  test.each([
    ['2.1|2.2', '2.1 2.2'],
    ['Chapter 1|2.|2.1', '1 1.2 1.2.1'],
    ['2.|2.1.3', '2 2.1.3'],
    ['2.5|2.1.3', '2.5 2.5.2.1.3'],
    ['Part 3|Article 3-1', '3 3.3.1'],
    ['2.|2.', '2 2'],
    ['1.|2.|1.|2.', '1 2 1 2'],
  ])('of an ordinal only what its parents say is left out: %s', (markers, expected) => {
    expect(ordinals(markers, 'en')).toBe(expected);
  });

  test('the kind of a block does not decide its level', () => {
    const texts = ['五、渡口', '（一）修船', '六、码头'];
    const paragraphs = texts.map(
      (text, index) => ({ text, numbering: null, kind: index === 0 ? 'heading' : 'paragraph' }) as const,
    );
    expect(finish(buildClauseTree(paragraphs, 'zh')).clauses).toEqual(build(texts, 'zh').clauses);
  });
});

describe('ambiguous markers', () => {
  test.each([
    ['(a)|(i)|(ii)|(b)', '(a) (a)/(i) (a)/(ii) (b)'],
    ['(g)|(h)|(i)|(j)', '(g) (h) (i) (j)'],
    ['(g)|(h)|(i)|(ii)', '(g) (h) (h)/(i) (h)/(ii)'],
    ['(a)|(b)|(c)|(d)', '(a) (b) (c) (d)'],
    ['(iv)|(v)|(vi)', '(iv) (v) (vi)'],
    ['(u)|(v)|(w)', '(u) (v) (w)'],
    ['(ix)|(x)|(xi)', '(ix) (x) (xi)'],
    ['(k)|(l)|(m)|(n)', '(k) (l) (m) (n)'],
    ['(i)|(ii)|(Hi)|(iv)', '(i) (ii) (iv)'],
    ['(h)|(i)|(j)|(ii)', '(h) (i) (j)'],
    ['(iv)|(u)|(v)', '(iv) (iv)/(u) (v)'],
    ['(ii)|(r)|(s)|(iii)|(r)|(s)|(v)', '(ii) (ii)/(r) (ii)/(s) (iii) (iii)/(r) (iii)/(s) (v)'],
    ['A.|B.|D.', 'A B'],
    ['C.|D.', ''],
    ['Appendix H|Appendix I', 'Appendix H Appendix I'],
  ])('%s', (markers, expected) => {
    expect(paths(markers, 'en')).toBe(expected);
  });

  test.each([
    ['H comes before I', 'Appendix H|Appendix I', '8 9'],
    ['II comes after I', 'Part I|Part II', '1 2'],
  ])('the ordinal too: %s', (_, markers, expected) => {
    expect(ordinals(markers, 'en')).toBe(expected);
  });

  test.each([
    ['C. Harbour wrote it.', 'It was sold.'],
    ['A. Pilot wrote it.', 'It was sold.'],
    ['(v) Harbour', 'A pier.'],
    ['A. Boats', 'D. Harbour wrote it.'],
  ])('a letter without neighbours is an initial: %s', (...texts) => {
    expect(build(texts, 'en').labels).toEqual([null, null]);
  });
});

test('a number that the format counts outranks what the text begins with, and is none of its characters', () => {
  const numbered = (numbering: string | null, text: string) =>
    ({ text, numbering, kind: 'paragraph' }) as const;
  const { labels } = finish(
    buildClauseTree(
      [
        numbered('1', '(a) Mend'),
        numbered('(b)', 'Paint'),
        numbered('(c)', 'Sail'),
        numbered('•', '2. Rest'),
      ],
      'en',
    ),
  );
  expect(labels.map((label) => label && `${label.raw} ${label.scheme} ${label.length}`)).toEqual([
    '1 arabic-dot 0',
    '(b) letter-parenthesis 0',
    '(c) letter-parenthesis 0',
    null,
  ]);
});

test('an entry of a list of contents opens no clause', () => {
  const entry = (text: string, isEntry: boolean) =>
    ({ text, isEntry, numbering: null, kind: 'paragraph' }) as const;
  const { labels } = finish(buildClauseTree([entry('1. Mend', true), entry('1. Mend', false)], 'en'));
  expect(labels.map((label) => label?.raw)).toEqual([undefined, '1.']);
});

test('words of order end with their paragraph where text without a number follows', () => {
  const { clauses } = build(['（一）渡口', '第一，修船。', '第二，买票。', '正文', '（二）码头'], 'zh');
  expect(list(clauses, ({ path, start, end }) => `${path} ${start}-${end}`)).toEqual([
    '（一） 0-4',
    '（一）/第一 1-2',
    '（一）/第二 2-3',
    '（二） 4-5',
  ]);
});

test('lazy Markdown is counted on over paragraphs that are no headings', () => {
  const { clauses } = build(['1. Mend', 'With tar.', '1. Paint'], 'en');
  expect(clauses.map((clause) => clause.ordinals)).toEqual([[1], [2]]);
});

test('lazy Markdown is counted as its renderer does, and keeps what is written', () => {
  const { labels, clauses } = build(['1. Mend', '1. Paint', '1. Sail'], 'en');
  expect(labels.map((label) => label?.raw)).toEqual(['1.', '1.', '1.']);
  expect(clauses.map((clause) => clause.ordinals)).toEqual([[1], [2], [3]]);
});

test('a heading ends the counting', () => {
  const kinds: BlockKind[] = ['item', 'item', 'heading', 'item', 'item'];
  const texts = ['1. Mend', '1. Paint', 'Fares', '1. Pay', '1. Sail'];
  const paragraphs = texts.map((text, index) => ({ text, numbering: null, kind: kinds[index]! }));
  expect(finish(buildClauseTree(paragraphs, 'en')).clauses.map((clause) => clause.ordinals[0])).toEqual([
    1, 2, 1, 2,
  ]);
});

test('clauses reach to the next marker of their level or above', () => {
  const texts = ['序言', '一、渡口', '正文', '（一）修船', '正文', '二、码头', '正文'];
  const { clauses, labels } = build(texts, 'zh');
  expect(list(clauses, ({ path, start, end }) => `${path} ${start}-${end}`)).toEqual([
    '一 1-5',
    '一/（一） 3-5',
    '二 5-7',
  ]);
  expect(labels.map((label) => label?.raw ?? '-')).toEqual(['-', '一、', '-', '（一）', '-', '二、', '-']);
});

describe('hostile numbering', () => {
  const markers = [
    '一、',
    '（一）',
    '1.',
    '（1）',
    '①',
    '1)',
    'A.',
    'a.',
    'B.',
    'b.',
    '(a)',
    '(b)',
    '(A)',
    '(B)',
    'a)',
    'b)',
    '(i)',
    '(ii)',
    'i)',
    'ii)',
    '1.1',
    '1.1.1',
    '1.1.1.1',
    '一是',
  ];

  test.each([
    ['the same label', (index: number) => `1. ${index}`],
    ['ever higher labels', (index: number) => `第${index}条 x`],
    ['every scheme in turn', (index: number) => `${markers[index % markers.length]} x`],
    ['no label', () => 'x'],
  ])('50,000 paragraphs stay linear: %s', (_, write) => {
    const begin = performance.now();
    const { labels } = build(
      Array.from({ length: 50_000 }, (_, index) => write(index)),
      'zh',
    );
    expect(labels).toHaveLength(50_000);
    expect(performance.now() - begin).toBeLessThan(5000);
  });

  test('depth is capped', () => {
    const outline = '附件1 第一编 第一章 第一节 第一条 一、 （一） 1. （1） ① a) i) 一是 ii) b)'.split(' ');
    const { clauses } = build(
      outline.map((marker) => `${marker} x`),
      'zh',
    );
    const depths = list(clauses, ({ path }) => String(path.split('/').length)).map(Number);
    expect(depths.slice(0, 13)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 12]);
  });
});

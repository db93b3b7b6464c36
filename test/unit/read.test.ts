import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatOf } from '../../packages/aligner/src/document/read/format.js';
import { isTooDense } from '../../packages/aligner/src/document/read/markdown-density.js';
import { read } from '../../packages/aligner/src/document/read/read.js';
import {
  isSpace,
  lineSpans,
  trimSpan,
  uncovered,
} from '../../packages/aligner/src/document/writing/lines.js';
import { checkOptions } from '../../packages/aligner/src/options.js';
import type { Span } from '../../packages/aligner/src/types.js';

type TextFormat = 'text' | 'markdown';

const reading = async (text: string, format: TextFormat) => {
  const { blocks } = await read(text, '', checkOptions({ format }));
  const lines = blocks.flatMap((block) => block.lines);
  return { blocks, markup: uncovered(text, lines) };
};
const textsOf = (text: string, spans: readonly Span[]): string[] =>
  spans.map(({ start, end }) => text.slice(start, end));

/** Blocks as `kind: line⏎line`. */
async function blocksOf(text: string, format: TextFormat): Promise<string[]> {
  const { blocks } = await reading(text, format);
  return blocks.map(({ kind, lines }) => `${kind}: ${textsOf(text, lines).join('⏎')}`);
}

describe('lines', () => {
  test('white space is what a regular expression takes for it', () => {
    for (let unit = 0; unit <= 0xffff; unit++) {
      expect(isSpace(unit), `U+${unit.toString(16)}`).toBe(/\s/.test(String.fromCharCode(unit)));
    }
  });

  test.each<[string, string, string[]]>([
    ['every kind of break', 'a\nb\r\nc\rd\fe\u0085f\u2028g\u2029h', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']],
    ['white space at both ends', ' \t a b\u3000\n\u00a0c\ufeff', ['a b', 'c']],
    ['blank lines', '\n \n\r\n', ['', '', '', '']],
    ['nothing', '', ['']],
    ['LF CR is two breaks', 'a\n\rb', ['a', '', 'b']],
  ])('%s', (_, text, expected) => {
    expect(textsOf(text, lineSpans(text))).toEqual(expected);
  });

  test('a stretch of a text keeps the offsets of the whole', () => {
    expect(lineSpans('one\ntwo\nthree', 4, 9)).toEqual([
      { start: 4, end: 7 },
      { start: 8, end: 9 },
    ]);
  });

  test('a blank span becomes an empty one', () => {
    const { start, end } = trimSpan('a   b', { start: 1, end: 4 });
    expect(start).toBe(end);
  });

  test('what spans leave out, line by line and without white space', () => {
    const spans = [
      { start: 2, end: 5 },
      { start: 5, end: 6 },
    ];
    expect(textsOf('# ab c  d \n\n e', uncovered('# ab c  d \n\n e', spans))).toEqual(['#', 'd', 'e']);
    expect(uncovered(' \n ', [])).toEqual([]);
  });
});

describe('plain text', () => {
  test.each<[string, string, string[]]>([
    ['blank lines part blocks', 'One\ntwo\n \nThree', ['paragraph: One⏎two', 'paragraph: Three']],
    [
      'headings that kept their marks',
      '# One\nbody\n  ### Two\n',
      ['heading: One', 'paragraph: body', 'heading: Two'],
    ],
    ['no heading', '#one\n####### two', ['paragraph: #one⏎####### two']],
    [
      'rules',
      'a\n---\nb\n* * *\nc\n······\n--\nd\n**',
      ['paragraph: a', 'paragraph: b', 'paragraph: c', 'paragraph: d⏎**'],
    ],
    ['other Markdown is text', '- a\n> b\n| c |', ['paragraph: - a⏎> b⏎| c |']],
    ['a byte order mark', '\ufeff# a', ['heading: a']],
    ['nothing', ' \n\n', []],
  ])('%s', async (_, text, expected) => {
    expect(await blocksOf(text, 'text')).toEqual(expected);
  });

  test('a heading of marks alone is no text', async () => {
    expect(await blocksOf('##\n\na', 'text')).toEqual(['paragraph: a']);
  });

  test('marks and rules are markup', async () => {
    const text = '## One\n\n-----\n\nTwo';
    expect(textsOf(text, (await reading(text, 'text')).markup)).toEqual(['##', '-----']);
  });
});

describe('Markdown', () => {
  test.each<[string, string, string[]]>([
    [
      'headings of any depth',
      '# A\n#### B ##\nC\n===\nD\n---\n',
      ['heading: A', 'heading: B', 'heading: C', 'heading: D'],
    ],
    ['a heading of marks alone', '#\n\n## ##\n', []],
    ['numbers of a list', '1. a\n2. b\n\n7) c', ['item: 1. a', 'item: 2. b', 'item: 7) c']],
    ['a lazy list keeps what is written', '1. a\n1. b\n1. c', ['item: 1. a', 'item: 1. b', 'item: 1. c']],
    [
      'numbers from 0 and of many digits',
      '0. a\n\nx\n\n120. b',
      ['item: 0. a', 'paragraph: x', 'item: 120. b'],
    ],
    ['bullets', '- a\n- b\n\n* c\n\n+ d', ['item: a', 'item: b', 'item: c', 'item: d']],
    ['task lists', '- [x] a\n- [ ] b', ['item: a', 'item: b']],
    ['a task that begins with an address', '- [x] www.a.example', ['item: www.a.example']],
    [
      'a heading and a cell with an address in them',
      '# 网址：www.a.example\n\n| b@c.example |\n|---|\n',
      ['heading: 网址：www.a.example', 'row: b@c.example'],
    ],
    ['a list in a list', '1. a\n   - b\n     1. c', ['item: 1. a', 'item: b', 'item: 1. c']],
    ['an item of two paragraphs', '1. a\n   b\n\n   c', ['item: 1. a⏎b', 'item: c']],
    ['an escaped number', '\\1. a\n2. b', ['paragraph: \\1. a⏎2. b']],
    ['a Chinese marker', '（一）甲\n\n一、乙', ['paragraph: （一）甲', 'paragraph: 一、乙']],
    [
      'a table whose line of dashes has a cell too few, between lines of text',
      'x\n| A | 甲 | B |\n|---|---|\n| b | 乙 \\| c | |\n| d |\ny',
      ['paragraph: x', 'row: A', 'row: 甲', 'row: B', 'row: b', 'row: 乙 \\| c', 'row: d', 'paragraph: y'],
    ],
    ['dashes that belong to no row', '| A |\n|---|---|', ['paragraph: | A |⏎|---|---|']],
    ['a table', '| A | 甲 |\n|---|:-:|\n| b |  |', ['row: A', 'row: 甲', 'row: b']],
    ['front matter', '---\ntitle: A\n---\nB', ['paragraph: B']],
    ['front matter, the other kind', '+++\na = 1\n+++\nB', ['paragraph: B']],
    ['a quotation', '> a\n> b\nc\n>> d', ['paragraph: a⏎b⏎c', 'paragraph: d']],
    ['a list in a quotation', '> - a\n>   b\n> 1. c', ['item: a⏎b', 'item: 1. c']],
    ['fenced code', '```js\nlet a;\n\n# b\n```\nc', ['paragraph: c']],
    ['fenced code without an end', 'c\n~~~\na', ['paragraph: c']],
    ['indented code', '    a\n    b\n\nc', ['paragraph: c']],
    ['nothing but code', '```\na\n\nb\n```', ['paragraph: a', 'paragraph: b']],
    ['a comment', '<!-- a -->\n\nb', ['paragraph: b']],
    ['tags as a block', '<div>\n<p>a</p>\n</div>', ['paragraph: a']],
    ['tags within a line stay', 'a <b>b</b>', ['paragraph: a <b>b</b>']],
    ['rules', 'a\n\n***\n\nb', ['paragraph: a', 'paragraph: b']],
    ['inline marks stay', '**a** [b](c) `d`', ['paragraph: **a** [b](c) `d`']],
    ['a footnote', 'a[^1]\n\n[^1]: b', ['paragraph: a[^1]', 'paragraph: b']],
    ['a link definition is no text', '[a]: https://a.example', []],
    ['a hard break', 'a  \nb\\\nc', ['paragraph: a⏎b\\⏎c']],
    ['CR LF', '# a\r\nb\r\nc\r\n\r\n- d\r\n', ['heading: a', 'paragraph: b⏎c', 'item: d']],
    ['a byte order mark', '\ufeff# a\n\nb', ['heading: a', 'paragraph: b']],
    ['nothing', '\n', []],
  ])('%s', async (_, text, expected) => {
    expect(await blocksOf(text, 'markdown')).toEqual(expected);
  });

  test('a comment over several lines is no text', async () => {
    expect(await blocksOf('<!-- a\nb\nc -->\n\nd', 'markdown')).toEqual(['paragraph: d']);
  });

  test('a tag over several lines is no text', async () => {
    expect(await blocksOf('<div\n  id="a">b</div>', 'markdown')).toEqual(['paragraph: b']);
  });

  test.each([
    ['markup', '## A\n\n- b\n\n| c |\n|---|\n', ['##', '-', '|', '|', '|---|']],
    ['front matter', '---\na: b\n---\n', ['---', 'a: b', '---']],
    ['comment', '<!-- a -->', ['<!-- a -->']],
  ])('what is no text is listed: %s', async (_, text, expected) => {
    expect(textsOf(text, (await reading(text, 'markdown')).markup)).toEqual(expected);
  });

  test.each([
    ['a.md', 'markdown'],
    ['b/A.MarkDown', 'markdown'],
    ['a.mkd', 'markdown'],
    ['a.txt', 'text'],
    ['a.md.txt', 'text'],
    ['md', 'text'],
    ['', 'text'],
  ])('the format of "%s" is %s', (name, format) => {
    expect(formatOf(name)).toBe(format);
  });
});

describe('every character is in one place', () => {
  // Parted by `¦`.
  const pieces = fc.constantFrom(
    ...'# ¦###### ¦> ¦>¦- ¦* ¦1. ¦2) ¦\\1. ¦    ¦\t¦```¦~~~\n¦| ¦|---|¦---¦+++\n'.split('¦'),
    ...'<!--¦-->¦<div>¦</div>¦<¦**¦_¦`¦[¦](¦)¦[^1]: ¦[a]: b¦\\¦&amp;'.split('¦'),
    ...'\n¦\n\n¦\r\n¦\r¦\f¦\u2028¦ ¦\u3000¦\ufeff¦\0¦\ud800¦😀'.split('¦'),
    ...'word¦Two words.¦（一）¦甲乙。¦第三条¦===¦https://a.example'.split('¦'),
  );
  const documents = fc.array(pieces, { maxLength: 30 }).map((list) => list.join(''));

  async function expectEachCharacterOnce(text: string, format: TextFormat): Promise<void> {
    const { blocks, markup } = await reading(text, format);
    const held = new Uint8Array(text.length);
    for (const { start, end } of [...blocks.flatMap((block) => block.lines), ...markup]) {
      expect(end).toBeGreaterThan(start);
      for (let at = start; at < end; at++) held[at]++;
    }
    for (let at = 0; at < text.length; at++) {
      expect(held[at], `character ${at} of ${JSON.stringify(text)}`).toBeLessThanOrEqual(1);
      if (text[at].trim() !== '') expect(held[at], `character ${at} of ${JSON.stringify(text)}`).toBe(1);
    }
  }

  test.each<TextFormat>(['text', 'markdown'])('in random %s', async (format) => {
    const property = fc.asyncProperty(documents, (text) => expectEachCharacterOnce(text, format));
    await fc.assert(property, { seed: 20261122, numRuns: 2000 });
  });

  test.each([
    ['**a', 32_000],
    ['[a](', 64_000],
    ['> a\nb', 32_000],
    ['> ', 50_000],
    ['`', 100_000],
    ['<!--', 50_000],
    ['|a', 50_000],
    ['1. ', 200],
    ['* * ', 50_000],
    ['#', 100_000],
    ['a\n', 20_000],
    ['\\', 100_000],
    ['甲', 500_000],
    ['<a ', 50_000],
    ['_a*b', 50_000],
    ['![', 50_000],
    ['[a]: b\n', 10_000],
    ['```\n', 50_000],
    ['- a\n', 5_000],
    ['|a|b|\n|-|-|\n\n', 2_000],
    ['a\n\n', 10_000],
    ['A long line of the paragraph.\n', 20_000],
  ])('in hostile text: %j × %i, which ends within the time limit', (piece, count) =>
    expectAllHeld(piece.repeat(count)),
  );

  test('in a table whose line of dashes has 100,000 spaces in it', () =>
    expectAllHeld(`|a|\n|-${' '.repeat(100_000)}x\n\n`.repeat(2)));

  async function expectAllHeld(text: string): Promise<void> {
    const { blocks, markup } = await reading(text, 'markdown');
    const spans = [...blocks.flatMap((block) => block.lines), ...markup].sort((a, b) => a.start - b.start);
    const held = textsOf(text, spans).join('').replace(/\s/g, '');
    expect(held === text.replace(/\s/g, '')).toBe(true);
  }

  test('in quotations nested thousands deep', async () => {
    const blocks = await blocksOf(`${'> '.repeat(3900)}a`, 'markdown');
    expect(blocks.join()).toContain('a');
  });
});

describe('what is too dense for the Markdown parser', () => {
  test.each([
    ['a rule or underline of many dashes', `Title\n${'-'.repeat(80)}\n\nText`, false],
    ['quotations nested less deep than the limit', `${'> '.repeat(59)}a`, false],
    ['quotations nested deeper', `${'> '.repeat(61)}a`, true],
    ['lists nested deeper', `${'- '.repeat(61)}a`, true],
  ])('%s', (_, text, expected) => {
    expect(isTooDense(text)).toBe(expected);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finish } from '../../packages/aligner/src/common/steps.js';
import { contentsOf, readMarkdown } from '../../packages/aligner/src/document/read/markdown.js';
import { markdownParts } from '../../packages/aligner/src/document/read/markdown-parts.js';

const line = fc.constantFrom(
  '',
  '',
  '',
  'The boat is old.',
  '船很旧。',
  '（一）修船',
  '# Boats',
  '##\tNets',
  '#no heading',
  '- a net',
  '* a rope',
  '+ ',
  '- - -',
  '- ```',
  '1. a boat',
  '7) an oar',
  '2. ',
  '12345',
  '  - a small net',
  '    deep text',
  '  more text',
  '\tmore text',
  '> a quotation',
  '> ```',
  '```',
  '```js',
  '```a`b',
  '````',
  '~~~',
  '  ```',
  '---',
  '----',
  '+++',
  '===',
  'name: value',
  '| a | b |',
  '|---|---|',
  ':-- | --:',
  '⏎| a | b |⏎|---|---|⏎| c | d |',
  '| c | `d \\| e` |',
  '| f \\| g |',
  'h | i',
  '12 | 13',
  '2. a net',
  '2) a rope',
  '- **an** oar',
  '-',
  '- - a knot',
  '* * *',
  '  | a | b |',
  '[boat]: https://example.org',
  '[^1]: A note.',
  '[^2]:',
  '[net]:',
  '"a title',
  'See [^1] and [boat].',
  '<div>',
  '</div>',
  '<b>loud</b>',
  '<!-- a comment',
  '-->',
  '<script>',
  '</script>',
  '- <pre>',
  '</pre>',
  '**strong',
  'text** `code',
  '`',
);

test('Markdown read in parts gives the blocks of the whole', () => {
  const text = fc
    .tuple(fc.array(line, { minLength: 2, maxLength: 25 }), fc.constantFrom('\n', '\r\n', '\r'))
    .map(([lines, end]) => lines.join('⏎').replaceAll('⏎', end));
  fc.assert(
    fc.property(text, (markdown) => {
      const whole = [{ start: 0, end: markdown.length, table: null }];
      expect(finish(contentsOf(markdown, markdownParts(markdown, 0)))).toEqual(
        finish(contentsOf(markdown, whole)),
      );
    }),
    { seed: 20261122, numRuns: 1000 },
  );
});

test('parts follow each other and are whole lines', () => {
  const text = Array.from({ length: 4000 }, (_, n) => `# Boat ${n}\n\nIt has ${n} nets.`).join('\n\n');
  const parts = markdownParts(text);
  expect(parts.length).toBeGreaterThan(5);
  expect(parts.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
  expect(parts.every(({ start }) => start === 0 || text[start - 1] === '\n')).toBe(true);
  expect(
    finish(readMarkdown(text, '')).blocks.map(({ lines }) => text.slice(lines[0]!.start, lines[0]!.end)),
  ).toEqual(
    Array.from({ length: 8000 }, (_, n) => (n % 2 === 0 ? `Boat ${n / 2}` : `It has ${(n - 1) / 2} nets.`)),
  );
});

test('a table of 20,000 rows is read as one', () => {
  const rows = Array.from({ length: 20_000 }, (_, n) => `| **Boat** ${n} | 船${n} |\n`);
  const { blocks, diagnostics } = finish(readMarkdown(`| English | 中文 |\n|---|---|\n${rows.join('')}`, ''));
  expect(diagnostics).toEqual([]);
  expect(blocks.map(({ position }) => position && [position.table, position.start, position.column])).toEqual(
    Array.from({ length: 40_002 }, (_, cell) => [0, cell >> 1, cell % 2]),
  );
});

test.each([
  ['bullets', (n: number) => `- **Boat** \`${n}\``],
  ['numbers', (n: number) => `${n + 1}. **Boat** \`${n}\``],
])('a list of thousands of lines with marks and %s is read as one', (_, item) => {
  const text = Array.from({ length: 4000 }, (_, n) => item(n)).join('\n');
  const { blocks, diagnostics } = finish(readMarkdown(text, ''));
  expect(diagnostics).toEqual([]);
  expect(blocks.map(({ kind }) => kind)).toEqual(Array.from({ length: 4000 }, () => 'item'));
});

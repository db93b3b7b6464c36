import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMarkdown } from '../../packages/aligner/src/read/markdown.js';
import { markdownParts } from '../../packages/aligner/src/read/markdown-parts.js';
import type { Block, Span } from '../../packages/aligner/src/types.js';

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

type Placed = Pick<Block, 'kind' | 'lines'>;

/** The blocks of a stretch of text, by their places in the whole; tables are counted from the start of what is read. */
function blocksOf(text: string, { start, end }: Span): Placed[] {
  return readMarkdown(text.slice(start, end), '').blocks.map(({ kind, lines }) => ({
    kind,
    lines: lines.map((span) => ({ start: span.start + start, end: span.end + start })),
  }));
}

test('Markdown read in parts gives the blocks of the whole', () => {
  const text = fc
    .tuple(fc.array(line, { minLength: 2, maxLength: 25 }), fc.constantFrom('\n', '\r\n', '\r'))
    .map(([lines, end]) => lines.join(end));
  fc.assert(
    fc.property(text, (markdown) => {
      const inParts = markdownParts(markdown, 0).flatMap((part) => blocksOf(markdown, part));
      expect(inParts).toEqual(blocksOf(markdown, { start: 0, end: markdown.length }));
    }),
    { seed: 20261122, numRuns: 500 },
  );
});

test('parts follow each other and are whole lines', () => {
  const text = Array.from({ length: 4000 }, (_, n) => `# Boat ${n}\n\nIt has ${n} nets.`).join('\n\n');
  const parts = markdownParts(text);
  expect(parts.length).toBeGreaterThan(5);
  expect(parts.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text);
  expect(parts.every(({ start }) => start === 0 || text[start - 1] === '\n')).toBe(true);
  expect(
    readMarkdown(text, '').blocks.map(({ lines }) => text.slice(lines[0]!.start, lines[0]!.end)),
  ).toEqual(
    Array.from({ length: 8000 }, (_, n) => (n % 2 === 0 ? `Boat ${n / 2}` : `It has ${(n - 1) / 2} nets.`)),
  );
});

import { describe, expect, test } from 'vitest';
import { finish } from '../../packages/aligner/src/common/steps.js';
import { readEpub } from '../../packages/aligner/src/document/read/epub/epub.js';
import { readHtml as readInSteps } from '../../packages/aligner/src/document/read/html.js';
import type { Reading } from '../../packages/aligner/src/document/read/reading.js';
import { described } from '../helpers/blocks.js';
import { type BookParts, bookFile } from '../helpers/epub.js';

const readHtml = (html: string, name: string): Reading => finish(readInSteps(html, name));

const read = async (parts: BookParts): Promise<Reading> => finish(readEpub(bookFile(parts), 'a.epub'));
const blocks = async (...chapters: readonly string[]): Promise<string[]> =>
  described(await read({ chapters }));

test('chapters in the order of reading, as web pages are read', async () => {
  const table = (cell: string): string =>
    `<table><tr><td>${cell}</td><td>甲</td></tr><tr><td>b</td><td>乙</td></tr></table>`;
  expect(
    await blocks(
      `<h1>The mill</h1><ol><li>Oats</li></ol>${table('a')}`,
      `<h1>磨坊</h1><p>转动。</p>${table('c')}`,
    ),
  ).toEqual([
    'heading The mill',
    'item 1.|Oats',
    '0:0:0-1 row a',
    '0:1:0-1 row 甲',
    '0:0:1-2 row b',
    '0:1:1-2 row 乙',
    'heading 磨坊',
    'paragraph 转动。',
    '1:0:0-1 row c',
    '1:1:0-1 row 甲',
    '1:0:1-2 row b',
    '1:1:1-2 row 乙',
  ]);
});

test('notes and headers stand where they stand, and marks of notes are none of the text', async () => {
  const chapter =
    '<header><h1>The mill</h1></header><p>It turns<a epub:type="noteref" href="#n">1</a>.</p><aside epub:type="footnote" id="n"><p>Not in May.</p></aside>';
  const { inline, ...reading } = await read({ chapters: [chapter] });
  expect(described(reading)).toEqual(['heading The mill', 'paragraph It turns1.', 'paragraph Not in May.']);
  expect(inline!.map(({ start, end }) => reading.text.slice(start, end))).toEqual(['1']);
});

describe('elements of XML that end where they begin', () => {
  const body = '<title/><script src="x"/><p>One<a id="p2"/> mill.</p><div/><p>Two<br/>mills.</p>';
  const expected = ['paragraph One mill.', 'paragraph Two/mills.'];
  test('in a book', async () => {
    expect(await blocks(body)).toEqual(expected);
  });

  test.each([
    ['a.xhtml', `<html><head><title/></head><body>${body}</body></html>`],
    ['a.html', `<?xml version="1.0"?><html><head><title/></head><body>${body}</body></html>`],
  ])('in a page that is XML: %s', (name, page) => {
    expect(described(readHtml(page, name))).toEqual(expected);
  });

  test('are none in HTML', () => {
    expect(described(readHtml('<p>One<b/> mill.</p><textarea/></textarea><p>Two.</p>', 'a.html'))).toEqual([
      'paragraph One mill.',
      'paragraph Two.',
    ]);
  });
});

test('the table of contents is left out, and said', async () => {
  const { diagnostics, ...reading } = await read({
    chapters: ['<p>It turns.</p>'],
    contents: '<nav epub:type="toc"><ol><li>The mill</li></ol></nav>',
  });
  expect(described(reading)).toEqual(['paragraph It turns.']);
  expect(diagnostics.map(({ message }) => message)).toEqual([
    '"a.epub" was read without its table of contents.',
  ]);
});

test('a chapter that is named a thousand times is read once, and one that is not there is none', async () => {
  const spine = `${'<itemref idref="c0"/>'.repeat(1000)}<itemref idref="gone"/><itemref idref="lost"/>`;
  const manifest = '<item id="gone" href="gone.xhtml" media-type="application/xhtml+xml"/>';
  expect(described(await read({ chapters: ['<p>It turns.</p>'], spine, manifest }))).toEqual([
    'paragraph It turns.',
  ]);
});

test.each([
  ['without a package document', { 'META-INF/container.xml': '<container/>' }, /without an EPUB book in it/],
  [
    'that is protected',
    {
      'META-INF/encryption.xml':
        '<encryption><EncryptedData><CipherData><CipherReference URI="OPS/text/c%200.xhtml"/></CipherData></EncryptedData></encryption>',
    },
    /is protected against copying \(DRM\).*\.$/,
  ],
])('a book %s is refused', async (_, others, message) => {
  await expect(read({ chapters: ['<p>It turns.</p>'], others })).rejects.toThrow(message);
});

test('scrambled fonts are no protection', async () => {
  const others = {
    'META-INF/encryption.xml': '<encryption><CipherReference URI="OPS/fonts/a.otf"/></encryption>',
  };
  expect(described(await read({ chapters: ['<p>It turns.</p>'], others }))).toEqual(['paragraph It turns.']);
});

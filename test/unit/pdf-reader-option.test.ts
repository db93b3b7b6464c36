import { readFileSync } from 'node:fs';
import { align, DuiqiError, readPdf } from 'duiqi';
import { describe, expect, test, vi } from 'vitest';
import { blocksOf } from '../../packages/aligner/src/document/read/pdf/structure.js';
import { handMadePdf } from '../helpers/pdf.js';

const PDF = handMadePdf(
  'BT /F1 12 Tf 72 720 Td (The mill grinds rye.) Tj ET',
  '/F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
);
const wasm = new URL('../../packages/aligner/data/pdfium.wasm', import.meta.url);

describe('the option readPdf', () => {
  test('reads PDFs in place of the built-in reader, and is not asked for texts', async () => {
    const reader = vi.fn((bytes: Uint8Array, name: string) => readPdf(bytes, name));
    const { sources } = await align(
      { en: PDF, zh: '磨坊磨黑麦。' },
      { names: ['mill.pdf', ''], readPdf: reader },
    );
    expect(sources[0]!.text).toBe('The mill grinds rye.');
    expect(reader.mock.calls.map(([, name]) => name)).toEqual(['mill.pdf']);
  });

  test('passes on what it fails with', async () => {
    const error = new DuiqiError('unreadable', 'It took too long.');
    await expect(align(PDF, { readPdf: () => Promise.reject(error) })).rejects.toBe(error);
  });

  test('is told where it answers with something else', async () => {
    const block = { kind: 'paragraph', lines: [{ start: 0, end: 9 }] } as const;
    for (const answer of [undefined, { text: 'a', blocks: [block], diagnostics: [] }]) {
      await expect(align(PDF, { readPdf: async () => answer as never })).rejects.toMatchObject({
        code: 'bad-option',
        message: expect.stringContaining('readPdf'),
      });
    }
  });
});

test.each([
  ['a URL', wasm],
  ['a place', wasm.href],
  ['bytes', new Uint8Array(readFileSync(wasm))],
])('PDFium is taken from %s', async (_, pdfium) => {
  expect((await align(PDF, { pdfium })).sources[0]!.text).toBe('The mill grinds rye.');
});

test('PDFium that is not there is missed in one sentence', async () => {
  await expect(align(PDF, { pdfium: 'file:///nowhere/pdfium.wasm' })).rejects.toMatchObject({
    code: 'unreadable',
    message: expect.stringMatching(/^The reader of PDFs could not be read from file:.*option pdfium\.$/),
  });
});

describe('the structure of a page', () => {
  const element = (type: string, ...children: Parameters<typeof blocksOf>[0][number]['children']) => ({
    type,
    children,
  });

  test('has paragraphs, headings, items with their labels, cells, and notes last', () => {
    const blocks = blocksOf([
      element(
        'Document',
        element('H1', 0),
        element('P', 1, element('Link', 2), element('Note', element('P', 9))),
        element('L', element('LI', element('Lbl', 3), element('LBody', element('P', 4)))),
        element(
          'Table',
          element('TR', element('TH', 5), element('TH', 6)),
          element('TR', element('TD', 7), element('TD', 8)),
        ),
      ),
    ]);
    expect(
      blocks.map(({ kind, marks, cell, isNote }) => [kind, marks, cell && [cell.row, cell.column], isNote]),
    ).toEqual([
      ['heading', [0], null, false],
      ['paragraph', [1, 2], null, false],
      ['paragraph', [3, 4], null, false],
      ['paragraph', [5], [0, 0], false],
      ['paragraph', [6], [0, 1], false],
      ['paragraph', [7], [1, 0], false],
      ['paragraph', [8], [1, 1], false],
      ['paragraph', [9], null, true],
    ]);
  });

  test('a piece of code within a sentence, as programs tag it, is no block of its own', () => {
    const blocks = blocksOf([element('Document', element('P', 0, element('Code', 1), 2), element('P', 3))]);
    expect(blocks.map(({ kind, marks }) => [kind, marks])).toEqual([
      ['paragraph', [0, 1, 2]],
      ['paragraph', [3]],
    ]);
  });

  test('text in no paragraph is loose', () => {
    expect(
      blocksOf([element('Document', element('Div', element('NonStruct', 0), element('NonStruct', 1)))]),
    ).toMatchObject([{ kind: 'loose', marks: [0, 1] }]);
  });
});

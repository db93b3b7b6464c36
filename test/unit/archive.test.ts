import fc from 'fast-check';
import { strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { DuiqiError } from '../../packages/aligner/src/common/errors.js';
import { inflateInPieces } from '../../packages/aligner/src/common/zip.js';
import { formatOfBytes } from '../../packages/aligner/src/document/read/format.js';
import { openArchive } from '../../packages/aligner/src/document/read/office/archive.js';
import { read } from '../../packages/aligner/src/document/read/read.js';
import { checkOptions } from '../../packages/aligner/src/options.js';
import { bookFile } from '../helpers/epub.js';
import { excelFile } from '../helpers/excel.js';
import { openDocumentFile } from '../helpers/opendocument.js';
import { powerPointFile } from '../helpers/powerpoint.js';
import { paragraph, table, wordFile } from '../helpers/word.js';

const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes);

/** A copy of an archive in which each signature `PK` + kind is followed by other bytes at an offset. */
function patched(
  bytes: Uint8Array,
  kind: readonly [number, number],
  offset: number,
  values: readonly number[],
): Uint8Array {
  const copy = bytes.slice();
  for (let at = 0; at + 4 <= copy.length; at++) {
    if (copy[at] === 0x50 && copy[at + 1] === 0x4b && copy[at + 2] === kind[0] && copy[at + 3] === kind[1]) {
      copy.set(values, at + offset);
    }
  }
  return copy;
}

const DIRECTORY = [1, 2] as const;
const END = [5, 6] as const;

describe('an archive', () => {
  test('gives the parts that are asked for, and no others', () => {
    const { paths, parts } = openArchive(
      zipSync({ a: strToU8('one'), 'b/c': [strToU8('two'), { level: 0 }] }),
      'z',
    );
    expect([...paths]).toEqual([
      ['a', 3],
      ['b/c', 3],
    ]);
    const found = parts(['b/c', 'missing']);
    expect([...found.keys()]).toEqual(['b/c']);
    expect(textOf(found.get('b/c')?.bytes)).toBe('two');
  });

  test('has parts that are only read when they are asked for', () => {
    const broken = zipSync({ a: strToU8('one'), b: strToU8('x'.repeat(999)) });
    broken[broken.length - 140] = 7;
    expect(textOf(openArchive(broken, 'z').parts(['a']).get('a')?.bytes)).toBe('one');
  });

  test('has paths that are only names', () => {
    const { parts } = openArchive(zipSync({ '../../a': strToU8('x'), '/etc/b': strToU8('y') }), 'z');
    expect(parts(['a', 'b', 'etc/b']).size).toBe(0);
  });

  const small = { a: strToU8('x'), b: strToU8('y'), c: strToU8('z'), d: strToU8('w') };
  const many = Object.fromEntries(Array.from({ length: 20_001 }, (_, at) => [`f${at}`, new Uint8Array()]));
  test.each<[string, Uint8Array, RegExp]>([
    [
      'a part that swells',
      zipSync({ a: new Uint8Array(65 * 2 ** 20) }, { level: 1 }),
      /more than can be read/,
    ],
    [
      'parts that swell together',
      patched(zipSync(small), DIRECTORY, 24, [0, 0, 192, 3]),
      /than can be read|damaged/,
    ],
    ['very many files', zipSync(many, { level: 0 }), /more than can be read/],
    [
      'more files in its directory than there are',
      patched(zipSync(small), END, 8, [255, 255, 255, 255]),
      /damaged/,
    ],
    ['an unknown compression', patched(zipSync(small), DIRECTORY, 10, [99, 0]), /damaged/],
    ['a name that comes twice', patched(zipSync(small), DIRECTORY, 46, [97]), /damaged/],
    ['no end', zipSync(small).subarray(0, 60), /damaged/],
    ['no bytes', new Uint8Array(), /is empty \(0 bytes\)/],
    ['no files in it', zipSync({}), /is an empty ZIP archive/],
  ])('with %s is refused in one sentence', (_, bytes, message) => {
    const open = (): unknown => openArchive(bytes, 'a.docx').parts(['a', 'b', 'c', 'd']);
    expect(open).toThrow(DuiqiError);
    expect(open).toThrow(
      expect.objectContaining({ code: 'unreadable', message: expect.stringMatching(message) }),
    );
    expect(open).toThrow(
      expect.objectContaining({ message: expect.stringMatching(/^"a\.docx" [^\n]*: [^\n]*\.$/) }),
    );
  });

  // 5,000 times two bytes: 0x2710 of them.
  test.each([
    ['smaller', [9, 0, 0, 0]],
    ['by one byte smaller', [0x0f, 0x27, 0, 0]],
    ['by one byte larger', [0x11, 0x27, 0, 0]],
    ['larger', [255, 255, 0, 0]],
  ])('whose directory says that a part is %s than it is never gives it as if it were right', (how, size) => {
    const packed = zipSync({ a: strToU8('ab'.repeat(5000)) });
    const archive = openArchive(patched(packed, DIRECTORY, 24, size), 'z');
    const damaged = expect.objectContaining({ message: expect.stringContaining('is damaged') });
    expect(() => [...archive.pieces('a')]).toThrow(damaged);
    // At once no more is given than the directory says, for which memory was asked for.
    if (how.includes('larger')) expect(() => archive.parts(['a'])).toThrow(damaged);
    else expect(archive.parts(['a']).get('a')!.bytes.length).toBe(size[0]! + 256 * size[1]!);
  });

  test('whose directory says how large a part is gives all of it, at once or piece by piece', () => {
    const text = strToU8('ab'.repeat(5000));
    for (const level of [0, 9] as const) {
      const archive = openArchive(zipSync({ 'a/0': strToU8('x'), 'a/1': text }, { level }), 'z');
      expect(archive.parts(['a/1']).get('a/1')!.bytes).toEqual(text);
      expect(Uint8Array.from([...archive.pieces('a/1')].flatMap((piece) => [...piece]))).toEqual(text);
      expect(() => [...archive.pieces('a')]).toThrow(/is damaged/);
    }
  });

  test.each([
    ['a compression that is none', DIRECTORY, 10, [1, 0]],
    ['data that do not lie where they should', DIRECTORY, 42, [9, 0, 0, 0]],
    ['more data than the file has', DIRECTORY, 20, [255, 255, 0, 0]],
    ['a directory that lies elsewhere', END, 16, [0, 0, 0, 0]],
  ] as const)('with %s is not read piece by piece either', (_, signature, at, bytes) => {
    const archive = openArchive(zipSync({ a: strToU8('ab'.repeat(5000)) }), 'z');
    expect([...archive.pieces('a')].length).toBeGreaterThan(0);
    const broken = patched(zipSync({ a: strToU8('ab'.repeat(5000)) }), signature, at, [...bytes]);
    expect(() => [...inflateInPieces(broken, 'a')]).toThrow();
  });
});

describe('the format of an archive', () => {
  const zip = (files: Zippable): Uint8Array => zipSync(files);
  const empty = new Uint8Array();

  test.each<[string, Uint8Array, string]>([
    ['Word', wordFile({ body: '' }), 'docx'],
    ['Word on the web', wordFile({ body: '', path: 'word/document2.xml' }), 'docx'],
    ['Excel', excelFile({ sheets: [''] }), 'xlsx'],
    ['PowerPoint', powerPointFile([]), 'pptx'],
    ['OpenDocument text', openDocumentFile({ body: '' }), 'odt'],
    ['OpenDocument presentation', openDocumentFile({ type: 'presentation', body: '' }), 'odp'],
    ['EPUB', bookFile({ chapters: [] }), 'epub'],
  ])('%s', (_, bytes, format) => {
    expect(formatOfBytes(bytes, 'x.bin')).toBe(format);
  });

  test('one that was packed anew, and no longer says what it is, is what its name says', () => {
    const packed = zipSync({
      'content.xml': empty,
      mimetype: strToU8('application/vnd.oasis.opendocument.text'),
    });
    expect(formatOfBytes(packed, 'a.odt')).toBe('odt');
    expect(() => formatOfBytes(packed, 'a.docx')).toThrow(/ZIP archive and not/);
    expect(formatOfBytes(zipSync(unzipSync(bookFile({ chapters: [] }))), 'a.bin')).toBe('epub');
  });

  const stored = (type: string): Zippable => ({
    mimetype: [strToU8(type), { level: 0 }],
    'content.xml': empty,
  });
  test.each<[string, Uint8Array, RegExp]>([
    [
      'an OpenDocument drawing',
      zip(stored('application/vnd.oasis.opendocument.graphics')),
      /OpenDocument.*LibreOffice/,
    ],
    ['Pages', zip({ 'Index/Document.iwa': empty }), /Pages.*\.docx/],
    ['binary Excel', zip({ 'xl/workbook.bin': empty }), /\.xlsb.*\.xlsx/],
    [
      'others, even if a name in them sounds like Word',
      zip({ 'my/word/document.xml': empty }),
      /ZIP archive.*unpack/,
    ],
    ['one without files', zip({}), /is an empty ZIP archive/],
    ['one that was cut off', wordFile({ body: 'x'.repeat(999) }).subarray(0, 300), /without its end/],
  ])('%s is said', (_, bytes, message) => {
    const find = (): unknown => formatOfBytes(bytes, 'x.bin');
    expect(find).toThrow(
      expect.objectContaining({ code: 'unreadable', message: expect.stringMatching(message) }),
    );
    expect(find).toThrow(
      expect.objectContaining({ message: expect.stringMatching(/^"x\.bin" is [^\n]*: [^\n]*\.$/) }),
    );
  });

  test('a document with a wrong ending is read as what it is', async () => {
    const { source, diagnostics } = await read(
      wordFile({ body: paragraph('Tide') }),
      'a.txt',
      checkOptions({}),
    );
    expect(source).toMatchObject({ text: 'Tide', format: 'docx' });
    expect(diagnostics.map(({ code }) => code)).toEqual(['other-format']);
  });
});

describe('damaged documents', () => {
  test('read or are refused, with any bytes of theirs changed or their end cut off', async () => {
    const files = [
      wordFile({ body: paragraph('港口 Harbour') + table(['甲', 'a'], ['乙', 'b']) }),
      excelFile({ sheets: ['<row><c t="inlineStr"><is><t>甲</t></is></c></row>'] }),
    ];
    const damage = fc.record({
      file: fc.constantFrom(...files),
      changes: fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 6 }),
      cut: fc.option(fc.nat()),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ file, changes, cut }) => {
        const bytes = file.slice(0, cut === null ? file.length : cut % file.length);
        for (const [at, value] of changes) if (bytes.length > 0) bytes[at % bytes.length] = value;
        for (const format of ['docx', 'xlsx'] as const) {
          await read(bytes, '', checkOptions({ format })).catch((error: unknown) => {
            expect(error).toBeInstanceOf(DuiqiError);
          });
        }
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});

import fc from 'fast-check';
import { strToU8, unzipSync, Zip, ZipDeflate, ZipPassThrough, type Zippable, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { crc32 } from '../../packages/aligner/src/common/crc32.js';
import { DuiqiError } from '../../packages/aligner/src/common/errors.js';
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

  const text = strToU8('ab'.repeat(5000));
  const bytesOf = (number: number): readonly number[] =>
    [0, 8, 16, 24].map((bits) => (number >>> bits) & 255);
  const readings: readonly [string, (bytes: Uint8Array, path: string) => Uint8Array | undefined][] = [
    ['at once', (bytes, path) => openArchive(bytes, 'z').parts([path]).get(path)?.bytes],
    [
      'piece by piece',
      (bytes, path) =>
        Uint8Array.from([...openArchive(bytes, 'z').pieces(path)].flatMap((piece) => [...piece])),
    ],
  ];

  describe.each(readings)('read %s', (_, read) => {
    test.each<[string, Uint8Array]>([
      ['stored', zipSync({ 'a/0': strToU8('x'), a: text }, { level: 0 })],
      ['packed', zipSync({ 'a/0': strToU8('x'), a: text }, { level: 9 })],
      ['stored, with sizes behind it', streamed(new ZipPassThrough('a'), text)],
      ['packed, with sizes behind it', streamed(new ZipDeflate('a'), text)],
      ['of 64 bits', wideArchive('a', text)],
      ['before a comment', commented(zipSync({ a: text }), 'PK\x05\x06 and what follows')],
      ['before bytes that are none of it', Uint8Array.of(...zipSync({ a: text }), 13, 10)],
    ])('gives a part that is %s whole', (__, bytes) => {
      expect(read(bytes, 'a')).toEqual(text);
    });

    test('gives a part with nothing in it', () => {
      for (const level of [0, 9] as const) {
        expect(read(zipSync({ a: new Uint8Array() }, { level }), 'a')).toEqual(new Uint8Array());
      }
    });

    test('finds names in UTF-8, whether it is said of them or not', () => {
      const packed = zipSync({ 第一章: text });
      expect(read(packed, '第一章')).toEqual(text);
      expect(read(patched(packed, DIRECTORY, 8, [0, 0]), '第一章')).toEqual(text);
      const old = patched(patched(packed, DIRECTORY, 8, [0, 0]), DIRECTORY, 46, [0xe9, 0x41]);
      expect([...openArchive(old, 'z').paths.keys()]).toEqual([
        String.fromCharCode(0xe9, 0x41, ...strToU8('第一章').subarray(2)),
      ]);
    });

    const packed = zipSync({ a: text }, { level: 9 });
    const stored = zipSync({ a: text }, { level: 0 });
    const later = streamed(new ZipPassThrough('a'), text);
    const two = zipSync({ a: text, b: strToU8('other') }, { level: 0 });
    /** The archive whose directory, and own header where it is said, has only so many bytes of a stored part, with their checksum. */
    const shorter = (bytes: Uint8Array, length: number): Uint8Array => {
      const numbers = [crc32(text.subarray(0, length)), length, length].flatMap(bytesOf);
      return patched(bytes, DIRECTORY, 16, numbers);
    };
    test.each<[string, Uint8Array]>([
      // 10,000 bytes are 0x2710.
      ['a size that is smaller', patched(packed, DIRECTORY, 24, [9, 0, 0, 0])],
      ['a size that is by one byte smaller', patched(packed, DIRECTORY, 24, [0x0f, 0x27, 0, 0])],
      ['a size that is by one byte larger', patched(packed, DIRECTORY, 24, [0x11, 0x27, 0, 0])],
      ['a size that is larger', patched(packed, DIRECTORY, 24, [255, 255, 0, 0])],
      ['a size of 0', patched(packed, DIRECTORY, 24, [0, 0, 0, 0])],
      ['sizes of 0', patched(packed, DIRECTORY, 16, new Array(12).fill(0))],
      ['a packed size that is smaller', patched(packed, DIRECTORY, 20, [5, 0, 0, 0])],
      ['a packed size that is larger', patched(packed, DIRECTORY, 20, [255, 255, 0, 0])],
      ['a packed size that reaches into the next part', patched(two, DIRECTORY, 20, bytesOf(10_001))],
      ['sizes of a stored part that differ', patched(stored, DIRECTORY, 20, bytesOf(9_999))],
      ['fewer bytes of a stored part', shorter(stored, 100)],
      ['no bytes of a stored part', shorter(stored, 0)],
      ['fewer bytes of a stored part than stand before its sizes', shorter(later, 100)],
      ['no bytes of a stored part with sizes behind it', shorter(later, 0)],
      ['a checksum of another part', patched(packed, DIRECTORY, 16, [1, 2, 3, 4])],
      ['data that were changed', patched(stored, [3, 4], 40, [0x63])],
      ['a compression that is none', patched(packed, DIRECTORY, 10, [1, 0])],
      ['a password', patched(packed, DIRECTORY, 8, [1, 0])],
      ['a password that only the part names', patched(packed, [3, 4], 6, [1, 0])],
      ['data that do not lie where they should', patched(packed, DIRECTORY, 42, [9, 0, 0, 0])],
      ['data of another part', patched(two, DIRECTORY, 42, [0, 0, 0, 0])],
      ['data in its directory', patched(stored, DIRECTORY, 42, bytesOf(stored.length - 69))],
      ['a directory that lies elsewhere', patched(packed, END, 16, [0, 0, 0, 0])],
      ['fewer files in its end than in its directory', patched(two, END, 8, [1, 0, 1, 0])],
      ['no files in its end and some in its directory', patched(two, END, 8, [0, 0, 0, 0])],
      ['sizes of 64 bits that are missing', patched(packed, DIRECTORY, 24, [255, 255, 255, 255])],
      ['a size of 64 bits that no file has', patched(wideArchive('a', text), DIRECTORY, 56, [1])],
    ])('refuses %s in one sentence', (__, bytes) => {
      const damaged = {
        code: 'unreadable',
        message: expect.stringMatching(/^"z" (?:is damaged|holds more) [^\n]*\.$/),
      };
      expect(() => read(bytes, 'a')).toThrow(expect.objectContaining(damaged));
    });
  });

  test('never gives a part short or long, whatever is changed in it', () => {
    const parts = { a: text.subarray(0, 300), b: strToU8('港口 Harbour') };
    const archives = [
      zipSync(parts, { level: 0 }),
      zipSync(parts, { level: 9 }),
      streamed(new ZipPassThrough('a'), parts.a),
      streamed(new ZipDeflate('a'), parts.a),
      wideArchive('a', parts.a),
    ];
    const change = fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 }));
    fc.assert(
      fc.property(fc.constantFrom(...archives), fc.array(change, { maxLength: 4 }), (archive, changes) => {
        const bytes = archive.slice();
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        for (const [, read] of readings) {
          let found: Uint8Array | undefined;
          try {
            found = read(bytes, 'a');
          } catch (error) {
            expect(error).toBeInstanceOf(DuiqiError);
          }
          if (found !== undefined) expect(found).toEqual(parts.a);
        }
      }),
      { seed: 20261129, numRuns: 2000 },
    );
  });
});

/** An archive that was written without knowing how large its part is. */
function streamed(part: ZipPassThrough | ZipDeflate, text: Uint8Array): Uint8Array {
  const written: number[] = [];
  const zip = new Zip((_, piece) => {
    written.push(...piece);
  });
  zip.add(part);
  part.push(text, true);
  zip.end();
  return Uint8Array.from(written);
}

function commented(bytes: Uint8Array, comment: string): Uint8Array {
  const result = Uint8Array.of(...bytes, ...strToU8(comment));
  result.set([comment.length, 0], bytes.length - 2);
  return result;
}

/** An archive of one stored part all of whose numbers have 64 bits (ZIP64, APPNOTE 6.3, 4.3.14 and 4.5.3). */
function wideArchive(name: string, text: Uint8Array): Uint8Array {
  const little = (bytes: number, ...values: number[]): number[] =>
    values.flatMap((value) =>
      Array.from({ length: bytes }, (_, at) => Math.floor(value / 2 ** (8 * at)) % 256),
    );
  const wide = [255, 255, 255, 255];
  const path = [...strToU8(name)];
  const crc = little(4, crc32(text));
  const local = [
    ...[
      0x50,
      0x4b,
      3,
      4,
      ...little(2, 45, 0, 0, 0, 0),
      ...crc,
      ...wide,
      ...wide,
      ...little(2, path.length, 20),
    ],
    ...[...path, ...little(2, 1, 16), ...little(8, text.length, text.length), ...text],
  ];
  const central = [
    ...[0x50, 0x4b, 1, 2, ...little(2, 45, 45, 0, 0, 0, 0), ...crc, ...wide, ...wide],
    ...[...little(2, path.length, 28, 0, 0, 0), ...little(4, 0), ...wide, ...path],
    ...[...little(2, 1, 24), ...little(8, text.length, text.length, 0)],
  ];
  const end = [
    ...[0x50, 0x4b, 6, 6, ...little(8, 44), ...little(2, 45, 45), ...little(4, 0, 0)],
    ...little(8, 1, 1, central.length, local.length),
    ...[0x50, 0x4b, 6, 7, ...little(4, 0), ...little(8, local.length + central.length), ...little(4, 1)],
    ...[0x50, 0x4b, 5, 6, ...little(2, 0, 0, 0xffff, 0xffff), ...wide, ...wide, 0, 0],
  ];
  return Uint8Array.from([...local, ...central, ...end]);
}

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

import { describe, expect, test } from 'vitest';
import { DuiqiError } from '../../packages/aligner/src/common/errors.js';
import { type Decoding, decode } from '../../packages/aligner/src/document/read/decode.js';
import { ENCODINGS, type Encoding } from '../../packages/aligner/src/document/read/encodings.js';
import { encoder } from '../helpers/encodings.js';

const encode = Object.fromEntries(ENCODINGS.map((encoding) => [encoding, encoder(encoding)])) as Readonly<
  Record<Encoding, (text: string) => Uint8Array>
>;

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const joined = (...parts: Uint8Array[]): Uint8Array => bytes(...parts.flatMap((part) => [...part]));
const utf8 = encode['utf-8'];

function errorOf(input: Uint8Array, decoding?: Decoding): DuiqiError {
  try {
    decode(input, 'a.txt', decoding);
  } catch (error) {
    if (error instanceof DuiqiError) return error;
    throw error;
  }
  throw new Error('it was decoded');
}

describe('what bytes say themselves', () => {
  test.each<[string, Uint8Array, string, Encoding]>([
    ['UTF-8', utf8('a 甲 😀'), 'a 甲 😀', 'utf-8'],
    ['UTF-8 with a byte order mark', bytes(0xef, 0xbb, 0xbf, 0x61), 'a', 'utf-8'],
    ['UTF-16, little end first', bytes(0xff, 0xfe, 0x61, 0, 0x32, 0x75), 'a甲', 'utf-16le'],
    ['UTF-16, big end first', bytes(0xfe, 0xff, 0, 0x61, 0x75, 0x32), 'a甲', 'utf-16be'],
    ['GBK', bytes(0x61, 0xbc, 0xd7), 'a甲', 'gb18030'],
    ['GB18030 of four bytes', bytes(0xbc, 0xd7, 0x95, 0x32, 0x82, 0x36), '甲𠀀', 'gb18030'],
    ['only ASCII', bytes(0x61, 0x0a), 'a\n', 'utf-8'],
    ['no bytes', bytes(), '', 'utf-8'],
  ])('%s', (_, input, text, encoding) => {
    expect(decode(input, 'a.txt')).toMatchObject({ text, encoding });
  });
});

const SIMPLIFIED = '双方应当在签订之日起三十日内付清全部货款，逾期每日加收千分之一。\n';
const TRADITIONAL = '雙方應當在簽訂之日起三十日內付清全部貨款，逾期每日加收千分之一。\n';
const ENGLISH = 'Both parties shall pay for the goods within thirty days of signing, or pay interest.\n';

describe('the encoding is found out', () => {
  const texts = (sample: string): [string, string][] => [
    ['six characters', sample.slice(5, 11)],
    ['a line', sample],
    ['a long text', sample.repeat(2000)],
    ['English with a little Chinese', `${ENGLISH}${sample}`],
    ['a little Chinese far behind', `${ENGLISH.repeat(900)}${sample.slice(5, 11)}\n${ENGLISH.repeat(90)}`],
  ];
  const cases = (encodings: readonly Encoding[], sample: string) =>
    encodings.flatMap((encoding) =>
      texts(sample).map(([title, text]) => ({
        encoding,
        title,
        text,
        script: sample === SIMPLIFIED ? '简' : '繁',
      })),
    );
  test.each([
    ...cases(['utf-8', 'utf-16le', 'utf-16be', 'gb18030'], SIMPLIFIED),
    ...cases(['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'], TRADITIONAL),
  ])('$encoding: $title ($script)', ({ encoding, text }) => {
    const { diagnostics, ...decoded } = decode(encode[encoding](text), 'a.txt');
    expect(decoded).toEqual({ text, encoding });
    expect(diagnostics.map(({ code, severity }) => `${severity} ${code}`)).toEqual(
      encoding === 'utf-8' ? [] : ['info encoding'],
    );
  });

  test('English in UTF-16 without a byte order mark', () => {
    expect(decode(encode['utf-16be'](ENGLISH), '')).toMatchObject({ text: ENGLISH, encoding: 'utf-16be' });
  });

  test('it is said', () => {
    expect(decode(encode.big5(TRADITIONAL), 'a.txt').diagnostics[0]!.message).toBe(
      '"a.txt" was read as BIG5.',
    );
  });

  test('it is said where it might be another one', () => {
    expect(decode(encode.gb18030('合同'), 'a.txt').diagnostics[0]!.message).toBe(
      '"a.txt" was read as GB18030; BIG5 is possible too: the option encoding says which.',
    );
  });

  test('characters of Hong Kong are decoded, or are said not to be', () => {
    const input = joined(encode.big5('我'), bytes(0x92, 0x5d), encode.big5('今日去睇書'));
    const { text, encoding, diagnostics } = decode(input, 'a.txt');
    expect(encoding).toBe('big5');
    if (text === '我哋今日去睇書') expect(diagnostics).toHaveLength(1);
    else
      expect(diagnostics[1]).toMatchObject({
        code: 'undecodable',
        severity: 'warning',
        span: { start: 1, end: 2 },
      });
  });

  test('it is warned of where nothing looks like text', () => {
    const [note] = decode(bytes(0x81, 0x81, 0x82, 0x82, 0x83, 0x83, 0x84, 0x84), 'a.txt').diagnostics;
    expect(note).toMatchObject({ code: 'encoding', severity: 'warning' });
  });
});

describe('the encoding is declared', () => {
  // In GB18030 these bytes are the likelier text.
  const ambiguous = encode.gb18030('合同');
  const inBig5 = new TextDecoder('big5').decode(ambiguous);

  test.each([
    '<meta charset=big5>',
    '<!DOCTYPE html>\n<html><head><META http-equiv="Content-Type" content="text/html; charset=Big5">',
    '<?xml version="1.0" encoding="big5"?>',
  ])('%s', (head) => {
    const page = joined(utf8(`${head}\n`), ambiguous);
    expect(decode(page, 'a.html')).toMatchObject({ encoding: 'big5', text: `${head}\n${inBig5}` });
  });

  test.each([
    ['in a text that is no HTML', 'about <meta charset=big5>'],
    ['as what no one knows', '<meta charset=no-such-thing>'],
    ['as UTF-16, which it cannot be in', '<meta charset=utf-16>'],
    ['too far from the start', `<p>${' '.repeat(1100)}<meta charset=big5>`],
  ])('but not %s', (_, head) => {
    const page = joined(utf8(`${head}\n`), encode.gb18030('合同在签订之日起生效'));
    expect(decode(page, 'a.html').encoding).toBe('gb18030');
  });

  test('but the bytes are in another one', () => {
    const page = joined(utf8('<meta charset=big5>\n'), encode.gb18030(TRADITIONAL));
    const text = '<meta charset=gb2312>\n国务院';
    expect(decode(utf8(text), 'a.html')).toMatchObject({ text, encoding: 'utf-8' });
    expect(() => new TextDecoder('big5', { fatal: true }).decode(page)).toThrow();
    expect(decode(page, 'a.html').encoding).toBe('gb18030');
  });
});

describe('the encoding is given', () => {
  const as = (encoding: Encoding): Decoding => ({ encoding, lossy: false });

  test.each(ENCODINGS)('%s', (encoding) => {
    expect(decode(encode[encoding]('早上好'), '', as(encoding))).toMatchObject({ text: '早上好', encoding });
  });

  test('and outranks what is likelier', () => {
    expect(decode(encode.gb18030('合同'), '', as('big5')).encoding).toBe('big5');
  });

  test('and is wrong', () => {
    expect(errorOf(encode.gb18030('好，早上好'), as('utf-8'))).toMatchObject({
      code: 'undecodable',
      message:
        '"a.txt" cannot be read as UTF-8 from byte 0 (line 1) on: say in which encoding it is, save it as UTF-8, or replace what cannot be read with the option lossy.',
    });
  });
});

describe('bytes that are no text', () => {
  test.each<[string, Uint8Array, Partial<Record<'offset' | 'line' | 'encoding' | 'cutOff', unknown>>]>([
    [
      'in UTF-8',
      joined(utf8('好\n早上'), bytes(0xff), utf8('好')),
      { offset: 10, line: 2, encoding: 'utf-8' },
    ],
    [
      'half a character in UTF-8',
      joined(utf8('a\r\n好早'), bytes(0xe4, 0xbd), utf8('上好')),
      { offset: 9, line: 2 },
    ],
    [
      'far behind in UTF-8',
      joined(utf8('早上好\n'.repeat(3000)), bytes(0xc0), utf8('好')),
      { offset: 30000, line: 3001 },
    ],
    [
      'in GB18030',
      joined(encode.gb18030(SIMPLIFIED), bytes(0xff), encode.gb18030(SIMPLIFIED)),
      { offset: 65, line: 2, encoding: 'gb18030' },
    ],
    [
      'in Big5',
      joined(encode.big5(TRADITIONAL), bytes(0xa4, 0x20), encode.big5(TRADITIONAL)),
      { offset: 65, line: 2, encoding: 'big5' },
    ],
    [
      'a lone surrogate in UTF-16',
      bytes(0xff, 0xfe, 0x61, 0, 0x00, 0xd8, 0x61, 0),
      { offset: 4, encoding: 'utf-16le' },
    ],
    ['the end missing in UTF-8', utf8('好\n早上好').subarray(0, -1), { offset: 10, line: 2, cutOff: true }],
    [
      'the end missing in GB18030',
      encode.gb18030(SIMPLIFIED.trim()).subarray(0, -1),
      { offset: 62, cutOff: true },
    ],
    [
      'the end missing in Big5',
      encode.big5(TRADITIONAL.trim()).subarray(0, -1),
      { offset: 62, cutOff: true },
    ],
    ['half a UTF-16 unit', bytes(0xff, 0xfe, 0x61), { offset: 2, cutOff: true }],
  ])('%s', (_, input, details) => {
    const error = errorOf(input);
    expect(error).toMatchObject({ code: 'undecodable', details: { name: 'a.txt', ...details } });
    expect(error.message).toContain(`byte ${details.offset}`);
    expect(error.message.includes('in the middle of a character')).toBe(details.cutOff === true);
  });

  test.each([
    [
      'an image',
      bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52),
    ],
    ['a NUL in UTF-8', utf8('早上\0好')],
    ['a NUL in UTF-16', joined(bytes(0xff, 0xfe), encode['utf-16le']('早上\0好'))],
    ['UTF-32', bytes(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0)],
    ['nothing but NULs', bytes(0, 0, 0, 0)],
  ])('%s is binary', (_, input) => {
    expect(errorOf(input).message).toMatch(
      /^"a.txt" is not plain text but some other kind of file \(byte \d+ is 0\)/,
    );
  });

  test.each([
    [
      'one character',
      joined(utf8('早上'), bytes(0xff), utf8('好')),
      '早上\ufffd好',
      '1 character that cannot be decoded and was',
      6,
    ],
    [
      'several',
      joined(utf8('早'), bytes(0xff), utf8('上'), bytes(0xff)),
      '早\ufffd上\ufffd',
      '2 characters that cannot be decoded and were',
      3,
    ],
    [
      'the end missing',
      utf8('早上好').subarray(0, -1),
      '早上\ufffd',
      '1 character that cannot be decoded and was',
      6,
    ],
  ])('are replaced on demand: %s', (_, input, text, count, offset) => {
    const decoded = decode(input, 'a.txt', { encoding: 'auto', lossy: true });
    expect(decoded.text).toBe(text);
    expect(decoded.diagnostics).toEqual([
      {
        code: 'undecodable',
        severity: 'warning',
        side: null,
        span: { start: text.indexOf('\ufffd'), end: text.indexOf('\ufffd') + 1 },
        message: `"a.txt" has ${count} replaced by � (U+FFFD), the first in line 1 (byte ${offset}).`,
        values: { kind: 'replaced', name: 'a.txt', count: count.startsWith('2') ? 2 : 1, line: 1 },
      },
    ]);
  });
});

import { createHash } from 'node:crypto';
import { constants, deflateRawSync } from 'node:zlib';

// PDFs of a few kilobytes to a megabyte whose streams hold a gigabyte, or that make much work in other ways.

const GIGABYTE = 2 ** 30;
const PART = 2 ** 24;

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');

/** A gigabyte of zeros behind Deflate; part by part, since no one has to hold it. */
export function deflatedZeros(): Buffer {
  const part = deflateRawSync(Buffer.alloc(PART), { level: 9, finishFlush: constants.Z_FULL_FLUSH });
  return Buffer.concat([
    ascii('\x78\x9c'),
    ...Array<Buffer>(GIGABYTE / PART).fill(part),
    ascii('\x03\x00\x00\x00\x00\x01'),
  ]);
}

/** A Deflate block that stores bytes as they are (RFC 1951, 3.2.4). */
function storedBlock(bytes: Buffer): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt16LE(bytes.length, 1);
  head.writeUInt16LE(0xffff - bytes.length, 3);
  return Buffer.concat([head, bytes]);
}

/** Code 4095 again and again without a clear, as 12 bits each. */
function lzwWithoutClear(): Buffer {
  return Buffer.concat([ascii('\x80\x0b\x60\x50\x22\x0c\x0c\x85\x01'), Buffer.alloc(3_000_000, 0xff)]);
}

/** One page whose content stream has a dictionary and bytes, and what the trailer says besides. */
export function pdfAround(
  dictionary: string,
  content: Buffer,
  { start = 'stream\n', objects = '', trailer = '' } = {},
): Uint8Array {
  return Buffer.concat([
    ascii(
      '%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n' +
        '3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<<>>>>\nendobj\n' +
        `4 0 obj\n<</Length ${content.length}${dictionary}>>${start}`,
    ),
    content,
    ascii(`\nendstream\nendobj\n${objects}trailer<</Root 1 0 R/Size 9${trailer}>>\n`),
  ]);
}

/** RC4 with the empty user password (ISO 32000-1, 7.6.2, revision 2), around a stream of object 4. */
function underRc4(bytes: Buffer): Uint8Array {
  const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');
  const id = Buffer.alloc(16, 7);
  const md5 = (...parts: readonly Buffer[]): Buffer => {
    const hash = createHash('md5');
    for (const part of parts) hash.update(part);
    return hash.digest();
  };
  const owner = rc4(md5(padding).subarray(0, 5), padding);
  const key = md5(padding, owner, Buffer.from('fcffffff', 'hex'), id).subarray(0, 5);
  const user = rc4(key, padding);
  const own = md5(key, Buffer.from('0400000000', 'hex')).subarray(0, 10);
  const hex = (value: Buffer): string => `<${value.toString('hex')}>`;
  return pdfAround('/Filter/FlateDecode', rc4(own, bytes), {
    trailer: `/ID[${hex(id)}${hex(id)}]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O${hex(owner)}/U${hex(user)}>>`,
  });
}

function rc4(key: Buffer, bytes: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_, at) => at);
  const swap = (a: number, b: number): void => {
    [state[a], state[b]] = [state[b]!, state[a]!];
  };
  for (let at = 0, other = 0; at < 256; at++) {
    other = (other + state[at]! + key[at % key.length]!) & 0xff;
    swap(at, other);
  }
  const out = Buffer.alloc(bytes.length);
  for (let at = 0, a = 0, b = 0; at < bytes.length; at++) {
    a = (a + 1) & 0xff;
    b = (b + state[a]!) & 0xff;
    swap(a, b);
    out[at] = bytes[at]! ^ state[(state[a]! + state[b]!) & 0xff]!;
  }
  return out;
}

/** Another kind each. */
export function bombs(): readonly (readonly [what: string, file: Uint8Array])[] {
  const zeros = deflatedZeros();
  const withEnd = Buffer.concat([ascii('\x78\x9c'), storedBlock(ascii('endstream ')), zeros.subarray(2)]);
  return [
    ['behind Deflate', pdfAround('/Filter/FlateDecode', zeros)],
    [
      'behind Deflate, in hexadecimal digits',
      pdfAround('/Filter[/ASCIIHexDecode/FlateDecode]', ascii(zeros.toString('hex'))),
    ],
    ['called a picture', pdfAround('/Filter/FlateDecode/Subtype/Image', zeros)],
    ['with a blank before the line end', pdfAround('/Filter/FlateDecode', zeros, { start: 'stream \n' })],
    ['with an end of the stream before it', pdfAround('/Filter/FlateDecode', withEnd)],
    ['behind LZW', pdfAround('/Filter/LZWDecode', lzwWithoutClear())],
    ['encrypted without a password', underRc4(zeros)],
    [
      'a hundred thousand beginnings of a stream',
      ascii(`%PDF-1.7\n${'stream\nx\x9cendstream '.repeat(100_000)}`),
    ],
  ];
}

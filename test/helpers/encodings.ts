import type { Encoding } from '../../packages/aligner/src/document/read/encodings.js';

/**
 * Makes an encoder for texts of ASCII and the characters that an encoding has in two bytes: the platform can only
 * decode these.
 */
export function encoder(encoding: Encoding): (text: string) => Uint8Array {
  if (encoding === 'utf-8') return (text) => new TextEncoder().encode(text);
  if (encoding !== 'gb18030' && encoding !== 'big5') return utf16Encoder(encoding === 'utf-16be');
  const bytesOf = new Map<string, readonly number[]>();
  const decoder = new TextDecoder(encoding);
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) {
      const bytes = [first, second];
      const text = decoder.decode(Uint8Array.from(bytes));
      if (text.includes('\ufffd') || [...text].length !== 1 || bytesOf.has(text)) continue;
      bytesOf.set(text, bytes);
    }
  }
  return (text) =>
    Uint8Array.from(
      [...text].flatMap((character) => {
        if (character < '\x80') return character.charCodeAt(0);
        const bytes = bytesOf.get(character);
        if (bytes === undefined) throw new Error(`${character} has no two bytes in ${encoding}`);
        return bytes;
      }),
    );
}

function utf16Encoder(bigEndian: boolean): (text: string) => Uint8Array {
  return (text) => {
    const bytes = new DataView(new ArrayBuffer(2 * text.length));
    for (let at = 0; at < text.length; at++) bytes.setUint16(2 * at, text.charCodeAt(at), !bigEndian);
    return new Uint8Array(bytes.buffer);
  };
}

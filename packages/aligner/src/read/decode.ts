import { DuiqiError } from '../errors.js';

/**
 * Text out of bytes: UTF-8, or UTF-16 with a byte order mark, else GB18030 (which holds GBK and GB2312). The byte
 * order mark is no part of the text.
 *
 * @throws DuiqiError `undecodable` for bytes that are none of these
 */
export function decode(
  bytes: Uint8Array,
  name: string,
): { readonly text: string; readonly encoding: string } {
  for (const encoding of candidates(bytes)) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!text.includes('\0')) return { text, encoding };
    } catch {
      // Not in this encoding: the next one is tried.
    }
  }
  throw new DuiqiError(
    'undecodable',
    `${name === '' ? 'The input' : `"${name}"`} is not text in UTF-8, UTF-16 with a byte order mark, or GB18030: save it as UTF-8 plain text first.`,
    { name },
  );
}

function candidates(bytes: Uint8Array): readonly string[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le'];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be'];
  return ['utf-8', 'gb18030'];
}

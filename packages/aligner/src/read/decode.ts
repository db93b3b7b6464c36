import { DuiqiError } from '../errors.js';
import type { Diagnostic } from '../types.js';
import type { Encoding } from './encodings.js';
import { inputName } from './reading.js';

/** How bytes are to be decoded. */
export interface Decoding {
  readonly encoding: 'auto' | Encoding;
  /** Whether what is no text in the encoding is read as U+FFFD. */
  readonly lossy: boolean;
}

/**
 * Text out of bytes: UTF-8, or UTF-16 with a byte order mark, else GB18030 (which holds GBK and GB2312). The byte
 * order mark is no part of the text.
 *
 * @throws DuiqiError `undecodable` for bytes that are none of these
 */
export function decode(
  bytes: Uint8Array,
  name: string,
  _decoding: Decoding = { encoding: 'auto', lossy: false },
): {
  readonly text: string;
  readonly encoding: Encoding;
  readonly diagnostics: readonly Diagnostic[];
} {
  for (const encoding of candidates(bytes)) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (text.includes('\0')) continue;
      return {
        text,
        encoding,
        diagnostics: encoding === 'utf-8' ? [] : [encodingDiagnostic(name, encoding)],
      };
    } catch {
      // Not in this encoding: the next one is tried.
    }
  }
  throw new DuiqiError(
    'undecodable',
    `${inputName(name)} is not text in UTF-8, UTF-16 with a byte order mark, or GB18030: save it as UTF-8 plain text first.`,
    { name },
  );
}

function encodingDiagnostic(name: string, encoding: string): Diagnostic {
  return {
    code: 'encoding',
    severity: 'info',
    side: null,
    span: null,
    message: `${inputName(name)} was read as ${encoding.toUpperCase()}.`,
  };
}

function candidates(bytes: Uint8Array): readonly Encoding[] {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return ['utf-16le'];
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return ['utf-16be'];
  return ['utf-8', 'gb18030'];
}

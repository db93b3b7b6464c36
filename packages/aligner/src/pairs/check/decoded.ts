import { refuseDetached } from '../../document/read/detached.js';
import { plausibleEncodings } from '../../document/read/plausible-encodings.js';
import type { PairSource } from '../import/pair-source.js';

/** A file as text, whatever its bytes are: what is wrong with them is reported, and does not end the check. */
export interface Decoded {
  /** Cut between characters; a byte order mark of UTF-8 is one of them. May be gone through again. */
  readonly chunks: Iterable<string>;
  /** As `TextDecoder` names it; UTF-8 for what is text already. */
  readonly encoding: string;
  /** The bytes begin with a byte order mark. */
  readonly hasMark: boolean;
  /** Some bytes are no text in the encoding: U+FFFD stands for them. */
  readonly damaged: boolean;
  readonly ascii: boolean;
}

/** In bytes and in UTF-16 code units. */
const CHUNK = 1 << 18;
/** Bytes by which an encoding is guessed. */
const SAMPLE = 1 << 20;

export function decoded(source: PairSource, name: string): Decoded {
  if (typeof source === 'string') return decodedText(source);
  const bytes = source instanceof Uint8Array ? [source] : source;
  if (source instanceof Uint8Array) refuseDetached(source, name);
  const head = headOf(bytes, SAMPLE);
  const marked = markedEncoding(head);
  const encoding = marked ?? unmarkedEncoding(bytes, head);
  return {
    chunks: { [Symbol.iterator]: () => textOf(bytes, encoding, false) },
    encoding,
    hasMark: marked !== null,
    damaged: !decodes(bytes, encoding),
    ascii: encoding === 'utf-8' && isAscii(bytes),
  };
}

function decodedText(text: string): Decoded {
  return {
    chunks: { [Symbol.iterator]: () => slices(text) },
    encoding: 'utf-8',
    hasMark: false,
    damaged: false,
    ascii: /^\p{ASCII}*$/u.test(text),
  };
}

function* slices(text: string): Generator<string> {
  for (let start = 0, end = 0; start < text.length; start = end) {
    end = start + CHUNK;
    if (/[\uD800-\uDBFF]/.test(text[end - 1] ?? '')) end++;
    yield text.slice(start, end);
  }
}

function* textOf(bytes: Iterable<Uint8Array>, encoding: string, fatal: boolean): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal, ignoreBOM: encoding === 'utf-8' });
  for (const chunk of bytes) {
    for (let at = 0; at < chunk.length; at += CHUNK) {
      yield decoder.decode(chunk.subarray(at, at + CHUNK), { stream: true });
    }
  }
  yield decoder.decode();
}

function decodes(bytes: Iterable<Uint8Array>, encoding: string): boolean {
  try {
    for (const _ of textOf(bytes, encoding, true));
    return true;
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) return false;
    throw error;
  }
}

function isAscii(bytes: Iterable<Uint8Array>): boolean {
  for (const chunk of bytes) if (chunk.some((byte) => byte > 0x7f)) return false;
  return true;
}

function headOf(bytes: Iterable<Uint8Array>, length: number): Uint8Array {
  const head = new Uint8Array(length);
  let filled = 0;
  for (const chunk of bytes) {
    const part = chunk.subarray(0, length - filled);
    head.set(part, filled);
    filled += part.length;
    if (filled === length) break;
  }
  return head.subarray(0, filled);
}

function markedEncoding([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : null;
}

/** UTF-8 if the bytes are; else what they declare, if they are that; else what they look most like. */
function unmarkedEncoding(bytes: Iterable<Uint8Array>, head: Uint8Array): string {
  // Whatever the format, the first character is one of ASCII.
  if (head[0] === 0 && head[1] !== 0) return 'utf-16be';
  if (head[0] !== 0 && head[1] === 0) return 'utf-16le';
  const declared = declaredEncoding(new TextDecoder().decode(head.subarray(0, 1024)));
  if (decodes(bytes, 'utf-8')) return 'utf-8';
  if (declared !== null && decodes(bytes, declared)) return new TextDecoder(declared).encoding;
  const guess = plausibleEncodings(head)[0]!.encoding;
  return decodes(bytes, guess) ? guess : 'utf-8';
}

/** The name of an encoding as an XML declaration has it; null without a declaration. */
export function declaredEncoding(head: string): string | null {
  return /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([^"']*)["']/.exec(head)?.[1] ?? null;
}

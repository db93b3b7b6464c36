import { DuiqiError } from '../../common/errors.js';
import { decode } from '../../document/read/decode.js';
import { refuseDetached } from '../../document/read/detached.js';
import { inputName } from '../../document/read/reading.js';
import { refuseTooLongText } from '../../document/read/size.js';
import type { PairSource, ReadingContext } from './pair-source.js';

/** How much of a whole text or of all its bytes is handed on at once. */
const PIECE = 2 ** 16;

/**
 * The text of a file of pairs, in chunks: UTF-8, or UTF-16 with a byte order mark, which some tools write TMX in.
 *
 * @throws DuiqiError `undecodable` where the bytes are neither, `bad-input` where they were given away
 */
export function* textChunks(source: PairSource, name: string): Iterable<string> {
  if (typeof source === 'string') {
    for (let at = source.startsWith('\uFEFF') ? 1 : 0; at < source.length; at += PIECE) {
      yield source.slice(at, at + PIECE);
    }
    return;
  }
  if (source instanceof Uint8Array) refuseDetached(source, name);
  let decoder: TextDecoder | null = null;
  let offset = 0;
  try {
    for (const chunk of source instanceof Uint8Array ? piecesOf(source) : source) {
      refuseDetached(chunk, name);
      decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
      yield decoder.decode(chunk, { stream: true });
      offset += chunk.length;
    }
    yield decoder?.decode() ?? '';
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new DuiqiError(
      'undecodable',
      `${inputName(name)} is not ${decoder?.encoding.toUpperCase()} text somewhere after byte ${offset}: save it as UTF-8.`,
      { name, problem: 'not-utf-8', offset },
    );
  }
}

/**
 * The text of a table in whatever encoding, in chunks: Excel saves CSV files in that of the system, which is GBK in China. Such a
 * file is held whole, since its encoding shows in the whole of it only.
 *
 * @throws DuiqiError `undecodable` where the bytes are no text
 */
export function* tableChunks(source: PairSource, { name, tell }: ReadingContext): Iterable<string> {
  if (typeof source === 'string' || isUnicode(source, name)) {
    yield* textChunks(source, name);
    return;
  }
  const { text, diagnostics } = decode(bytesOf(source, name), name);
  for (const diagnostic of diagnostics) tell(diagnostic);
  yield* textChunks(text, name);
}

function isUnicode(source: PairSource, name: string): boolean {
  try {
    for (const _ of textChunks(source, name));
    return true;
  } catch (error) {
    if (error instanceof DuiqiError && error.code === 'undecodable') return false;
    throw error;
  }
}

/** All bytes of a file at once. */
export function bytesOf(source: PairSource, name: string): Uint8Array {
  if (typeof source === 'string') return new TextEncoder().encode(source);
  const chunks = source instanceof Uint8Array ? [source] : [...source];
  for (const chunk of chunks) refuseDetached(chunk, name);
  if (source instanceof Uint8Array) return source;
  const whole = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

function* piecesOf(bytes: Uint8Array): Iterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'utf-8';
}

/**
 * The lines of a text that comes in chunks, without their ends.
 *
 * @param name for messages
 * @throws DuiqiError `unreadable` for a line that is too long to be one of a file of pairs
 */
export function* linesOf(chunks: Iterable<string>, name: string): Iterable<string> {
  for (const line of linesWithEnds(chunks, name)) {
    yield line.endsWith('\n') ? line.slice(0, line.endsWith('\r\n') ? -2 : -1) : line;
  }
}

/** The same with the `\n` at which they end. */
export function* linesWithEnds(chunks: Iterable<string>, name: string): Iterable<string> {
  let rest = '';
  let line = 1;
  for (const chunk of chunks) {
    // Only the chunk is looked through, so that a line of many chunks is not looked through for each of them.
    let start = 0;
    for (let end = chunk.indexOf('\n'); end >= 0; end = chunk.indexOf('\n', start)) {
      yield rest + chunk.slice(start, end + 1);
      line++;
      rest = '';
      start = end + 1;
    }
    rest += chunk.slice(start);
    refuseTooLongText(rest.length, name, ` in line ${line}`);
  }
  if (rest !== '') yield rest;
}

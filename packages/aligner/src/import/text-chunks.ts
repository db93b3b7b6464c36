import { DuiqiError } from '../errors.js';
import { inputName } from '../read/reading.js';
import type { PairSource } from './pair-source.js';

/**
 * The text of a file of pairs, in chunks: UTF-8, or UTF-16 with a byte order mark, which some tools write TMX in.
 *
 * @throws DuiqiError `undecodable` where the bytes are neither
 */
export function* textChunks(source: PairSource, name: string): Iterable<string> {
  if (typeof source === 'string') {
    yield source.startsWith('\uFEFF') ? source.slice(1) : source;
    return;
  }
  let decoder: TextDecoder | null = null;
  let offset = 0;
  try {
    for (const chunk of source instanceof Uint8Array ? [source] : source) {
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
      { name, offset },
    );
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return 'utf-8';
}

/** The lines of a text that comes in chunks, without their ends. */
export function* linesOf(chunks: Iterable<string>): Iterable<string> {
  let rest = '';
  for (const chunk of chunks) {
    // Only the chunk is looked through, so that a line of many chunks is not looked through for each of them.
    const lines = chunk.split('\n');
    lines[0] = rest + lines[0];
    rest = lines.pop()!;
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  if (rest !== '') yield rest;
}

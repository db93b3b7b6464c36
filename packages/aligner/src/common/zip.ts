import { type AsyncFlateStreamHandler, Inflate, strToU8, unzipSync, Zip, ZipDeflate } from 'fflate';

/** What the directory of an archive says of a file. */
export interface ZipEntry {
  readonly name: string;
  readonly originalSize: number;
}

/**
 * Those files of a ZIP archive (APPNOTE 6.3) that the filter wants, inflated.
 *
 * @throws an error of any kind where the archive is damaged
 */
export function inflateFiles(
  bytes: Uint8Array,
  filter: (entry: ZipEntry) => boolean,
): Readonly<Record<string, Uint8Array>> {
  return unzipSync(bytes, { filter });
}

/** Bytes that are inflated at a time: a thousand times as many may come out. */
const INFLATED_AT_ONCE = 2 ** 14;

/**
 * One file of a ZIP archive, inflated piece by piece, and as many bytes as the directory says at most.
 *
 * @throws an error of any kind where the archive is damaged
 */
export function* inflateInPieces(bytes: Uint8Array, name: string): Iterable<Uint8Array> {
  const { method, start, size, originalSize } = placeOf(bytes, name);
  const data = bytes.subarray(start, start + size);
  if (data.length < size || (method !== STORED && method !== DEFLATED)) throw new Error('damaged');
  let left = originalSize;
  let ready: Uint8Array[] = [];
  const inflate = new Inflate((piece) => {
    left -= piece.length;
    if (left < 0) throw new Error('damaged');
    ready.push(piece);
  });
  for (let at = 0; at < size; at += INFLATED_AT_ONCE) {
    const piece = data.subarray(at, at + INFLATED_AT_ONCE);
    if (method === STORED) ready.push(piece);
    else inflate.push(piece, at + INFLATED_AT_ONCE >= size);
    yield* ready;
    ready = [];
  }
  if (method === DEFLATED && left > 0) throw new Error('damaged');
}

const STORED = 0;
const DEFLATED = 8;

/**
 * Where the data of a file are, by the directory at the end of the archive. It is read here, since no library both bounds what it
 * inflates and gives it at once, as iterables want it: fflate inflates a file whole, yauzl is for Node alone, and zip.js gives
 * promises.
 */
interface Place {
  readonly method: number;
  readonly start: number;
  readonly size: number;
  readonly originalSize: number;
}

/** Of the headers of APPNOTE 6.3 (4.3.7, 4.3.12 and 4.3.16), the signatures and lengths without names and the like. */
const LOCAL = { signature: 0x04034b50, length: 30 };
const CENTRAL = { signature: 0x02014b50, length: 46 };
const END = { signature: 0x06054b50, length: 22, longestComment: 0xffff };

function placeOf(bytes: Uint8Array, name: string): Place {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const short = (at: number): number => view.getUint16(at, true);
  const long = (at: number): number => view.getUint32(at, true);
  let end = bytes.length - END.length;
  const earliest = Math.max(0, end - END.longestComment);
  while (end > earliest && long(end) !== END.signature) end--;
  const wanted = strToU8(name);
  let at = long(end + 16);
  while (long(at) === CENTRAL.signature) {
    const [nameLength, extraLength, commentLength] = [short(at + 28), short(at + 30), short(at + 32)];
    const found = bytes.subarray(at + CENTRAL.length, at + CENTRAL.length + nameLength);
    if (found.length === wanted.length && wanted.every((byte, index) => byte === found[index])) {
      const local = long(at + 42);
      if (long(local) !== LOCAL.signature) break;
      return {
        method: short(at + 10),
        start: local + LOCAL.length + short(local + 26) + short(local + 28),
        size: long(at + 20),
        originalSize: long(at + 24),
      };
    }
    at += CENTRAL.length + nameLength + extraLength + commentLength;
  }
  throw new Error('damaged');
}

/** Characters that are deflated at a time. */
const DEFLATED_AT_ONCE = 2 ** 16;
/** A ZIP archive of texts, made while they are gone through. They are written in their order. */
export function* zipInPieces(files: Readonly<Record<string, Iterable<string>>>): Iterable<Uint8Array> {
  let ready: Uint8Array[] = [];
  const take = (): readonly Uint8Array[] => {
    const taken = ready;
    ready = [];
    return taken;
  };
  const receive: AsyncFlateStreamHandler = (error, piece) => {
    if (error) throw error;
    ready.push(piece);
  };
  const zip = new Zip(receive);
  for (const [name, texts] of Object.entries(files)) {
    const file = new ZipDeflate(name);
    // The earliest time that an archive can hold, the same in all time zones: equal contents give equal bytes.
    file.mtime = new Date(1980, 0, 1);
    zip.add(file);
    let text = '';
    for (const each of texts) {
      text += each;
      if (text.length < DEFLATED_AT_ONCE) continue;
      file.push(strToU8(text));
      text = '';
      yield* take();
    }
    file.push(strToU8(text), true);
    yield* take();
  }
  zip.end();
  yield* take();
}

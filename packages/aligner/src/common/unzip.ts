import { Inflate, strFromU8 } from 'fflate';
import { crc32 } from './crc32.js';

/** A file of an archive, as the directory at its end has it. */
export interface ZipEntry {
  readonly name: string;
  /** Its bytes when it is inflated. */
  readonly originalSize: number;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  /** Its bytes in the archive. */
  readonly size: number;
  /** Where its own header begins, and where what follows in the archive does, which its data cannot reach into. */
  readonly header: number;
  readonly limit: number;
}

/** Of the records of APPNOTE 6.3 (4.3.7, 4.3.9, 4.3.12 and 4.3.14 to 16), the signatures and lengths without names and the like. */
const LOCAL = { signature: 0x04034b50, length: 30 };
const DESCRIPTOR = { signature: 0x08074b50 };
const CENTRAL = { signature: 0x02014b50, length: 46 };
const END = { signature: 0x06054b50, length: 22, longestComment: 0xffff };
const LOCATOR = { signature: 0x07064b50, length: 20 };
const END_64 = { signature: 0x06064b50 };
const EXTRA_64 = 1;
/** What stands in a field whose number has 64 bits and is said elsewhere. */
const ELSEWHERE = 0xffffffff;

const STORED = 0;
const DEFLATED = 8;
/** Bits of flags (4.4.4). */
const ENCRYPTED = 1;
const DESCRIBED_LATER = 8;
const UTF8 = 0x800;

/**
 * The directory of a ZIP archive (APPNOTE 6.3, with ZIP64), or null where it has more than so many files.
 *
 * It is read here and only what is packed is left to fflate. Tried on sixteen archives that lie in a place each, fflate gave a shorter
 * text for eight and looked at no checksum; yauzl gave one for four, looked at none either, and is for Node alone; zip.js refused
 * all but those that count too few files or have two of one name, but gives promises where all readers take their parts at once, and
 * weighs 108 kB.
 *
 * @throws an error of any kind where the directory is damaged
 */
export function readDirectory(bytes: Uint8Array, most: number): readonly ZipEntry[] | null {
  const view = new Fields(bytes);
  const { count, start } = directoryPlace(view);
  const entries: Omit<ZipEntry, 'limit'>[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (view.long(at) !== CENTRAL.signature) throw new Error('damaged');
    if (index === most) return null;
    const nameEnd = at + CENTRAL.length + view.short(at + 28);
    const extraEnd = nameEnd + view.short(at + 30);
    const flags = view.short(at + 8);
    const fields = [view.long(at + 24), view.long(at + 20), view.long(at + 42)] as const;
    const [originalSize, size, header] = wide(view, fields, nameEnd, extraEnd);
    entries.push({
      name: nameOf(bytes.subarray(at + CENTRAL.length, nameEnd), flags),
      originalSize,
      flags,
      method: view.short(at + 10),
      crc: view.long(at + 16),
      size,
      header,
    });
    at = extraEnd + view.short(at + 32);
  }
  // More files than the end of the archive counts would be left out in silence.
  if (view.long(at) === CENTRAL.signature) throw new Error('damaged');
  return withLimits(entries, start);
}

/** Of the end of the archive, how many files there are and where their directory begins. */
function directoryPlace(view: Fields): { readonly count: number; readonly start: number } {
  const end = endPlace(view);
  const [count, start] = [view.short(end + 10), view.long(end + 16)];
  const locator = end - LOCATOR.length;
  if (locator < 0 || view.long(locator) !== LOCATOR.signature) return { count, start };
  const end64 = view.wide(locator + 8);
  if (view.long(end64) !== END_64.signature) throw new Error('damaged');
  return { count: view.wide(end64 + 32), start: view.wide(end64 + 48) };
}

/** The last record that may be the end of the archive; one whose comment ends with it is before others. */
function endPlace(view: Fields): number {
  const latest = view.length - END.length;
  const earliest = Math.max(0, latest - END.longestComment);
  let found = -1;
  for (let at = latest; at >= earliest; at--) {
    if (view.long(at) !== END.signature) continue;
    if (at + END.length + view.short(at + 20) === view.length) return at;
    if (found < 0) found = at;
  }
  if (found < 0) throw new Error('damaged');
  return found;
}

/** Numbers of which those that have 64 bits stand in an extra field, in their order (4.5.3). */
function wide(
  view: Fields,
  fields: readonly [number, number, number],
  from: number,
  to: number,
): readonly [number, number, number] {
  if (!fields.includes(ELSEWHERE)) return fields;
  let at = from;
  while (at + 4 <= to && view.short(at) !== EXTRA_64) at += 4 + view.short(at + 2);
  const end = at + 4 <= to ? at + 4 + view.short(at + 2) : at;
  at += 4;
  const [one, two, three] = fields.map((field) => {
    if (field !== ELSEWHERE) return field;
    if (at + 8 > end) throw new Error('damaged');
    at += 8;
    return view.wide(at - 8);
  });
  return [one!, two!, three!];
}

/** Many writers of names in UTF-8 do not say that they are. */
function nameOf(bytes: Uint8Array, flags: number): string {
  if ((flags & UTF8) !== 0) return strFromU8(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return strFromU8(bytes, true);
  }
}

/** Files that lie over each other, or over the directory, end where they begin: none of their data is taken. */
function withLimits(entries: readonly Omit<ZipEntry, 'limit'>[], directory: number): readonly ZipEntry[] {
  const starts = [...entries.map(({ header }) => header), directory].sort((one, other) => one - other);
  const limits = new Map<number, number>();
  for (let at = starts.length - 2; at >= 0; at--) limits.set(starts[at]!, starts[at + 1]!);
  return entries.map((entry) => ({ ...entry, limit: limits.get(entry.header) ?? entry.header }));
}

/** Bytes that are inflated at a time: a thousand times as many may come out. */
const INFLATED_AT_ONCE = 2 ** 14;

/**
 * A file of a ZIP archive, inflated piece by piece: all of it, which its length and its checksum prove, and never more than the
 * directory says. What does not prove to be whole ends in an error, after pieces that were right until there.
 *
 * @throws an error of any kind where the file is damaged, encrypted, or packed by another method than Deflate
 */
export function* inflateEntry(bytes: Uint8Array, entry: ZipEntry): Iterable<Uint8Array> {
  const { method, size, originalSize } = entry;
  const start = dataPlace(bytes, entry);
  const data = bytes.subarray(start, start + size);
  let left = originalSize;
  let crc = 0;
  let ready: Uint8Array[] = [];
  const receive = (piece: Uint8Array): void => {
    left -= piece.length;
    if (left < 0) throw new Error('damaged');
    crc = crc32(piece, crc);
    ready.push(piece);
  };
  const inflate = new Inflate(receive);
  for (let at = 0; at < size; at += INFLATED_AT_ONCE) {
    const piece = data.subarray(at, at + INFLATED_AT_ONCE);
    if (method === STORED) receive(piece);
    // Of data that end before their last block, the last piece throws.
    else inflate.push(piece, at + INFLATED_AT_ONCE >= size);
    yield* ready;
    ready = [];
  }
  if (left > 0 || crc !== entry.crc) throw new Error('damaged');
}

/** Where the data of a file begin, if its own header and what stands after it say no more of it than the directory. */
function dataPlace(bytes: Uint8Array, entry: ZipEntry): number {
  const view = new Fields(bytes);
  const { header, size, originalSize, limit, crc } = entry;
  const flags = view.short(header + 6);
  const start = header + LOCAL.length + view.short(header + 26) + view.short(header + 28);
  const end = start + size;
  const isWhole =
    view.long(header) === LOCAL.signature &&
    (entry.method === STORED ? size === originalSize : entry.method === DEFLATED && size > 0) &&
    ((flags | entry.flags) & ENCRYPTED) === 0 &&
    end <= limit;
  if (!isWhole) throw new Error('damaged');
  if (entry.method === DEFLATED) return start;
  // Data that are not packed do not show where they end: a directory may say less of them, with a checksum that fits.
  const isSo =
    (flags & DESCRIBED_LATER) === 0
      ? said(view.long(header + 22), originalSize)
      : view.long(end) === crc || (view.long(end) === DESCRIPTOR.signature && view.long(end + 4) === crc);
  if (!isSo) throw new Error('damaged');
  return start;
}

/** Whether a header says no more than the directory, or leaves it to an extra field. */
function said(size: number, inDirectory: number): boolean {
  return size <= inDirectory || size === ELSEWHERE;
}

/** Numbers of an archive, which are little-endian. */
class Fields {
  readonly length: number;
  readonly #view: DataView;

  constructor(bytes: Uint8Array) {
    this.length = bytes.length;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  short(at: number): number {
    return this.#view.getUint16(at, true);
  }

  long(at: number): number {
    return this.#view.getUint32(at, true);
  }

  /** A number of 64 bits; those that no file is so large for are beyond its end all the same. */
  wide(at: number): number {
    return this.long(at) + this.long(at + 4) * 2 ** 32;
  }
}

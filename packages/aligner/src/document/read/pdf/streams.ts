/** No content stream or font is longer than this, in bytes; pictures may be, and are not looked at. */
const LONGEST_STREAM = 64e6;
/** Nor are all that a document has together. */
const LONGEST_DOCUMENT = 1e9;
/** How far before a stream its dictionary is looked at, in bytes. */
const DICTIONARY = 400;
/** Streams that are packed twice are unpacked twice. */
const DEEPEST = 3;

/**
 * Whether the streams of a PDF unpack to more than any honest one does: PDF.js would unpack them to the end, in memory.
 * Only Deflate is looked at, since no other filter of PDF packs a thousand bytes in one.
 */
export async function isPackedTooTightly(bytes: Uint8Array): Promise<boolean> {
  let total = 0;
  for (const stream of deflatedStreams(bytes)) {
    const length = await inflatedLength(stream, 1);
    total += length;
    if (length > LONGEST_STREAM || total > LONGEST_DOCUMENT) return true;
  }
  return false;
}

/** What stands between `stream` and `endstream` and begins as Deflate does, without pictures. */
function* deflatedStreams(bytes: Uint8Array): Generator<Uint8Array> {
  // One character for each byte: what is looked for is ASCII.
  const text = new TextDecoder('latin1').decode(bytes);
  for (let from = text.indexOf('stream'); from >= 0; from = text.indexOf('stream', from)) {
    from += 'stream'.length;
    const dictionary = text.slice(Math.max(0, from - DICTIONARY), from);
    const start = from + (text.startsWith('\r\n', from) ? 2 : 1);
    if (!isDeflate(bytes, start) || dictionary.endsWith('endstream')) continue;
    const end = text.indexOf('endstream', start);
    from = end < 0 ? text.length : end;
    const own = dictionary.slice(dictionary.lastIndexOf(' obj') + 1);
    if (!/\/Subtype\s*\/Image/.test(own)) yield bytes.subarray(start, from);
  }
}

/** The two bytes that Deflate with a zlib header begins with (RFC 1950). */
function isDeflate(bytes: Uint8Array, at: number): boolean {
  const [first, second] = [bytes[at] ?? 0, bytes[at + 1] ?? 0];
  return (first & 0x0f) === 8 && first >> 4 <= 7 && (first * 256 + second) % 31 === 0;
}

/** How long a stream is when unpacked; somewhat more than the longest allowed where it is longer than that. */
async function inflatedLength(packed: Uint8Array, depth: number): Promise<number> {
  const inflating = new DecompressionStream('deflate');
  const writer = inflating.writable.getWriter();
  // Damage and the bytes after the end fail both halves: the length until then is what counts.
  const written = writer
    .write(packed as Uint8Array<ArrayBuffer>)
    .then(() => writer.close())
    .catch(() => {});
  const reader = inflating.readable.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      length += part.value.length;
      if (length > LONGEST_STREAM) {
        await reader.cancel();
        break;
      }
      if (parts.length > 0 || (depth < DEEPEST && length > 1 && isDeflate(part.value, 0)))
        parts.push(part.value);
    }
  } catch {
    // See above.
  }
  await written;
  if (parts.length === 0 || length > LONGEST_STREAM) return length;
  const again = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    again.set(part, at);
    at += part.length;
  }
  return length + (await inflatedLength(again, depth + 1));
}

/** In bytes: a text in JavaScript cannot be much longer. */
const LONGEST = 2 ** 28;

/**
 * The lines of a stream, without their ends. Only a line feed ends one: JSON may hold any other line end of Unicode as it is.
 * Of a line that is too long to be taken, nothing is given but its beginning.
 */
export async function* byteLines(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      yield joined([...parts, chunk.subarray(start, end)]);
      parts = [];
      length = 0;
      start = end + 1;
    }
    if (start === chunk.length || length > LONGEST) continue;
    parts.push(chunk.subarray(start));
    length += chunk.length - start;
  }
  if (parts.length > 0) yield joined(parts);
}

const LINE_FEED = 0x0a;

/** In memory of its own, of which nothing is handed over but the line. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

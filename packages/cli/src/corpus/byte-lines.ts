/** A line of a stream, without its end. */
export interface ByteLine {
  readonly bytes: Uint8Array;
  /** Whether the line is too long to be taken, so that only its beginning is given. */
  readonly isCut: boolean;
}

/** In bytes: a text in JavaScript cannot be much longer. */
export const LONGEST = 2 ** 28;
/** So much is given of the beginning of a longer line. */
const BEGINNING = 2 ** 12;

/**
 * The lines of a stream, without their ends. Only a line feed ends one: JSON may hold any other line end of Unicode as it is.
 *
 * @param longest in bytes; of a longer line only the beginning is held
 */
export async function* byteLines(
  stream: AsyncIterable<Uint8Array>,
  longest = LONGEST,
): AsyncGenerator<ByteLine> {
  let parts: Uint8Array[] = [];
  let length = 0;
  const add = (part: Uint8Array): void => {
    if (length <= longest) parts.push(part);
    length += part.length;
    if (length > longest) parts = [joined(parts).slice(0, BEGINNING)];
  };
  const taken = (): ByteLine => {
    const line = { bytes: joined(parts), isCut: length > longest };
    parts = [];
    length = 0;
    return line;
  };
  for await (const chunk of stream) {
    let start = 0;
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      add(chunk.subarray(start, end));
      yield taken();
      start = end + 1;
    }
    if (start < chunk.length) add(chunk.subarray(start));
  }
  if (length > 0) yield taken();
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

import { closeSync, openSync, readSync } from 'node:fs';

const CHUNK = 1 << 20;

/**
 * The whole lines of a file, each with the place in bytes where it ends, read as they are asked for and as often as they are.
 * What stands behind the last line end is no line: whoever wrote it was ended before.
 */
export function fileLines(path: string): Iterable<{ readonly line: string; readonly end: number }> {
  return {
    *[Symbol.iterator]() {
      const file = openSync(path, 'r');
      try {
        let rest: Buffer[] = [];
        let position = 0;
        for (;;) {
          const chunk = Buffer.allocUnsafe(CHUNK);
          const length = readSync(file, chunk);
          if (length === 0) return;
          let start = 0;
          for (
            let end = chunk.indexOf(LINE_FEED);
            end >= 0 && end < length;
            end = chunk.indexOf(LINE_FEED, start)
          ) {
            const line = Buffer.concat([...rest, chunk.subarray(start, end)]).toString();
            rest = [];
            start = end + 1;
            yield { line, end: position + start };
          }
          rest.push(chunk.subarray(start, length));
          position += length;
        }
      } finally {
        closeSync(file);
      }
    },
  };
}

const LINE_FEED = 0x0a;

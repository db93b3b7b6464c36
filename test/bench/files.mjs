import { closeSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';

const CHUNK = 1 << 20;

/**
 * Writes beads of sentences to two files in a folder, a sentence a line, without holding the text in memory.
 *
 * @returns the files, how many sentences they have, and the beads by sentence numbers
 */
export function writeBeads(folder, beads) {
  const [english, chinese] = ['en.txt', 'zh.txt'].map((name) => path.join(folder, name));
  const [en, zh] = [english, chinese].map(lineWriter);
  const gold = [];
  for (const bead of beads) gold.push({ en: bead.en.map(en.write), zh: bead.zh.map(zh.write) });
  return { english, chinese, sentences: { en: en.close(), zh: zh.close() }, gold };
}

function lineWriter(file) {
  const descriptor = openSync(file, 'w');
  let buffer = '';
  let lines = 0;
  const flush = () => {
    writeSync(descriptor, buffer);
    buffer = '';
  };
  return {
    /** Returns the number of the line. */
    write(line) {
      buffer += `${line}\n`;
      if (buffer.length > CHUNK) flush();
      return lines++;
    },
    /** Returns how many lines there are. */
    close() {
      flush();
      closeSync(descriptor);
      return lines;
    },
  };
}

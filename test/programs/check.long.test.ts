import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check, repaired } from '../../packages/aligner/src/pairs/check/check.js';
import { broken, MEMORY, REPAIRABLE } from '../helpers/broken-memories.js';
import { hasProgram, hasPythonModule, PYTHON } from '../helpers/programs.js';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'duiqi-programs-'));
});
afterAll(() => rmSync(directory, { recursive: true }));

function put(name: string, text: string): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}

/** Faults that a parser of XML or the document type sees; the others only importers meet. xmllint only warns of lang=. */
const SEEN_BY_XMLLINT = new Set(['character', 'entity', 'not-well-formed', 'order']);

describe.skipIf(!hasProgram('xmllint'))('repaired memories for xmllint (skipped where it is missing)', () => {
  const dtd = fileURLToPath(new URL('../fixtures/tmx14.dtd', import.meta.url));
  const isValid = (text: string) =>
    spawnSync('xmllint', ['--noout', '--nonet', '--dtdvalid', dtd, put('memory.tmx', text)]).status === 0;

  it('the memory itself is valid', () => expect(isValid(MEMORY)).toBe(true));

  // A lone surrogate cannot be written to a file.
  it.each(REPAIRABLE.filter(({ at }) => at !== '\ud800'))('$name', async (breakage) => {
    // With a document type of its own, an unknown entity might be declared there.
    const text = broken(breakage).replace(/<!DOCTYPE.*>\n/, '');
    // Without a version the DTD's own is taken, since it allows no other.
    const isSeen = SEEN_BY_XMLLINT.has(breakage.code) || /^no (?!version)/.test(breakage.name);
    if (isSeen) expect(isValid(text)).toBe(false);
    expect(isValid([...(await repaired(text, { format: 'tmx' }))].join(''))).toBe(true);
  });
});

describe.skipIf(!hasPythonModule('datasets'))(
  'JSON Lines for Hugging Face datasets (skipped where it is missing)',
  () => {
    const line = (en: string, score: string) => `{"en":"${en}","zh":"旧桥已经开放。","score":${score}}\n`;
    const sound = line('The old bridge is open.', '0.9') + line('The bridge opened.', '0.8');
    const long = line('The old bridge is open. '.repeat(5000), '0.9');
    const loads = (text: string) => {
      const script =
        'import sys, datasets; datasets.load_dataset("json", data_files=sys.argv[1], split="train", cache_dir=sys.argv[2])';
      const path = put('corpus.jsonl', text);
      return spawnSync(PYTHON, ['-c', script, path, join(directory, 'cache')]).status === 0;
    };

    it.each<[string, string, boolean]>([
      ['a sound corpus', sound, true],
      // A file is loaded in blocks of 10 MB; fields may change within one.
      ['another type in a later block', long.repeat(100) + line('Open.', '[1]'), false],
      ['another field in a later block', `${long.repeat(100)}{"src":"a"}\n`, false],
      ['half a character', sound.replace('opened', '\\ud800'), false],
      ['a line that is no object', `${sound}["en"\n`, false],
    ])('%s', async (_, text, expected) => {
      expect(loads(text)).toBe(expected);
      const errors = [...(await check(text, { format: 'jsonl' }))].filter(
        ({ severity }) => severity === 'error',
      );
      expect(errors.length === 0).toBe(expected);
      if (errors.some(({ fix }) => fix !== undefined)) {
        expect(loads([...(await repaired(text, { format: 'jsonl' }))].join(''))).toBe(true);
      }
    });
  },
);

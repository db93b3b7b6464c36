import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { stemWord } from '../../packages/aligner/src/document/segment/english-words.js';
import { markerInPath } from '../../packages/aligner/src/document/structure/clause-tree.js';
import { readLabels } from '../../packages/aligner/src/document/writing/label.js';
import type { PairRecord } from '../../packages/aligner/src/pairs.js';
import { lexiconBytes, openLexicon } from '../../packages/aligner/src/words.js';
import { commands, formats, LATER_PAIRS, makePairs, PAIRS } from './pair-works.mjs';
import { type PairsPerformance, pairsReport, withPairsReport } from './pairs-report.mjs';
import { makeVocabulary, type Vocabulary } from './vocabulary.mjs';

const CHILD = fileURLToPath(new URL('pairs-child.mjs', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'duiqi-pairs-'));
afterAll(() => rmSync(folder, { recursive: true }));

let vocabulary: Vocabulary;
let pairs: PairRecord[];
let later: PairRecord[];
beforeAll(async () => {
  const bytes = await lexiconBytes();
  vocabulary = makeVocabulary(bytes, openLexicon(bytes), stemWord);
  pairs = [...makePairs({ count: 300, vocabulary })];
  later = [...makePairs({ count: 300, vocabulary, changed: 10 })];
  for (const [name, all] of [
    [PAIRS, pairs],
    [LATER_PAIRS, later],
  ] as const) {
    writeFileSync(path.join(folder, name), all.map((pair) => `${JSON.stringify(pair)}\n`).join(''));
  }
});

describe('the pairs', () => {
  test('are as many as asked for, the same each time, each with a text on both sides and an id of its own', () => {
    expect(pairs).toHaveLength(300);
    expect([...makePairs({ count: 300, vocabulary })]).toEqual(pairs);
    expect(pairs.every(({ en, zh }) => en !== '' && zh !== '')).toBe(true);
    expect(new Set(pairs.map(({ id }) => id)).size).toBe(300);
  });

  test('begin in part with a clause marker that their path ends with', () => {
    const marked = pairs.filter((pair) => pair.clause_zh !== undefined);
    expect(marked.length).toBeGreaterThan(10);
    for (const { en, zh, clause, clause_zh } of marked) {
      expect(readLabels(en, 'en').map(markerInPath)).toContain(clause!.split('/').at(-1));
      expect(readLabels(zh, 'zh').map(markerInPath)).toContain(clause_zh!.split('/').at(-1));
    }
  });

  test('have in their later version every tenth one changed', () => {
    const changed = later.flatMap((pair, index) => (pair.en === pairs[index]!.en ? [] : [index]));
    expect(changed).toEqual(Array.from({ length: 30 }, (_, index) => 10 * index + 9));
  });
});

/** What a work comes to in a process of its own. */
function figuresOf(...args: readonly string[]) {
  const child = spawnSync(process.execPath, [CHILD, 'figures.json', PAIRS, ...args], { cwd: folder });
  expect(child.status).toBe(0);
  return JSON.parse(readFileSync(path.join(folder, 'figures.json'), 'utf8'));
}

describe('a work', () => {
  test('that writes or reads ends well, with the figures of its process', () => {
    const [tmx] = formats;
    for (const args of [tmx!.write, ['read', ...tmx!.files]]) {
      const figures = figuresOf(...args);
      expect(figures.status).toBe(0);
      for (const figure of ['seconds', 'bytes', 'yardstick']) expect(figures[figure]).toBeGreaterThan(0);
    }
  });

  test.each(commands)('duiqi %s', (command) => {
    expect(figuresOf(...command.split(' ')).status).toBe(0);
  });

  test('that fails is told by its status', () => {
    expect(figuresOf('export', 'absent.jsonl').status).toBe(1);
  });
});

describe('the report', () => {
  const figures: PairsPerformance = {
    machine: { node: '20.0.0', cores: 2, processor: 'Abacus' },
    count: 1_000_000,
    load: [2.51, 0.5],
    formats: [
      {
        name: 'TMX',
        megabytes: 545,
        write: { status: 0, seconds: 90.1, ratio: 12.3, megabytes: 200 },
        read: { failed: 'ended with SIGKILL' },
      },
    ],
    commands: [{ command: 'check out.tmx', status: 0, seconds: 100, ratio: 15, megabytes: 210 }],
  };

  test('has a row for each format and each command', () => {
    const lines = pairsReport(figures).split('\n');
    expect(lines[0]).toContain('1,000,000 pairs');
    expect(lines[0]).toContain('a load of 0.5 to 2.51');
    expect(lines).toContain('| TMX | 545 MB | 90.1 s (12.3) | 200 MB | ended with SIGKILL | – |');
    expect(lines).toContain('| `duiqi check out.tmx` | 100 s (15) | 210 MB |');
  });

  test('is in performance.md as performance.json has it', () => {
    const read = (name: string) =>
      readFileSync(new URL(`../../packages/aligner/docs/${name}`, import.meta.url), 'utf8');
    const { pairs: committed } = JSON.parse(read('performance.json')) as { pairs: PairsPerformance };
    expect(withPairsReport(read('performance.md'), committed)).toBe(read('performance.md'));
  });
});

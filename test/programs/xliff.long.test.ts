import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { toXliff } from '../../packages/aligner/src/pairs/export/xliff.js';
import type { PairRecord } from '../../packages/aligner/src/pairs/pair-record.js';
import { hasProgram, hasPythonModule, PYTHON } from '../helpers/programs.js';
import { pairRecord } from '../helpers/review-records.js';

const directory = mkdtempSync(join(tmpdir(), 'duiqi-xliff-'));
afterAll(() => rmSync(directory, { recursive: true }));

/** All that can be odd about pairs: repeated and foreign ids, documents in turn, one side only, characters of all kinds. */
const PAIRS: readonly PairRecord[] = [
  pairRecord({
    clause: '2/(1)',
    clause_zh: '二/（一）',
    flags: ['low-score'],
    note: 'Ask <Mei> & co.\nToday.',
  }),
  pairRecord({ confirmed: true, doc: 'a "b" <c> & \td', score: null, bead: null }),
  pairRecord({ id: 'foreign id: 7', doc: '' }),
  pairRecord({ id: 'u1', zh: '' }),
  pairRecord({
    id: '-1',
    en: ' Ferry\r\n\tand\u0001 \uFFFEpier\uD800\u00A0',
    zh: '渡轮]]>&amp;\u0085码头\u2028',
  }),
  pairRecord({ en: '', doc: 'none' }),
];

function file(name: string, pairs: readonly PairRecord[], direction: 'en-zh' | 'zh-en' = 'en-zh'): string {
  const path = join(directory, name);
  writeFileSync(path, [...toXliff(pairs, { unaligned: true, direction })].join(''));
  return path;
}

/** The directory of its jars, which `.ci/run` fetches. */
const okapi = process.env.DUIQI_OKAPI ?? '';
const hasOkapi = hasProgram('java') && okapi !== '' && existsSync(okapi);

describe.skipIf(!hasOkapi)('the XLIFF toolkit of Okapi (needs Java, and its jars in DUIQI_OKAPI)', () => {
  const check = (...files: readonly string[]) =>
    spawnSync(
      'java',
      [
        '-cp',
        join(okapi, '*'),
        fileURLToPath(new URL('../helpers/Xliff2Check.java', import.meta.url)),
        ...files,
      ],
      { encoding: 'utf8' },
    );

  test('finds every file valid, and all units in it', () => {
    const files = [file('en.xlf', PAIRS), file('zh.xlf', PAIRS, 'zh-en'), file('empty.xlf', [])];
    const { stdout, stderr, status } = check(...files);
    expect({ stdout, stderr: status === 0 ? '' : stderr }).toEqual({ stdout: '5\n5\n0\n', stderr: '' });
  });

  test('does find faults', () => {
    const path = join(directory, 'wrong.xlf');
    const text = [...toXliff(PAIRS)].join('');
    writeFileSync(path, text.replace('state="translated"', 'state="done"'));
    expect(check(path).stderr).toContain("Value 'done' is not");
  });
});

describe.skipIf(!hasPythonModule('translate.storage.xliff2'))('translate-toolkit (in DUIQI_PYTHON)', () => {
  test('reads sources and targets as they were written', () => {
    const program =
      'import json, sys; from translate.storage.xliff2 import Xliff2File;' +
      'print(json.dumps([[str(u.source), u.target and str(u.target)] for u in Xliff2File.parsefile(sys.argv[1]).units]))';
    const { stdout, stderr } = spawnSync(PYTHON, ['-c', program, file('toolkit.xlf', PAIRS)], {
      encoding: 'utf8',
    });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual([
      ['The ferry sails at noon.', '渡轮正午开航。'],
      ['The ferry sails at noon.', '渡轮正午开航。'],
      ['The ferry sails at noon.', '渡轮正午开航。'],
      ['The ferry sails at noon.', null],
      [' Ferry\r\n\tand pier\uFFFD\u00A0', '渡轮]]>&amp;\u0085码头\u2028'],
    ]);
  });
});

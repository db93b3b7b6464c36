import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BIN, runCommand } from '../helpers/command.js';
import { hasProgram, hasPythonModule, PYTHON } from '../helpers/programs.js';

const directory = mkdtempSync(join(tmpdir(), 'duiqi-corpus-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const example = (name: string): string => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));

function python(args: readonly string[], environment: Readonly<Record<string, string>> = {}): string {
  const { stdout, stderr, status } = spawnSync(PYTHON, args, {
    cwd: directory,
    encoding: 'utf8',
    env: { ...process.env, HF_DATASETS_OFFLINE: '1', HF_HOME: join(directory, 'cache'), ...environment },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

describe.skipIf(!hasPythonModule('datasets'))(
  'a corpus in datasets (skipped where the module is missing)',
  () => {
    beforeAll(async () => {
      for (const folder of ['en', 'zh']) mkdirSync(join(directory, folder));
      const write = (path: string, text: string) => writeFileSync(join(directory, path), text);
      // In the first shard nothing has a clause or a flag, in the second one everything.
      write('en/1.txt', 'The mill grinds rye.\n');
      write('zh/1.txt', '磨坊磨黑麦。\n');
      write('en/2.txt', '(1) The clinic treated 500 children last year.\n');
      write('zh/2.txt', '（一）诊所去年治疗了600名儿童。\n');
      for (const format of ['jsonl', 'parquet'] as const) {
        const args = ['batch', 'en', 'zh', '-o', `corpus-${format}`, '-f', format, '--shard', '1'];
        expect(await runCommand(directory, args)).toMatchObject({ status: 0 });
      }
    });

    it.each(['jsonl', 'parquet'])('loads all shards of %s without being told their columns', (format) => {
      const script = `
import json, datasets
datasets.disable_progress_bars()
pairs = datasets.load_dataset("corpus-${format}", split="train")
print(json.dumps(pairs.to_list()))`;
      expect(JSON.parse(python(['-c', script]))).toMatchObject([
        { en: 'The mill grinds rye.', clause: '', flags: [], doc: '1.txt', file: [0, 1], zh_spans: [[0, 6]] },
        { clause: '(1)', clause_zh: '（一）', flags: ['number-mismatch'], doc: '2.txt' },
      ]);
    });

    it('becomes data for training by the example', () => {
      expect(python([example('huggingface/load.py'), 'corpus-jsonl'])).toMatch(
        /^2 pairs, [01] for training: anchor, positive\n$/m,
      );
    });
  },
);

/** Documents by name: most are good, some have only one language or none, one kills whatever reads it. */
const DOCUMENTS = Array.from({ length: 300 }, (_, n) => ({
  id: `d${String(n).padStart(3, '0')}.txt`,
  en: `The miller sold sack ${n} of rye.\n\nHe was born in ${1700 + n}.`,
  zh: `磨坊主卖了第${n}袋黑麦。\n\n他生于${1700 + n}年。`,
  ...(n % 60 === 59 && { zh: 'The miller grinds nothing but rye.' }),
  ...(n === 100 && { en: '' }),
  ...(n === 140 && { zh: 'LETHAL' }),
  ...(n === 200 && { zh: '\u0000\u0001' }),
  ...(n === 250 && { en: `The miller sold sack ${n} to the EXECUTOR.` }),
}));

/** What each process of the command is made to do at its start: to die of a document, and once to kill the executor above it. */
const DEATHS = `
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
const { decode } = TextDecoder.prototype;
TextDecoder.prototype.decode = function (...args) {
  const text = decode.apply(this, args);
  if (text.includes('LETHAL')) process.kill(process.pid, 'SIGKILL');
  const mark = new URL('killed', import.meta.url);
  if (text.includes('EXECUTOR') && process.env.KILL_ABOVE && !existsSync(mark)) {
    writeFileSync(mark, '');
    for (let above = process.ppid; above > 1; ) {
      if (readFileSync('/proc/' + above + '/cmdline', 'utf8').includes(process.env.KILL_ABOVE)) {
        process.kill(above, 'SIGKILL');
        break;
      }
      above = Number(/^PPid:\\s*(\\d+)/m.exec(readFileSync('/proc/' + above + '/status', 'utf8'))[1]);
    }
  }
  return text;
};`;

const TO_PARQUET = `
import json, os, pyarrow, pyarrow.parquet
os.mkdir("documents.parquet")
documents = [json.loads(line) for line in open("documents.jsonl", encoding="utf-8")]
for part in range(4):
    rows = pyarrow.Table.from_pylist(documents[75 * part : 75 * part + 75])
    pyarrow.parquet.write_table(rows, f"documents.parquet/{part}.parquet")`;

const FROM_PARQUET = `
import json, sys, pyarrow.parquet
print(json.dumps(pyarrow.parquet.read_table(sys.argv[1]).to_pylist()))`;

interface Row {
  readonly id: string;
  readonly status: string;
  readonly code: string;
  readonly pairs: readonly { readonly id: string }[];
}

/** Two executors of one core in processes of their own, as on a cluster, which are soon up. */
const SPARK = `
spark.master local-cluster[2,1,1024]
spark.ui.enabled false
spark.sql.files.openCostInBytes 128m
spark.driver.extraJavaOptions -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
spark.executor.extraJavaOptions -XX:TieredStopAtLevel=1 -XX:+UseSerialGC
`;

describe.skipIf(!hasPythonModule('pyarrow'))('documents on engines', () => {
  let wanted: readonly Row[] = [];

  beforeAll(async () => {
    const lines = DOCUMENTS.map((document) => `${JSON.stringify(document)}\n`).join('');
    writeFileSync(join(directory, 'documents.jsonl'), lines);
    writeFileSync(join(directory, 'deaths.mjs'), DEATHS);
    mkdirSync(join(directory, 'conf'));
    writeFileSync(join(directory, 'conf/spark-defaults.conf'), SPARK);
    python(['-c', TO_PARQUET]);
    const { out } = await runCommand(directory, ['stream', '--quiet'], lines);
    wanted = out.split('\n').flatMap((line) => (line === '' ? [] : [{ ...JSON.parse(line), meta: 'null' }]));
  });

  /** Runs an example where documents kill what reads them, and gives the rows that it has written. */
  function rowsBy(engine: string, environment: Readonly<Record<string, string>>): readonly Row[] {
    const deadly = `--import ${pathToFileURL(join(directory, 'deaths.mjs'))}`;
    const aligned = `aligned-${engine}.parquet`;
    python([example(`${engine}/align.py`), 'documents.parquet', aligned], {
      DUIQI: `${process.execPath} ${deadly} ${BIN}`,
      ...environment,
    });
    const rows: readonly Row[] = JSON.parse(python(['-c', FROM_PARQUET, aligned]));
    return [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  function expectAll(rows: readonly Row[]): void {
    expect(rows[140]).toMatchObject({ id: 'd140.txt', status: 'error', code: 'crashed', pairs: [] });
    const others = (all: readonly Row[]) => all.filter(({ id }) => id !== 'd140.txt');
    expect(others(rows)).toEqual(others(wanted));
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['ok', 'nothing', 'error']));
  }

  it.skipIf(!hasPythonModule('pyspark') || !hasProgram('java'))(
    'are aligned on Spark as by the stream, though an executor is killed (skipped without Spark or Java)',
    { timeout: 600_000 },
    () => {
      const killed = join(directory, 'killed');
      rmSync(killed, { force: true });
      const rows = rowsBy('spark', {
        PYSPARK_PYTHON: PYTHON,
        SPARK_CONF_DIR: join(directory, 'conf'),
        KILL_ABOVE: 'CoarseGrainedExecutorBackend',
      });
      expect(existsSync(killed)).toBe(true);
      expectAll(rows);
    },
  );

  it.skipIf(!hasPythonModule('ray'))(
    'are aligned on Ray as by the stream, though a worker is killed (skipped without Ray)',
    { timeout: 600_000 },
    () => {
      const killed = join(directory, 'killed');
      rmSync(killed, { force: true });
      const rows = rowsBy('ray', { RAY_USAGE_STATS_ENABLED: '0', KILL_ABOVE: 'ray::' });
      expect(existsSync(killed)).toBe(true);
      expectAll(rows);
    },
  );

  it('give the same pairs as a batch', async () => {
    const good = DOCUMENTS.filter((_, n) => wanted[n]!.status === 'ok');
    for (const side of ['en', 'zh'] as const) {
      mkdirSync(join(directory, 'files', side), { recursive: true });
      for (const document of good) writeFileSync(join(directory, 'files', side, document.id), document[side]);
    }
    const args = ['batch', 'files/en', 'files/zh', '-o', 'same.jsonl', '--quiet'];
    expect(await runCommand(directory, args)).toMatchObject({ status: 0 });
    const pairs = readFileSync(join(directory, 'same.jsonl'), 'utf8').split('\n').slice(0, -1);
    expect(pairs.map((line) => JSON.parse(line))).toEqual(wanted.flatMap((row) => row.pairs));
  });
});

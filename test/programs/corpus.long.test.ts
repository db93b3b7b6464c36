import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BIN, runCommand } from '../helpers/command.js';
import { hasPythonModule, PYTHON } from '../helpers/programs.js';

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

describe.skipIf(!hasPythonModule('pyspark'))(
  'documents on Spark (skipped where the module is missing)',
  () => {
    it('are aligned by the example as by the stream', { timeout: 600_000 }, async () => {
      const documents = Array.from({ length: 300 }, (_, n) => ({
        id: `d${n}`,
        en: n === 100 ? '' : `The miller sold sack ${n} of rye.\n\nHe was born in ${1700 + n}.`,
        zh: n === 200 ? '\u0000\u0001' : `磨坊主卖了第${n}袋黑麦。\n\n他生于${1700 + n}年。`,
      }));
      const lines = documents.map((document) => `${JSON.stringify(document)}\n`).join('');
      writeFileSync(join(directory, 'documents.jsonl'), lines);
      const toParquet = `
from pyspark.sql import SparkSession
spark = SparkSession.builder.getOrCreate()
spark.read.json("documents.jsonl").repartition(4).write.parquet("documents.parquet")`;
      python(['-c', toParquet]);
      const environment = { DUIQI: `${process.execPath} ${BIN}`, PYSPARK_PYTHON: PYTHON, MASTER: CLUSTER };
      python([example('spark/align.py'), 'documents.parquet', 'aligned.parquet'], environment);
      const toJson = `
from pyspark.sql import SparkSession
import json
spark = SparkSession.builder.getOrCreate()
rows = [row.asDict(True) for row in spark.read.parquet("aligned.parquet").collect()]
print(json.dumps(rows))`;
      const rows: readonly { readonly id: string }[] = JSON.parse(python(['-c', toJson]));
      const { out } = await runCommand(directory, ['stream'], lines);
      const wanted: readonly { readonly id: string }[] = out
        .split('\n')
        .slice(0, -1)
        .map((line) => ({ ...JSON.parse(line), meta: 'null' }));
      const sorted = (all: typeof rows) => [...all].sort((a, b) => (a.id < b.id ? -1 : 1));
      expect(sorted(rows)).toEqual(sorted(wanted));
    });
  },
);

/** Two executors of one core in processes of their own, as on a cluster. */
const CLUSTER = 'local-cluster[2,1,1024]';

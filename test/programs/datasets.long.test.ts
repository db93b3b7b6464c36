import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toCsv } from '../../packages/aligner/src/pairs/export/csv.js';
import { toJsonl } from '../../packages/aligner/src/pairs/export/jsonl.js';
import { toMoses } from '../../packages/aligner/src/pairs/export/moses.js';
import { records } from '../../packages/aligner/src/pairs/export/records.js';
import { toTsv } from '../../packages/aligner/src/pairs/export/tsv.js';
import { readPairs } from '../../packages/aligner/src/pairs/import/read-pairs.js';
import type { PairRecord } from '../../packages/aligner/src/pairs/pair-record.js';
import { alignmentOf } from '../helpers/alignment.js';
import { recordOf } from '../helpers/pair-records.js';
import { hasPythonModule, PYTHON } from '../helpers/programs.js';

/** What the documentation tells its readers to do is what is tried here. */
const documentation = readFileSync(
  new URL('../../packages/aligner/docs/formats.md', import.meta.url),
  'utf8',
);

function examples(language: string): readonly string[] {
  return [...documentation.matchAll(/^```(\w+)\n(.*?)^```$/gms)].flatMap(([, name, code]) =>
    name === language ? [code!] : [],
  );
}

/** The example that reads a file. */
function exampleFor(file: string): string {
  const found = examples('python').find((code) => code.includes(`"${file}"`));
  if (found === undefined) throw new Error(`formats.md has no example for ${file}`);
  return found;
}

const directory = mkdtempSync(join(tmpdir(), 'duiqi-datasets-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function write(name: string, chunks: Iterable<string>): void {
  writeFileSync(join(directory, name), [...chunks].join(''));
}

function python(script: string, input = ''): string {
  const { stdout, stderr, status } = spawnSync(PYTHON, ['-c', script], {
    cwd: directory,
    input,
    encoding: 'utf8',
    env: { ...process.env, HF_DATASETS_OFFLINE: '1', HF_HUB_OFFLINE: '1', HF_HOME: join(directory, 'cache') },
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

const alignment = alignmentOf('a | b ; c1 c2 | d ; e | -', {
  texts: {
    a: '"The ferry" is late.',
    b: '渡轮晚点。',
    c1: 'N/A',
    c2: 'means nothing.\u2028',
    d: '无\u0085意义。',
    e: 'None.',
  },
  scores: [1, 0.5, 0],
});
const pairs = [...records(alignment)];

interface Loaded {
  readonly rows: readonly Record<string, unknown>[];
  readonly features: Readonly<Record<string, string>>;
  /** What went wrong instead. */
  readonly error?: string;
}

/** Runs each piece of code, and tells what is then in the last name that it gives a data set. */
const LOAD = `
import json, sys
import datasets
datasets.disable_progress_bars()
datasets.logging.set_verbosity_error()
loaded = {}
for name, code in json.load(sys.stdin).items():
    scope = {}
    try:
        exec(code, scope)
        found = [value for value in scope.values() if isinstance(value, datasets.Dataset)][-1]
        features = {key: str(value) for key, value in found.features.items()}
        loaded[name] = {"rows": found.to_list(), "features": features}
    except Exception as error:
        while error.__cause__: error = error.__cause__
        loaded[name] = {"rows": [], "features": {}, "error": str(error)}
json.dump(loaded, sys.stdout)
`;

describe.skipIf(!hasPythonModule('datasets'))('datasets (skipped where the Python module is missing)', () => {
  let loaded: Readonly<Record<string, Loaded>> = {};

  beforeAll(() => {
    write('one.jsonl', toJsonl(alignment, { unaligned: true }));
    const scored = (score: number) => [...toJsonl([recordOf({ en: 'Rain.', zh: '雨。', score })])];
    write('score-1.jsonl', scored(1));
    write('score-2.jsonl', scored(0.5));
    const rich: PairRecord = {
      ...pairs[0]!,
      clause: '5/(1)',
      clause_zh: '五/（一）',
      flags: ['conflict'],
      file: [0, 1],
      confirmed: true,
      note: 'Good.',
    };
    write('records-1.jsonl', toJsonl([recordOf({ en: 'Rain.', zh: '雨。', id: '1' })]));
    write('records-2.jsonl', toJsonl([rich]));
    for (const profile of ['hf', 'flat', 'st', 'mnbvc'] as const) {
      write(`${profile}.jsonl`, toJsonl(alignment, { profile, unaligned: true }));
    }
    write('pairs.tsv', toTsv(alignment));
    const load = (files: readonly string[]) =>
      `from datasets import load_dataset\nd = load_dataset("json", data_files=${JSON.stringify(files)}, split="train")`;
    const codes = {
      one: load(['one.jsonl']),
      scores: load(['score-1.jsonl', 'score-2.jsonl']),
      untyped: load(['records-1.jsonl', 'records-2.jsonl']),
      records: exampleFor('records-*.jsonl'),
      again: `${exampleFor('records-*.jsonl')}\npairs.to_json("again.jsonl", force_ascii=False)`,
      hf: exampleFor('hf.jsonl'),
      flat: exampleFor('flat.jsonl'),
      st: exampleFor('st.jsonl'),
      mnbvc: load(['mnbvc.jsonl']),
      tsv: exampleFor('pairs.tsv'),
    };
    loaded = JSON.parse(python(LOAD, JSON.stringify(codes)));
  });

  it('loads the records of a document as they are', () => {
    expect(loaded['one']).toEqual({
      rows: [...records(alignment, { unaligned: true })],
      features: expect.objectContaining({
        id: "Value('string')",
        score: "Value('float64')",
        en_spans: "List(List(Value('int64')))",
        doc: "Value('string')",
      }),
    });
  });

  it('reads a sheet as it was written', () => {
    write('pairs.csv', toCsv(alignment));
    const rows = JSON.parse(python(`${exampleFor('pairs.csv')}\nimport json\nprint(json.dumps(pairs))`));
    const expected = pairs.map(({ en, zh, bead, score }) => ({ en, zh, bead, score: String(score) }));
    expect(rows).toMatchObject(expected);
  });

  it('takes scores for fractions, though the first file has only whole ones', () => {
    expect(loaded['scores']?.rows.map(({ score }) => score)).toEqual([1, 0.5]);
  });

  it('loads files that differ with the documented features, and only with them', () => {
    expect(loaded['untyped']?.error).toMatch(/cast/);
    expect(loaded['records']?.rows).toEqual([
      expect.objectContaining({ en: 'Rain.', score: null, clause: null, flags: [], file: null, note: null }),
      expect.objectContaining({ clause_zh: '五/（一）', flags: ['conflict'], file: [0, 1], confirmed: true }),
    ]);
    const names = Object.keys(loaded['records']?.features ?? {});
    expect(names).toEqual(
      'id en zh score bead clause clause_zh flags numbers en_spans zh_spans doc file confirmed note'.split(
        ' ',
      ),
    );
  });

  it('writes what we read again', async () => {
    const written = readFileSync(join(directory, 'again.jsonl'), 'utf8');
    const ours = ['records-1.jsonl', 'records-2.jsonl'].map((name) =>
      readFileSync(join(directory, name), 'utf8'),
    );
    const told: unknown[] = [];
    const found = await readPairs(written, {
      format: 'jsonl',
      onDiagnostic: (diagnostic) => told.push(diagnostic),
    });
    expect([...toJsonl(found)].join('')).toBe(ours.join(''));
    expect(told).toEqual([]);
  });

  it('loads hf with both languages', () => {
    expect(loaded['hf']).toEqual({
      rows: pairs.map(({ en, zh }) => ({ translation: { en, zh } })),
      features: { translation: "Translation(languages=['en', 'zh'])" },
    });
  });

  it('loads flat with three columns', () => {
    expect(loaded['flat']).toEqual({
      rows: pairs.map(({ en, zh, score }) => ({ src: en, tgt: zh, score })),
      features: { src: "Value('string')", tgt: "Value('string')", score: "Value('float64')" },
    });
  });

  it('loads st with the columns of a pair loss', () => {
    expect(loaded['st']).toEqual({
      rows: pairs.map(({ en, zh }) => ({ anchor: en, positive: zh })),
      features: { anchor: "Value('string')", positive: "Value('string')" },
    });
  });

  it('loads mnbvc with texts, whole numbers and truth values', () => {
    const { rows, features } = loaded['mnbvc']!;
    expect(rows.map((row) => [row['行号'], row['en_text'], row['zh_text']])).toEqual(
      pairs.map(({ en, zh }, index) => [index + 1, en, zh]),
    );
    expect(Object.keys(features)).toHaveLength(30);
    expect(features).toMatchObject({
      文件名: "Value('string')",
      是否重复: "Value('bool')",
      段落数: "Value('int64')",
      cht_text: "Value('string')",
      扩展字段: "Value('string')",
    });
  });

  it('loads TSV without losing quotation marks or what looks like nothing', () => {
    expect(loaded['tsv']?.rows.map(({ en, zh, score }) => [en, zh, score])).toEqual([
      ['"The ferry" is late.', '渡轮晚点。', 1],
      ['N/A means nothing. ', '无 意义。', 0.5],
    ]);
  });
});

const OPUSFILTER = `
import sys
from opusfilter.opusfilter import OpusFilter
from opusfilter.util import yaml
OpusFilter({"common": {"output_directory": "."}, **yaml.load(sys.stdin)}).execute_steps()
`;

describe.skipIf(!hasPythonModule('opusfilter'))(
  'OpusFilter (skipped where the Python module is missing)',
  () => {
    it('filters our Moses files, and what it leaves can be read', async () => {
      const corpus = [
        recordOf({ en: 'The ferry\u001Cis late.\n', zh: '渡轮\u2028晚点。' }),
        recordOf({ en: 'Nothing.', zh: '\u3000' }),
        recordOf({
          en: 'This says a lot more than the other side, which says nearly nothing at all.',
          zh: '好。',
        }),
        recordOf({ en: 'Yes, it is.', zh: '是的，没错。' }),
      ];
      write('corpus.en', toMoses(corpus, 'en'));
      write('corpus.zh', toMoses(corpus, 'zh'));
      python(OPUSFILTER, examples('yaml')[0]);
      const [en, zh] = ['en', 'zh'].map((language) =>
        readFileSync(join(directory, `filtered.${language}`), 'utf8'),
      );
      const found = await readPairs({ en: en!, zh: zh! });
      expect(Array.from(found, (pair) => [pair.en, pair.zh])).toEqual([
        ['The ferry is late.', '渡轮 晚点。'],
        ['Yes, it is.', '是的，没错。'],
      ]);
    });
  },
);

/** The folder of its programs: it wants a Python environment of its own, since it takes old versions of what others take too. */
const OPUSCLEANER = process.env.DUIQI_OPUSCLEANER;

describe.skipIf(OPUSCLEANER === undefined)('OpusCleaner (skipped where it is not installed)', () => {
  it('cleans our Moses files, compressed, and what it leaves can be read', async () => {
    const corpus = [
      recordOf({ en: 'The ferry\u001Cis late.\n', zh: '渡轮\u2028晚点。' }),
      recordOf({ en: 'The mill is at mill.example.org.', zh: '磨坊在 moulin.example.org。' }),
      recordOf({ en: 'Yes, it is.', zh: '是的，没错.' }),
    ];
    for (const language of ['en', 'zh'] as const) {
      const text = [...toMoses(corpus, language)].join('');
      writeFileSync(join(directory, `corpus.${language}.gz`), gzipSync(text));
    }
    const filters = examples('json').find((each) => each.includes('"corpus.en.gz"'))!;
    write('corpus.filters.json', [filters]);
    const { stdout, stderr, status } = spawnSync(
      join(OPUSCLEANER!, 'opuscleaner-clean'),
      ['corpus.filters.json'],
      {
        cwd: directory,
        encoding: 'utf8',
        env: { ...process.env, PATH: `${OPUSCLEANER}:${process.env.PATH}` },
      },
    );
    expect([status, stderr.includes('Error')]).toEqual([0, false]);
    const found = await readPairs(stdout, { format: 'tsv', columns: ['en', 'zh'] });
    expect(Array.from(found, (pair) => [pair.en, pair.zh])).toEqual([
      ['The ferry is late.', '渡轮 晚点。'],
      ['Yes, it is.', '是的，没错。'],
    ]);
  });
});

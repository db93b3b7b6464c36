// `npm run bench:many`: documents a second of a shell loop around `duiqi align`, and of `duiqi stream` with one job and two;
// and how well and how fast `duiqi pair` pairs. Beside each stands how fast the machine was at that moment: how often a loop
// that does nothing else came round in a second, in one thread and in each of two.
//
//   --documents N  documents of 20 to 300 sentences; default 2000
//   --loop N       so many of them are aligned by the shell loop; default 60
//   --pairing N    documents of each language to be paired, 0 for none; default 0
//   --only A,B     only these of loop, jobs-1, jobs-2
import { spawn, spawnSync } from 'node:child_process';
import {
  createReadStream,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { stemWord } from '../../packages/aligner/dist/document/segment/english-words.js';
import { lexiconBytes, openLexicon } from '../../packages/aligner/dist/words.js';
import { makeCollections, makeDocuments, sideOf } from './documents.mjs';
import { makeVocabulary } from './vocabulary.mjs';

const SEED = 20261128;
const { values: options } = parseArgs({
  options: {
    documents: { type: 'string', default: '2000' },
    loop: { type: 'string', default: '60' },
    pairing: { type: 'string', default: '0' },
    only: { type: 'string', default: 'loop,jobs-1,jobs-2' },
  },
});
const CHILD = fileURLToPath(new URL('many-child.mjs', import.meta.url));
const SPIN = `const { parentPort } = require('node:worker_threads');
let [rounds, x] = [0, 1];
const end = performance.now() + 500;
while (performance.now() < end) { for (let k = 0; k < 1e5; k++) x = (x * 48271) % 2147483647; rounds += 0.1; }
parentPort.postMessage(2 * rounds);`;
const isWanted = (name) => options.only.split(',').includes(name);
const bytes = await lexiconBytes();
const vocabulary = makeVocabulary(bytes, openLexicon(bytes), stemWord);
const folder = mkdtempSync(path.join(tmpdir(), 'duiqi-many-'));
const tell = (name, figures) => console.log(JSON.stringify({ name, ...figures }));
try {
  tell('machine', { node: process.versions.node, cores: cpus().length, processor: cpus()[0].model });
  const count = Number(options.documents);
  const lines = path.join(folder, 'documents.jsonl');
  if (count > 0) tell('documents', await writeDocuments(lines, count));
  if (count > 0 && isWanted('loop'))
    await measured('loop', async () => loop(Math.min(count, Number(options.loop))));
  for (const jobs of [1, 2]) {
    if (count > 0 && isWanted(`jobs-${jobs}`))
      await measured(`jobs-${jobs}`, () => stream(lines, jobs, count));
  }
  const pairing = Number(options.pairing);
  if (pairing > 0) await measured('pairing', async () => pair(pairing));
} finally {
  rmSync(folder, { recursive: true });
}

async function measured(name, work) {
  const before = await spins();
  const figures = await work();
  tell(name, { ...figures, spins: { before, after: await spins() } });
}

async function writeDocuments(file, count) {
  const out = createWriteStream(file);
  let sentences = 0;
  for (const document of makeDocuments({ count, seed: SEED, vocabulary })) {
    const [en, zh] = ['en', 'zh'].map((side) => sideOf(document, side));
    sentences += document.beads.reduce((sum, bead) => sum + bead.en.length, 0);
    if (!out.write(`${JSON.stringify({ id: document.id, en, zh })}\n`)) {
      await new Promise((resolve) => out.once('drain', resolve));
    }
  }
  out.end();
  await finished(out);
  return { documents: count, englishSentences: sentences };
}

/** What a shell would do: the command for each document anew. */
function loop(count) {
  let n = 0;
  const start = performance.now();
  let processor = 0;
  for (const document of makeDocuments({ count, seed: SEED, vocabulary })) {
    for (const side of ['en', 'zh']) writeFileSync(path.join(folder, `${side}.txt`), sideOf(document, side));
    const { stderr } = spawnSync(
      process.execPath,
      [CHILD, 'align', 'en.txt', 'zh.txt', '-o', 'out.jsonl', '-q'],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    );
    processor += JSON.parse(stderr.trim().split('\n').at(-1)).processor;
    n++;
  }
  return perDocument(n, (performance.now() - start) / 1000, processor);
}

async function stream(file, jobs, count) {
  const child = spawn(process.execPath, [CHILD, 'stream', '--jobs', String(jobs)], { cwd: folder });
  createReadStream(file).pipe(child.stdin);
  let err = '';
  let rows = 0;
  const memory = [];
  child.stderr.setEncoding('utf8').on('data', (data) => {
    err += data;
  });
  child.stdout.on('data', (data) => {
    for (let at = data.indexOf(10); at >= 0; at = data.indexOf(10, at + 1)) {
      if (++rows % Math.ceil(count / 8) === 0) memory.push(residentMegabytes(child.pid));
    }
  });
  await new Promise((resolve) => child.on('close', resolve));
  const figures = JSON.parse(err.trim().split('\n').at(-1));
  return {
    ...perDocument(rows, figures.seconds, figures.processor),
    peakMegabytes: Math.round(figures.bytes / 1e6),
    megabytesInBetween: memory,
  };
}

function pair(count) {
  const { english, chinese, gold } = makeCollections({ count, seed: SEED, vocabulary });
  for (const [side, documents] of Object.entries({ en: english, zh: chinese })) {
    mkdirSync(path.join(folder, side));
    for (const [index, { text }] of documents.entries()) {
      writeFileSync(path.join(folder, side, `${String(index).padStart(6, '0')}.txt`), text);
    }
  }
  const sizes = { english: english.length, chinese: chinese.length };
  const { stderr } = spawnSync(process.execPath, [CHILD, 'pair', 'en', 'zh', '-o', 'list.tsv'], {
    cwd: folder,
    encoding: 'utf8',
  });
  const { seconds, processor, bytes } = JSON.parse(stderr.trim().split('\n').at(-1));
  const found = readFileSync(path.join(folder, 'list.tsv'), 'utf8')
    .split('\n')
    .slice(1, -1)
    .map((line) => line.split('\t').map((cell) => (/(\d+)\.txt$/.exec(cell) ?? [])[1]))
    .filter(([en, zh]) => en !== undefined && zh !== undefined);
  const right = found.filter(([en, zh]) => gold.get(Number(en)) === Number(zh)).length;
  return {
    ...sizes,
    seconds: rounded(seconds),
    processor: rounded(processor),
    peakMegabytes: Math.round(bytes / 1e6),
    precision: rounded(right / found.length),
    recall: rounded(right / gold.size),
  };
}

function perDocument(documents, seconds, processor) {
  return {
    documents,
    seconds: rounded(seconds),
    perSecond: rounded(documents / seconds),
    perProcessorSecond: rounded(documents / processor),
  };
}

function residentMegabytes(pid) {
  try {
    const kilobytes = /^VmRSS:\s*(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Math.round(Number(kilobytes) / 1000);
  } catch {
    return null;
  }
}

/** Rounds of a loop in a second, in millions: in one thread alone, and on average in each of two at a time. */
async function spins() {
  const [alone] = await spinIn(1);
  const both = await spinIn(2);
  return { one: rounded(alone), eachOfTwo: rounded((both[0] + both[1]) / 2) };
}

function spinIn(threads) {
  return Promise.all(
    Array.from(
      { length: threads },
      () => new Promise((resolve) => new Worker(SPIN, { eval: true }).on('message', resolve)),
    ),
  );
}

function rounded(value) {
  return Number(value.toPrecision(4));
}

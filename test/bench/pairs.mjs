// `npm run bench:pairs`: processor time and peak memory of a million pairs through each writer and reader, and of the commands
// for files of pairs.
//
//   --count N      how many pairs; default 1,000,000
//   --only A,B     only these formats (by name) and commands (by their first word)
//   --update       write performance.json and the tables of performance.md anew
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { stemWord } from '../../packages/aligner/dist/document/segment/english-words.js';
import { lexiconBytes, openLexicon } from '../../packages/aligner/dist/words.js';
import { commands, formats, LATER_PAIRS, makePairs, PAIRS } from './pair-works.mjs';
import { pairsReport, withPairsReport } from './pairs-report.mjs';
import { makeVocabulary } from './vocabulary.mjs';

const { values: options } = parseArgs({
  options: {
    count: { type: 'string', default: '1000000' },
    only: { type: 'string' },
    update: { type: 'boolean', default: false },
  },
});
const only = options.only?.split(',');
if (only && options.update) throw new Error('--update is for a run of everything: leave out --only.');
const isWanted = (name) => only === undefined || only.includes(name);
const count = Number(options.count);

const CHILD = fileURLToPath(new URL('pairs-child.mjs', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'duiqi-bench-'));
const figures = {
  machine: { node: process.versions.node, cores: cpus().length, processor: cpus()[0].model },
  count,
  load: [],
  formats: [],
  commands: [],
};
try {
  console.error('making the pairs');
  const bytes = await lexiconBytes();
  const vocabulary = makeVocabulary(bytes, openLexicon(bytes), stemWord);
  writeLines(PAIRS, makePairs({ count, vocabulary }));
  writeLines(LATER_PAIRS, makePairs({ count, vocabulary, changed: 10 }));
  for (const { name, files, write } of formats.filter((format) => isWanted(format.name))) {
    const written = measure(write);
    const megabytes = files.reduce((sum, file) => sum + statSync(path.join(folder, file)).size, 0) / 1e6;
    figures.formats.push({
      name,
      megabytes: rounded(megabytes),
      write: written,
      read: measure(['read', ...files]),
    });
  }
  for (const command of commands.filter((each) => isWanted(each.split(' ')[0]))) {
    figures.commands.push({ command, ...measure(command.split(' ')) });
  }
} finally {
  rmSync(folder, { recursive: true });
}

console.log(pairsReport(figures));
if (options.update) update();

function writeLines(name, pairs) {
  const file = openSync(path.join(folder, name), 'w');
  let block = '';
  for (const pair of pairs) {
    block += `${JSON.stringify(pair)}\n`;
    if (block.length < 1 << 20) continue;
    writeSync(file, block);
    block = '';
  }
  writeSync(file, block);
  closeSync(file);
}

function measure(args) {
  console.error(`measuring ${args.join(' ')}`);
  figures.load.push(loadavg()[0]);
  // What the command writes to its output is of no use; its messages are.
  const stdio = ['ignore', 'ignore', 'inherit'];
  const { status, signal } = spawnSync(process.execPath, [CHILD, 'figures.json', PAIRS, ...args], {
    cwd: folder,
    stdio,
  });
  if (status !== 0) return { failed: `ended with ${signal ?? `status ${status}`}` };
  const child = JSON.parse(readFileSync(path.join(folder, 'figures.json'), 'utf8'));
  return {
    status: child.status,
    seconds: rounded(child.seconds),
    ratio: rounded(child.seconds / (child.yardstick * count)),
    megabytes: rounded(child.bytes / 1e6),
  };
}

/** Three digits: more would be noise. */
function rounded(value) {
  return Number(value.toPrecision(3));
}

function update() {
  const docs = new URL('../../packages/aligner/docs/', import.meta.url);
  const [file, page] = [new URL('performance.json', docs), new URL('performance.md', docs)];
  const others = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, `${JSON.stringify({ ...others, pairs: figures }, null, 2)}\n`);
  writeFileSync(page, withPairsReport(readFileSync(page, 'utf8'), figures));
}

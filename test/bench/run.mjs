// `npm run bench`: time and peak memory of the whole command over texts of rising length and over the worst cases,
// beside a yardstick that says how fast the machine was at that moment.
//
//   --long         the text of 300,000 × 400,000 sentences too
//   --runs N       runs of each text, fewer for long ones; default 5
//   --timeout S    seconds after which a run is given up; default 600
//   --only A,B     only these texts and worst cases, by name
//   HUNALIGN=path  the program hunalign, where it is installed: timed in turn with ours, on texts cut into words beforehand
//   --update       write performance.json, performance.svg and the tables of performance.md anew
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { evaluate, parseBeads } from '../../packages/aligner/dist/check.js';
import { stemWord } from '../../packages/aligner/dist/document/segment/english-words.js';
import { lexiconBytes, openLexicon } from '../../packages/aligner/dist/words.js';
import { evalFolder } from '../eval/gold-sets.mjs';
import { writeBeads } from './files.mjs';
import { timeHunalign, writeForHunalign } from './hunalign.mjs';
import { measure, measureStarts } from './measure.mjs';
import { performancePlot } from './plot.mjs';
import { report, withReport } from './report.mjs';
import { makeVocabulary } from './vocabulary.mjs';
import { textOf, works, worstCases } from './works.mjs';

const { values: options } = parseArgs({
  options: {
    long: { type: 'boolean', default: false },
    runs: { type: 'string', default: '5' },
    timeout: { type: 'string', default: '600' },
    only: { type: 'string' },
    update: { type: 'boolean', default: false },
  },
});
const only = options.only?.split(',');
if (only && options.update) throw new Error('--update is for a run of everything: leave out --only.');
const timeout = Number(options.timeout);
const bibleText = ['src', 'tgt'].map((side) => path.join(evalFolder, 'bible', side, '001'));
const isWanted = ({ name, isLong = false }) => (only ? only.includes(name) : options.long || !isLong);

const bytes = await lexiconBytes();
const lexicon = openLexicon(bytes);
const vocabulary = makeVocabulary(bytes, lexicon, stemWord);
const hunalign = process.env.HUNALIGN;
const docs = new URL('../../packages/aligner/docs/', import.meta.url);
const folder = mkdtempSync(path.join(tmpdir(), 'duiqi-bench-'));
const figures = {
  machine: { node: process.versions.node, cores: cpus().length, processor: cpus()[0].model },
  works: [],
  worstCases: [],
};
try {
  for (const work of works.filter(isWanted)) {
    if (work.isBible && !bibleText.every((file) => existsSync(file))) {
      console.error(`leaving out ${work.name}: there is no evaluation data at ${evalFolder}`);
      continue;
    }
    console.error(`measuring ${work.name}`);
    figures.works.push(measureWork(work));
  }
  for (const worstCase of worstCases.filter(isWanted)) {
    console.error(`measuring the worst case: ${worstCase.name}`);
    figures.worstCases.push(measureWorstCase(worstCase));
  }
} finally {
  rmSync(folder, { recursive: true });
}

console.log(report(figures));
if (options.update) update();

function measureWork(work) {
  const text = work.isBible ? readBible() : writeBeads(folder, textOf(work, vocabulary));
  const runs = Math.min(Number(options.runs), work.mostRuns ?? Number.POSITIVE_INFINITY);
  const command = commandOver(text, 'lines');
  const files = hunalign && writeForHunalign(folder, text, lexicon);
  const other = files && (() => timeHunalign(hunalign, files, timeout));
  const measured = measure(command, { runs, timeout, other });
  return {
    name: work.name,
    sentences: text.sentences,
    target: work.target,
    ...measured,
    ...(work.target?.starts && { starts: measureStarts(command, { runs }) }),
    ...(text.gold && measured.status === 0 && { f1: strictF1(path.join(folder, command.output), text.gold) }),
  };
}

function measureWorstCase({ name, segments = 'lines', lines }) {
  const text = writeBeads(folder, [lines(vocabulary)]);
  return { name, sentences: text.sentences, ...measure(commandOver(text, segments), { runs: 1, timeout }) };
}

/** The command runs in the folder, so that its messages name no temporary directory. */
function commandOver(text, segments) {
  const [english, chinese] = [text.english, text.chinese].map((file) => path.relative(folder, file));
  const output = 'out.beads';
  const args = ['align', '--segments', segments, english, chinese, '-o', output, '--preview', '0'];
  return { directory: folder, english, chinese, args, output };
}

function readBible() {
  const [english, chinese] = bibleText;
  const count = (file) => readFileSync(file, 'utf8').replace(/\n$/, '').split('\n').length;
  return { english, chinese, sentences: { en: count(english), zh: count(chinese) }, gold: null };
}

function strictF1(output, gold) {
  const { strict } = evaluate(parseBeads(readFileSync(output, 'utf8')), gold);
  return Number(strict.f1.toFixed(4));
}

function update() {
  const file = new URL('performance.json', docs);
  const { pairs } = JSON.parse(readFileSync(file, 'utf8'));
  writeFileSync(file, `${JSON.stringify({ ...figures, pairs }, null, 2)}\n`);
  writeFileSync(new URL('performance.svg', docs), performancePlot(figures.works));
  const page = new URL('performance.md', docs);
  writeFileSync(page, withReport(readFileSync(page, 'utf8'), figures));
}

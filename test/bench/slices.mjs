// What it costs that the thread is free every 50 ms, and how long it is not: `node test/bench/slices.mjs [LINES]`, over texts of so
// many lines a side (default 3,000), and over files of one's own: `node test/bench/slices.mjs FILE [FILE2]`. Times are those of the
// processor; a turn is as long as the thread was at work in it.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { stemWord } from '../../packages/aligner/dist/document/segment/english-words.js';
import { align } from '../../packages/aligner/dist/index.js';
import { lexiconBytes, openLexicon } from '../../packages/aligner/dist/words.js';
import { bilingualText } from './text.mjs';
import { makeVocabulary } from './vocabulary.mjs';

const OF_THREAD = `/proc/self/task/${process.pid}/schedstat`;
const [first = '3000', second] = process.argv.slice(2);
const files = [first, second].filter((file) => file !== undefined && existsSync(file));
const lexicon = await lexiconBytes();
const input =
  files.length > 0 ? inputOf(files.map((file) => new Uint8Array(readFileSync(file)))) : textOf(Number(first));
const options = { lexicon, ...(files.length > 0 && { names: files.map((file) => path.basename(file)) }) };

// Once to warm up; then what slices cost, by counting: how often the clock is looked at, and how often the thread is let go.
await align(input, options);
const now = performance.now.bind(performance);
let looks = 0;
performance.now = () => {
  looks++;
  return now();
};
const immediately = globalThis.setImmediate;
const whole = await processorTime(() => align(input, options));
performance.now = now;
const look = (await processorTime(() => repeated(looks, now))) / looks;
const SOME = 200;
const pause =
  (await processorTime(async () => {
    for (let turn = 0; turn < SOME; turn++) await new Promise((resolve) => immediately(resolve));
  })) / SOME;
// A slice is 30 ms (common/pacer.ts); where other programs want the processor too, there are more of them.
const pauses = Math.ceil(whole / 0.03);
const cost = looks * look + pauses * pause;
console.log(
  `${whole.toFixed(2)} s; the clock is looked at ${looks} times and the thread let go about ${pauses} times, ` +
    `which costs ${milliseconds(cost)}: ${percent(cost / whole)}`,
);

// The longest turn of each phase, by the processor time of the process between two turns of the event loop; and what the progress
// said at each, beside what it was of the whole time.
const turns = [];
let phase = 'reading';
let isOver = false;
let before = cpu();
const began = cpu();
const turn = () => {
  const at = cpu();
  turns.push({ phase, length: at - before });
  before = at;
  if (!isOver) setImmediate(turn);
};
setImmediate(turn);
const said = [];
await align(input, {
  ...options,
  onProgress: (progress) => {
    phase = progress.phase;
    said.push([cpu() - began, progress]);
  },
});
isOver = true;
const all = cpu() - began;
for (const name of new Set(turns.map((each) => each.phase))) {
  const own = turns.filter((each) => each.phase === name).map(({ length }) => length);
  const over = own.filter((length) => length > 0.05).length;
  const [, firstSaid] = said.find(([, progress]) => progress.phase === name) ?? [0, { fraction: 0 }];
  const [at] = said.find(([, progress]) => progress.phase === name) ?? [0];
  console.log(
    `${name.padEnd(12)} longest turn ${milliseconds(Math.max(...own))}, ${over} of ${own.length} over 50 ms; ` +
      `said ${percent(firstSaid.fraction)} at ${percent(at / all)}`,
  );
}
const wrong = Math.max(...said.map(([at, { fraction }]) => Math.abs(at / all - fraction)));
console.log(`progress is off by ${percent(wrong)} at most, of ${all.toFixed(2)} s`);

function inputOf(bytes) {
  return bytes.length === 1 ? bytes[0] : bytes;
}

function textOf(lines) {
  const vocabulary = makeVocabulary(lexicon, openLexicon(lexicon), stemWord);
  const beads = [...bilingualText({ english: lines, chinese: lines, seed: 1, vocabulary })];
  const side = (language) => `${beads.flatMap((bead) => bead[language]).join('\n\n')}\n`;
  return { en: side('en'), zh: side('zh') };
}

/** Seconds of the processor that this thread has had; where that cannot be known, all threads, those that collect garbage too. */
function cpu() {
  if (existsSync(OF_THREAD)) return Number(readFileSync(OF_THREAD, 'utf8').split(' ')[0]) / 1e9;
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function repeated(times, work) {
  for (let time = 0; time < times; time++) work();
}

async function processorTime(work) {
  const start = cpu();
  await work();
  return cpu() - start;
}

function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}

function milliseconds(seconds) {
  return `${(1000 * seconds).toFixed(0)} ms`;
}

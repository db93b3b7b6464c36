// One work of `npm run bench:pairs` in a process of its own, then the yardstick in the same process: the files of pairs that are
// named are read, or the command is run. The figures go to the file named first; seconds are those of the processor.
//
// Usage: node pairs-child.mjs FIGURES PAIRS read FILES | FIGURES PAIRS ARGUMENTS-OF-THE-COMMAND
const [figures, pairs] = process.argv.splice(2, 2);
if (process.argv[2] === 'read') {
  const { openPairs } = await import('../../packages/cli/dist/pair-files.js');
  for (const _ of await openPairs(process.argv.slice(3)));
} else {
  await import('../../packages/cli/bin.mjs');
}
const status = process.exitCode ?? 0;
const seconds = processorSeconds();
// How the command ended is one of the figures; of this process it says nothing.
process.exitCode = 0;

const { closeSync, openSync, readSync, writeFileSync } = await import('node:fs');
const { peakMemory } = await import('./peak-memory.mjs');
const bytes = peakMemory();
writeFileSync(figures, JSON.stringify({ status, seconds, bytes, yardstick: timeYardstick() }));

function processorSeconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

/** Seconds that it takes to parse a pair as JSON and to write it again, over the first ones of the file. */
function timeYardstick() {
  const start = Buffer.alloc(20_000_000);
  const file = openSync(pairs, 'r');
  const length = readSync(file, start);
  closeSync(file);
  const lines = start.toString('utf8', 0, length).split('\n').slice(0, -1);
  const before = processorSeconds();
  let characters = 0;
  for (const line of lines) characters += JSON.stringify(JSON.parse(line)).length;
  if (characters === 0) throw new Error('There are no pairs to measure with.');
  return (processorSeconds() - before) / lines.length;
}

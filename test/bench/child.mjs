// One run of the bench: the command with all that packages/cli/bin.mjs sets, then the yardstick over the same texts in the
// same process. The figures go to standard output; what the command says to standard error. Against `/usr/bin/time -v` the
// memory is the same within 3 %, and the time lacks the 30 ms that it takes to load Node and to end the process.
//
// Usage: node child.mjs ENGLISH CHINESE ARGUMENTS-OF-THE-COMMAND
const [english, chinese] = process.argv.splice(2, 2);
await import('../../packages/cli/bin.mjs');
const status = process.exitCode;
const { user, system } = process.cpuUsage();
const seconds = process.uptime();
// How the command ended is one of the figures; of this process it says nothing.
process.exitCode = 0;

// All that only the bench needs comes after this, so that it is in no figure of the command's.
const { readFileSync } = await import('node:fs');
const { galeChurch } = await import('./gale-church.mjs');
const { peakMemory } = await import('./peak-memory.mjs');
const bytes = peakMemory();
const { yardstick, yardstickProcessor } = timeYardstick(lengths(english), lengths(chinese));
process.stdout.write(
  JSON.stringify({ status, seconds, processor: (user + system) / 1e6, bytes, yardstick, yardstickProcessor }),
);

function lengths(file) {
  const lines = readFileSync(file, 'utf8').replace(/\n$/, '').split('\n');
  return Int32Array.from(lines, (line) => line.length);
}

/** Seconds of one round, by the clock and of the processor; over a short text as many rounds as make up a long one, or the clock would be too coarse. */
function timeYardstick(en, zh) {
  const rounds = Math.max(1, Math.round(20_000 / (en.length + zh.length)));
  const before = process.cpuUsage();
  const start = performance.now();
  for (let round = 0; round < rounds; round++) galeChurch(en, zh);
  const yardstick = (performance.now() - start) / 1000 / rounds;
  const used = process.cpuUsage(before);
  return { yardstick, yardstickProcessor: (used.user + used.system) / 1e6 / rounds };
}

// One run of the command for the bench of many documents: what it is given goes to its standard input, and its figures to
// standard error as a last line of JSON: seconds, processor seconds, peak memory, and the memory in between.
await import('../../packages/cli/bin.mjs');
process.exitCode = process.exitCode ?? 0;
const { user, system } = process.cpuUsage();
const { peakMemory } = await import('./peak-memory.mjs');
process.stderr.write(
  `${JSON.stringify({ seconds: process.uptime(), processor: (user + system) / 1e6, bytes: peakMemory() })}\n`,
);

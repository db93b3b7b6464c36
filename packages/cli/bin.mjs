#!/usr/bin/env node
// Checked before anything is imported: an old Node would fail on the import with a stack trace.
const node = Number.parseInt(process.versions.node, 10);
if (node < 20) {
  process.stderr.write(`duiqi: Node 20 or newer is needed; this is Node ${process.versions.node}.\n`);
  process.exitCode = 1;
} else {
  // What was compiled is kept for the next run, where Node can do so (from 22.1 on): much of a short run is compiling.
  (await import('node:module')).enableCompileCache?.();
  const args = process.argv.slice(2);
  // V8 is to compile every function to machine code at once, without looking at it twice, and to wait four times as long as it
  // would before it optimises one: a short run would be over before that pays, and in a long one less is optimised too early
  // and then done again. The space for what is new grows faster, so that less that lives on is copied. A thousand sentences take
  // a fifth less time with all of these, the Bible 6 %. Such flags belong to a version of Node, and to others they are errors.
  const flags = {
    20: ['--always-sparkplug', '--interrupt-budget=270336', '--semi-space-growth-factor=4'],
    22: ['--invocation-count-for-turbofan=48000'],
  };
  // A page or two are over before anything optimised is run at all: a quarter of their processor time went into that.
  const flagsOfPages = { ...flags, 20: ['--always-sparkplug', '--interrupt-budget=2000000'] };
  const { setFlagsFromString } = await import('node:v8');
  for (const flag of ((await areOnlyPages(args)) ? flagsOfPages : flags)[node] ?? [])
    setFlagsFromString(flag);
  const { main } = await import('./dist/bundle/main.js');
  process.exitCode = await main(args);
}

/**
 * Whether the command aligns one document of no more than a hundred sentences or so, as far as the files that it is given tell:
 * with 361 sentences V8 has to optimise as early as in long texts.
 */
async function areOnlyPages([command, ...args]) {
  if (command !== 'align') return false;
  const { statSync } = await import('node:fs');
  let bytes = 0;
  for (const arg of args) {
    try {
      bytes += statSync(arg, { throwIfNoEntry: false })?.size ?? 0;
    } catch {
      // The command will say what is wrong with it.
    }
  }
  return bytes > 0 && bytes < 32_000;
}

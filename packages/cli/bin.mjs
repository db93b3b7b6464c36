#!/usr/bin/env node
// Checked before anything is imported: an old Node would fail on the import with a stack trace.
const node = Number.parseInt(process.versions.node, 10);
if (node < 20) {
  process.stderr.write(`duiqi: Node 20 or newer is needed; this is Node ${process.versions.node}.\n`);
  process.exitCode = 1;
} else {
  // What was compiled is kept for the next run, where Node can do so (from 22.1 on): much of a short run is compiling.
  (await import('node:module')).enableCompileCache?.();
  // V8 is to compile every function to machine code at once, without looking at it twice, and to wait four times as long as it
  // would before it optimises one: a short run would be over before that pays, and in a long one less is optimised too early
  // and then done again. The space for what is new grows faster, so that less that lives on is copied. A thousand sentences take
  // a fifth less time with all of these, the Bible 6 %. Such flags belong to a version of Node, and to others they are errors.
  const flags = {
    20: ['--always-sparkplug', '--interrupt-budget=270336', '--semi-space-growth-factor=4'],
    22: ['--invocation-count-for-turbofan=48000'],
  }[node];
  for (const flag of flags ?? []) (await import('node:v8')).setFlagsFromString(flag);
  const { main } = await import('./dist/bundle/main.js');
  process.exitCode = await main(process.argv.slice(2));
}

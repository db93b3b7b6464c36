#!/usr/bin/env node
// Checked before anything is imported: an old Node would fail on the import with a stack trace.
const node = Number.parseInt(process.versions.node, 10);
if (node < 20) {
  process.stderr.write(`duiqi: Node 20 or newer is needed; this is Node ${process.versions.node}.\n`);
  process.exitCode = 1;
} else {
  // What was compiled is kept for the next run, where Node can do so (from 22.1 on): much of a short run is compiling.
  (await import('node:module')).enableCompileCache?.();
  // V8 is to wait sixteen times as long as it would before it optimises a function. A short run would be over before that
  // pays: it took a third of its time. In a long one less is optimised too early and then done again. The flag's name and
  // unit belong to a version of Node, and to others it is an error.
  const patience = { 20: '--interrupt-budget=1081344', 22: '--invocation-count-for-turbofan=48000' }[node];
  if (patience !== undefined) (await import('node:v8')).setFlagsFromString(patience);
  const { main } = await import('./dist/main.js');
  process.exitCode = await main(process.argv.slice(2));
}

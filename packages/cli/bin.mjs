#!/usr/bin/env node
// Checked before anything is imported: an old Node would fail on the import with a stack trace.
if (Number.parseInt(process.versions.node, 10) < 20) {
  process.stderr.write(`duiqi: Node 20 or newer is needed; this is Node ${process.versions.node}.\n`);
  process.exitCode = 1;
} else {
  // What was compiled is kept for the next run, where Node can do so (from 22.1 on): much of a short run is compiling.
  (await import('node:module')).enableCompileCache?.();
  const { main } = await import('./dist/main.js');
  process.exitCode = await main(process.argv.slice(2));
}

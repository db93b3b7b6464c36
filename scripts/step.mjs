// Runs a program and says what it is for: at once, and every five seconds until it ends, for some say nothing for a minute.
//   node scripts/step.mjs "what is being done" PROGRAM ARGUMENTS…
// Its exit status is that of the program. No package is needed: it runs before any is installed.
import { spawn } from 'node:child_process';

const [what, program, ...args] = process.argv.slice(2);
const interval = Number(process.env.DUIQI_STEP_MS ?? 5000);
const began = performance.now();
const say = (text) => process.stderr.write(`… ${text}\n`);

say(what);
const timer = setInterval(
  () => say(`${what}: ${Math.round((performance.now() - began) / 1000)} s so far`),
  interval,
);
// On Windows npx and tsc are batch files, which only a shell starts. What is run is written in package.json.
const child = spawn(program, args, { stdio: 'inherit', shell: process.platform === 'win32' });
child.on('error', ({ message }) => {
  clearInterval(timer);
  say(`${program} could not be started: ${message}`);
  process.exitCode = 1;
});
child.on('exit', (status) => {
  clearInterval(timer);
  process.exitCode = status ?? 1;
});

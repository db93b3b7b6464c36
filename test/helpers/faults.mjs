/**
 * Loaded before the command by `--import`: the file system fails once, or a signal comes, at one call of it. What the command
 * imports by name is changed as well, so that it needs nothing of its own for being tried so.
 *
 * FAULT is `METHOD NUMBER CODE`: the call of that method with that number, from 1, counted over those that write, throws an error
 * of that code; where CODE is a signal, the signal is sent before the call, which then goes its way. COUNTS names a file that is
 * told at the end how often each was called.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { constants } from 'node:os';

const METHODS = [
  'mkdirSync',
  'openSync',
  'fchownSync',
  'fchmodSync',
  'writeSync',
  'fsyncSync',
  'closeSync',
  'linkSync',
  'renameSync',
];

const [method, number, code] = (process.env.FAULT ?? '').split(' ');
const counts = Object.fromEntries(METHODS.map((name) => [name, 0]));
/** Descriptors of files that are written: what is read, and the command's own standard streams, are let alone. */
const written = new Set();
const real = Object.fromEntries(METHODS.map((name) => [name, fs[name]]));

for (const name of METHODS) {
  fs[name] = (...args) => {
    const isOpen = name === 'openSync';
    const isOurs = isOpen
      ? args[1] !== undefined && args[1] !== 'r'
      : typeof args[0] === 'string' || written.has(args[0]);
    if (!isOurs) return real[name](...args);
    counts[name]++;
    if (name === method && counts[name] === Number(number)) {
      if (code in constants.signals) process.kill(process.pid, code);
      else {
        // Whether it succeeds or not, a descriptor is none any more (close(2), Linux).
        if (name === 'closeSync') real.closeSync(args[0]);
        const syscall = name.replace('Sync', '');
        throw Object.assign(new Error(`${code}: made to fail, ${syscall}`), { code, syscall, errno: -1 });
      }
    }
    const result = real[name](...args);
    if (isOpen) written.add(result);
    if (name === 'closeSync') written.delete(args[0]);
    return result;
  };
}
syncBuiltinESMExports();

process.on('exit', () => {
  if (process.env.COUNTS !== undefined) fs.writeFileSync(process.env.COUNTS, JSON.stringify(counts));
});

import { readFileSync } from 'node:fs';

/**
 * The most memory that this process has held, in bytes. On Linux the maximum that getrusage knows includes the parent's
 * memory, from before the child became itself.
 */
export function peakMemory() {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
  return Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024;
}

// Runs the built command in processes of its own and sums up their figures.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CHILD = fileURLToPath(new URL('child.mjs', import.meta.url));
const BIN = fileURLToPath(new URL('../../packages/cli/bin.mjs', import.meta.url));

/**
 * Median, least and most of so many runs of a command over two texts; `{ timedOut }`, in seconds, where a run takes
 * longer than that, and `{ failed }` where it does not end by itself.
 *
 * @param directory where the command runs
 * @param args arguments of the command
 * @param other what is timed beside it, in turn: gives seconds, or null where it comes to nothing
 */
export function measure({ directory, english, chinese, args }, { runs, timeout, other = null }) {
  const all = [];
  const others = [];
  let last = '';
  for (let run = 0; run < runs; run++) {
    const child = spawnSync(process.execPath, [CHILD, english, chinese, ...args], {
      cwd: directory,
      encoding: 'utf8',
      timeout: timeout * 1000,
      killSignal: 'SIGKILL',
    });
    if (child.error?.code === 'ETIMEDOUT') return { timedOut: timeout };
    if (child.status !== 0) {
      process.stderr.write(child.stderr);
      return { failed: `ended with ${child.signal ?? `status ${child.status}`}` };
    }
    last = child.stderr;
    all.push(JSON.parse(child.stdout));
    if (other) others.push(other());
  }
  return {
    runs,
    seconds: spread(all.map(({ seconds }) => seconds)),
    processor: spread(all.map(({ processor }) => processor)),
    megabytes: spread(all.map(({ bytes }) => bytes / 1e6)),
    yardstick: spread(all.map(({ yardstick }) => yardstick)),
    ratio: spread(all.map(({ seconds, yardstick }) => seconds / yardstick)),
    processorRatio: spread(all.map(({ processor, yardstickProcessor }) => processor / yardstickProcessor)),
    ...(other &&
      !others.includes(null) && {
        hunalign: spread(others),
        timesHunalign: spread(all.map(({ seconds }, run) => seconds / others[run])),
      }),
    status: all[0].status,
    says: warningsIn(last),
  };
}

/** What the command has to say about its result. */
/** Each kind of warning once: those of one kind differ in numbers and in what they quote. */
function warningsIn(messages) {
  const kinds = new Map();
  for (const [, message] of messages.matchAll(/^(?:Warning|duiqi): (.*)$/gm)) {
    const kind = message.replace(/“[^”]*”|\d+/g, '');
    kinds.set(kind, [...(kinds.get(kind) ?? []), message]);
  }
  return Array.from(kinds.values(), ([first, ...others]) =>
    others.length > 0 ? `${first} (and ${others.length} more of its kind)` : first,
  ).join(' ');
}

/** How many times as long as `node -e 0` the command takes from start to end, the two in turn. */
export function measureStarts({ directory, args }, { runs }) {
  const ratios = Array.from({ length: runs }, () => {
    const nothing = wallTime(directory, ['-e', '0']);
    return wallTime(directory, [BIN, ...args]) / nothing;
  });
  return spread(ratios);
}

function wallTime(directory, args) {
  const start = performance.now();
  spawnSync(process.execPath, args, { cwd: directory, stdio: 'ignore' });
  return performance.now() - start;
}

function spread(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const median = (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
  return { median: rounded(median), least: rounded(sorted[0]), most: rounded(sorted.at(-1)) };
}

/** Three digits: more would be noise. */
const rounded = (value) => Number(value.toPrecision(3));

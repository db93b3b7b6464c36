import { parentPort, workerData } from 'node:worker_threads';

// Its own JavaScript, in this thread: without that it looks for Java and for programs that are not installed.
process.env.RECHECK_SYNC_BACKEND = 'pure';
const { checkSync } = await import('recheck');

const PARAMETERS = {
  // Milliseconds for one pattern, far above what any takes that can be decided, so that a busy machine decides as a quiet one does.
  timeout: 300_000,
  // What takes long by the clock is not what is looked for: a busy machine would find fault with anything.
  attackTimeout: null,
  incubationTimeout: null,
  // Characters that are read until a pattern counts as slow. The texts that are tried are so long that quadratic time gets there.
  attackLimit: 10_000_000,
};

parentPort.postMessage(
  workerData.map(({ source, flags }) => {
    // It does not know the flag `d`, which changes nothing of what matches.
    const { status, complexity, error, attack } = checkSync(source, flags.replace('d', ''), PARAMETERS);
    return { status, why: complexity?.summary ?? error?.kind ?? '', attack: attack?.pattern ?? '' };
  }),
);

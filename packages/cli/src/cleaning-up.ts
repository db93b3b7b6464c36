/** Those that end a process from outside: Ctrl-C, `kill`, and a terminal or a session that is closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs some work and then cleans up, also where the work fails and where a signal ends the process in the midst of it: the process
 * then dies of that signal, as whoever started it expects. A signal has its turn only when the work waits for something.
 *
 * @param cleanUp runs at once and throws nothing
 */
export async function cleaningUp(cleanUp: () => void, work: () => Promise<void>): Promise<void> {
  const listeners = SIGNALS.map((signal) => ({
    signal,
    listener: (): void => {
      cleanUp();
      stopListening();
      process.kill(process.pid, signal);
    },
  }));
  const stopListening = (): void => {
    for (const { signal, listener } of listeners) process.removeListener(signal, listener);
  };
  for (const { signal, listener } of listeners) process.on(signal, listener);
  try {
    await work();
  } finally {
    cleanUp();
    // Before nobody listens any more.
    await turnOfSignals();
    stopListening();
  }
}

/** Lets what else there is to do have its turn. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Lets a signal that has come already have its turn: signals are looked for between two others. */
export async function turnOfSignals(): Promise<void> {
  await turn();
  await turn();
}

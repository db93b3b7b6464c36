/** Work shorter than this shows no progress. */
const PATIENCE_MS = 1000;
const INTERVAL_MS = 100;

/**
 * Runs some work and shows on a terminal how far it is; the line is erased at the end.
 * The clock is read when the work reports, for a timer would not fire while the work keeps the thread busy.
 */
export async function withProgress<Result>(
  work: (onProgress: (done: number, total: number) => void) => Promise<Result>,
): Promise<Result> {
  const terminal = process.stderr;
  if (!terminal.isTTY) return work(() => {});
  let due = performance.now() + PATIENCE_MS;
  let shown = '';
  const show = (line: string): void => {
    terminal.write(`\r${line.padEnd(shown.length)}\r`);
    shown = line;
  };
  try {
    return await work((done, total) => {
      const now = performance.now();
      if (now < due || total <= 0) return;
      due = now + INTERVAL_MS;
      show(`duiqi: ${Math.floor((100 * done) / total)} %`);
    });
  } finally {
    if (shown !== '') show('');
  }
}

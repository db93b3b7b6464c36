import type { Phase, Progress } from 'duiqi';

/** Work shorter than this shows no progress. */
const PATIENCE_MS = 1000;
const INTERVAL_MS = 100;

const WORDS: Readonly<Record<Phase, string>> = {
  reading: 'reading and cutting into sentences',
  words: 'finding the words',
  overview: 'looking over the whole',
  'first-pass': 'aligning, first pass',
  'second-pass': 'aligning, second pass',
  'last-pass': 'aligning, last pass',
  pairs: 'looking through the pairs',
};

/**
 * Runs some work and shows on a terminal how far it is; the line is erased at the end.
 * The clock is read when the work reports, for a timer would not fire while the work keeps the thread busy.
 */
export async function withProgress<Result>(
  work: (onProgress: (progress: Progress) => void) => Promise<Result>,
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
    return await work(({ phase, fraction }) => {
      const now = performance.now();
      if (now < due) return;
      due = now + INTERVAL_MS;
      show(`duiqi: ${Math.floor(100 * fraction)} %, ${WORDS[phase]}`);
    });
  } finally {
    if (shown !== '') show('');
  }
}

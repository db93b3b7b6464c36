import { compare, type PairRecord } from 'duiqi/pairs';
import { changeReport } from './change-report.js';
import type { Command } from './command.js';
import { type CommandLine, usage } from './command-line.js';
import { print, tell } from './files.js';
import { DIFF_HELP } from './help.js';
import { openPairs, PAIR_FILE_OPTIONS, pairFileOptions, pairFiles } from './pair-files.js';

/** `duiqi diff`: what changed from one file of pairs to another. It is no test: the status is 0 whatever has changed. */
export const diffCommand: Command = {
  options: [...PAIR_FILE_OPTIONS, 'quiet', 'to'],
  help: DIFF_HELP,
  run,
};

async function run(line: CommandLine): Promise<void> {
  const files = line.files(2, 2);
  const format = line.choice('to');
  if (format !== undefined && format !== 'jsonl')
    throw usage(`diff writes text, or -f jsonl, not ${format}.`);
  const remarks = new Set<string>();
  const open = (file: string): Promise<Iterable<PairRecord>> =>
    openPairs(pairFiles(file), {
      ...pairFileOptions(line),
      onDiagnostic: ({ message }) => remarks.add(message),
    });
  const [old, now] = files as readonly [string, string];
  const changes = compare(await open(old), await open(now));
  if (format === 'jsonl') await print(jsonLines(changes));
  else await print(changeReport(changes, process.stdout.isTTY && !process.env.NO_COLOR));
  if (!line.has('quiet')) for (const remark of remarks) tell(remark);
}

/** A change a line: pairs that stayed as they were are none. */
function* jsonLines(changes: ReturnType<typeof compare>): Iterable<string> {
  for (const change of changes) if (change.kind !== 'same') yield `${JSON.stringify(change)}\n`;
}

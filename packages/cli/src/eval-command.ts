import { evaluate, parseBeads } from 'duiqi/check';
import type { Command } from './command.js';
import type { CommandLine } from './command-line.js';
import { Failure, Status } from './failure.js';
import { inputName, print, read } from './files.js';
import { EVAL_HELP } from './help.js';
import { counted } from './words.js';

/** `duiqi eval`: how well the beads of one file agree with those of another that is held to be right. */
export const evalCommand: Command = { options: [], help: EVAL_HELP, run };

async function run(line: CommandLine): Promise<void> {
  const [gotFile, goldFile] = line.files(2, 2);
  const got = parseBeads(await readText(gotFile));
  const gold = parseBeads(await readText(goldFile));
  const { strict, lax, all } = evaluate(got, gold);
  await print([
    `${counted(got.length, 'bead')} against ${counted(gold.length, 'bead')} of gold\n\n`,
    row('', ['precision', 'recall', 'F1']),
    ...Object.entries({ strict, lax, all }).map(([name, { precision, recall, f1 }]) =>
      row(
        name,
        [precision, recall, f1].map((share) => share.toFixed(4)),
      ),
    ),
  ]);
}

/** The longest text that every engine holds has some more. */
const MOST_BYTES = 500_000_000;

async function readText(file: string): Promise<string> {
  const bytes = await read(file);
  if (bytes.length > MOST_BYTES) {
    throw new Failure(Status.failed, `${inputName(file)} has more than 500 MB, and holds no beads.`);
  }
  return new TextDecoder().decode(bytes);
}

function row(name: string, cells: readonly string[]): string {
  return `${name.padEnd(6)}${cells.map((cell) => cell.padStart(11)).join('')}\n`;
}

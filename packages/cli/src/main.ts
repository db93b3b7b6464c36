import { createRequire } from 'node:module';
import type { Command } from './command.js';
import { Status, systemCode } from './failure.js';
import { print, tell } from './files.js';
import { listed, quoted } from './words.js';

// What needs the library is loaded when it is wanted: to say its version takes less than to load it.

/** Each is loaded when it is called. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['align', async () => (await import('./align-command.js')).alignCommand],
  ['review', async () => (await import('./review-command.js')).reviewCommand],
  ['inspect', async () => (await import('./inspect-command.js')).inspectCommand],
  ['segment', async () => (await import('./segment-command.js')).segmentCommand],
  ['eval', async () => (await import('./eval-command.js')).evalCommand],
  ['export', async () => (await import('./export-command.js')).exportCommand],
  ['check', async () => (await import('./check-command.js')).checkCommand],
  ['merge', async () => (await import('./merge-command.js')).mergeCommand],
  ['diff', async () => (await import('./diff-command.js')).diffCommand],
  ['terms', async () => (await import('./terms-command.js')).termsCommand],
  ['batch', async () => (await import('./batch-command.js')).batchCommand],
  ['pair', async () => (await import('./pair-command.js')).pairCommand],
  ['stream', async () => (await import('./stream-command.js')).streamCommand],
  ['train', async () => (await import('./train-command.js')).trainCommand],
]);

/** Runs the command and returns its exit status; nothing is thrown. */
export async function main(args: readonly string[]): Promise<Status> {
  const [name = '', ...rest] = args;
  // Failed writes are handled where they are awaited; without a listener they would end the process as well.
  process.stdout.on('error', () => {});
  process.stderr.on('error', () => {});
  try {
    await dispatch(name, rest);
    return Status.done;
  } catch (error) {
    return await conclude(error, name);
  }
}

async function dispatch(name: string, args: readonly string[]): Promise<void> {
  if (name === '--help' || name === '-h') return print([(await import('./help.js')).HELP]);
  if (name === '--version' || name === '-V') return print([`${versionOfLibrary()}\n`]);
  const { CommandLine, usage } = await import('./command-line.js');
  const load = COMMANDS.get(name);
  if (load === undefined) {
    const found = name === '' ? 'a command is missing' : `there is no command ${quoted(name)}`;
    throw usage(`${found}: name ${listed([...COMMANDS.keys()], 'or')}.`);
  }
  const command = await load();
  const line = new CommandLine(name, args, command.options);
  return line.has('help') ? print([command.help]) : command.run(line);
}

function versionOfLibrary(): string {
  return createRequire(import.meta.url)('duiqi/package.json').version;
}

/** Tells the user in one sentence why the command ends here. */
async function conclude(error: unknown, name: string): Promise<Status> {
  // Only standard output can be such a pipe: whoever reads it has had enough, as `head` does.
  if (systemCode(error) === 'EPIPE') return Status.done;
  const { explain } = await import('./explain-error.js');
  const [status, message] = explain(error);
  tell(`duiqi: ${message}`);
  if (status === Status.usage) tell(`See: duiqi ${COMMANDS.has(name) ? `${name} ` : ''}--help`);
  return status;
}

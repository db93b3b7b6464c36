import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The built command, as a shell would find it. */
export const BIN = fileURLToPath(new URL('../../packages/cli/bin.mjs', import.meta.url));

/** What a command has left behind. */
export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command in a directory; `reader` gets standard output and may close it. */
export function runCommand(
  directory: string,
  args: readonly string[],
  input = '',
  reader?: (chunk: string, close: () => void) => void,
): Promise<Ended> {
  const child = spawn(process.execPath, [BIN, ...args], { cwd: directory });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    out += chunk;
    reader?.(chunk, () => child.stdout.destroy());
  });
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    err += chunk;
  });
  // A command that ends before it reads its input is no fault of the test.
  child.stdin.on('error', () => {}).end(input);
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, out, err })));
}

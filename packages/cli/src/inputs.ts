import { basename } from 'node:path';
import type { AlignInput } from 'duiqi';
import { read, STANDARD_INPUT } from './files.js';

/** The input files as the library takes them. */
export interface Inputs {
  readonly input: AlignInput;
  /** Names without directories, so that results do not depend on where the files lie. */
  readonly names: readonly string[];
}

/** @param files One or two paths. */
export async function readInputs(files: readonly string[]): Promise<Inputs> {
  const texts: Uint8Array[] = [];
  for (const file of files) texts.push(await read(file));
  const [first, second] = texts;
  return { input: second === undefined ? first : [first, second], names: files.map(displayName) };
}

function displayName(file: string): string {
  return file === STANDARD_INPUT ? 'stdin' : basename(file);
}

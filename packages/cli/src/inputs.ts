import type { AlignInput, AlignOptions } from 'duiqi';
import { documentName } from './document-name.js';
import { inputName, read, STANDARD_INPUT } from './files.js';
import { refuseByContents, refuseByName } from './no-document.js';
import { convertedOffice } from './old-office.js';

/** The input files as the library takes them. */
export interface Inputs {
  readonly input: AlignInput;
  /** Names that do not depend on the machine. */
  readonly names: readonly string[];
  /** The files that are old Office files and were converted. */
  readonly converted: readonly string[];
}

/**
 * Reads documents, unless they are none.
 *
 * @param files one or two paths
 * @param format what the caller says that they are; only `auto` leaves any doubt about that
 */
export async function readInputs(
  files: readonly string[],
  format: NonNullable<AlignOptions['format']>,
): Promise<Inputs> {
  if (format === 'auto') refuseByName(files);
  const texts: Uint8Array[] = [];
  const converted: string[] = [];
  for (const file of files) {
    const text = await read(file);
    if (format === 'auto') refuseByContents(text, file);
    const office = format === 'auto' ? await convertedOffice(text, file) : null;
    if (office !== null) converted.push(file);
    texts.push(office ?? text);
  }
  const [first, second] = texts;
  return { input: second === undefined ? first : [first, second], names: files.map(nameOf), converted };
}

function nameOf(file: string): string {
  return file === STANDARD_INPUT ? 'stdin' : documentName(file);
}

/** What is said of files that were converted. */
export function* conversions({ converted }: Inputs): Iterable<string> {
  for (const file of converted) {
    yield `Note: ${inputName(file)} is an old Office file, and LibreOffice converted it first.`;
  }
}

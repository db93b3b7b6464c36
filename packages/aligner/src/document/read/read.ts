import { warning } from '../../common/diagnostic.js';
import { DuiqiError } from '../../common/errors.js';
import { Pacer } from '../../common/pacer.js';
import type { Diagnostic, InputFormat, Source } from '../../types.js';
import { charactersReplaced, trueCharacters } from '../writing/true-characters.js';
import type { Decoding } from './decode.js';
import type { DocumentOptions } from './document-options.js';
import { formatOf, formatOfBytes, formatOfText, saysOtherwise } from './format.js';
import { FORMATS, type Format } from './format-table.js';
import { inputName, type Reading } from './reading.js';
import { refuseMoreLines, refuseTooLong, refuseTooManyLines } from './size.js';

/** An input as its reader understood it, with the source that its spans count in. */
export interface ReadInput extends Required<Omit<Reading, 'text'>> {
  readonly source: Source;
}

/** How an input is to be read; see `AlignOptions`. */
export interface ReadOptions extends Decoding, DocumentOptions {
  readonly format: 'auto' | InputFormat;
  readonly segments: 'sentences' | 'lines';
}

/**
 * Reads one input: finds its format, decodes it if it is a text, and takes its blocks out.
 *
 * @throws DuiqiError `undecodable` for bytes that are no text, `unreadable` for documents that cannot be opened and for
 * inputs that are too large to be held at once
 */
export async function read(
  input: string | Uint8Array,
  name: string,
  options: ReadOptions,
  pacer: Pacer = new Pacer(),
): Promise<ReadInput> {
  refuseTooLong(input.length, name);
  const named = options.format === 'auto' ? formatOf(name) : options.format;
  const isString = typeof input === 'string';
  // What someone says a file is outranks what it looks like, save where it says that it is a document.
  const isSaid = options.format !== 'auto' && (isString || !FORMATS[named].binary);
  const looks = isSaid ? null : isString ? formatOfText(input, name) : formatOfBytes(input, name, named);
  const format = looks ?? named;
  const isOther =
    looks !== null && looks !== named && (options.format !== 'auto' || saysOtherwise(name, looks));
  const diagnostics: Diagnostic[] = isOther ? [otherFormat(name, format)] : [];
  const reader: Format = FORMATS[format];
  if (reader.binary) {
    if (isString) throw textInsteadOfBytes(format, name);
    const readDocument = await reader.load();
    await pacer.pauseIfDue();
    const read = readDocument(input, name, options, pacer);
    const whole = 'next' in read ? await pacer.run(read) : await read;
    await pacer.pauseIfDue();
    const reading = await understood(whole, format, name, pacer);
    return {
      source: { name, text: reading.text, format, encoding: null },
      blocks: reading.blocks,
      inline: reading.inline ?? [],
      comments: reading.comments ?? [],
      pageEnds: reading.pageEnds ?? [],
      diagnostics: [...diagnostics, ...reading.diagnostics],
    };
  }
  const written = isString
    ? { text: input, encoding: null, diagnostics: [] }
    : (await import('./decode.js')).decode(input, name, options);
  await pacer.pauseIfDue();
  // Who has given a string counts in it.
  const { text, count } = trueCharacters(written.text, isString);
  const decoded = { ...written, text, diagnostics: [...written.diagnostics, ...charactersReplaced(count)] };
  // Lines that are segments already have no blocks to be found.
  const isLines = options.segments === 'lines' && (format === 'text' || format === 'markdown');
  if (!isLines) refuseTooManyLines(decoded.text, name);
  const readText = await reader.load();
  await pacer.pauseIfDue();
  let reading: Reading = { text: decoded.text, blocks: [], diagnostics: [] };
  if (!isLines) {
    const read = readText(decoded.text, name);
    reading = 'next' in read ? await pacer.run(read) : await read;
    await pacer.pauseIfDue();
    reading = await understood(reading, format, name, pacer);
  }
  return {
    source: { name, text: reading.text, format, encoding: decoded.encoding },
    blocks: reading.blocks,
    inline: reading.inline ?? [],
    comments: reading.comments ?? [],
    pageEnds: reading.pageEnds ?? [],
    diagnostics: [...diagnostics, ...decoded.diagnostics, ...reading.diagnostics],
  };
}

async function understood(
  reading: Reading,
  format: InputFormat,
  name: string,
  pacer: Pacer,
): Promise<Reading> {
  // In archives a few bytes may stand for many lines.
  let lines = 0;
  for (const block of reading.blocks) lines += block.lines.length;
  refuseMoreLines(lines, name);
  // What leaves out code, and what a table shows of its cells, is asked where there is any.
  const prose = hasCode(reading) ? (await import('./code-blocks.js')).withoutCode(reading, name) : reading;
  if (!prose.blocks.some(({ position }) => position?.axis === 'row')) return prose;
  const [{ withCellsUnderstood }, { withoutHeaders }] = await Promise.all([
    import('./table-cells.js'),
    import('./table-headers.js'),
  ]);
  const cells = await pacer.run(withCellsUnderstood(prose));
  return (FORMATS[format] as Format).isSheet ? cells : withoutHeaders(cells, name);
}

function hasCode({ blocks, comments = [] }: Reading): boolean {
  return [blocks, ...comments].some((all) => all.some(({ kind }) => kind === 'code'));
}

function otherFormat(name: string, format: InputFormat): Diagnostic {
  return warning(
    'other-format',
    `${inputName(name)} was read as ${format.toUpperCase()}: that is what it holds, whatever its name says.`,
    { values: { name, format: format.toUpperCase() } },
  );
}

function textInsteadOfBytes(format: InputFormat, name: string): DuiqiError {
  return new DuiqiError(
    'bad-input',
    `${inputName(name)} is to be read as ${format.toUpperCase()}, which is no text: give its bytes as a Uint8Array.`,
    { name, format },
  );
}

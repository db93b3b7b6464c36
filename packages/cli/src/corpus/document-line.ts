import type { AlignInput } from 'duiqi';
import { Failure, Status } from '../failure.js';
import { rawValue } from './raw-value.js';
import type { Identity } from './rows.js';

/** A document that a line of JSON holds or names. */
export interface LineDocument extends Identity {
  readonly content: { readonly input: AlignInput } | { readonly files: readonly string[] };
}

/** A line that is no document: what can be told of it all the same, and what is wrong. */
export class BadLine extends Failure {
  readonly identity: Identity;

  constructor(message: string, identity: Identity = { id: '', meta: 'null' }) {
    super(Status.failed, message);
    this.identity = identity;
  }
}

/** @throws BadLine */
export function documentOfLine(bytes: Uint8Array, number: number): LineDocument {
  const { line, value } = parsed(bytes, number);
  const identity = identityOf(line, value, number);
  const give = 'give "en" and "zh", or "text", or "files"';
  const wrong = (what: string): BadLine => new BadLine(`line ${number} ${what}.`, identity);
  // Tables without a value write null.
  const { en, zh, text, files } = Object.fromEntries(
    Object.entries(value).filter(([, each]) => each !== null),
  );
  if (
    [en !== undefined || zh !== undefined, text !== undefined, files !== undefined].filter(Boolean).length !==
    1
  ) {
    throw wrong(`has no document, or several: ${give}`);
  }
  if (files !== undefined) {
    if (!isListOfTexts(files) || files.length < 1 || files.length > 2) {
      throw wrong('has "files" that are no list of one or two paths');
    }
    return { ...identity, content: { files } };
  }
  if (text !== undefined) {
    if (typeof text !== 'string') throw wrong('has a "text" that is no text');
    return { ...identity, content: { input: text } };
  }
  if (typeof en !== 'string' || typeof zh !== 'string') {
    const [name, side] = Object.entries({ en, zh }).find(([, each]) => typeof each !== 'string')!;
    if (side === undefined)
      throw wrong(`has no "${name}": give "en" and "zh", or "text" for a bilingual text`);
    throw wrong(
      Array.isArray(side)
        ? `gives "${name}" as a list: join its texts, with a blank line between paragraphs`
        : `gives "${name}" as something else than text`,
    );
  }
  return { ...identity, content: { input: { en, zh } } };
}

/** What can be told of a line that is too long to be taken, of which only the beginning is there: its id, where that comes first. */
export function identityOfBeginning(bytes: Uint8Array): Identity {
  const [, id] =
    /^\s*\{\s*"id"\s*:\s*("(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*)\s*,/.exec(new TextDecoder().decode(bytes)) ?? [];
  const value: unknown = id?.startsWith('"') ? parsedOr(id, '') : (id ?? '');
  return { id: String(value), meta: 'null' };
}

function parsedOr(json: string, other: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return other;
  }
}

/** The id and what is passed through of a line, as far as they can be told. */
export function identityOfLine(bytes: Uint8Array, number: number): Identity {
  try {
    const { line, value } = parsed(bytes, number);
    return identityOf(line, value, number);
  } catch (error) {
    if (error instanceof BadLine) return error.identity;
    throw error;
  }
}

interface Parsed {
  readonly line: string;
  readonly value: Readonly<Record<string, unknown>>;
}

function parsed(bytes: Uint8Array, number: number): Parsed {
  let line: string;
  try {
    line = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BadLine(`line ${number} is no UTF-8.`);
  }
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    if (line.trim() === '') throw new BadLine(`line ${number} is blank: each line holds a document.`);
    // A file of JSON as people read it: no line of it is a document, and each gets its row.
    const isPart = /^\s*(?:\[\s*(?:\{\s*)?|\{\s*)$/.test(line);
    throw new BadLine(
      isPart
        ? `line ${number} is the beginning of JSON over several lines, and each line holds a document: jq -c ".[]" makes lines of a list.`
        : `line ${number} is no JSON.`,
    );
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BadLine(`line ${number} is no JSON object.`);
  }
  return { line, value: value as Parsed['value'] };
}

function identityOf(line: string, { id }: Parsed['value'], number: number): Identity {
  const meta = rawValue(line, 'meta') ?? 'null';
  if (typeof id === 'string' && id !== '') return { id, meta };
  // As it is written: a long number would lose digits as a number.
  if (typeof id === 'number') return { id: rawValue(line, 'id') ?? String(id), meta };
  throw new BadLine(
    `line ${number} has no "id" that is a text or a number: the ids of its pairs are made from it.`,
    {
      id: '',
      meta,
    },
  );
}

function isListOfTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

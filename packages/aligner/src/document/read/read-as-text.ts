import { warning } from '../../common/diagnostic.js';
import type { ReadAsTextReason } from '../../common/diagnostic-values.js';
import { inputName, type Reading } from './reading.js';
import { readLines } from './text.js';
import { findTables } from './text-tables.js';

/** Reads a file of another format whose syntax it had better not be read with, and says why. */
export function readAsText(text: string, name: string, reason: string, kind: ReadAsTextReason): Reading {
  const reading = readLines(text, name, findTables);
  const note = warning('read-as-text', `${inputName(name)} ${reason}; it was read as plain text.`, {
    values: { kind, name },
  });
  return { ...reading, diagnostics: [note, ...reading.diagnostics] };
}

import { DuiqiError } from '../../common/errors.js';
import type { Problem } from '../../common/problems.js';
import type { Block, Diagnostic, Span } from '../../types.js';

/** A source as its reader understood it. */
export interface Reading {
  /** What the spans of the blocks count in; see `Source`. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly diagnostics: readonly Diagnostic[];
  /** Syntax within the lines of the blocks, such as the asterisks of emphasis, in order: none of the text. */
  readonly inline?: readonly Span[];
  /** Comments that may hold the text which what stands after them translates, each as the blocks that it holds, in order. */
  readonly comments?: readonly (readonly Block[])[];
  /** Where pages end, as offsets in the text, in order; a paragraph may go on after one. */
  readonly pageEnds?: readonly number[];
}

/** How messages call an input. */
export function inputName(name: string): string {
  return name === '' ? 'The input' : `"${name}"`;
}

/**
 * The error for a document that cannot be opened. What follows its name says why and what to do, without a full stop; `values` is what
 * else that names, for those who say it in another language.
 */
export function unreadable(
  name: string,
  why: string,
  problem?: Problem,
  values: Readonly<Record<string, string | number>> = {},
): DuiqiError {
  return new DuiqiError('unreadable', `${inputName(name)} ${why}.`, {
    name,
    ...(problem && { problem }),
    ...values,
  });
}

/** What messages say of a file that has nothing in it, as `unreadable` takes it. */
export const NO_BYTES = 'is empty (0 bytes): save, copy or download it again';
export const NO_FILES = 'is an empty ZIP archive, with no document in it: save, copy or download it again';

import type { Limits } from './settings.js';

/** Codes and messages for documents that were given up. */
export function tooLong({ seconds }: Limits): [code: string, message: string] {
  return ['too-long', `the document took more than ${seconds} seconds; --max-seconds allows it more.`];
}

export function tooLarge({ megabytes }: Limits): [code: string, message: string] {
  return ['too-large', `the document took more than ${megabytes} MB of memory; --max-mb allows it more.`];
}

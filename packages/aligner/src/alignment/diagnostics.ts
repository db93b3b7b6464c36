import { info, warning } from '../common/diagnostic.js';
import type { Diagnostic, Side } from '../types.js';
import { MOST_WORDS } from './score/token-collector.js';
import type { Tokens } from './score/tokens.js';

export const GUESSED: Diagnostic = warning(
  'path-guessed',
  'Long stretches of the two texts share no rare words, names or numbers, so their course was guessed from the lengths: look at the pairs there before you use them.',
);

export const WIDENED: Diagnostic = info(
  'band-widened',
  'The alignment ran along the edge of what was looked at in places, so more was looked at there.',
);

/** Says which sentence of a side is the first with more words than are looked at. */
export function endless({ language, segments }: Side, { start }: Tokens): Diagnostic[] {
  const first = segments.findIndex((_, s) => start[s + 1]! - start[s]! === MOST_WORDS);
  if (first === -1) return [];
  return [
    warning(
      'endless-sentence',
      `There is a sentence of ${MOST_WORDS} words or more, of which only the first ${MOST_WORDS} were compared: look whether it should have been cut.`,
      { side: language, span: segments[first]!.spans[0] ?? null },
    ),
  ];
}

import { info, warning } from '../common/diagnostic.js';
import type { Diagnostic, Side } from '../types.js';
import { MOST_WORDS } from './score/token-collector.js';
import type { Tokens } from './score/tokens.js';

export const GUESSED: Diagnostic = warning(
  'path-guessed',
  'In long stretches the two texts share no rare words, names or numbers, so the sentences there were matched by their lengths alone: check those pairs before you use them.',
);

export const WIDENED: Diagnostic = info(
  'band-widened',
  'In some places the two texts lay further apart than expected, so a wider range was searched there.',
);

/** Says which sentence of a side is the first with more words than are looked at. */
export function endless({ language, segments }: Side, { start }: Tokens): Diagnostic[] {
  const first = segments.findIndex((_, s) => start[s + 1]! - start[s]! === MOST_WORDS);
  if (first === -1) return [];
  return [
    warning(
      'endless-sentence',
      `There is a sentence of ${MOST_WORDS} words or more, of which only the first ${MOST_WORDS} were compared: check whether it is really one sentence.`,
      { side: language, span: segments[first]!.spans[0] ?? null, values: { count: MOST_WORDS } },
    ),
  ];
}

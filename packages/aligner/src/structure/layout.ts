import type { Layout } from '../types.js';
import type { SourceParagraph } from './rejoin.js';

/** Tells how the languages of a bilingual text lie, for people: nothing is decided by it. */
export function layoutOf(paragraphs: readonly SourceParagraph[], inline: boolean): Layout {
  const runs: number[] = [];
  paragraphs.forEach(({ language }, index) => {
    if (index > 0 && paragraphs[index - 1]!.language === language) runs[runs.length - 1]!++;
    else runs.push(1);
  });
  if (runs.length < 2) return 'one-language';
  if (inline) return 'inline';
  if (runs.length <= 3) return 'halves';
  return paragraphs.length / runs.length > PARAGRAPHS_ON_A_PAGE ? 'pages' : 'paragraphs';
}

/** Runs longer than this, on average, are pages and not paragraphs with their translations. */
const PARAGRAPHS_ON_A_PAGE = 2.5;

import type { PageRuns } from './runs.js';

/** Text of which this share or more is in letters that are all equally wide is no code: it has no others. */
const ALL_CODE = 0.7;

/** The pages of a document; where it has hardly any other letters than those of code, without saying that they are. */
export function withoutUsualMono(pages: readonly PageRuns[]): readonly PageRuns[] {
  let [mono, all] = [0, 0];
  for (const { isMono, text } of pages.flatMap(({ directions }) => directions.flat())) {
    all += text.length;
    if (isMono) mono += text.length;
  }
  if (mono < ALL_CODE * all) return pages;
  return pages.map((page) => ({
    ...page,
    directions: page.directions.map((runs) => runs.map((run) => ({ ...run, isMono: false }))),
  }));
}

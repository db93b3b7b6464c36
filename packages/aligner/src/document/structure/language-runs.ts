import type { Layout } from '../../types.js';
import { holdsSentenceEnd } from '../writing/endings.js';
import { BEGINS_SMALL, goesOn } from './goes-on.js';
import { paragraphText } from './paragraph-text.js';
import type { SourceParagraph } from './rejoin.js';

/** Paragraphs of one language with none of the other between them. */
export function languageRuns(paragraphs: readonly SourceParagraph[]): SourceParagraph[][] {
  const runs: SourceParagraph[][] = [];
  for (const paragraph of paragraphs) {
    const run = runs.at(-1);
    if (run?.[0]?.language === paragraph.language) run.push(paragraph);
    else runs.push([paragraph]);
  }
  return runs;
}

/** Whether the last paragraph of a run goes on in the first of a later one in its language, by its own looks. */
export function goesOnAfterwards(
  source: string,
  run: readonly SourceParagraph[],
  later: readonly SourceParagraph[],
  layout: Layout = 'pages',
): boolean {
  const { pieces, language } = run.at(-1)!;
  const text = paragraphText(source, pieces, language);
  const next = { ...later[0]!, text: paragraphText(source, later[0]!.pieces, language) };
  const isTerm = run.length === 1 && BEGINS_SMALL.test(text);
  return goesOn(text, holdsSentenceEnd(text, language), next, language, layout, isTerm);
}

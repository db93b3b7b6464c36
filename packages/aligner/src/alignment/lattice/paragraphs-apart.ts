import type { Side, Source } from '../../types.js';

/** So many of the gaps between paragraphs: a blank line here and there parts the chapters of a text that has a sentence a line. */
const MOST = 0.5;

/**
 * Whether the source parts most paragraphs of a side by more than the end of a line: by a blank line, or by marks of a list. A
 * file of a sentence a line has no paragraphs, and its lines are joined as its translator pleased; who sets each sentence
 * apart has made it a paragraph of its own, and seldom joins two.
 */
export function paragraphsStandApart(
  { source, paragraphs }: Pick<Side, 'source' | 'paragraphs'>,
  sources: readonly Source[],
): boolean {
  const text = sources[source]?.text;
  if (text === undefined) return false;
  let apart = 0;
  for (let at = 1; at < paragraphs.length; at++) {
    const [before, after] = [paragraphs[at - 1]!.pieces.at(-1)!, paragraphs[at]!.pieces[0]!];
    if (!ONE_LINE_END.test(text.slice(before.end, Math.min(after.start, before.end + LONGEST)))) apart++;
  }
  return apart > MOST * (paragraphs.length - 1);
}

/** White space that ends one line. */
const ONE_LINE_END = /^[^\S\r\n]*(?:(?:\r\n|\r|\n)[^\S\r\n]*)?$/;
/** As much of a gap as is looked at. */
const LONGEST = 200;

import { mapInSteps, type Steps } from '../../common/steps.js';
import { type FoldedText, fold } from '../../document/writing/folding.js';
import type { Simplifier } from '../../document/writing/simplify.js';
import type { Label, Segment } from '../../types.js';

/** A segment as it is matched: folded, and in simplified characters. A segment of which nothing differs is one. */
export interface MatchingSegment {
  readonly text: string;
  /** Its length is the one that the marker has in `text`. */
  readonly label: Pick<Label, 'length'> | null;
  /** From the offsets of `text` to those of the segment as written; absent where they are the same. */
  readonly written?: FoldedText;
}

/** Segments as tokens and marks are read from them. What is shown to people is the text as written. */
export function* matchingSegments(
  segments: readonly Segment[],
  simplify: Simplifier = (text) => text,
): Steps<readonly MatchingSegment[]> {
  return yield* mapInSteps(segments, (segment) => {
    const folded = fold(segment.text);
    const { label } = segment;
    const text = simplify(folded.text);
    if (folded.starts === null) return text === segment.text ? segment : { text, label };
    const body = folded.starts.findIndex((start) => start >= (label?.length ?? 0));
    return { text, label: label && { length: body < 0 ? text.length : body }, written: folded };
  });
}

import type { LeftOutPart } from '../../../common/diagnostic-values.js';
import type { Steps } from '../../../common/steps.js';
import { readWithout, withoutHidden } from '../read-without.js';
import type { Reading } from '../reading.js';
import type { Content } from './content.js';
import { BlockWriter, type WrittenParagraph } from './writer.js';

/** What a document says, its notes apart, and what of it is left out. */
export interface WrittenText {
  readonly content: readonly Content<WrittenParagraph>[];
  readonly notes: readonly Content<WrittenParagraph>[];
  readonly leftOut: Iterable<LeftOutPart>;
  /** Paragraphs with text that is hidden, and is left out. */
  readonly hidden: number;
}

/** A text as a reading: its notes stand after it. */
export function* written(name: string, { content, notes, leftOut, hidden }: WrittenText): Steps<Reading> {
  const writer = new BlockWriter<WrittenParagraph>((paragraph) => paragraph);
  yield* writer.writeInSteps(content);
  yield* writer.writeInSteps(notes);
  const contents = writer.hasContents ? ['contents' as const] : [];
  return writer.text.reading([
    ...readWithout(name, [...leftOut, ...contents]),
    ...withoutHidden(name, hidden),
  ]);
}

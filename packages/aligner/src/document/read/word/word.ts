import type { LeftOutPart } from '../../../common/diagnostic-values.js';
import type { Steps } from '../../../common/steps.js';
import { openArchive } from '../office/archive.js';
import { findParts, missingPart, type PartPlace } from '../office/parts.js';
import { CONTENTS } from '../office/style-names.js';
import { BlockWriter, type WrittenParagraph } from '../office/writer.js';
import { readWithout, withoutHidden } from '../read-without.js';
import type { Reading } from '../reading.js';
import { WordNumbering } from './numbering.js';
import { DEFAULT_STYLE, lookOfStyle, readStyles, type WordStyles } from './styles.js';
import { readWordText, type WordParagraph } from './text.js';

const PARTS = {
  document: { type: /^(?=.*word).*\.main\+xml$/, usual: 'word/document.xml' },
  styles: { type: /wordprocessingml\.styles\+xml$/, usual: 'word/styles.xml' },
  numbering: { type: /wordprocessingml\.numbering\+xml$/, usual: 'word/numbering.xml' },
  footnotes: { type: /wordprocessingml\.footnotes\+xml$/, usual: 'word/footnotes.xml' },
  endnotes: { type: /wordprocessingml\.endnotes\+xml$/, usual: 'word/endnotes.xml' },
} satisfies Record<string, PartPlace>;

/**
 * Reads a Word document (.docx, ECMA-376): the text as Word shows it with all changes accepted and without what is hidden, the numbers of its
 * automatic lists as `numbering`, the cells of its tables with their positions, and notes after the text.
 *
 * @throws DuiqiError `unreadable` for what is damaged, encrypted, too large, or no Word document
 */
export function* readDocx(bytes: Uint8Array, name: string): Steps<Reading> {
  const archive = openArchive(bytes, name);
  const parts = yield* findParts(archive, PARTS);
  if (parts.document === undefined) throw missingPart(name, 'a Word document');
  const styles = readStyles(parts.styles);
  const writer = new BlockWriter(lookOf(styles, new WordNumbering(parts.numbering, styles)));
  const leftOut = new Set<LeftOutPart>();
  let hidden = 0;
  for (const part of [parts.document, parts.footnotes, parts.endnotes]) {
    if (part === undefined) continue;
    const text = yield* readWordText(part, styles);
    yield* writer.writeInSteps(text.content);
    for (const what of text.leftOut) leftOut.add(what);
    hidden += text.hidden;
  }
  if (writer.hasContents) leftOut.add('contents');
  for (const path of archive.paths.keys()) {
    if (/^word\/(?:header|footer)\d*\.xml$/.test(path)) leftOut.add('heads');
  }
  return writer.text.reading([...readWithout(name, leftOut), ...withoutHidden(name, hidden)]);
}

/** How paragraphs are written, their lists counted on the way. */
function lookOf(
  styles: WordStyles,
  numbering: WordNumbering,
): (paragraph: WordParagraph) => WrittenParagraph | null {
  return ({ lines, hasText, properties }) => {
    const marker = numbering.next(properties, styles.get(properties.style ?? DEFAULT_STYLE));
    if (!hasText) return null;
    const { name, isHeading } = lookOfStyle(properties, styles);
    if (CONTENTS.test(name)) return { lines, kind: 'contents' };
    const kind = isHeading ? 'heading' : marker === null ? 'paragraph' : 'item';
    return { lines, kind, ...(marker !== null && { numbering: marker }) };
  };
}

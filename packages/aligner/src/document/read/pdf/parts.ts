import type { TextLine } from './lines.js';
import type { PdfParagraph } from './paragraphs.js';
import type { Cell } from './structure.js';

/** What stands in the document, in reading order. */
export type Part =
  | {
      readonly kind: 'text';
      readonly paragraph: PdfParagraph;
      /** What a tagged PDF calls it; null where only its size tells. */
      readonly called: 'heading' | 'paragraph' | null;
      readonly cell: Cell | null;
      /** Whether a column or page ends with it, so that it may go on where the next one in its language begins. */
      readonly isLast?: boolean;
    }
  | { readonly kind: 'code'; readonly lines: readonly TextLine[] }
  | { readonly kind: 'left-out'; readonly lines: readonly string[] };

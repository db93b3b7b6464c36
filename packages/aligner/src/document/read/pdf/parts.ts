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
    }
  | { readonly kind: 'code'; readonly lines: readonly TextLine[] }
  | { readonly kind: 'left-out'; readonly lines: readonly string[] };

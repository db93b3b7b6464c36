import type { ReviewRow } from 'duiqi/review';

/** The clause that a row goes on in, beside its number. */
export interface ClauseBeside {
  /** Its marker as the text has it: `Article 3`, `(2)`. */
  readonly marker: string;
  /** What there is room for: words that say what kind of clause it is would be cut in the midst. */
  readonly number: string;
}

/** The clause that a row goes on in; null outside of clauses, and for what begins one, which says so itself. */
export function clauseBeside({
  clause,
  en,
  zh,
}: Pick<ReviewRow, 'clause' | 'en' | 'zh'>): ClauseBeside | null {
  const marker = clause?.split('/').at(-1) ?? '';
  if (marker === '' || [en.text, zh.text].some((text) => text.startsWith(marker))) return null;
  return { marker, number: marker.replace(KIND, '') };
}

/** `Article 3`, `CHAPTER IV`, `Sec. 12`. */
const KIND = /^\p{Script=Latin}{3,}\.?\s+(?=\S)/u;

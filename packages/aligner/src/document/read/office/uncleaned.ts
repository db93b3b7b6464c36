/**
 * The marks that Trados puts around a segment and its translation in a Word file that is not cleaned up yet, `{0>Exit<}100{>出口<0}`. They and the
 * text that was translated are hidden, and are read all the same: such a file holds both languages.
 */
const MARK = /\{0>|<\}\d{1,3}\{>|<0\}/;

/** Follows the marks through the hidden text of a document. */
export class UncleanedSegments {
  #isOpen = false;

  /**
   * The lines that hidden text is of, without the marks: each mark ends one. Null for text outside of such segments, which stays
   * hidden.
   */
  lines(hidden: string): string[] | null {
    if (!this.#isOpen && !hidden.includes('{0>')) return null;
    const [opened, closed] = [hidden.lastIndexOf('{0>'), hidden.lastIndexOf('<0}')];
    if (opened !== closed) this.#isOpen = opened > closed;
    return hidden.split(MARK);
  }
}

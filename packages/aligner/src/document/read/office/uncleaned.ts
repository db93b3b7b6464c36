/**
 * The marks that Trados puts around a segment and its translation in a Word file that is not cleaned up yet, `{0>Exit<}100{>出口<0}`. They and the
 * text that was translated are hidden, and are read all the same: such a file holds both languages.
 */
const MARK = /\{0>|<\}\d{1,3}\{>|<0\}/;

/** Follows the marks through the hidden text of a document. */
export class UncleanedSegments {
  #isOpen = false;

  /**
   * Adds what is read of hidden text to the lines of its paragraph; each mark ends one. False for text outside of such segments, which
   * stays hidden.
   *
   * @param add adds to the last line
   */
  write(hidden: string, lines: string[], add: (text: string) => void): boolean {
    if (!this.#isOpen && !hidden.includes('{0>')) return false;
    const [opened, closed] = [hidden.lastIndexOf('{0>'), hidden.lastIndexOf('<0}')];
    if (opened !== closed) this.#isOpen = opened > closed;
    for (const [index, text] of hidden.split(MARK).entries()) {
      if (index > 0 && lines.at(-1) !== '') lines.push('');
      add(text);
    }
    return true;
  }
}

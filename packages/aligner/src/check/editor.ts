interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A text that comes in chunks, with the changes that are to be made to it; offsets count from its beginning. */
export class Editor {
  #text = '';
  /** Offset of the first character that is still here. */
  #from = 0;
  #edits: Edit[] = [];

  get length(): number {
    return this.#from + this.#text.length;
  }

  /** How much of the text is held. */
  get held(): number {
    return this.#text.length;
  }

  append(chunk: string): void {
    this.#text += chunk;
  }

  slice(start: number, end: number): string {
    return this.#text.slice(start - this.#from, end - this.#from);
  }

  /** Where a text last begins before an offset. */
  lastBefore(text: string, offset: number): number {
    return this.#from + this.#text.lastIndexOf(text, offset - this.#from - 1);
  }

  /** Changes must not overlap, save those within a stretch that is removed, and keep their order where they begin at one place. */
  replace(start: number, end: number, text: string): void {
    this.#edits.push({ start, end, text });
  }

  /** Takes a stretch out, with the changes made within it. */
  remove(start: number, end: number): void {
    this.replace(start, end, '');
  }

  /** The changed text up to an offset, at which no change may be under way; it is not held any longer. */
  take(end: number): string {
    let text = '';
    let at = this.#from;
    const edits = this.#edits.sort((a, b) => a.start - b.start);
    const later = edits.findIndex((edit) => edit.start >= end);
    this.#edits = later < 0 ? [] : edits.splice(later);
    for (const edit of edits) {
      // What begins in a stretch that was removed is gone with it.
      if (edit.start < at) continue;
      text += this.slice(at, edit.start) + edit.text;
      at = edit.end;
    }
    text += this.slice(at, end);
    this.#text = this.slice(end, this.length);
    this.#from = end;
    return text;
  }
}

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
  /** In the order of their beginnings. */
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

  /** Changes must not overlap, and keep their order where they begin at the same place. */
  replace(start: number, end: number, text: string): void {
    let index = this.#edits.length;
    while (index > 0 && this.#edits[index - 1]!.start > start) index--;
    this.#edits.splice(index, 0, { start, end, text });
  }

  /** Takes a stretch out, with the changes made within it. */
  remove(start: number, end: number): void {
    let first = this.#edits.length;
    while (first > 0 && this.#edits[first - 1]!.start >= start) first--;
    const later = this.#edits.splice(first).filter((edit) => edit.start >= end);
    this.#edits.push({ start, end, text: '' }, ...later);
  }

  /** The changed text up to an offset, at which no change may be under way; it is not held any longer. */
  take(end: number): string {
    let text = '';
    let at = this.#from;
    let count = 0;
    for (const edit of this.#edits) {
      if (edit.start >= end) break;
      text += this.slice(at, edit.start) + edit.text;
      at = edit.end;
      count++;
    }
    this.#edits.splice(0, count);
    text += this.slice(at, end);
    this.#text = this.slice(end, this.length);
    this.#from = end;
    return text;
  }
}

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
  /** How many changes are not held any longer. */
  #made = 0;

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

  /** The changes so far, to be given to `remove`. */
  get mark(): number {
    return this.#made + this.#edits.length;
  }

  /** Changes must not overlap, and keep their order where they begin at the same place. */
  replace(start: number, end: number, text: string): void {
    this.#edits.push({ start, end, text });
  }

  /** Takes a stretch out, with the changes made since a mark: all of them within it. */
  remove(start: number, end: number, mark: number): void {
    this.#edits.length = mark - this.#made;
    this.replace(start, end, '');
  }

  /** The changed text up to an offset, at which no change may be under way; it is not held any longer. */
  take(end: number): string {
    const edits = this.#edits.sort((a, b) => a.start - b.start);
    let text = '';
    let at = this.#from;
    let count = 0;
    for (; count < edits.length && edits[count]!.start < end; count++) {
      const edit = edits[count]!;
      text += this.slice(at, edit.start) + edit.text;
      at = edit.end;
    }
    this.#edits = edits.slice(count);
    this.#made += count;
    text += this.slice(at, end);
    this.#text = this.slice(end, this.length);
    this.#from = end;
    return text;
  }
}

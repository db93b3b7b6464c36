import type { Steps } from '../../common/steps.js';

/** Characters of JSON that are read between two steps: engines read a hundred of them in a microsecond. */
const AT_ONCE = 2 ** 16;

/**
 * `JSON.parse` in steps, for an object or a list that is long as a project is: objects of a few members, lists of many small items. The items of a list are
 * read some at a time, so that only one that is large by itself takes long.
 *
 * @throws an error of any kind for what is no JSON
 */
export function* jsonInSteps(text: string): Steps<unknown> {
  const reader = new Reader(text);
  const value = yield* reader.value();
  if (reader.next() !== '') throw new Error('no JSON');
  return value;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const BRACKET = 0x5b;
const BRACKET_END = 0x5d;
const BRACE = 0x7b;
const BRACE_END = 0x7d;

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** An object or a list, or a value within one. */
  *value(): Steps<unknown> {
    const first = this.next();
    if (first === '[') return yield* this.#list();
    if (first === '{') return yield* this.#object();
    return this.#scalar();
  }

  /** The next character that is no white space; '' at the end. */
  next(): string {
    const text = this.#text;
    while (this.#at < text.length && /[ \t\r\n]/.test(text[this.#at]!)) this.#at++;
    return text[this.#at] ?? '';
  }

  *#object(): Steps<unknown> {
    const members: [string, unknown][] = [];
    this.#at++;
    if (this.#took('}')) return {};
    do {
      if (this.next() !== '"') throw new Error('no JSON');
      const key = this.#scalar() as string;
      this.#take(':');
      members.push([key, yield* this.value()]);
    } while (this.#took(','));
    this.#take('}');
    return Object.fromEntries(members);
  }

  *#list(): Steps<unknown> {
    const items: unknown[] = [];
    const text = this.#text;
    this.#at++;
    if (this.#took(']')) return items;
    for (;;) {
      const start = this.#at;
      let end = start;
      do end = this.#endOfItem(end);
      while (text[end] === ',' && end - start < AT_ONCE && ++end);
      for (const item of JSON.parse(`[${text.slice(start, end)}]`)) items.push(item);
      this.#at = end;
      yield;
      if (text[end] === ']') break;
      this.#at++;
    }
    this.#at++;
    return items;
  }

  /** Where an item of a list ends: at the comma after it, or at the end of the list. */
  #endOfItem(from: number): number {
    const text = this.#text;
    let depth = 0;
    for (let at = from; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === QUOTE) at = this.#endOfString(at) - 1;
      else if (code === BRACKET || code === BRACE) depth++;
      else if (code === BRACKET_END || code === BRACE_END) {
        if (depth === 0) return at;
        depth--;
      } else if (code === COMMA && depth === 0) return at;
    }
    throw new Error('no JSON');
  }

  #scalar(): unknown {
    const start = this.#at;
    this.#at = this.#text.charCodeAt(start) === QUOTE ? this.#endOfString(start) : this.#endOfItem(start);
    return JSON.parse(this.#text.slice(start, this.#at));
  }

  /** The place after a string that begins at one. */
  #endOfString(start: number): number {
    for (let end = this.#text.indexOf('"', start + 1); end >= 0; end = this.#text.indexOf('"', end + 1)) {
      let escapes = 0;
      while (this.#text[end - 1 - escapes] === '\\') escapes++;
      if (escapes % 2 === 0) return end + 1;
    }
    throw new Error('no JSON');
  }

  #took(sign: string): boolean {
    if (this.next() !== sign) return false;
    this.#at++;
    return true;
  }

  #take(sign: string): void {
    if (!this.#took(sign)) throw new Error('no JSON');
  }
}

import { escapeXml } from '../text.js';
import { error, quoted, type Remark } from './finding.js';
import type { XmlContext } from './inspect-xml.js';
import { readableTag } from './lang-tag.js';
import type { Tag } from './markup.js';

/** Reports what is wrong with the attributes of tags, and repairs it. */
export class Attributes {
  readonly #context: XmlContext;

  constructor(context: XmlContext) {
    this.#context = context;
  }

  /** Says something of an attribute, and puts in the value that repairs it; under another name, where one is given. */
  report(tag: Tag, name: string, remark: Remark, newName = name): void {
    this.#context.report(tag.start, remark);
    if (remark.fix !== undefined) this.set(tag, name, remark.fix, newName);
  }

  /** Reports attributes that are not there. */
  require(tag: Tag, names: Iterable<string>): void {
    for (const name of names) {
      if (tag.attribute(name) !== undefined) continue;
      const message = `<${tag.name}> has no ${name}, without which strict tools reject the file: add it.`;
      this.#context.report(tag.start, error('attribute', message));
    }
  }

  /** The value of an attribute that is a language tag, as repaired; undefined where there is none. */
  language(tag: Tag, name: string): string | undefined {
    const value = tag.attribute(name);
    const remark = value === undefined ? null : languageRemark(value);
    if (remark !== null) this.report(tag, name, remark);
    return remark?.fix ?? value;
  }

  /** Gives an attribute a value; adds it where it is not there. */
  set(tag: Tag, name: string, value: string, newName = name): void {
    const { editor } = this.#context;
    const source = editor.slice(tag.start, tag.end);
    const written = `${newName}="${escapeXml(value)}"`;
    const found = attributeSpan(source, name);
    if (found !== null) {
      editor.replace(tag.start + found.start, tag.start + found.end, written);
      return;
    }
    const before = tag.end - (source.endsWith('/>') ? 2 : 1);
    editor.replace(before, before, ` ${written}`);
  }
}

/** What is to be said of a language tag; null for one that tools read. */
export function languageRemark(value: string): Remark | null {
  const fix = readableTag(value);
  if (fix === value) return null;
  const remedy = fix ?? 'one such as en-US or zh-CN';
  return error('lang-tag', `${quoted(value)} is no language tag that tools read: write ${remedy}.`, fix);
}

const ATTRIBUTE = /\s*([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')/y;

/** Where an attribute stands in a well-formed tag, from its name to the closing quotation mark. */
function attributeSpan(source: string, name: string): { start: number; end: number } | null {
  ATTRIBUTE.lastIndex = source.search(/[\s/>]/);
  for (;;) {
    const from = ATTRIBUTE.lastIndex;
    const match = ATTRIBUTE.exec(source);
    if (match === null) return null;
    const start = from + match[0].search(/\S/);
    if (match[1] === name) return { start, end: from + match[0].length };
  }
}

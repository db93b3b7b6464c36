import { declaredEntities, LONGEST_DECLARATION } from '../../common/xml-entities.js';
import { type Decoded, declaredEncoding } from './decoded.js';
import { encodingRemark, isUtf8 } from './encoding-remark.js';
import { error, type Finding, named, type Place, type Remark, warning } from './finding.js';
import { Lines, WayBack } from './places.js';
import { reference, TOKEN, XML_ENTITIES } from './references.js';

/** What XML 1.0 (§2.2) allows no file to hold; U+FFFD, and byte order marks. */
const SUSPECT = /(?![\t\n\r\u007F-\u009F])[\p{Cc}\p{Surrogate}\uFEFF\uFFFD-\uFFFF]/gu;

/** Characters that a reference, the beginning of a section, or the declaration of an entity has at most. */
const LONGEST_TOKEN = LONGEST_DECLARATION;

/** Sections in which `&` and `<` say nothing, by their beginnings. */
const ENDS: ReadonlyMap<string, string> = new Map([
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
]);

/**
 * The text of an XML file without what no parser gets past: characters that XML forbids, and `&` and `<` that begin nothing.
 * One such character makes the whole file unreadable. What this yields depends on the text alone and not on how it was cut.
 */
export class XmlText {
  readonly #decoded: Decoded;
  readonly #report: (finding: Finding) => void;
  readonly #lines = new Lines();
  readonly #toFile = new WayBack();
  readonly #toAllowed = new WayBack();
  /** Allowed characters of which the markup was not looked at yet. */
  #held = '';
  /** False before the first tag, where no character is in its place. */
  #begun = false;
  /** What ends the section that is open. */
  #sectionEnd: string | null = null;
  /** Those that the file declares. */
  readonly #entities = new Set(XML_ENTITIES);
  #read = 0;
  #allowed = 0;
  #written = 0;

  constructor(decoded: Decoded, report: (finding: Finding) => void) {
    this.#decoded = decoded;
    this.#report = report;
  }

  /** The text again, sound and a little behind. */
  *chunks(): Generator<string> {
    let isHead = true;
    for (const chunk of this.#decoded.chunks) {
      this.#held += this.#withoutForbidden(chunk);
      if (this.#held.length <= LONGEST_TOKEN) continue;
      if (isHead && this.#held.length < HEAD) continue;
      if (isHead) yield this.#declaration();
      isHead = false;
      yield this.#sound(this.#held.length - LONGEST_TOKEN);
    }
    if (isHead) yield this.#declaration();
    yield this.#sound(this.#held.length);
  }

  /** Where a character of the sound text stands in the file. */
  place(offset: number): Place {
    return this.#lines.place(this.#toFile.from(this.#toAllowed.from(offset)));
  }

  forget(offset: number): void {
    const allowed = this.#toAllowed.from(offset);
    this.#lines.forget(this.#toFile.from(allowed));
    this.#toFile.forget(allowed);
    this.#toAllowed.forget(offset);
  }

  #withoutForbidden(chunk: string): string {
    this.#lines.add(chunk);
    let from = 0;
    let text = '';
    for (const { 0: character, index } of chunk.matchAll(SUSPECT)) {
      const isFirst = this.#allowed + text.length + index - from === 0;
      const remark = this.#suspicion(character, isFirst);
      if (remark === null) continue;
      this.#report({ ...remark, ...this.#lines.place(this.#read + index) });
      text += chunk.slice(from, index) + (remark.fix ?? character);
      from = index + 1;
      if (remark.fix === '') this.#toFile.add(this.#allowed + text.length, this.#read + from);
    }
    text += chunk.slice(from);
    this.#read += chunk.length;
    this.#allowed += text.length;
    return text;
  }

  #suspicion(character: string, isFirst: boolean): Remark | null {
    if (character === '\uFEFF') return isFirst ? MARK_REMARK : null;
    if (character === '\uFFFD' && this.#decoded.damaged) {
      const { encoding } = this.#decoded;
      return error(
        'encoding',
        `These bytes are no ${encoding.toUpperCase()}: fetch the file anew, or see what U+FFFD stands for in the repaired copy.`,
        character,
      );
    }
    if (character === '\uFFFD') {
      return warning(
        'lost-character',
        'U+FFFD stands for a character that was lost before: type it in again.',
      );
    }
    const isBreak = character === '\v' || character === '\f';
    return error(
      'character',
      `${named(character)} is forbidden in XML and makes the whole file unreadable: ${isBreak ? 'put a space in its place' : 'delete it'}.`,
      isBreak ? ' ' : '',
    );
  }

  /** The XML declaration, which says how the file is encoded: the repaired copy is UTF-8. */
  #declaration(): string {
    const before = /^[ \t\r\n]+(?=<\?xml\s)/.exec(this.#held)?.[0] ?? '';
    if (before !== '') {
      this.#reportAt(
        0,
        error(
          'not-well-formed',
          'White space stands before the XML declaration, with which a file must begin: delete it.',
          '',
        ),
      );
      this.#replace(before.length, '');
    }
    const declaration = /^<\?xml\s[^>]*>/.exec(this.#held)?.[0] ?? '';
    this.#begun = declaration !== '';
    const declared = declaredEncoding(declaration);
    const remark = encodingRemark(this.#decoded, declared);
    if (remark !== null) this.#reportAt(0, remark);
    if (remark === null || declared === null || isUtf8(declared)) return '';
    const repaired = declaration.replace(/(\bencoding\s*=\s*["'])[^"']*/, '$1UTF-8');
    return this.#replace(declaration.length, repaired);
  }

  /** Markup of what is held is made sound up to a limit, and so much is taken out of it. */
  #sound(limit: number): string {
    const text = this.#held;
    let sound = '';
    let at = 0;
    const keep = (end: number): void => {
      sound += text.slice(at, end);
      at = end;
    };
    const start = this.#written;
    const allowed = this.#toAllowed.from(start);
    while (at < limit) {
      keep(this.#passedBy(text, at, limit));
      if (at >= limit) break;
      TOKEN.lastIndex = at;
      const token = TOKEN.exec(text);
      if (token === null || token.index >= limit) {
        keep(limit);
        break;
      }
      keep(token.index);
      const [found] = token;
      const remark = this.#remarkOn(token);
      if (remark?.fix === undefined) {
        keep(at + found.length);
        continue;
      }
      this.#report({ ...remark, ...this.#lines.place(this.#toFile.from(allowed + at)) });
      sound += remark.fix;
      at += found.length;
      this.#toAllowed.add(start + sound.length, allowed + at);
    }
    this.#held = text.slice(at);
    this.#written += sound.length;
    return sound;
  }

  /** Where what says nothing by its `&` and `<` ends: the text before the first tag, and the section that is open. */
  #passedBy(text: string, at: number, limit: number): number {
    if (!this.#begun) {
      const first = text.indexOf('<', at);
      this.#begun = first >= 0 && first < limit;
      return this.#begun ? first : limit;
    }
    if (this.#sectionEnd === null) return at;
    const end = text.indexOf(this.#sectionEnd, at);
    if (end < 0) return limit;
    const after = end + this.#sectionEnd.length;
    this.#sectionEnd = null;
    return after;
  }

  /** What is wrong with a token; null for one that may stay, after which what follows may be read otherwise. */
  #remarkOn(token: RegExpExecArray): Remark | null {
    const [found] = token;
    this.#sectionEnd = ENDS.get(found) ?? null;
    if (this.#sectionEnd !== null) return null;
    if (!found.startsWith('<!ENTITY')) return reference(token, this.#entities);
    for (const name of declaredEntities(found).keys()) this.#entities.add(name);
    return null;
  }

  /** Replaces the first characters of what is held. */
  #replace(length: number, replacement: string): string {
    const before = this.#toAllowed.from(this.#written) + length;
    this.#held = this.#held.slice(length);
    this.#written += replacement.length;
    this.#toAllowed.add(this.#written, before);
    return replacement;
  }

  #reportAt(offset: number, remark: Remark): void {
    this.#report({ ...remark, ...this.place(offset) });
  }
}

/** Characters in which an XML declaration is whole. */
const HEAD = 1024;

const MARK_REMARK = warning(
  'bom',
  'The file begins with a byte order mark, which not every tool reads: save it as UTF-8 without one.',
  '',
);

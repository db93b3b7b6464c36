import type { LeftOutPart } from '../../../common/diagnostic-values.js';
import type { Steps } from '../../../common/steps.js';
import type { Content } from '../office/content.js';
import { BODY_TEXT, CONTENTS, HEADING } from '../office/style-names.js';
import { UncleanedSegments } from '../office/uncleaned.js';
import type { WrittenParagraph } from '../office/writer.js';
import { unreadable } from '../reading.js';
import { refuseMoreLines, refuseTooLongText } from '../size.js';
import { encodingOfCharset, encodingOfPage, WESTERN, WIDE } from './encodings.js';
import { Flow } from './flow.js';
import type { CellDefinition } from './table.js';
import { type RtfHandler, walkRtf } from './tokens.js';

export interface RtfText {
  readonly content: readonly Content<WrittenParagraph>[];
  readonly notes: readonly Content<WrittenParagraph>[];
  /** What the document has and what is not taken for text, in words. */
  readonly leftOut: readonly LeftOutPart[];
  /** Paragraphs with text that is hidden: it is left out. */
  readonly hidden: number;
}

/**
 * Reads the text of an RTF file.
 *
 * @throws DuiqiError `unreadable` for what is nested deeper, or longer, than anything that a person wrote
 */
export function* readRtfText(bytes: Uint8Array, input: string): Steps<RtfText> {
  const reader = new TextReader(input);
  yield* walkRtf(bytes, reader);
  reader.end();
  const { body, notes, leftOut, hidden } = reader;
  return { content: body.content, notes, leftOut: [...leftOut], hidden };
}

/** Where the text of a group goes; `either` is what stands there once for old programs and once in Unicode. */
type Target = 'text' | 'marker' | 'fonts' | 'styles' | 'either' | 'nowhere';

/** What a group has from the one around it, and takes with it when it ends. */
interface State {
  target: Target;
  flow: Flow;
  font: number;
  /** The font of characters of several bytes, and whether what follows is in it. */
  wideFont: number;
  isWide: boolean;
  isDeleted: boolean;
  isHidden: boolean;
  /** How many bytes stand for a character of `\u` where Unicode is not known. */
  fallback: number;
  style: number;
  outline: number;
  inTable: boolean;
  depth: number;
  /** Whether the group is a note: its paragraph ends with it. */
  isNote: boolean;
}

/** Groups in one another: Word and others write twenty. */
const DEEPEST = 1000;

/** Groups whose text is none of the document's, and what is said of them; null where nothing is lost. */
const NOWHERE: ReadonlyMap<string, LeftOutPart | null> = new Map<string, LeftOutPart | null>([
  ...[
    'colortbl',
    'info',
    'pict',
    'fldinst',
    'xe',
    'tc',
    'rxe',
    'txe',
    'sn',
    'sv',
    'shprslt',
    'nonesttables',
  ].map((name) => [name, null] as const),
  ...['listtable', 'listoverridetable', 'ftnsep', 'ftnsepc', 'aftnsep', 'aftnsepc', 'filetbl', 'revtbl'].map(
    (name) => [name, null] as const,
  ),
  ...['header', 'headerl', 'headerr', 'headerf', 'footer', 'footerl', 'footerr', 'footerf'].map(
    (name) => [name, 'heads'] as const,
  ),
  ['annotation', 'comments'],
]);
/** Groups marked as new in their time whose text is read all the same. */
const READ: ReadonlySet<string> = new Set([
  'shpinst',
  'shptxt',
  'nesttableprops',
  'footnote',
  'listtext',
  'pntext',
]);

/** What control words stand for. */
const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['~', '\u00a0'],
  ['_', '\u2011'],
  ['emdash', '—'],
  ['endash', '–'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['bullet', '•'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
]);

/** Characters of the text that a list has before an item, of the name of a font, and of that of a style. No one writes more. */
const LONGEST_NAME = 256;

class TextReader implements RtfHandler {
  readonly body = new Flow();
  readonly notes: Content<WrittenParagraph>[] = [];
  readonly leftOut = new Set<LeftOutPart>();
  hidden = 0;
  readonly #uncleaned = new UncleanedSegments();
  readonly #input: string;
  readonly #outer: State[] = [];
  #state: State = {
    target: 'text',
    flow: this.body,
    font: -1,
    wideFont: -1,
    isWide: false,
    isDeleted: false,
    isHidden: false,
    fallback: 1,
    style: 0,
    outline: BODY_TEXT,
    inTable: false,
    depth: 1,
    isNote: false,
  };
  /** Whether a group that programs may ignore has just begun. */
  #isOptional = false;
  #encoding = WESTERN;
  /** The encodings of fonts by their numbers; null for that of the document. */
  readonly #fonts = new Map<number, string | null>();
  #defaultFont = -1;
  readonly #styles = new Map<number, { name: string; outline: number }>();
  readonly #decoders = new Map<string, TextDecoder>();
  /** Bytes that are not decoded yet. */
  #bytes: number[] = [];
  /** Bytes that stand for a character that was read. */
  #skipped = 0;
  #marker = '';
  #paragraphs = 0;
  /** The cells of the row that is defined, and what is said of the next one. */
  #definitions: CellDefinition[] = [];
  #merge: CellDefinition['merge'];
  #isCovered = false;

  constructor(input: string) {
    this.#input = input;
  }

  open(): void {
    this.#flush();
    this.#skipped = 0;
    this.#isOptional = false;
    if (this.#outer.length > DEEPEST)
      throw unreadable(
        this.#input,
        'nests its groups deeper than any RTF that a person wrote: open it in Word and save it anew',
        'rtf-nesting',
      );
    this.#outer.push(this.#state);
    this.#state = { ...this.#state, isNote: false };
  }

  close(): void {
    this.#flush();
    this.#skipped = 0;
    this.#isOptional = false;
    // The last paragraph of the document may lack its end.
    if (this.#outer.length === 1) this.#endParagraph();
    const outer = this.#outer.pop();
    if (outer === undefined) return;
    const inner = this.#state;
    if (inner.target === 'marker' && outer.target !== 'marker') {
      inner.flow.marker =
        LETTER_OR_DIGIT.test(this.#marker) && this.#marker.trim() !== 'o' ? this.#marker.trim() : '';
      this.#marker = '';
    }
    if (inner.isNote) this.#endNote();
    this.#state = outer;
  }

  end(): void {
    this.#flush();
    // A file that was cut off ends within groups, and within what they say of its last paragraph.
    if (this.#state.target === 'text') this.#endParagraph();
    while (this.#outer.length > 0) this.close();
    this.body.end();
  }

  byte(value: number): void {
    this.#isOptional = false;
    if (this.#skipped > 0) this.#skipped--;
    else if (this.#state.target !== 'nowhere' && this.#state.target !== 'either') {
      this.#bytes.push(value);
      if (this.#bytes.length >= MOST_BYTES && value < 0x80) this.#flush();
    }
  }

  control(name: string, value: number | null): void {
    if (name === '*') {
      this.#isOptional = true;
      return;
    }
    this.#flush();
    const isOptional = this.#isOptional;
    this.#isOptional = false;
    const state = this.#state;
    if (state.target === 'nowhere') return;
    if (state.target === 'either') {
      if (name === 'ud') state.target = 'text';
      return;
    }
    if (this.#openDestination(name)) return;
    if (isOptional && !READ.has(name)) {
      state.target = 'nowhere';
      return;
    }
    if (name === 'u') this.#addUnicode(value ?? 0);
    else if (CHARACTERS.has(name)) this.#add(CHARACTERS.get(name)!);
    else if (!this.#readProperty(name, value) && state.target === 'text') this.#readBreak(name);
  }

  /** Whether a control word begins a group whose text goes elsewhere. */
  #openDestination(name: string): boolean {
    const state = this.#state;
    if (NOWHERE.has(name)) {
      const what = NOWHERE.get(name);
      if (what) this.leftOut.add(what);
      state.target = 'nowhere';
    } else if (name === 'fonttbl') state.target = 'fonts';
    else if (name === 'stylesheet') state.target = 'styles';
    else if (name === 'listtext' || name === 'pntext') state.target = 'marker';
    else if (name === 'upr') state.target = 'either';
    else if (name === 'footnote') {
      Object.assign(state, { flow: new Flow(), isNote: true, inTable: false, target: 'text' });
    } else return false;
    return true;
  }

  /** Whether a control word is a property of what follows. */
  #readProperty(name: string, value: number | null): boolean {
    const state = this.#state;
    switch (name) {
      case 'ansicpg':
        this.#encoding = encodingOfPage(value ?? 0);
        return true;
      case 'mac':
        this.#encoding = 'macintosh';
        return true;
      case 'deff':
        this.#defaultFont = value ?? -1;
        state.font = this.#defaultFont;
        return true;
      case 'f':
        state.font = value ?? 0;
        return true;
      case 'af':
        if (state.isWide) state.wideFont = value ?? 0;
        return true;
      case 'dbch':
        state.isWide = true;
        return true;
      case 'loch':
      case 'hich':
        state.isWide = false;
        return true;
      case 'fcharset':
        if (state.target === 'fonts') this.#fonts.set(state.font, encodingOfCharset(value ?? 0));
        return true;
      case 'cpg':
        if (state.target === 'fonts' && value) this.#fonts.set(state.font, encodingOfPage(value));
        return true;
      case 'uc':
        state.fallback = Math.max(0, Math.min(value ?? 1, 8));
        return true;
      case 'plain':
        Object.assign(state, { font: this.#defaultFont, isWide: false, isDeleted: false, isHidden: false });
        return true;
      case 'deleted':
        state.isDeleted = value !== 0;
        return true;
      case 'v':
        state.isHidden = value !== 0;
        return true;
      case 'pard':
        Object.assign(state, { style: 0, outline: BODY_TEXT, inTable: false, depth: 1 });
        return true;
      case 's':
        state.style = value ?? 0;
        return true;
      case 'outlinelevel':
        state.outline = value ?? BODY_TEXT;
        if (state.target === 'styles') this.#styleOf(state.style).outline = state.outline;
        return true;
      case 'intbl':
        state.inTable = true;
        return true;
      case 'itap':
        state.depth = Math.max(1, value ?? 1);
        state.inTable ||= (value ?? 0) > 0;
        return true;
      case 'trowd':
        this.#definitions = [];
        this.#merge = undefined;
        this.#isCovered = false;
        return true;
      case 'clvmgf':
        this.#merge = 'begins';
        return true;
      case 'clvmrg':
        this.#merge = 'goes on';
        return true;
      case 'clmrg':
        this.#isCovered = true;
        return true;
      case 'cellx':
        this.#definitions.push({
          edge: value ?? 0,
          isCovered: this.#isCovered,
          ...(this.#merge && { merge: this.#merge }),
        });
        this.#merge = undefined;
        this.#isCovered = false;
        return true;
      default:
        return false;
    }
  }

  #readBreak(name: string): void {
    const { flow, depth } = this.#state;
    switch (name) {
      case 'par':
      case 'sect':
        this.#endParagraph();
        return;
      case 'line':
      case 'page':
      case 'column':
        if (this.#state.isHidden) return;
        if (flow.lines.at(-1) !== '') flow.lines.push('');
        return;
      case 'cell':
      case 'nestcell':
        this.#state.inTable = true;
        this.#endParagraph();
        flow.endCell(name === 'cell' ? 1 : Math.max(2, depth));
        return;
      case 'row':
      case 'nestrow':
        flow.endRow(this.#definitions, name === 'row' ? 1 : Math.max(2, depth));
    }
  }

  #addUnicode(value: number): void {
    this.#add(String.fromCharCode(value < 0 ? value + 0x1_0000 : value));
    this.#skipped = this.#state.fallback;
  }

  #add(text: string): void {
    const { target, flow, isDeleted, isHidden } = this.#state;
    if (target === 'text') {
      if (isDeleted) {
        if (text.trim() !== '') this.leftOut.add('deletions');
        return;
      }
      const add = (part: string): void => {
        const line = flow.lines.at(-1)! + part;
        refuseTooLongText(line.length, this.#input);
        flow.lines[flow.lines.length - 1] = line;
      };
      if (!isHidden) add(text);
      else if (!this.#uncleaned.write(text, flow.lines, add)) flow.hasHidden ||= text.trim() !== '';
    } else if (target === 'marker') this.#marker = (this.#marker + text).slice(0, LONGEST_NAME);
    else if (target === 'styles') {
      const style = this.#styleOf(this.#state.style);
      style.name = (style.name + text).slice(0, LONGEST_NAME);
    }
  }

  #styleOf(number: number): { name: string; outline: number } {
    let style = this.#styles.get(number);
    if (style === undefined) {
      style = { name: '', outline: BODY_TEXT };
      this.#styles.set(number, style);
    }
    return style;
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    const bytes = Uint8Array.from(this.#bytes);
    this.#bytes = [];
    const encoding = this.#encodingOf(bytes);
    if (encoding === '') return;
    let decoder = this.#decoders.get(encoding);
    if (decoder === undefined) {
      decoder = new TextDecoder(encoding);
      this.#decoders.set(encoding, decoder);
    }
    this.#add(decoder.decode(bytes));
  }

  #encodingOf(bytes: Uint8Array): string {
    const { font, wideFont, isWide } = this.#state;
    const own = this.#fonts.get(font);
    const wide = this.#fonts.get(wideFont);
    if (isWide && typeof wide === 'string' && WIDE.has(wide) && !WIDE.has(own ?? '')) return wide;
    // Letters and digits are those of ASCII in all of them but fonts of signs.
    return own === '' || bytes.some((byte) => byte >= 0x80) ? (own ?? this.#encoding) : WESTERN;
  }

  #endParagraph(): void {
    const { flow, style, outline, inTable, depth } = this.#state;
    const { lines, marker } = flow;
    flow.lines = [''];
    flow.marker = null;
    if (flow.hasHidden) this.hidden++;
    flow.hasHidden = false;
    if (!lines.some((line) => /\S/.test(line))) return;
    refuseMoreLines(++this.#paragraphs, this.#input);
    const named = this.#styles.get(style);
    const name = named?.name.replace(/;\s*$/, '').trim() ?? '';
    const isHeading = Math.min(outline, named?.outline ?? BODY_TEXT) < BODY_TEXT || HEADING.test(name);
    const own = isHeading ? 'heading' : marker === null ? 'paragraph' : 'item';
    const kind = CONTENTS.test(name) ? 'contents' : own;
    flow.add({ lines, kind, ...(marker !== null && { numbering: marker }) }, inTable ? depth : 0);
  }

  #endNote(): void {
    this.#endParagraph();
    const { flow } = this.#state;
    flow.end();
    for (const each of flow.content) this.notes.push(each);
  }
}

/** What a number has and a sign before an item has not. */
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** Bytes that are held before they are decoded. */
const MOST_BYTES = 2 ** 14;

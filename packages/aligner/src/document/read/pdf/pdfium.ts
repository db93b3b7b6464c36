import type { Engine } from './engine.js';
import type { StructureElement } from './structure.js';

/** A character of a page, where PDFium has it; lengths in points, y grows upwards. */
export interface Character extends Box {
  /** One code point; empty where the font does not say which. */
  readonly text: string;
  /** Where it stands on its baseline. Its box is its advance where it is upright, else what is drawn. */
  readonly x: number;
  readonly y: number;
  readonly piece: Piece;
}

export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** What is shown in one go: one font, one size, one direction. */
export interface Piece {
  /** Another number for each font. */
  readonly font: number;
  readonly size: number;
  /** The matrix from text to page, without its place. */
  readonly matrix: readonly [a: number, b: number, c: number, d: number];
  readonly isUpright: boolean;
  /** Number of its marked content in the structure of the page; -1 for what is in none. */
  readonly mark: number;
}

export interface PageCharacters {
  readonly characters: readonly Character[];
  /** What is shown of the page. */
  readonly box: Box;
  /** Whether there is more paper around that, which is not to be shown. */
  readonly isCropped: boolean;
  /** Whether there is more than was read. */
  readonly isCut: boolean;
  /** What a tagged PDF says that the page is made of; empty where it says nothing. */
  readonly structure: readonly StructureElement[];
  /** Straight lines and thin bars that are drawn level or upright. */
  readonly rules: readonly Box[];
}

/** Elements of the structure that are read of one page, and how deep they may lie in each other. */
const MOST_ELEMENTS = 50_000;
const DEEPEST_ELEMENT = 100;
/** Bytes of the name of a type that are read, in UTF-16: no standard one is longer. */
const LONGEST_TYPE = 48;

/** Drawings of a page that are looked at, and straight lines of one of them: a table has fewer, a map has more. */
const MOST_DRAWINGS = 5000;
const MOST_SEGMENTS = 2000;
/** Forms within forms are looked into this deep: programs that set pages on sheets put one around another. */
const DEEPEST_FORM = 5;
/** A bar as thin as this, in points, is a line, and one shorter than the other is none. */
const THIN = 2.5;
const SHORT = 4;

/** Edges of a page this close, in points, are one. */
const SAME_EDGE = 1;

/** How PDFium numbers kinds of objects on a page, and of segments of a path. */
const PATH = 2;
const FORM = 5;
const LINE_TO = 0;
const MOVE_TO = 2;

/** Why a document cannot be opened, as PDFium numbers it. */
const PASSWORD = 4;

/** What PDFium says of a hyphen that cuts a word at the end of a line. */
const HYPHEN_AT_END = 2;
const HYPHEN = 0x2d;

export class WantsPassword extends Error {}

/** A document that is open in an engine of its own. Whatever it throws, the engine is of no more use then. */
export class PdfDocument {
  readonly #engine: Engine;
  readonly #document: number;
  /** Room for what PDFium writes: six doubles. */
  readonly #room: number;
  #written: { readonly floats: Float32Array; readonly doubles: Float64Array } | null = null;

  /** @throws WantsPassword; Error for what is no PDF */
  constructor(engine: Engine, bytes: Uint8Array) {
    this.#engine = engine;
    const { functions, memory } = engine;
    functions['FPDF_InitLibrary']!();
    this.#room = functions['malloc']!(64);
    const place = functions['malloc']!(Math.max(1, bytes.length));
    if (place === 0) throw new Error('There is no room for the file.');
    new Uint8Array(memory.buffer).set(bytes, place);
    this.#document = functions['FPDF_LoadMemDocument']!(place, bytes.length, 0);
    if (this.#document === 0) {
      const isLocked = functions['FPDF_GetLastError']!() === PASSWORD;
      throw isLocked ? new WantsPassword() : new Error('This is no PDF.');
    }
  }

  get pageCount(): number {
    return this.#engine.functions['FPDF_GetPageCount']!(this.#document);
  }

  /** The characters of a page, counted from 0, in the order of PDFium; null for a page that is damaged. */
  charactersOf(index: number, most: number): PageCharacters | null {
    const { functions } = this.#engine;
    const page = functions['FPDF_LoadPage']!(this.#document, index);
    if (page === 0) return null;
    const text = functions['FPDFText_LoadPage']!(page);
    const { box, isCropped } = this.#boxOf(page);
    const count = text === 0 ? 0 : Math.max(0, functions['FPDFText_CountChars']!(text));
    const characters: Character[] = [];
    let [object, piece, form]: [number, Piece | null, Matrix | null] = [0, null, null];
    for (let at = 0; at < count && characters.length < most; at++) {
      // Blanks and line ends that PDFium adds have none.
      const own = functions['FPDFText_GetTextObject']!(text, at);
      if (own === 0) continue;
      const matrix = own === object ? null : this.#matrixAt(text, at);
      if (matrix !== null) [object, piece] = [own, this.#pieceAt(text, at, own, matrix)];
      const character = this.#characterAt(text, at, piece!);
      if (matrix !== null) form = this.#formAround(own, character, matrix);
      const placed = form === null ? character : movedBy(form, character);
      const whole = wholeOf(characters.at(-1), placed);
      if (whole === null) characters.push(placed);
      else characters[characters.length - 1] = whole;
    }
    const structure = characters.some(({ piece: { mark } }) => mark >= 0) ? this.#structureOf(page) : [];
    const rules = characters.length > 0 ? this.#rulesOf(page) : [];
    if (text !== 0) functions['FPDFText_ClosePage']!(text);
    functions['FPDF_ClosePage']!(page);
    return { characters, box, isCropped, isCut: characters.length >= most, structure, rules };
  }

  #rulesOf(page: number): Box[] {
    const { functions } = this.#engine;
    const rules: Box[] = [];
    let left = MOST_DRAWINGS;
    const add = (object: number, form: Matrix | null, depth: number): void => {
      left--;
      const type = functions['FPDFPageObj_GetType']!(object);
      if (type === PATH) this.#addRules(rules, object, form);
      if (type !== FORM || depth === DEEPEST_FORM) return;
      functions['FPDFPageObj_GetMatrix']!(object, this.#room);
      const own = matrixIn(this.#floats());
      const inner = form === null ? own : product(own, form);
      const count = functions['FPDFFormObj_CountObjects']!(object);
      for (let at = 0; at < count && left > 0; at++) {
        add(functions['FPDFFormObj_GetObject']!(object, at), inner, depth + 1);
      }
    };
    const count = functions['FPDFPage_CountObjects']!(page);
    for (let at = 0; at < count && left > 0; at++) add(functions['FPDFPage_GetObject']!(page, at), null, 0);
    return rules;
  }

  /** Adds the straight lines of a path, which stands in a form or on the page itself. */
  #addRules(rules: Box[], path: number, form: Matrix | null): void {
    const room = this.#room;
    this.#engine.functions['FPDFPageObj_GetBounds']!(path, room, room + 4, room + 8, room + 12);
    const [left, bottom, right, top] = [...this.#floats()] as [number, number, number, number];
    const drawn = { left, bottom, right, top };
    const box = form === null ? drawn : boxIn(form, drawn);
    if (box.right - box.left <= THIN || box.top - box.bottom <= THIN) addRule(rules, box);
    else if (this.#isStroked(path)) this.#addSegments(rules, path, form);
  }

  #isStroked(path: number): boolean {
    const isKnown = this.#engine.functions['FPDFPath_GetDrawMode']!(path, this.#room, this.#room + 4);
    return isKnown !== 0 && new Int32Array(this.#engine.memory.buffer, this.#room, 2)[1] !== 0;
  }

  #addSegments(rules: Box[], path: number, form: Matrix | null): void {
    const { functions } = this.#engine;
    functions['FPDFPageObj_GetMatrix']!(path, this.#room);
    const own = matrixIn(this.#floats());
    const matrix = form === null ? own : product(own, form);
    const count = Math.min(MOST_SEGMENTS, functions['FPDFPath_CountSegments']!(path));
    let [first, last]: [Point | null, Point | null] = [null, null];
    for (let at = 0; at < count; at++) {
      const segment = functions['FPDFPath_GetPathSegment']!(path, at);
      functions['FPDFPathSegment_GetPoint']!(segment, this.#room, this.#room + 4);
      const [x, y] = [...this.#floats()] as [number, number];
      const point = movedTo(matrix, { x, y });
      const type = functions['FPDFPathSegment_GetType']!(segment);
      if (type === MOVE_TO) first = point;
      else if (type === LINE_TO && last !== null) addRule(rules, boxAround(last, point));
      last = point;
      if (first !== null && functions['FPDFPathSegment_GetClose']!(segment) !== 0) {
        addRule(rules, boxAround(last, first));
      }
    }
  }

  #boxOf(page: number): { box: Box; isCropped: boolean } {
    const { functions } = this.#engine;
    const room = this.#room;
    functions['FPDF_GetPageBoundingBox']!(page, room);
    const [left, top, right, bottom] = [...this.#floats()] as [number, number, number, number];
    const box = { left, bottom, right, top };
    if (functions['FPDFPage_GetMediaBox']!(page, room, room + 4, room + 8, room + 12) === 0) {
      return {
        box,
        isCropped: functions['FPDFPage_GetCropBox']!(page, room, room + 4, room + 8, room + 12) !== 0,
      };
    }
    const paper = [...this.#floats()];
    return {
      box,
      isCropped: [left, bottom, right, top].some((side, at) => Math.abs(side - paper[at]!) > SAME_EDGE),
    };
  }

  /** From the text of an object to the page. */
  #matrixAt(text: number, at: number): Matrix {
    this.#engine.functions['FPDFText_GetMatrix']!(text, at, this.#room);
    return matrixIn(this.#floats());
  }

  #pieceAt(text: number, at: number, object: number, [a, b, c, d]: Matrix): Piece {
    const { functions } = this.#engine;
    const size = functions['FPDFText_GetFontSize']!(text, at);
    return {
      font: functions['FPDFTextObj_GetFont']!(object),
      size: size * Math.hypot(c, d),
      matrix: [a, b, c, d],
      isUpright: a > 0 && b === 0,
      mark: functions['FPDFPageObj_GetMarkedContentID']!(object),
    };
  }

  /**
   * From the form that an object stands in to the page, where PDFium has left its characters in the form: so it does with
   * those that stand for what is drawn (/ActualText), as Chromium has them for ligatures and some ideographs. Null elsewhere.
   */
  #formAround(object: number, { x, y }: Point, onPage: Matrix): Matrix | null {
    if (x === onPage[4] && y === onPage[5]) return null;
    this.#engine.functions['FPDFPageObj_GetMatrix']!(object, this.#room);
    const inForm = matrixIn(this.#floats());
    return x === inForm[4] && y === inForm[5] ? between(inForm, onPage) : null;
  }

  #characterAt(text: number, at: number, piece: Piece): Character {
    const { functions } = this.#engine;
    const room = this.#room;
    let code = functions['FPDFText_GetUnicode']!(text, at) >>> 0;
    if (code === HYPHEN_AT_END) code = HYPHEN;
    else if (functions['FPDFText_HasUnicodeMapError']!(text, at) === 1) code = 0;
    functions['FPDFText_GetCharOrigin']!(text, at, room + 32, room + 40);
    if (piece.isUpright) functions['FPDFText_GetLooseCharBox']!(text, at, room);
    else functions['FPDFText_GetCharBox']!(text, at, room, room + 8, room + 16, room + 24);
    const { floats, doubles } = this.#views();
    const [x, y] = [doubles[4]!, doubles[5]!];
    const letter = code === 0 || code > 0x10ffff ? '' : String.fromCodePoint(code);
    return piece.isUpright
      ? {
          text: letter,
          x,
          y,
          left: floats[0]!,
          top: floats[1]!,
          right: floats[2]!,
          bottom: floats[3]!,
          piece,
        }
      : {
          text: letter,
          x,
          y,
          left: doubles[0]!,
          right: doubles[1]!,
          bottom: doubles[2]!,
          top: doubles[3]!,
          piece,
        };
  }

  #structureOf(page: number): StructureElement[] {
    const { functions } = this.#engine;
    const tree = functions['FPDF_StructTree_GetForPage']!(page);
    if (tree === 0) return [];
    let left = MOST_ELEMENTS;
    const read = (element: number, depth: number): StructureElement => {
      const children: (StructureElement | number)[] = [];
      const count = depth < DEEPEST_ELEMENT ? functions['FPDF_StructElement_CountChildren']!(element) : 0;
      for (let at = 0; at < count && left > 0; at++) {
        left--;
        const child = functions['FPDF_StructElement_GetChildAtIndex']!(element, at);
        const mark = child === 0 ? functions['FPDF_StructElement_GetChildMarkedContentID']!(element, at) : -1;
        if (child !== 0) children.push(read(child, depth + 1));
        else if (mark >= 0) children.push(mark);
      }
      return { type: this.#typeOf(element), children };
    };
    const roots: StructureElement[] = [];
    const count = functions['FPDF_StructTree_CountChildren']!(tree);
    for (let at = 0; at < count && left > 0; at++) {
      left--;
      const child = functions['FPDF_StructTree_GetChildAtIndex']!(tree, at);
      if (child !== 0) roots.push(read(child, 0));
    }
    functions['FPDF_StructTree_Close']!(tree);
    return roots;
  }

  #typeOf(element: number): string {
    const length = this.#engine.functions['FPDF_StructElement_GetType']!(element, this.#room, LONGEST_TYPE);
    if (length < 2 || length > LONGEST_TYPE) return '';
    return String.fromCharCode(...new Uint16Array(this.#engine.memory.buffer, this.#room, length / 2 - 1));
  }

  #floats(): Float32Array {
    return this.#views().floats;
  }

  /** What PDFium has written; its memory is another one when it has grown. */
  #views(): { readonly floats: Float32Array; readonly doubles: Float64Array } {
    const { buffer } = this.#engine.memory;
    if (this.#written?.floats.buffer !== buffer) {
      this.#written = {
        floats: new Float32Array(buffer, this.#room, 8),
        doubles: new Float64Array(buffer, this.#room, 6),
      };
    }
    return this.#written;
  }
}

/**
 * One character of two that are the halves of one: programs write characters beyond the first 65,536 in two codes, where fonts that
 * are not embedded have codes of two bytes. Null for any other two.
 */
function wholeOf(before: Character | undefined, { text, piece, right }: Character): Character | null {
  if (before?.piece !== piece || !SECOND_HALF.test(text) || !FIRST_HALF.test(before.text)) return null;
  return { ...before, text: before.text + text, right: Math.max(before.right, right) };
}

const FIRST_HALF = /^[\ud800-\udbff]$/;
const SECOND_HALF = /^[\udc00-\udfff]$/;

type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

function matrixIn(floats: Float32Array): Matrix {
  return [floats[0]!, floats[1]!, floats[2]!, floats[3]!, floats[4]!, floats[5]!];
}

/** What one matrix does after another. */
function product([a, b, c, d, e, f]: Matrix, [h, i, j, k, x, y]: Matrix): Matrix {
  return [a * h + b * j, a * i + b * k, c * h + d * j, c * i + d * k, e * h + f * j + x, e * i + f * k + y];
}

/** What makes one matrix of another; null where there is none. */
function between([a, b, c, d, e, f]: Matrix, to: Matrix): Matrix | null {
  const size = a * d - b * c;
  if (size === 0) return null;
  const [p, q, r, s] = [d / size, -b / size, -c / size, a / size];
  return product([p, q, r, s, -e * p - f * r, -e * q - f * s], to);
}

function movedTo(page: Matrix, { x, y }: Point): Point {
  const [a, b, c, d, e, f] = page;
  return { x: a * x + c * y + e, y: b * x + d * y + f };
}

function boxIn(form: Matrix, { left, bottom, right, top }: Box): Box {
  return boxAround(movedTo(form, { x: left, y: bottom }), movedTo(form, { x: right, y: top }));
}

function movedBy(form: Matrix, character: Character): Character {
  return { ...character, ...boxIn(form, character), ...movedTo(form, character) };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

function boxAround(one: Point, other: Point): Box {
  return {
    left: Math.min(one.x, other.x),
    right: Math.max(one.x, other.x),
    bottom: Math.min(one.y, other.y),
    top: Math.max(one.y, other.y),
  };
}

function addRule(rules: Box[], box: Box): void {
  const [width, height] = [box.right - box.left, box.top - box.bottom];
  if (Math.min(width, height) <= THIN && Math.max(width, height) >= SHORT) rules.push(box);
}

import type { Steps } from '../../../common/steps.js';
import type { XmlElement } from '../../../common/xml.js';
import type { Part } from '../office/archive.js';
import { type Content, MOST_COLUMNS, TableBuilder } from '../office/content.js';
import type { WrittenParagraph } from '../office/writer.js';
import { walkXmlInSteps } from '../office/xml.js';
import { type Bullet, bulletOf, SlideNumbering } from './bullets.js';
import { type ListStyle, ListStyleReader, placeOf, type ShapePlace } from './inherited.js';

export interface SlideText {
  readonly content: readonly Content<WrittenParagraph>[];
  readonly isHidden: boolean;
  /** Whether it has running text, such as its number, which is not taken for text. */
  readonly hasFurniture: boolean;
}

/**
 * Reads the text of a slide, or of what the speaker noted for it (ECMA-376 part 1, 19.3 and 21.1).
 *
 * @param inherited what a shape at a place has of its layout and its master, the nearest first
 */
export function* readSlide(
  part: Part,
  kind: 'slide' | 'notes',
  inherited: (place: ShapePlace) => readonly ListStyle[],
): Steps<SlideText> {
  const reader = new SlideReader(kind, inherited);
  yield* walkXmlInSteps(part, {
    open: (element) => reader.open(element),
    close: ({ name }) => reader.close(name),
    text: (text) => reader.text(text),
  });
  return reader;
}

interface OpenParagraph {
  readonly lines: string[];
  level: number;
  bullet: Bullet;
}

interface OpenCell {
  readonly content: Content<WrittenParagraph>[];
  readonly width: number;
  readonly height: number;
  readonly isCovered: boolean;
}

/** Rows that a cell may claim to cover. */
const MOST_ROWS = 10_000;
/** Shapes that say the same on every slide. */
const FURNITURE = /^(?:sldNum|dt|ftr|hdr)$/;
const TITLE = /^(?:ctrTitle|title|subTitle)$/;

class SlideReader implements SlideText {
  readonly content: Content<WrittenParagraph>[] = [];
  isHidden = false;
  hasFurniture = false;
  readonly #kind: 'slide' | 'notes';
  /** Names of the open elements. */
  readonly #path: string[] = [];
  readonly #tables: TableBuilder<WrittenParagraph>[] = [];
  readonly #cells: OpenCell[] = [];
  readonly #inherited: (place: ShapePlace) => readonly ListStyle[];
  readonly #listStyle = new ListStyleReader();
  #place: ShapePlace | null = null;
  /** What the open text says of its levels, and what it inherits, the nearest first. */
  #styles: readonly ListStyle[] = [];
  #paragraph: OpenParagraph | null = null;
  #numbering = new SlideNumbering();
  /** Elements open within a second rendering of the same. */
  #skipped = 0;

  constructor(kind: 'slide' | 'notes', inherited: (place: ShapePlace) => readonly ListStyle[]) {
    this.#kind = kind;
    this.#inherited = inherited;
  }

  open(element: XmlElement): void {
    const { name } = element;
    const parent = this.#path.at(-1);
    this.#path.push(name);
    if (this.#skipped > 0 || name === 'Fallback') {
      this.#skipped++;
      return;
    }
    const paragraph = this.#paragraph;
    if (name === 'sld') this.isHidden = /^(?:0|false)$/.test(element.attribute('show') ?? '');
    else if (name === 'sp' || name === 'graphicFrame') this.#place = null;
    else if (name === 'ph') this.#place = placeOf(element);
    else if (name === 'txBody' || name === 't') this.#openText(name);
    else if (name === 'tbl') this.#tables.push(new TableBuilder());
    else if (name === 'tc') this.#cells.push(newCell(element));
    else if (name === 'p') this.#paragraph = { lines: [''], level: 0, bullet: null };
    else if (paragraph === null) this.#listStyle.open(element);
    else if (name === 'br' && paragraph.lines.at(-1) !== '') paragraph.lines.push('');
    else if (name === 'pPr')
      paragraph.level = /^[0-8]$/.test(element.attribute('lvl') ?? '') ? Number(element.attribute('lvl')) : 0;
    else if (parent === 'pPr') paragraph.bullet = bulletOf(name, element) ?? paragraph.bullet;
  }

  text(text: string): void {
    const { lines } = this.#paragraph ?? {};
    if (lines !== undefined && this.#skipped === 0 && this.#path.at(-1) === 't')
      lines[lines.length - 1] += text;
  }

  close(name: string): void {
    this.#path.pop();
    if (this.#skipped > 0) {
      this.#skipped--;
      return;
    }
    if (name === 'p' && this.#paragraph !== null) this.#closeParagraph(this.#paragraph);
    else if (name === 'lstStyle') this.#styles = [this.#listStyle.take(), ...this.#styles];
    else if (name === 'tc') this.#closeCell();
    else if (name === 'tr') this.#tables.at(-1)?.endRow();
    else if (name === 'tbl') {
      const table = this.#tables.pop();
      if (table !== undefined) this.#target.push(table.table);
    }
  }

  /** A text of its own counts its lists anew; `t` is that of a point of a diagram, and of a run. */
  #openText(name: string): void {
    if (name !== 'txBody' && this.#paragraph !== null) return;
    this.#numbering = new SlideNumbering();
    this.#listStyle.take();
    this.#styles = this.#place === null || this.#cells.length > 0 ? [] : this.#inherited(this.#place);
  }

  get #target(): Content<WrittenParagraph>[] {
    return this.#cells.at(-1)?.content ?? this.content;
  }

  #closeParagraph({ lines, level, bullet }: OpenParagraph): void {
    this.#paragraph = null;
    if (!lines.some((line) => /\S/.test(line))) return;
    const place = this.#place?.type ?? '';
    if (FURNITURE.test(place)) {
      this.hasFurniture = true;
      return;
    }
    // Beside what was noted stands a picture of the slide, and perhaps its name.
    if (this.#kind === 'notes' && place !== 'body') return;
    const said = bullet ?? this.#styles.find((style) => style[level])?.[level] ?? null;
    const marker = this.#numbering.next(level, said);
    const kind = TITLE.test(place) ? 'heading' : marker === null ? 'paragraph' : 'item';
    this.#target.push({ lines, kind, ...(marker !== null && { numbering: marker }) });
  }

  #closeCell(): void {
    const cell = this.#cells.pop();
    const table = this.#tables.at(-1);
    if (cell === undefined || table === undefined) return;
    if (cell.isCovered) table.skip(1);
    else table.add(cell.content, cell);
  }
}

function newCell({ attribute }: XmlElement): OpenCell {
  const count = (name: string, most: number): number => {
    const value = attribute(name) ?? '';
    return /^[1-9]\d{0,8}$/.test(value) ? Math.min(Number(value), most) : 1;
  };
  const isSaid = (name: string): boolean => /^(?:1|true)$/.test(attribute(name) ?? '');
  return {
    content: [],
    width: count('gridSpan', MOST_COLUMNS),
    height: count('rowSpan', MOST_ROWS),
    isCovered: isSaid('hMerge') || isSaid('vMerge'),
  };
}

import type { LeftOutPart } from '../../../common/diagnostic-values.js';
import type { Steps } from '../../../common/steps.js';
import type { XmlElement } from '../../../common/xml.js';
import { languageByScript } from '../../writing/script.js';
import type { Part } from '../office/archive.js';
import { type CellShape, type Content, isTable, MOST_COLUMNS, TableBuilder } from '../office/content.js';
import { UncleanedSegments } from '../office/uncleaned.js';
import { walkXmlInSteps } from '../office/xml.js';
import { readProperty, readRunProperty, type WordProperties, type WordRun, wordName } from './properties.js';
import { DEFAULT_STYLE, lookOfStyle, type WordStyles } from './styles.js';

export interface WordParagraph {
  /** Between the breaks that its writer made. */
  readonly lines: readonly string[];
  /** False where it only counts in its list: nothing but white space is in it. */
  readonly hasText: boolean;
  readonly properties: WordProperties;
}

export type WordContent = Content<WordParagraph>;

export interface WordText {
  readonly content: readonly WordContent[];
  /** What the part has and what is not taken for text, in words. */
  readonly leftOut: readonly LeftOutPart[];
  /** Paragraphs with text that Word hides: it is left out. */
  readonly hidden: number;
}

/** Reads the text of a part of a Word document: its body, or its notes (ECMA-376 part 1, 17.2–17.4 and 17.11). */
export function* readWordText(part: Part, styles: WordStyles): Steps<WordText> {
  const reader = new TextReader(styles);
  yield* walkXmlInSteps(part, {
    open: (element) => reader.open(element),
    close: (element) => reader.close(wordName(element)),
    text: (text) => reader.text(text),
  });
  return { content: reader.end(), leftOut: [...reader.leftOut], hidden: reader.hidden };
}

/** What holds paragraphs: a cell, a text box, or the part itself. */
interface Container {
  readonly content: WordContent[];
  /** A paragraph whose end was deleted: the next one goes on with its lines. */
  endless: OpenParagraph | null;
  /** What text boxes hold in both languages: it would part a paragraph from its translation. */
  readonly waiting: WordContent[];
}

interface OpenParagraph extends WordParagraph {
  readonly lines: string[];
  hasText: boolean;
  endIsDeleted: boolean;
  /** Text boxes that hang on it. */
  readonly boxes: Container;
  /** For each field open in it whether its code still goes on; its result comes after that. */
  readonly fields: boolean[];
  /** How many of them are at their code, in which nothing is text. */
  codes: number;
  /** What the run that is open in it says. */
  run: WordRun;
  /** Whether it stands in a text box of a run that is hidden. */
  readonly isInHidden: boolean;
  hasHidden: boolean;
}

interface OpenCell extends Container {
  width: number;
  merge: CellShape['merge'];
}

interface OpenTable {
  readonly builder: TableBuilder<WordParagraph>;
  rowIsDeleted: boolean;
}

/** What is left out with all that it holds: moved and earlier text, pronunciations, second renderings. */
const SKIPPED = /^(?:del|moveFrom|rt|Fallback|\w+Change)$/;
/** Text within a paragraph that elements stand for. */
const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['ptab', '\t'],
  ['noBreakHyphen', '\u2011'],
]);

/** What is text or a break, and hidden with its run; the marks of fields are none. */
const HIDEABLE = /^(?:tab|ptab|noBreakHyphen|br|cr|sym)$/;

class TextReader {
  readonly leftOut = new Set<LeftOutPart>();
  hidden = 0;
  readonly #uncleaned = new UncleanedSegments();
  readonly #styles: WordStyles;
  readonly #containers: Container[] = [{ content: [], endless: null, waiting: [] }];
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #tables: OpenTable[] = [];
  /** Names of the open elements; `t` is the text of a formula too. */
  readonly #path: string[] = [];
  /** Elements open within one that is left out. */
  #skipped = 0;

  constructor(styles: WordStyles) {
    this.#styles = styles;
  }

  /** All that was read. */
  end(): readonly WordContent[] {
    const [part] = this.#containers as [Container];
    endWaiting(part);
    return part.content;
  }

  open(element: XmlElement): void {
    const parent = this.#path.at(-1);
    const name = wordName(element);
    this.#path.push(name === '' && element.name === 't' ? 't' : name);
    if (this.#skipped > 0 || this.#isLeftOut(element, name, parent)) {
      this.#skipped++;
      return;
    }
    const paragraph = this.#paragraphs.at(-1);
    const table = this.#tables.at(-1);
    switch (name) {
      case 'p':
        this.#openParagraph();
        return;
      case 'tbl':
        this.#tables.push({ builder: new TableBuilder(), rowIsDeleted: false });
        return;
      case 'tc':
        if (table) this.#containers.push(newCell());
        return;
      case 'txbxContent':
        this.#containers.push(paragraph?.boxes ?? this.#containers.at(-1)!);
        return;
      default:
        if (parent === 'pPr' || parent === 'numPr') {
          if (paragraph) readProperty(paragraph.properties, name, element);
        } else if (parent === 'trPr' || parent === 'tcPr') {
          if (table) this.#readTableProperty(table, name, element);
        } else if (name === 'r' && paragraph) paragraph.run = {};
        else if (parent === 'rPr' && paragraph) {
          // The mark at the end of a paragraph has properties of its own.
          if (this.#path.at(-3) === 'r') readRunProperty(paragraph.run, name, element);
        } else if (parent === 'r' && paragraph && !(HIDEABLE.test(name) && this.#isHidden(paragraph))) {
          readCharacter(paragraph, name, element);
        }
    }
  }

  #isHidden({ isInHidden, properties, run }: OpenParagraph): boolean {
    if (isInHidden || run.hidden !== undefined) return isInHidden || run.hidden === true;
    const [own, inRun] = [properties.style ?? DEFAULT_STYLE, run.style ?? ''];
    // Such a property of two styles goes off again (17.7.3).
    return (
      (this.#styles.get(own)?.hidden ?? false) !==
      (inRun !== '' && (this.#styles.get(inRun)?.hidden ?? false))
    );
  }

  text(text: string): void {
    const paragraph = this.#paragraphs.at(-1);
    if (this.#path.at(-1) !== 't' || this.#skipped > 0 || paragraph === undefined) return;
    if (paragraph.codes > 0) return;
    if (!this.#isHidden(paragraph)) write(paragraph, text);
    else if (!this.#uncleaned.write(text, paragraph.lines, (part) => write(paragraph, part)))
      paragraph.hasHidden ||= /\S/.test(text);
  }

  close(name: string): void {
    this.#path.pop();
    if (this.#skipped > 0) {
      this.#skipped--;
      return;
    }
    const table = this.#tables.at(-1);
    if (name === 'p') this.#closeParagraph(this.#paragraphs.pop()!);
    else if (name === 'txbxContent') this.#containers.pop();
    else if (table && name === 'tbl') this.#closeTable(table);
    else if (table && name === 'tc') closeCell(table, this.#containers.pop() as OpenCell);
    else if (table && name === 'tr') closeRow(table);
  }

  #isLeftOut(element: XmlElement, name: string, parent: string | undefined): boolean {
    if (name === 'footnote' || name === 'endnote') {
      // Lines between the notes and the text are notes too.
      return !/^(?:normal)?$/.test(element.attribute('type') ?? '');
    }
    if (name === 'commentReference') this.leftOut.add('comments');
    if (name === 'altChunk' || name === 'subDoc') this.leftOut.add('documents');
    if (!SKIPPED.test(name || element.name)) return false;
    if (name === 'del' || name === 'moveFrom') {
      // Of the end of a paragraph and of a row it is said in their properties.
      const paragraph = this.#paragraphs.at(-1);
      const table = this.#tables.at(-1);
      if (parent === 'rPr' && paragraph) paragraph.endIsDeleted = true;
      else if (parent === 'trPr' && table) table.rowIsDeleted = true;
      this.leftOut.add('deletions');
    }
    return true;
  }

  #openParagraph(): void {
    const { content, endless } = this.#containers.at(-1)!;
    const within = this.#paragraphs.at(-1);
    const goesOn = endless !== null && content.at(-1) === endless;
    if (goesOn) content.pop();
    this.#paragraphs.push({
      lines: goesOn ? endless.lines : [''],
      hasText: goesOn,
      properties: {},
      endIsDeleted: false,
      boxes: { content: [], endless: null, waiting: [] },
      fields: [],
      codes: 0,
      run: {},
      isInHidden: within !== undefined && this.#isHidden(within),
      hasHidden: false,
    });
  }

  #closeParagraph(paragraph: OpenParagraph): void {
    const container = this.#containers.at(-1)!;
    const { lines, hasText, properties, boxes } = paragraph;
    if (paragraph.hasHidden) this.hidden++;
    if (lookOfStyle(properties, this.#styles).isHeading) endWaiting(container);
    if (paragraph.endIsDeleted) {
      if (hasText) container.content.push(paragraph);
      container.endless = paragraph;
    } else if (hasText || properties.style !== undefined || properties.numbering !== undefined) {
      container.content.push({ lines, hasText, properties });
    }
    endWaiting(boxes);
    const place = isInBoth(boxes.content) ? container.waiting : container.content;
    for (const each of boxes.content) place.push(each);
  }

  #closeTable(table: OpenTable): void {
    // Cells may stand without a row in what no one but a program wrote.
    closeRow(table);
    this.#tables.pop();
    this.#containers.at(-1)!.content.push(table.builder.table);
  }

  #readTableProperty(table: OpenTable, name: string, element: XmlElement): void {
    const cell = this.#containers.at(-1)!;
    if (name === 'gridBefore') table.builder.skip(columnsOf(element, 0));
    else if (!isCell(cell)) return;
    else if (name === 'gridSpan') cell.width = columnsOf(element, 1);
    else if (name === 'vMerge') cell.merge = element.attribute('val') === 'restart' ? 'begins' : 'goes on';
  }
}

/** Text boxes in both languages stand at the end of their section. */
function endWaiting({ content, waiting }: Container): void {
  for (const each of waiting.splice(0)) content.push(each);
}

function isInBoth(content: readonly WordContent[]): boolean {
  const written = content.flatMap((each) => (isTable(each) ? [] : each.lines)).map(languageByScript);
  return written.includes('en') && written.includes('zh');
}

function isCell(container: Container): container is OpenCell {
  return 'merge' in container;
}

function newCell(): OpenCell {
  return { content: [], endless: null, waiting: [], width: 1, merge: undefined };
}

function closeCell({ builder }: OpenTable, cell: OpenCell): void {
  endWaiting(cell);
  const { content, width, merge } = cell;
  builder.add(content, { width, ...(merge && { merge }) });
}

function closeRow(table: OpenTable): void {
  table.builder.endRow(table.rowIsDeleted);
  table.rowIsDeleted = false;
}

function readCharacter(paragraph: OpenParagraph, name: string, element: XmlElement): void {
  const { lines } = paragraph;
  if (name === 'br' || name === 'cr') {
    if (lines.at(-1) !== '') lines.push('');
  } else if (name === 'sym') write(paragraph, symbolOf(element.attribute('char')));
  else if (name === 'fldChar') readField(paragraph, element.attribute('fldCharType'));
  else write(paragraph, CHARACTERS.get(name) ?? '');
}

/** A field begins with its code, which a mark separates from its result. */
function readField(paragraph: OpenParagraph, mark: string | undefined): void {
  const { fields } = paragraph;
  if (mark !== 'begin' && fields.pop() === true) paragraph.codes--;
  if (mark === 'begin') paragraph.codes++;
  if (mark !== 'end') fields.push(mark === 'begin');
}

function write(paragraph: OpenParagraph, text: string): void {
  const { lines } = paragraph;
  lines[lines.length - 1] += text;
  paragraph.hasText ||= /\S/.test(text);
}

/** A character of a symbol font is none of Unicode's where its number is private. */
function symbolOf(code = ''): string {
  const value = /^[0-9A-F]{4}$/i.test(code) ? Number.parseInt(code, 16) : 0;
  return value < 0x20 || (value >= 0xd800 && value <= 0xf8ff) ? '' : String.fromCharCode(value);
}

function columnsOf(element: XmlElement, otherwise: number): number {
  const value = element.attribute('val') ?? '';
  return /^\d{1,9}$/.test(value) ? Math.min(Number(value), MOST_COLUMNS) : otherwise;
}

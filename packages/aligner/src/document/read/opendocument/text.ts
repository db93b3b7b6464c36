import type { LeftOutPart } from '../../../common/diagnostic-values.js';
import type { Steps } from '../../../common/steps.js';
import type { XmlElement } from '../../../common/xml.js';
import { type CellShape, type Content, MOST_COLUMNS, TableBuilder } from '../office/content.js';
import type { WrittenParagraph } from '../office/writer.js';
import { walkXmlInSteps } from '../office/xml.js';
import type { OpenDocument } from './archive.js';
import { HiddenStyles } from './hidden-styles.js';
import { ListStyles } from './list-styles.js';
import { OpenDocumentLists } from './lists.js';
import { countOf, odfName } from './names.js';
import { ParagraphStyles } from './paragraph-styles.js';
import { StyleParents } from './style-parents.js';

export interface OpenDocumentText {
  readonly content: readonly Content<WrittenParagraph>[];
  readonly notes: readonly Content<WrittenParagraph>[];
  /** What the document has and what is not taken for text, in words. */
  readonly leftOut: readonly LeftOutPart[];
  /** Paragraphs with text that is hidden: it is left out. */
  readonly hidden: number;
}

/** Reads the text of a document or of a presentation (ODF 1.3 part 3). */
export function* readOpenDocumentText({ content, styles }: OpenDocument): Steps<OpenDocumentText> {
  const reader = new TextReader();
  for (const part of styles === undefined ? [content] : [styles, content]) {
    yield* walkXmlInSteps(part, {
      open: (element) => reader.open(element),
      close: (element) => reader.close(odfName(element)),
      text: (text) => reader.text(text),
    });
  }
  const { content: shown, notes, leftOut, hidden } = reader;
  return { content: shown, notes, leftOut: [...leftOut], hidden };
}

/** What holds paragraphs and tables: a cell, a note, the document, or a paragraph that text boxes hang on. */
interface Scope {
  readonly content: Content<WrittenParagraph>[];
}

interface OpenParagraph extends Scope {
  readonly lines: string[];
  readonly kind: 'heading' | 'paragraph' | 'contents';
  readonly marker: string | null;
  /** Whether its text is hidden, and that of each span open in it. */
  readonly hiding: boolean[];
  hasHidden: boolean;
}

interface OpenCell extends Scope {
  readonly shape: CellShape;
  /** How often it stands beside itself. */
  readonly repeated: number;
}

/** What is left out with all that it holds, and what is said of it; null where nothing is lost. */
const SKIPPED: ReadonlyMap<string, LeftOutPart | null> = new Map<string, LeftOutPart | null>([
  ['text:tracked-changes', 'deletions'],
  ['office:annotation', 'comments'],
  ['text:note-citation', null],
  ['text:ruby-text', null],
  ['office:forms', null],
  ['svg-compatible:title', null],
  ['svg-compatible:desc', null],
  ['presentation:header-decl', null],
  ['presentation:footer-decl', null],
  ['presentation:date-time-decl', null],
]);
/** Running heads, in the styles of pages. */
const RUNNING = /^style:(?:header|footer)(?:-left|-first)?$/;
/** Of the frames of a slide, those that say the same on every one. */
const FURNITURE = /^(?:page-number|header|footer|date-time)$/;
/** Spaces that one element stands for: no one writes more, and a number may be any. */
const MOST_SPACES = 100;
/** Rows that one element stands for. */
const MOST_ROWS = 100_000;

class TextReader {
  readonly notes: Content<WrittenParagraph>[] = [];
  readonly leftOut = new Set<LeftOutPart>();
  readonly #body: Scope = { content: [] };
  readonly #scopes: Scope[] = [this.#body];
  readonly #paragraphs: OpenParagraph[] = [];
  readonly #cells: OpenCell[] = [];
  readonly #tables: TableBuilder<WrittenParagraph>[] = [];
  readonly #listStyles = new ListStyles();
  readonly #styleParents = new StyleParents();
  readonly #styles = new ParagraphStyles(this.#styleParents);
  readonly #hiddenStyles = new HiddenStyles(this.#styleParents);
  hidden = 0;
  readonly #lists = new OpenDocumentLists(this.#listStyles);
  /** Elements open within one that is left out. */
  #skipped = 0;
  /** Why that is, to be said if there is any text in it. */
  #skippedText: LeftOutPart | null = null;
  #contents = 0;
  #isMaster = false;
  #isPresentation = false;
  /** Frames open in one another, by whether they hold the title of a slide. */
  readonly #frames: boolean[] = [];

  get content(): readonly Content<WrittenParagraph>[] {
    return this.#body.content;
  }

  open(element: XmlElement): void {
    const name = odfName(element);
    if (this.#skipped > 0 || this.#isLeftOut(name, element)) {
      this.#skipped++;
      return;
    }
    if (name === 'style:master-page') this.#isMaster = true;
    this.#listStyles.open(name, element);
    this.#styleParents.open(name, element);
    this.#styles.open(name, element);
    this.#hiddenStyles.open(name, element);
    switch (name) {
      case 'text:p':
      case 'text:h':
        this.#openParagraph(name, element);
        return;
      case 'text:span': {
        const hiding = this.#paragraphs.at(-1)?.hiding;
        const isHidden = this.#hiddenStyles.isHidden('text', element.attribute('style-name'));
        hiding?.push(isHidden ?? hiding.at(-1) ?? false);
        return;
      }
      case 'text:list':
        this.#lists.openList(element);
        return;
      case 'text:list-item':
      case 'text:list-header':
        this.#lists.openItem(element);
        return;
      case 'text:note-body':
        this.#lists.enter();
        this.#scopes.push({ content: this.notes });
        return;
      case 'text:table-of-content':
        this.#contents++;
        return;
      case 'drawing:frame':
        this.#frames.push(/title$/.test(element.attribute('class') ?? ''));
        return;
      case 'office:presentation':
        this.#isPresentation = true;
        return;
      case 'drawing:text-box':
        this.#lists.enter(this.#isPresentation);
        return;
      case 'drawing:object':
        this.leftOut.add('objects');
        return;
      case 'table:table':
        this.#lists.enter();
        this.#tables.push(new TableBuilder());
        return;
      case 'table:table-cell':
        this.#openCell(element);
        return;
      case 'table:covered-table-cell':
        this.#tables.at(-1)?.skip(countOf(element.attribute('number-columns-repeated'), 1, MOST_COLUMNS));
        // It may hold what it had before it was covered, which is not shown.
        this.#skipped++;
        return;
      case 'table:table-row': {
        const rows = countOf(element.attribute('number-rows-repeated'), 1, MOST_ROWS);
        this.#tables.at(-1)?.skipRows(rows - 1);
        return;
      }
      default:
        this.#readCharacter(name, element);
    }
  }

  text(text: string): void {
    if (this.#skipped > 0) {
      if (this.#skippedText !== null && text.trim() !== '') this.leftOut.add(this.#skippedText);
      return;
    }
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined || this.#scopes.at(-1) !== paragraph) return;
    if (paragraph.hiding.at(-1)) paragraph.hasHidden ||= text.trim() !== '';
    else write(paragraph, text.replace(/[ \t\r\n]+/g, ' '));
  }

  close(name: string): void {
    if (this.#skipped > 0) {
      this.#skipped--;
      return;
    }
    if (name === 'style:master-page') this.#isMaster = false;
    if (/^text:(?:list|outline)-style$/.test(name)) this.#listStyles.close();
    switch (name) {
      case 'text:p':
      case 'text:h':
        this.#closeParagraph();
        return;
      case 'text:span':
        this.#paragraphs.at(-1)?.hiding.pop();
        return;
      case 'text:list':
        this.#lists.closeList();
        return;
      case 'text:note-body':
        this.#lists.leave();
        this.#scopes.pop();
        return;
      case 'text:table-of-content':
        this.#contents--;
        return;
      case 'drawing:frame':
        this.#frames.pop();
        return;
      case 'drawing:text-box':
        this.#lists.leave();
        return;
      case 'table:table':
        this.#closeTable();
        return;
      case 'table:table-cell':
        this.#closeCell();
        return;
      case 'table:table-row':
        this.#tables.at(-1)?.endRow();
    }
  }

  #isLeftOut(name: string, element: XmlElement): boolean {
    const isRunning =
      RUNNING.test(name) || (name === 'drawing:frame' && FURNITURE.test(element.attribute('class') ?? ''));
    // Of the master of slides nothing is shown, or the same on every one.
    const isMaster = this.#isMaster && /^(?:drawing|presentation):/.test(name);
    if (!isRunning && !isMaster && !SKIPPED.has(name)) return false;
    this.#skippedText = isRunning ? 'heads' : (SKIPPED.get(name) ?? null);
    return true;
  }

  #openParagraph(name: string, element: XmlElement): void {
    const isHeading =
      name === 'text:h' ||
      this.#frames.at(-1) === true ||
      this.#styles.isTitle(element.attribute('style-name'));
    const marker = name === 'text:h' ? this.#lists.nextHeading(element) : this.#lists.next();
    const kind = this.#contents > 0 ? 'contents' : isHeading ? 'heading' : 'paragraph';
    const isHidden =
      this.#hiddenStyles.isHidden('paragraph', element.attribute('style-name')) ??
      this.#paragraphs.at(-1)?.hiding.at(-1) ??
      false;
    const paragraph: OpenParagraph = {
      lines: [''],
      kind,
      marker,
      content: [],
      hiding: [isHidden],
      hasHidden: false,
    };
    this.#paragraphs.push(paragraph);
    this.#scopes.push(paragraph);
  }

  #closeParagraph(): void {
    const { lines, kind, marker, content, hasHidden } = this.#paragraphs.pop()!;
    if (hasHidden) this.hidden++;
    this.#scopes.pop();
    const around = this.#scopes.at(-1)!;
    if (lines.some((line) => /\S/.test(line))) {
      const own = kind === 'paragraph' && marker !== null ? 'item' : kind;
      around.content.push({ lines, kind: own, ...(marker !== null && { numbering: marker }) });
    }
    for (const each of content) around.content.push(each);
  }

  #openCell(element: XmlElement): void {
    const cell: OpenCell = {
      content: [],
      shape: {
        width: countOf(element.attribute('number-columns-spanned'), 1, MOST_COLUMNS),
        height: countOf(element.attribute('number-rows-spanned'), 1, MOST_ROWS),
      },
      repeated: countOf(element.attribute('number-columns-repeated'), 1, MOST_COLUMNS),
    };
    this.#cells.push(cell);
    this.#scopes.push(cell);
  }

  #closeCell(): void {
    const { content, shape, repeated } = this.#cells.pop()!;
    this.#scopes.pop();
    const table = this.#tables.at(-1);
    table?.add(content, shape);
    table?.skip(repeated - 1);
  }

  #closeTable(): void {
    const builder = this.#tables.pop()!;
    builder.endRow();
    this.#lists.leave();
    this.#scopes.at(-1)!.content.push(builder.table);
  }

  #readCharacter(name: string, element: XmlElement): void {
    const paragraph = this.#paragraphs.at(-1);
    if (paragraph === undefined || this.#scopes.at(-1) !== paragraph || paragraph.hiding.at(-1)) return;
    if (name === 'text:tab') write(paragraph, '\t');
    else if (name === 'text:s')
      write(paragraph, ' '.repeat(countOf(element.attribute('c'), 1, MOST_SPACES)), true);
    else if (name === 'text:line-break' && paragraph.lines.at(-1) !== '') paragraph.lines.push('');
  }
}

/** White space at the start of a line, and of several characters, is none (ODF 1.3 part 3, 6.1.2), save where it is asked for. */
function write({ lines }: OpenParagraph, text: string, isAsked = false): void {
  const line = lines.at(-1)!;
  const isDoubled = !isAsked && (line === '' || line.endsWith(' ')) && text.startsWith(' ');
  lines[lines.length - 1] = line + (isDoubled ? text.slice(1) : text);
}

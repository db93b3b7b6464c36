/** An element of the structure that a tagged PDF has of a page (ISO 32000-2, 14.7), and what is in it, in order. */
export interface StructureElement {
  /** The standard type that its own is mapped to: `P`, `TD`. */
  readonly type: string;
  /** Elements, and numbers of marked content. */
  readonly children: readonly (StructureElement | number)[];
}

/** A block of text as the structure has it. */
export interface StructureBlock {
  /** `loose` is text that stands in no paragraph, heading, item or cell: only its place on the page tells what it is. */
  readonly kind: 'heading' | 'paragraph' | 'loose';
  /** Its marked content, in reading order. */
  readonly marks: readonly number[];
  /** Where it stands in a table of the page; null elsewhere. */
  readonly cell: Cell | null;
  readonly isNote: boolean;
}

/** A place in a table, counted from 0; several blocks may stand in one. */
export interface Cell {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  /** Which of the texts in it that are known to be apart; otherwise what stands in a cell may be one paragraph. */
  readonly text?: number;
}

/** What stands within the lines of a block. All other types are blocks, or hold some. */
const INLINE =
  /^(?:Span|Link|Quote|Em|Strong|Sub|Code|Reference|BibEntry|Annot|Lbl|Ruby|RB|RT|RP|Warichu|WT|WP|Form|Formula|Figure)$/;
/** What only holds other elements together. */
const GROUP = /^(?:Document|DocumentFragment|Part|Art|Sect|Div|Aside|NonStruct|Private|)$/;
const HEADING = /^(?:H[1-9]?|Title)$/;
const NOTE = /^(?:Note|FENote)$/;

/** Where text stands: what its block will be. */
type Place = Omit<StructureBlock, 'marks'>;

/** The blocks of a page in the order of its structure, notes after all others. */
export function blocksOf(roots: readonly StructureElement[]): StructureBlock[] {
  const found: StructureBlock[] = [];
  let tables = 0;
  let marks: number[] = [];
  /** Whether what is open is the label of an item and nothing else. */
  let isLabel = true;
  const flush = (place: Place): void => {
    if (marks.length > 0) found.push({ ...place, marks });
    marks = [];
    isLabel = true;
  };
  const walk = (element: StructureElement, place: Place, inLabel: boolean): void => {
    for (const child of element.children) {
      if (typeof child === 'number') {
        marks.push(child);
        isLabel &&= inLabel;
      } else if (isWithin(child, place)) walk(child, place, inLabel || child.type === 'Lbl');
      else {
        // The label of an item belongs to the first paragraph in it.
        if (!isLabel) flush(place);
        const own = placeIn(child, place);
        if (child.type === 'Table' && place.cell === null) walkTable(child, own);
        else walk(child, own, false);
        flush(own);
      }
    }
  };
  const walkTable = (element: StructureElement, place: Place): void => {
    const table = tables++;
    const rows = rowsOf(element);
    const isGrid = rows.length > 1 && rows.some(({ length }) => length > 1);
    rows.forEach((cells, row) => {
      cells.forEach((cell, column) => {
        const own: Place = { ...place, cell: isGrid ? { table, row, column } : null };
        walk(cell, own, false);
        flush(own);
      });
    });
  };
  const start: Place = { kind: 'loose', cell: null, isNote: false };
  walk({ type: 'Document', children: roots }, start, false);
  flush(start);
  return [...found.filter(({ isNote }) => !isNote), ...found.filter(({ isNote }) => isNote)];
}

/** Whether an element is a part of the block around it. */
function isWithin(element: StructureElement, { kind }: Place): boolean {
  if (INLINE.test(element.type)) return true;
  return GROUP.test(element.type) && (kind !== 'loose' || holdsNoBlock(element));
}

function placeIn({ type }: StructureElement, { kind, cell, isNote }: Place): Place {
  const isHeading = HEADING.test(type) || kind === 'heading';
  return {
    kind: isHeading ? 'heading' : GROUP.test(type) ? kind : 'paragraph',
    cell,
    isNote: isNote || NOTE.test(type),
  };
}

function holdsNoBlock({ children }: StructureElement): boolean {
  return children.every(
    (child) =>
      typeof child === 'number' || INLINE.test(child.type) || (GROUP.test(child.type) && holdsNoBlock(child)),
  );
}

function rowsOf({ children }: StructureElement): StructureElement[][] {
  return children.flatMap((child) => {
    if (typeof child === 'number') return [];
    if (child.type !== 'TR') return rowsOf(child);
    return [child.children.filter((cell) => typeof cell !== 'number')];
  });
}

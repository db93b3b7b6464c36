/** An element of the structure that a tagged PDF has of a page (ISO 32000-2, 14.7), and what is in it, in order. */
export interface StructureElement {
  /** The standard type that its own is mapped to: `P`, `TD`. */
  readonly type: string;
  /** Elements, and numbers of marked content. */
  readonly children: readonly (StructureElement | number)[];
}

/** A block of text as the structure has it. */
export interface StructureBlock {
  readonly kind: 'heading' | 'paragraph';
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
}

/** What stands within the lines of a block. All other types are blocks, or hold some. */
const INLINE =
  /^(?:Span|Link|Quote|Em|Strong|Sub|Reference|BibEntry|Annot|Lbl|Ruby|RB|RT|RP|Warichu|WT|WP|Form|NonStruct|Formula|Figure)$/;
const HEADING = /^(?:H[1-9]?|Title)$/;
const NOTE = /^(?:Note|FENote)$/;

/** The blocks of a page in the order of its structure, notes after all others. */
export function blocksOf(roots: readonly StructureElement[]): StructureBlock[] {
  const found: StructureBlock[] = [];
  let tables = 0;
  let open: { marks: number[]; isLabel: boolean } = { marks: [], isLabel: true };
  interface Place {
    readonly kind: StructureBlock['kind'];
    readonly cell: Cell | null;
    readonly isNote: boolean;
  }
  const flush = (place: Place): void => {
    if (open.marks.length > 0) found.push({ ...place, marks: open.marks });
    open = { marks: [], isLabel: true };
  };
  const walk = (element: StructureElement, place: Place, isLabel: boolean): void => {
    for (const child of element.children) {
      if (typeof child === 'number') {
        open.marks.push(child);
        open.isLabel &&= isLabel;
      } else if (INLINE.test(child.type)) walk(child, place, isLabel || child.type === 'Lbl');
      else {
        // The label of an item belongs to the first paragraph in it.
        if (open.marks.length > 0 && !open.isLabel) flush(place);
        const own: Place = {
          kind: HEADING.test(child.type) ? 'heading' : place.kind,
          cell: place.cell,
          isNote: place.isNote || NOTE.test(child.type),
        };
        if (child.type === 'Table' && place.cell === null) walkTable(child, own, tables++);
        else walk(child, own, false);
        if (child.type !== 'Lbl') flush(own);
      }
    }
  };
  const walkTable = (element: StructureElement, place: Place, table: number): void => {
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
  const start: Place = { kind: 'paragraph', cell: null, isNote: false };
  walk({ type: 'Document', children: roots }, start, false);
  flush(start);
  return [...found.filter(({ isNote }) => !isNote), ...found.filter(({ isNote }) => isNote)];
}

function rowsOf({ children }: StructureElement): StructureElement[][] {
  return children.flatMap((child) => {
    if (typeof child === 'number') return [];
    if (child.type !== 'TR') return rowsOf(child);
    return [child.children.filter((cell) => typeof cell !== 'number')];
  });
}

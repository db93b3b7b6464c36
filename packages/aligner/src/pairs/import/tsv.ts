import { warning } from '../../common/diagnostic.js';
import { counted } from '../../common/listed.js';
import { inputName, unreadable } from '../../document/read/reading.js';
import type { PairRecord } from '../pair-record.js';
import { type ColumnContent, columnsOfHeader, namedColumns, valueOfCell } from './columns.js';
import { PairMaker } from './pair-maker.js';
import type { ReadingContext } from './pair-source.js';
import { FieldReader } from './record-fields.js';
import { SideOrder } from './side-order.js';
import { linesOf } from './text-chunks.js';

/**
 * Reads tab-separated values, in which a quotation mark is one. What the columns hold is said by the first line, or else by the
 * caller; two columns need not be named. Blank lines pass.
 *
 * @throws DuiqiError `bad-option`; `unreadable` where columns are not known, or missing in a line
 */
export function* readTsv(chunks: Iterable<string>, context: ReadingContext): Iterable<PairRecord> {
  const { name } = context;
  const maker = new PairMaker(name);
  const order = new SideOrder();
  const reader = new FieldReader();
  let columns: readonly ColumnContent[] | null = null;
  let line = 0;
  let longer = 0;
  for (const row of linesOf(chunks, name)) {
    line++;
    if (row === '') continue;
    const cells = row.split('\t');
    if (columns === null) {
      const header = columnsOfHeader(cells);
      columns = header ?? (context.columns ? namedColumns(context.columns) : unnamedColumns(cells, name));
      if (header !== null) continue;
    }
    const texts = textsIn(cells, columns, order);
    if (texts === null) {
      const why = `does not have two texts in line ${line}`;
      throw unreadable(
        name,
        `${why}: put a tab between the cells, and name the columns in the first line`,
        'no-texts-in-line',
        { line },
      );
    }
    // A tab within a text parts it in two.
    if (cells.slice(columns.length).some((cell) => cell.trim() !== '')) longer++;
    const values: Record<string, unknown> = {};
    columns.forEach((column, place) => {
      if (column === null || column === 'text' || column === 'en' || column === 'zh') return;
      values[column] = valueOfCell(cells[place] ?? '', column);
    });
    yield maker.pair({ ...reader.read(values, line), ...texts });
  }
  order.tell(context);
  reader.tell(context);
  if (longer === 0) return;
  const message = `${inputName(name)} has ${counted(longer, 'line')} with more cells than columns; the further cells were passed over: check whether there are tabs within the texts.`;
  context.tell(warning('passed-over', message, { values: { kind: 'cells', name, count: longer } }));
}

function unnamedColumns(cells: readonly string[], name: string): readonly ColumnContent[] {
  if (cells.length === 2) return ['text', 'text'];
  const why = `has ${cells.length === 1 ? 'one column' : `${cells.length} columns`}, and no first line that names them`;
  throw unreadable(name, `${why}: say what they hold, as in en,zh,score`, 'no-column-names');
}

function textsIn(
  cells: readonly string[],
  columns: readonly ColumnContent[],
  order: SideOrder,
): Pick<PairRecord, 'en' | 'zh'> | null {
  const [en, zh] = [cells[columns.indexOf('en')], cells[columns.indexOf('zh')]];
  if (en !== undefined && zh !== undefined) return { en, zh };
  const first = columns.indexOf('text');
  const [one, other] = [cells[first], cells[columns.indexOf('text', first + 1)]];
  return one !== undefined && other !== undefined ? order.sides(one, other) : null;
}

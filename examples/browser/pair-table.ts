import { doubts, type PairRecord } from 'duiqi/pairs';

/** Rows that are made at a stretch; in between, the page can do other things. */
const ROWS_AT_ONCE = 200;

/** Replaces the bodies of a table by a row for each record. */
export async function fillTable(table: HTMLTableElement, records: readonly PairRecord[]): Promise<void> {
  for (const body of [...table.tBodies]) body.remove();
  for (let start = 0; start < records.length; start += ROWS_AT_ONCE) {
    const body = document.createElement('tbody');
    body.append(...records.slice(start, start + ROWS_AT_ONCE).map(row));
    table.append(body);
    await new Promise((resolve) => setTimeout(resolve));
  }
}

function row(record: PairRecord): HTMLTableRowElement {
  const { en, zh, score } = record;
  const reasons = doubts(record);
  const row = document.createElement('tr');
  if (reasons.length > 0) row.className = 'doubtful';
  const isPair = en !== '' && zh !== '' && score !== null;
  row.append(cell(isPair ? score.toFixed(2) : '–'), cell(en, 'en'), cell(zh, 'zh'), cell(reasons.join('; ')));
  return row;
}

/** Text only: nothing that was pasted is ever read as HTML. */
function cell(text: string, language = ''): HTMLTableCellElement {
  const cell = document.createElement('td');
  cell.textContent = text;
  if (language !== '') cell.lang = language;
  return cell;
}

// Parts of the bench's pages that all tables share.

/** @param columns for each heading what a cell below it says of an entry */
export function table(columns, entries) {
  return [
    row(Object.keys(columns)),
    `|${Object.keys(columns)
      .map((_, column) => (column === 0 ? '---' : '---:'))
      .join('|')}|`,
    ...entries.map((entry) => row(Object.values(columns).map((cell) => cell(entry)))),
  ].join('\n');
}

const row = (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;

export const grouped = (count) => count.toLocaleString('en-US');
export const short = (value) =>
  value >= 100 ? grouped(Math.round(value)) : String(Number(value.toPrecision(3)));

/** A document with this text between its two markers. */
export function withText(document, [startMarker, endMarker], text) {
  const [start, end] = [document.indexOf(startMarker), document.indexOf(endMarker)];
  if (start < 0 || end < start) throw new Error(`The document lacks ${startMarker} … ${endMarker}.`);
  return `${document.slice(0, start + startMarker.length)}\n\n${text}\n\n${document.slice(end)}`;
}

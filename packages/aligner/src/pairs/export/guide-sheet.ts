import type { ReviewWords } from './review-words.js';
import { rowHeight } from './row-height.js';
import { columnsXml, PRINTED_ACROSS, rowOf, SHEET_START, type Sheet, STYLES, textCell } from './workbook.js';

/** In characters, about: lines are read best when they are no longer. */
const WIDTH = 110;

/** In points, for a line in 14 points with room below it. */
const TITLE_HEIGHT = 27;

/** The sheet that says how a review works, in the order in which a person goes about it. */
export function guideSheet({ guideSheet: name, guide: [title, ...lines] }: ReviewWords): Sheet {
  const rows = lines.map((line, place) => {
    const text = `${place + 1}. ${line}`;
    // The line about yellow rows is yellow itself.
    const style = place === 0 ? STYLES.doubtfulLine : STYLES.line;
    return rowOf(place + 2, rowHeight([[text, WIDTH]]), [textCell(place + 2, 0, text, style)]);
  });
  return {
    name,
    repeatsFirstRow: false,
    xml: [
      SHEET_START,
      '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>',
      `<sheetFormatPr defaultRowHeight="15"/>${columnsXml([{ width: WIDTH, style: STYLES.plain }])}<sheetData>`,
      rowOf(1, TITLE_HEIGHT, [textCell(1, 0, title, STYLES.title)]),
      ...rows,
      `</sheetData>${PRINTED_ACROSS}</worksheet>`,
    ],
  };
}

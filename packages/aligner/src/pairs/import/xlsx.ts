import { info } from '../../common/diagnostic.js';
import { counted } from '../../common/listed.js';
import { openSheets } from '../../document/read/excel/excel.js';
import { inputName } from '../../document/read/reading.js';
import { isGuide } from '../export/review-words.js';
import type { PairRecord } from '../pair-record.js';
import type { ReadingContext } from './pair-source.js';
import { noColumns, SheetReader } from './sheet.js';

/**
 * Reads the sheets of an Excel workbook that hold pairs, row by row; others are passed over. Only the bytes of the file and the
 * texts that cells share are held.
 *
 * @throws DuiqiError `unreadable`: damaged, encrypted, no Excel workbook, or without columns of English and Chinese
 */
export async function readReviewSheet(
  bytes: Uint8Array,
  context: ReadingContext,
): Promise<Iterable<PairRecord>> {
  const sheets = openSheets(bytes, context.name, context.tell);
  return {
    *[Symbol.iterator]() {
      let count = 0;
      let guides = 0;
      for (const sheet of sheets) {
        const reader = new SheetReader(context);
        let isFirst = true;
        let isOurs = false;
        for (const row of sheet) {
          isOurs = isFirst && isGuide(row);
          if (isOurs) break;
          isFirst = false;
          const pair = reader.pair(row);
          if (pair !== null) yield pair;
        }
        if (isOurs) guides++;
        if (!reader.knowsColumns) continue;
        count++;
        reader.tellWhatWasOdd();
      }
      if (count === 0) throw noColumns(context.name);
      const passedOver = sheets.length - count - guides;
      if (passedOver > 0) {
        context.tell(
          info(
            'left-out',
            `${inputName(context.name)} has ${counted(passedOver, 'sheet')} of ${sheets.length} without a column of English and one of Chinese; what they hold was passed over.`,
            { values: { kind: 'sheets', name: context.name, count: passedOver, all: sheets.length } },
          ),
        );
      }
    },
  };
}

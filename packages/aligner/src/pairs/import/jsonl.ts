import { unreadable } from '../../document/read/reading.js';
import type { PairRecord } from '../pair-record.js';
import { findTexts, isObject, parsed } from './json-shapes.js';
import { PairMaker } from './pair-maker.js';
import type { ReadingContext } from './pair-source.js';
import { FieldReader } from './record-fields.js';
import { SideOrder } from './side-order.js';
import { linesOf } from './text-chunks.js';

/**
 * Reads JSON Lines: our own in any profile, and other objects with two texts (`findTexts`). Blank lines pass.
 *
 * @throws DuiqiError `unreadable` naming the line that is no object or has no two texts
 */
export function* readJsonl(chunks: Iterable<string>, context: ReadingContext): Iterable<PairRecord> {
  const { name } = context;
  const maker = new PairMaker(name);
  const order = new SideOrder();
  const reader = new FieldReader();
  let line = 0;
  for (const text of linesOf(chunks, name)) {
    line++;
    if (text.trim() === '') continue;
    const object = parsed(text);
    if (!isObject(object)) {
      throw unreadable(
        name,
        `has no JSON object in line ${line}: JSONL is one whole object a line`,
        'no-json',
        {
          line,
        },
      );
    }
    const found = findTexts(object, order);
    if (found === null) {
      throw unreadable(
        name,
        `has no English and Chinese text in line ${line}: give them the keys en and zh, or src and tgt`,
        'no-texts-in-line',
        { line },
      );
    }
    yield maker.pair({ ...reader.read(found.fields, line), en: found.en, zh: found.zh });
  }
  order.tell(context);
  reader.tell(context);
}

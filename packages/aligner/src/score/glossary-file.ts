import { DuiqiError } from '../errors.js';
import type { TextInput } from '../options.js';
import { decode } from '../read/decode.js';
import { type GlossaryTerm, isTerm } from './glossary.js';

/**
 * Reads a glossary: a term a line, English and Chinese in two columns divided by a tab, in either order but the same
 * in all lines. Blank lines and lines that begin with `#` are left out, likewise a first line that names the columns
 * and further columns, which hold notes.
 *
 * @param name of the file, for messages
 * @throws DuiqiError `bad-input` naming the line that is no term; `undecodable` for bytes that are no text
 */
export function parseGlossary(input: TextInput, name = ''): GlossaryTerm[] {
  const text = typeof input === 'string' ? input : decode(input, name).text;
  const terms: GlossaryTerm[] = [];
  let order: ColumnOrder | null = null;
  let isFirst = true;
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const [left = '', right = ''] = line.split('\t').map((cell) => cell.trim());
    if ((left === '' && right === '') || left.startsWith('#')) continue;
    const own = columnOrder(left, right);
    const mayBeHeading = isFirst && left !== '' && right !== '';
    isFirst = false;
    if (own === null && mayBeHeading) continue;
    order ??= own;
    if (own === null || own !== order) throw badLine(index + 1, name, left === '' || right === '', own);
    terms.push(own === 'english-first' ? { en: left, zh: right } : { en: right, zh: left });
  }
  return terms;
}

type ColumnOrder = 'english-first' | 'chinese-first';

/** The order of the languages by script; null where both columns hold Chinese, or neither. */
function columnOrder(left: string, right: string): ColumnOrder | null {
  if (isTerm(left, right) && !HAN.test(left)) return 'english-first';
  if (isTerm(right, left) && !HAN.test(right)) return 'chinese-first';
  return null;
}

const HAN = /\p{Script=Han}/u;

function badLine(line: number, name: string, isHalf: boolean, order: ColumnOrder | null): DuiqiError {
  const where = `Line ${line} of ${name === '' ? 'the glossary' : JSON.stringify(name)}`;
  const wrong = isHalf
    ? 'has one column: put a tab between the English and the Chinese term'
    : order === null
      ? 'is not English in one column and Chinese in the other'
      : 'has the two languages in another order than the lines before it';
  return new DuiqiError('bad-input', `${where} ${wrong}.`, { name, line });
}

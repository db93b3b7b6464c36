import { checkText, checkTextOrBytes } from '../../common/arguments.js';
import { DuiqiError } from '../../common/errors.js';
import type { Problem } from '../../common/problems.js';
import { decode } from '../../document/read/decode.js';
import type { TextInput } from '../../options.js';
import { type GlossaryTerm, isTerm } from './glossary.js';

/**
 * Reads a glossary: a term a line, English and Chinese in two columns divided by a tab, in either order but the same
 * in all lines. A cell may stand in quotation marks, as spreadsheets write it, but not reach over several lines.
 *
 * Blank lines and lines that begin with `#` are left out, likewise a first line that names the columns, terms that
 * have no translation yet or are the same in both languages, and further columns, which hold notes.
 *
 * @param name of the file, for messages
 * @throws DuiqiError `bad-input` naming the line that is no term; `undecodable` for bytes that are no text
 */
export function parseGlossary(input: TextInput, name = ''): GlossaryTerm[] {
  checkTextOrBytes('glossary', input);
  checkText('name', name);
  const text = typeof input === 'string' ? input : decode(input, name).text;
  const terms: GlossaryTerm[] = [];
  let order: ColumnOrder | null = null;
  let isFirst = true;
  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    const [left, right] = firstCells(line);
    if (left === right || left.startsWith('#')) continue;
    if (left === '' || right === '') {
      // Both languages in a line, but not in its first two columns: more likely a slip than an unfinished term.
      if (!line.includes('\t') || isTerm(line, line)) throw badLine(index + 1, name, IN_OTHER_COLUMNS);
      continue;
    }
    const own = columnOrder(left, right);
    const isHeading = isFirst && (own === null || namesLanguages(left, right));
    isFirst = false;
    if (isHeading) continue;
    if (own === null) throw badLine(index + 1, name, IN_OTHER_LANGUAGES);
    order ??= own;
    if (own !== order) throw badLine(index + 1, name, IN_OTHER_ORDER);
    terms.push(own === 'english-first' ? { en: left, zh: right } : { en: right, zh: left });
  }
  return terms;
}

/** The first two cells of a line; `''` for one that is not there. */
function firstCells(line: string): [left: string, right: string] {
  const cells: [string, string] = ['', ''];
  let from = line.startsWith('\ufeff') ? 1 : 0;
  for (const column of cells.keys()) {
    const closing = line[from] === '"' ? closingMark(line, from) : -1;
    const tab = line.indexOf('\t', Math.max(from, closing));
    const end = tab < 0 ? line.length : tab;
    // An opening mark that none closes at the end of the cell is part of the text.
    const isQuoted = closing >= 0 && line.slice(closing + 1, end).trim() === '';
    const cell = isQuoted ? line.slice(from + 1, closing).replaceAll('""', '"') : line.slice(from, end);
    cells[column] = cell.trim();
    from = end + 1;
  }
  return cells;
}

/** Where a cell's quotation ends; −1 where it does not. Doubled marks stand for one inside of it. */
function closingMark(line: string, opening: number): number {
  let at = line.indexOf('"', opening + 1);
  while (at >= 0 && line[at + 1] === '"') at = line.indexOf('"', at + 2);
  return at;
}

type ColumnOrder = 'english-first' | 'chinese-first';

/** The order of the languages by script; null where both columns hold Chinese, or neither. */
function columnOrder(left: string, right: string): ColumnOrder | null {
  if (isTerm(left, right) && !HAN.test(left)) return 'english-first';
  if (isTerm(right, left) && !HAN.test(right)) return 'chinese-first';
  return null;
}

const HAN = /\p{Script=Han}/u;

/** `English` and `中文` name the columns, though they are a term as well. */
function namesLanguages(left: string, right: string): boolean {
  return [left, right].every((cell) => LANGUAGE_NAME.test(cell));
}

const LANGUAGE_NAME = /^(en|english|(简体|繁体|簡體|繁體)?中文)$/i;

/** What is wrong with a line, and how it is said after the name of the line. */
type Wrong = readonly [problem: Problem, wrong: string];

const IN_OTHER_COLUMNS: Wrong = [
  'glossary-columns',
  'does not have English and Chinese in its first two columns, with a tab between',
];
const IN_OTHER_LANGUAGES: Wrong = [
  'glossary-languages',
  'is not English in one and Chinese in the other of its first two columns',
];
const IN_OTHER_ORDER: Wrong = [
  'glossary-order',
  'has the two languages in another order than the lines before it',
];

function badLine(line: number, name: string, [problem, wrong]: Wrong): DuiqiError {
  const where = `Line ${line} of ${name === '' ? 'the glossary' : JSON.stringify(name)}`;
  return new DuiqiError('bad-input', `${where} ${wrong}.`, { name, problem, line });
}

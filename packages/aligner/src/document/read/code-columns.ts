import type { Language } from '../../types.js';
import { languageByScript } from '../writing/script.js';

/** The cells of a row by their columns. */
type Row = ReadonlyMap<number, string>;

/** Longer than this, in characters, is no code. */
const LONGEST = 40;
const WORD = /^\p{Ll}{2,}$/u;

/** Whether a cell is a name of a setting, or has a digit and no word, such as `HB/210/24`, `W7-100` or `50 MB`: no language has them. */
function isCode(cell: string): boolean {
  if (cell.length > LONGEST || !/[\d_]/.test(cell)) return false;
  return !cell.split(/[^\p{L}\d_.]+/u).some((part) => WORD.test(part));
}

/** So much of what a column in letters holds are codes, where its other cells are known to be no translations. */
const CODES = 0.5;
/** Share of the texts of the other columns that is in the language of a table. */
const IN_ONE_LANGUAGE = 0.9;

/**
 * The columns of tables in one language that hold codes, of which the Latin letters say nothing: in a Chinese table they are no
 * English, of which the text beside them would be the translation. So are words between codes that an English table has in the
 * same column, `listen` between `max_upload` and `mail_from`.
 *
 * @param tables the rows of each table
 * @returns for each table, its columns of codes with the language that the table is in
 */
export function codeColumns(tables: readonly (readonly Row[])[]): ReadonlyMap<number, Language>[] {
  const english = new Set(
    tables.filter((rows) => !rows.some((row) => isInRow(row, 'zh'))).flatMap((rows) => rows.flatMap(keysOf)),
  );
  return tables.map((rows) => codesOf(rows, english));
}

function isInRow(row: Row, language: Language): boolean {
  return [...row.values()].some((cell) => languageByScript(cell) === language);
}

function keysOf(row: Row): string[] {
  return [...row].map(([column, cell]) => `${column} ${cell.trim()}`);
}

function codesOf(rows: readonly Row[], english: ReadonlySet<string>): ReadonlyMap<number, Language> {
  const columns = new Map<number, { latin: string[]; chinese: number }>();
  for (const row of rows) {
    for (const [column, written] of row) {
      const language = languageByScript(written);
      if (language === null) continue;
      const known = columns.get(column) ?? { latin: [], chinese: 0 };
      columns.set(column, known);
      if (language === 'zh') known.chinese++;
      else known.latin.push(written.trim());
    }
  }
  const all = [...columns];
  const codes = all.filter(([column, { latin }]) => {
    const own = latin.filter(isCode);
    const others = latin.filter((cell) => !isCode(cell) && !english.has(`${column} ${cell}`));
    return own.length > 0 && others.length === 0 && own.length >= CODES * latin.length;
  });
  const texts = all.filter((column) => !codes.includes(column)).map(([, counts]) => counts);
  const chinese = texts.reduce((sum, each) => sum + each.chinese, 0);
  const latin = texts.reduce((sum, each) => sum + each.latin.length, 0);
  const isChinese = chinese > 0 && chinese >= IN_ONE_LANGUAGE * (chinese + latin);
  // Two columns alone may be terms and their translations, unless the name of the first is Chinese as well.
  const isTold = texts.length > 1 || codes.every(([, counts]) => counts.chinese > 0);
  return new Map(isChinese && isTold ? codes.map(([column]) => [column, 'zh']) : []);
}

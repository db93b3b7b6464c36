import { hasTones, isPinyin, languageByScript } from '../writing/script.js';

/** A row of a table, as a list of cells or by their columns. */
interface Row {
  entries(): Iterable<[number, string]>;
  values(): Iterable<string>;
}

/** Vowels with tones that hardly another language has. */
const TELLING = /[āǎēěīǐōǒūǔǖǘǚǜ]/i;
/** So many cells of a column show that it is in pinyin, and so large a share of those with letters: others hold names. */
const LEAST = 3;
const SHARE = 0.7;

/**
 * The columns that say how the Chinese beside them is spoken, `轮胎 | lúntāi | tyre`: they are in neither language. None where a table
 * has nothing else in Latin letters, or no Chinese.
 */
export function spokenColumns(rows: readonly Row[]): ReadonlySet<number> {
  // Hardly a table has any, and this is found out much faster than the languages of all cells.
  if (!rows.some(haveTones)) return new Set();
  const columns = new Map<number, { pinyin: number; sure: number; en: number; zh: number }>();
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      const language = languageByScript(cell);
      if (language === null) continue;
      const counts = columns.get(column) ?? { pinyin: 0, sure: 0, en: 0, zh: 0 };
      columns.set(column, counts);
      const isSpoken = isPinyin(cell);
      counts[isSpoken ? 'pinyin' : language]++;
      if (isSpoken && TELLING.test(cell)) counts.sure++;
    }
  }
  const all = [...columns];
  const spoken = all.filter(
    ([, { pinyin, sure, en, zh }]) => pinyin >= LEAST && sure > 0 && pinyin >= SHARE * (pinyin + en + zh),
  );
  const others = all.filter((each) => !spoken.includes(each));
  const has = (language: 'en' | 'zh'): boolean => others.some(([, counts]) => counts[language] >= LEAST);
  return new Set(has('en') && has('zh') ? spoken.map(([column]) => column) : []);
}

function haveTones(row: Row): boolean {
  for (const cell of row.values()) if (hasTones(cell)) return true;
  return false;
}

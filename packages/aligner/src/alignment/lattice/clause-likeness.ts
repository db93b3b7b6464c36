import type { Tokens } from '../score/tokens.js';
import type { TranslationTable } from '../score/translation-table.js';

/** The segments `segment … end - 1` of a clause. */
export interface ClauseRange {
  readonly segment: number;
  /** Index after its last segment. */
  readonly end: number;
}

/** Words at the start of a clause that are compared. */
const COMPARED_WORDS = 60;
/**
 * Of a clause that has so many times the words of the other one, only the beginning is compared: where one text alone
 * numbers its later chapters, the first one of the other text holds all of them. So many words are compared in any case.
 */
const MUCH_LONGER = 1.5;
const FEW_WORDS = 12;
/**
 * How much two clauses' first words speak of the same, 0–1: the share of their words, rare ones weighing more, that
 * the other's words translate. −1 outside of the lists.
 *
 * What translates the words of an English clause is laid out once and used until another clause is asked about. Asked
 * row by row, a pair costs no more than its words.
 */
export function likenessOf(
  enClauses: readonly ClauseRange[],
  zhClauses: readonly ClauseRange[],
  enTokens: Tokens,
  zhTokens: Tokens,
  table: TranslationTable,
): (a: number, b: number) => number {
  const en = firstWords(enTokens, enClauses);
  const zh = firstWords(zhTokens, zhClauses);
  let row = -1;
  // Links of the row's words, as one chain for each Chinese type: the newest link and for each link the one before it.
  const newest = new Int32Array(zhTokens.keys.length).fill(-1);
  const before: number[] = [];
  const wordOf: number[] = [];
  const layOut = (a: number): void => {
    for (let word = en.start[row] ?? 0; word < (en.start[row + 1] ?? 0); word++) {
      const e = en.type[word]!;
      for (let link = table.start[e]!; link < table.start[e + 1]!; link++) newest[table.zh[link]!] = -1;
    }
    row = a;
    before.length = 0;
    wordOf.length = 0;
    for (let word = en.start[a]!; word < en.start[a + 1]!; word++) {
      const e = en.type[word]!;
      for (let link = table.start[e]!; link < table.start[e + 1]!; link++) {
        const z = table.zh[link]!;
        before.push(newest[z]!);
        newest[z] = wordOf.length;
        wordOf.push(word);
      }
    }
  };
  // The last question in which each English word was matched.
  const matched = new Int32Array(en.type.length);
  let question = 0;
  return (a, b) => {
    if (a < 0 || b < 0 || a >= enClauses.length || b >= zhClauses.length) return -1;
    if (a !== row) layOut(a);
    question++;
    const [enEnd, zhEnd] = [comparedEnd(en, a, zh, b), comparedEnd(zh, b, en, a)];
    let shared = 0;
    for (let other = zh.start[b]!; other < zhEnd; other++) {
      let isTranslated = false;
      for (let link = newest[zh.type[other]!]!; link >= 0; link = before[link]!) {
        const word = wordOf[link]!;
        if (word >= enEnd) continue;
        isTranslated = true;
        if (matched[word] === question) continue;
        matched[word] = question;
        shared += en.weight[word]!;
      }
      if (isTranslated) shared += zh.weight[other]!;
    }
    const all =
      en.weightBefore[enEnd]! -
      en.weightBefore[en.start[a]!]! +
      zh.weightBefore[zhEnd]! -
      zh.weightBefore[zh.start[b]!]!;
    return all === 0 ? 0 : shared / all;
  };
}

/** The first words of clauses, each type once a clause: those of clause c are `start[c] … start[c + 1] - 1`. */
interface FirstWords {
  readonly start: Int32Array;
  readonly type: Int32Array;
  /** Of each word, more for rare ones, and in sum of all words before it. */
  readonly weight: Float64Array;
  readonly weightBefore: Float64Array;
}

/** The end of the words of a clause that are compared with those of another one. */
function comparedEnd(own: FirstWords, clause: number, other: FirstWords, otherClause: number): number {
  const words = other.start[otherClause + 1]! - other.start[otherClause]!;
  return Math.min(
    own.start[clause + 1]!,
    own.start[clause]! + Math.max(FEW_WORDS, Math.ceil(MUCH_LONGER * words)),
  );
}

function firstWords(tokens: Tokens, clauses: readonly ClauseRange[]): FirstWords {
  const start = new Int32Array(clauses.length + 1);
  const type: number[] = [];
  const weight: number[] = [];
  const lastClause = new Int32Array(tokens.keys.length).fill(-1);
  clauses.forEach(({ segment, end }, clause) => {
    const first = tokens.start[segment]!;
    for (let token = first; token < Math.min(tokens.start[end]!, first + COMPARED_WORDS); token++) {
      const own = tokens.type[token]!;
      if (lastClause[own] === clause) continue;
      lastClause[own] = clause;
      type.push(own);
      weight.push(Math.log(1 + tokens.type.length / tokens.count[own]!));
    }
    start[clause + 1] = type.length;
  });
  const weightBefore = new Float64Array(weight.length + 1);
  weight.forEach((own, word) => {
    weightBefore[word + 1] = weightBefore[word]! + own;
  });
  return { start, type: Int32Array.from(type), weight: Float64Array.from(weight), weightBefore };
}

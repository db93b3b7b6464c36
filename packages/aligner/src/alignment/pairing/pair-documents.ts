import { finish } from '../../common/steps.js';
import { defineLexicon } from '../../plugins.js';
import type { Lexicon } from '../score/lexicon.js';
import { findPinyinNames } from '../score/names.js';
import { forEachLink, lexiconTable } from '../score/translation-table.js';
import { asTokens, type Collection, collect } from './collection.js';
import { Comparison } from './comparison.js';
import { chanceOf, howOftenSaid, type Link, tabulate } from './document-links.js';
import { checkWords, type DocumentWords, namesOf } from './document-words.js';
import { learntLinks } from './learnt-links.js';
import { LEAST_OF_RIVAL, oneToOne } from './one-to-one.js';
import { mostOfRare, rareIndex } from './rare-index.js';
import { rivalsAmong } from './rivals.js';

/** An English and a Chinese document that belong together. */
export interface DocumentPair {
  /** Positions in the lists given. */
  readonly en: number;
  readonly zh: number;
  /**
   * What each of their words says on average for it that they belong together, in nats: about 0 for any two texts, 0.2 and
   * more for most translations.
   */
  readonly score: number;
}

/** Below it, two documents do not belong together, unless they stand out. */
const LEAST_SCORE = 0.08;
/**
 * A free translation may score no more than two texts on one subject do. What tells it is that it stands out: by so much above
 * the best of its rivals, where there are so many that they say what chance is.
 */
const STANDING_OUT = { least: 0.03, by: 0.06, rivals: 8 };
/** From it on, they surely do, and teach translations that the lexicon lacks. */
const SURE_SCORE = 0.2;
/** English documents that are looked at closely for each Chinese one. */
const CANDIDATES = 12;

/**
 * Finds which English documents belong to which Chinese ones, by translated words, numbers and names: those that few documents
 * have find candidates, which are then compared by all of their words, and matched one to one. All of it is done twice, the
 * second time with what the documents that were found have taught. Documents without a counterpart are in no pair.
 *
 * @returns pairs in the order of the English documents
 * @throws DuiqiError `bad-input` for arguments of another kind
 */
export function pairDocuments(
  english: readonly DocumentWords[],
  chinese: readonly DocumentWords[],
  lexicon: Lexicon,
): DocumentPair[] {
  checkWords(english, 'a list of what englishWords gives');
  checkWords(chinese, 'a list of what a finder of Chinese words gives');
  defineLexicon(lexicon);
  const [en, zh] = [collect(english), collect(chinese)];
  const names = findPinyinNames(namesOf(english), lexicon);
  const links: Link[] = [];
  forEachLinkOf(finish(lexiconTable(asTokens(en), asTokens(zh), lexicon, names)), (link) => links.push(link));
  const sure = matched(en, zh, links).filter(({ score }) => score >= SURE_SCORE);
  return matched(en, zh, [...links, ...learntLinks(en, zh, sure)]);
}

/** Links from Chinese to English types. */
function forEachLinkOf(table: Parameters<typeof forEachLink>[0], visit: (link: Link) => void): void {
  forEachLink(table, (e, z, link) => visit({ from: z, to: e, strength: table.forward[link]! }));
}

function matched(en: Collection, zh: Collection, links: readonly Link[]): DocumentPair[] {
  const candidates = candidatePairs(en, zh, links);
  const rivalsOf = rivalsAmong(candidates);
  const isLikely = (pair: DocumentPair): boolean => {
    const rivals = rivalsOf(pair);
    if (pair.score < LEAST_OF_RIVAL * rivals.score) return false;
    if (pair.score >= LEAST_SCORE) return true;
    return rivals.count >= STANDING_OUT.rivals && pair.score - rivals.score >= STANDING_OUT.by;
  };
  const possible = candidates.filter(({ score }) => score >= STANDING_OUT.least);
  return oneToOne(possible, en.start.length - 1, zh.start.length - 1).filter(isLikely);
}

/** The English documents that may belong to each Chinese one, with their scores. */
function candidatePairs(en: Collection, zh: Collection, links: readonly Link[]): DocumentPair[] {
  const toEnglish = tabulate(links, zh.keys.length);
  const toChinese = tabulate(
    links.map(({ from, to, strength }) => ({ from: to, to: from, strength })),
    en.keys.length,
  );
  const enSaid = howOftenSaid(zh, toEnglish, en.keys.length);
  const zhSaid = howOftenSaid(en, toChinese, zh.keys.length);
  const index = rareIndex(en);
  const comparison = new Comparison(en, zh, toEnglish, enSaid, zhSaid, usualRatio(en, zh));
  const [english, chinese] = [en.start.length - 1, zh.start.length - 1];
  const mostRare = mostOfRare(chinese);
  const sums = new Float64Array(english);
  const found: DocumentPair[] = [];
  for (let z = 0; z < chinese; z++) {
    sums.fill(0);
    for (let k = zh.start[z]!; k < zh.start[z + 1]!; k++) {
      const type = zh.types[k]!;
      if (zh.documents[type]! > mostRare) continue;
      for (let link = toEnglish.start[type]!; link < toEnglish.start[type + 1]!; link++) {
        const e = toEnglish.to[link]!;
        const add = Math.log1p(toEnglish.strength[link]! / chanceOf(enSaid, e, 0));
        for (let at = index.start[e]!; at < index.start[e + 1]!; at++) sums[index.document[at]!]! += add;
      }
    }
    comparison.begin(z);
    // A long document has some of all words.
    for (let d = 0; d < english; d++) {
      if (sums[d]! > 0)
        sums[d]! *= comparison.fitOfLengths(d) / Math.sqrt(en.start[d + 1]! - en.start[d]! || 1);
    }
    for (const e of highest(sums, CANDIDATES)) found.push({ en: e, zh: z, score: comparison.with(e) });
  }
  return found;
}

/** Words of a Chinese document for one of an English one. */
function usualRatio(en: Collection, zh: Collection): number {
  const mean = ({ length }: Collection): number =>
    length.reduce((sum, each) => sum + Math.log(Math.max(1, each)), 0) / Math.max(1, length.length);
  return Math.exp(mean(zh) - mean(en));
}

/** The positions of the highest values above 0, the highest first. */
function highest(values: Float64Array, most: number): number[] {
  const found: number[] = [];
  for (let position = 0; position < values.length; position++) {
    const value = values[position]!;
    if (value === 0 || (found.length === most && value <= values[found.at(-1)!]!)) continue;
    let at = found.length;
    while (at > 0 && values[found[at - 1]!]! < value) at--;
    found.splice(at, 0, position);
    if (found.length > most) found.pop();
  }
  return found;
}

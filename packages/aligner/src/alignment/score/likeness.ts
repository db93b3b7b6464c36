import { finish } from '../../common/steps.js';
import type { Likeness } from '../../document/language/likeness.js';
import { fold } from '../../document/writing/folding.js';
import type { Simplifier } from '../../document/writing/simplify.js';
import type { Lexicon } from './lexicon.js';
import { findPinyinNames } from './names.js';
import { LATIN, NUMBER, type Tokens, tokenizeChinese, tokenizeEnglish } from './tokens.js';
import { forEachLink, lexiconTable } from './translation-table.js';

/** The odds, as logarithms, that a word speaks for a translation when the other text has a counterpart of it, or none. */
interface Odds {
  readonly linked: number;
  readonly alone: number;
}

// A word list knows a counterpart of about two in three words of headings and terms, and of one in sixteen of another text.
const WORD: Odds = { linked: Math.log(0.64 / 0.06), alone: Math.log(0.36 / 0.94) };
// One character has many meanings, and is often a part of a word that the list lacks.
const CHARACTER: Odds = { linked: Math.log(0.5 / 0.15), alone: Math.log(0.5 / 0.85) };
// The same small numbers stand everywhere; the same name stands on both sides of many sentences about it.
const FIGURE: Odds = { linked: Math.log(0.8 / 0.2), alone: Math.log(0.2 / 0.8) };
const NAME: Odds = { linked: Math.log(0.6 / 0.3), alone: Math.log(0.4 / 0.7) };

/** A translation that makes up less of what a word may mean is left out of account. */
const LEAST_SHARE = 0.02;

/** UTF-16 units of a text that are looked at: by then it is clear. */
const SAMPLE = 400;

/** Judges two short texts by what a lexicon knows of their words, each word counted as found or not. */
export function likenessBy(lexicon: Lexicon, simplify: Simplifier): Likeness {
  return (english, chinese) => {
    const en = finish(tokenizeEnglish([{ text: fold(english.slice(0, SAMPLE)).text, label: null }]));
    const names = findPinyinNames(en.capitalised, lexicon);
    const zhText = simplify(fold(chinese.slice(0, SAMPLE)).text);
    const zh = finish(tokenizeChinese([{ text: zhText, label: null }], lexicon, names));
    const linked = { en: new Uint8Array(en.keys.length), zh: new Uint8Array(zh.keys.length) };
    const table = finish(lexiconTable(en, zh, lexicon, names));
    forEachLink(table, (e, z, link) => {
      if (table.forward[link]! < LEAST_SHARE) return;
      linked.en[e] = 1;
      linked.zh[z] = 1;
    });
    const sums = [
      Math.max(
        sumOf(en, linked.en, () => WORD),
        mostAlone(zh),
      ),
      Math.max(sumOf(zh, linked.zh, chineseOdds), mostAlone(en)),
    ] as const;
    // Both sides look at the same links, so that their evidence is one, seen twice.
    return (sums[0] + sums[1]) / 2;
  };
}

/** One name that the list lacks leaves all words of its translation alone: these say no more than the name, twice. */
function mostAlone(other: Tokens): number {
  return WORD.alone * (other.type.length + 1);
}

function sumOf({ type, keys }: Tokens, linked: Uint8Array, oddsOf: (key: string) => Odds): number {
  let sum = 0;
  for (const t of type) {
    const key = keys[t]!;
    const odds = key.startsWith(NUMBER) ? FIGURE : oddsOf(key);
    sum += linked[t] === 1 ? odds.linked : odds.alone;
  }
  return sum;
}

function chineseOdds(key: string): Odds {
  if (key.startsWith(LATIN)) return NAME;
  return key.length > 1 ? WORD : CHARACTER;
}

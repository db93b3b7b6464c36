import { enlarged } from '../../common/enlarged.js';
import { mapInSteps, type Steps } from '../../common/steps.js';
import { type Lexicon, type TranslationLists, translationLists } from './lexicon.js';
import type { Links } from './links.js';
import type { PinyinNames } from './names.js';
import { LATIN, NUMBER, type Tokens } from './tokens.js';

/**
 * Which English type may translate which Chinese type, and how probably. The links of English type e are
 * `start[e] … start[e + 1] - 1`.
 */
export interface TranslationTable {
  readonly start: Int32Array;
  /** The Chinese type of each link, ascending within an English type. */
  readonly zh: Int32Array;
  /** t(e|z): the probability of the English type, given the Chinese one. */
  readonly forward: Float32Array;
  /** t(z|e). */
  readonly backward: Float32Array;
}

/**
 * Weight of a name spelt in pinyin, and of a Chinese word that the English text has as it is, beside dictionary translations; a name of
 * one character is mostly chance.
 */
const NAME_WEIGHT = 3;
const SHORT_NAME_WEIGHT = 0.15;

const MONTHS = 'januari februari march april mai june juli august septemb octob novemb decemb'.split(' ');

/** What negates the word after it. Of one character after it, as in 不过 (but), both are mostly a word of their own. */
const NEGATION = /^(?:没有|[不没未无别])(?=..)/;

/**
 * The words by whose translations a word is known: itself, and where it is the negation of another word, both of these. A
 * dictionary has *dislike* for 不喜欢, and a text just as well *not like*.
 */
function spokenFor(word: string, isKnown: (word: string) => boolean): readonly string[] {
  const negation = NEGATION.exec(word)?.[0];
  const negated = negation && word.slice(negation.length);
  return negated && isKnown(negated) ? [word, negation, negated] : [word];
}

/** The table that the lexicon, equal numbers, words in equal letters and names in pinyin give. */
export function* lexiconTable(
  en: Tokens,
  zh: Tokens,
  lexicon: Lexicon,
  names: PinyinNames,
): Steps<TranslationTable> {
  const finder = new LinkFinder(en, lexicon, names);
  yield* mapInSteps(zh.keys, (key, z) => finder.add(key, z));
  return tabulate(finder.links, en, zh);
}

class LinkFinder {
  readonly links = new LinkList();
  readonly #en: Tokens;
  readonly #names: PinyinNames;
  readonly #translations: TranslationLists;
  readonly #typeOf: (index: number) => number;

  constructor(en: Tokens, lexicon: Lexicon, names: PinyinNames) {
    this.#en = en;
    this.#names = names;
    this.#translations = translationLists(lexicon);
    this.#typeOf = this.#translations.among(en.keys);
  }

  /** Adds the links of Chinese type z. */
  add(key: string, z: number): void {
    if (key.startsWith(NUMBER)) {
      this.#addStem(key, z, 1);
      const value = Number(key.slice(1));
      if (value <= 12 && MONTHS[value - 1]) this.#addStem(MONTHS[value - 1]!, z, 0.5);
      return;
    }
    if (key.startsWith(LATIN)) {
      this.#addStem(key.slice(1), z, 1);
      return;
    }
    const translations = this.#translations;
    const name = this.#names.nameOf(key);
    const nameType = name === undefined ? undefined : this.#en.typeOf.get(name);
    const nameWeight = name === undefined ? 0 : key.length > 1 ? NAME_WEIGHT : SHORT_NAME_WEIGHT;
    let all = nameWeight;
    const weights = new Map<number, number>();
    if (nameType !== undefined) weights.set(nameType, nameWeight);
    const asItIs = this.#en.typeOf.get(key);
    if (asItIs !== undefined) {
      all += NAME_WEIGHT;
      weights.set(asItIs, NAME_WEIGHT);
    }
    for (const word of spokenFor(key, translations.isKnown)) {
      const count = translations.list(word);
      for (let index = 0; index < count; index++) {
        const weight = translations.weight(index);
        all += weight;
        const e = this.#typeOf(index);
        if (e >= 0) weights.set(e, (weights.get(e) ?? 0) + weight);
      }
    }
    for (const [e, weight] of weights) this.links.add(e, z, weight / all);
  }

  #addStem(stem: string, z: number, weight: number): void {
    const e = this.#en.typeOf.get(stem);
    if (e !== undefined) this.links.add(e, z, weight);
  }
}

/** Links in the order in which they come: as objects they would take three times the memory. */
class LinkList {
  length = 0;
  e = new Int32Array(1024);
  z = new Int32Array(1024);
  forward = new Float64Array(1024);

  add(e: number, z: number, forward: number): void {
    const at = this.length++;
    if (at === this.e.length) {
      this.e = enlarged(this.e, 2 * at);
      this.z = enlarged(this.z, 2 * at);
      this.forward = enlarged(this.forward, 2 * at);
    }
    this.e[at] = e;
    this.z[at] = z;
    this.forward[at] = forward;
  }
}

/** A table of links that come by Chinese type. */
function tabulate(links: LinkList, en: Tokens, zh: Tokens): TranslationTable {
  // t(z|e): of the Chinese words here that e may stand for, the commoner is the likelier.
  const all = new Float64Array(en.keys.length);
  const start = new Int32Array(en.keys.length + 1);
  for (let at = 0; at < links.length; at++) {
    const e = links.e[at]!;
    all[e]! += links.forward[at]! * zh.count[links.z[at]!]!;
    start[e + 1]!++;
  }
  for (let e = 0; e < en.keys.length; e++) start[e + 1]! += start[e]!;
  const next = start.slice();
  const table = {
    start,
    zh: new Int32Array(links.length),
    forward: new Float32Array(links.length),
    backward: new Float32Array(links.length),
  };
  for (let at = 0; at < links.length; at++) {
    const [e, z, forward] = [links.e[at]!, links.z[at]!, links.forward[at]!];
    const place = next[e]!++;
    table.zh[place] = z;
    table.forward[place] = forward;
    table.backward[place] = (forward * zh.count[z]!) / all[e]!;
  }
  return table;
}

/** Which types the table links. */
export function linksOf({ start, zh }: TranslationTable): Links {
  return { start, to: zh };
}

export function forEachLink(
  table: TranslationTable,
  visit: (e: number, z: number, link: number) => void,
): void {
  for (let e = 0; e + 1 < table.start.length; e++) {
    for (let k = table.start[e]!; k < table.start[e + 1]!; k++) visit(e, table.zh[k]!, k);
  }
}

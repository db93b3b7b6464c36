import { stemWord } from '../../document/segment/english-words.js';

/** A run of words that may be a term. */
export interface Phrase {
  /** What all its forms have in common. */
  readonly key: string;
  /** As it is written here. */
  readonly text: string;
  /** Stems of its words that carry a meaning. */
  readonly stems: readonly string[];
  /** The keys of what is left of it without its first or its last word, if that can be a phrase. */
  readonly parts: readonly string[];
}

/** A word as it is written, with what is to be known of it. */
interface Word {
  readonly text: string;
  readonly lower: string;
  readonly stem: string;
  readonly start: number;
  readonly end: number;
  readonly isFunction: boolean;
}

/** In words. */
const LONGEST = 8;

const WORD = /\p{Script=Latin}[\p{Script=Latin}\p{M}\p{N}]*(?:[’'-][\p{Script=Latin}\p{M}\p{N}]+)*[’']?/gu;

/** Words that no term begins or ends with: those of grammar, and those that only say which, how many or how much. */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a an the of to in on at by for with from as into onto upon than that which who whom whose this these those and or but if so nor
  yet be is are was were been being am have has had having do does did doing done will would shall should can could may might must it
  its itself there here such s t d ll ve re also up out about over under some any each every either neither both all no not only own
  same other others another more most less least much many few several one two three first second etc via per i me my mine we us our
  ours you your yours he him his she her hers they them their theirs what when where why how while because until unless although
  though since during before after above below between among through against within without toward towards off down again further
  then once very too just even still now however therefore thus hence well including include includes included according accordance
  respect whether otherwise together along across new`.split(/\s+/),
);

/** Words that may stand inside a term, and one that may behind them. */
const INNER: ReadonlySet<string> = new Set(['of', 'for']);
const ARTICLE = 'the';

/** What stands between two words of one term. */
const WITHIN = /^[ \u00A0-]$/;

/** The words of a text in order. */
function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map(({ 0: written, index }) => {
    const word = written.replace(/[’']$/, '');
    const lower = word
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .replace(/’/g, "'")
      .toLowerCase();
    return {
      text: word,
      lower,
      stem: lower.split('-').map(stemOf).join('-'),
      start: index,
      end: index + word.length,
      isFunction: FUNCTION_WORDS.has(lower),
    };
  });
}

function stemOf(lower: string): string {
  return stemWord(lower.replace(/'s$/, ''));
}

/** After these a word is a verb. */
const BEFORE_VERBS: ReadonlySet<string> = new Set(
  'to will shall should must may can could would not we they you i who'.split(' '),
);
/** Before these, a word that is none of grammar is hardly a noun. */
const BEHIND_VERBS: ReadonlySet<string> = new Set(
  'the a an it its their his her this these any such that'.split(' '),
);
/** Part of the occurrences of a stem, as a verb, from which on its words are taken for verbs. */
const VERB_FROM = 0.34;

/** Counts how often each stem is a verb, which a text shows by what stands before it and by its endings. */
export class Verbs {
  readonly #all = new Map<string, number>();
  readonly #verbs = new Map<string, number>();

  add(text: string): void {
    const words = wordsOf(text);
    words.forEach(({ stem, lower }, index) => {
      this.#all.set(stem, (this.#all.get(stem) ?? 0) + 1);
      const isVerb =
        BEFORE_VERBS.has(words[index - 1]?.lower ?? '') ||
        BEHIND_VERBS.has(words[index + 1]?.lower ?? '') ||
        /(?:[^e]ed|ize|ise)$/.test(lower);
      if (isVerb) this.#verbs.set(stem, (this.#verbs.get(stem) ?? 0) + 1);
    });
  }

  has(stem: string): boolean {
    return (this.#verbs.get(stem) ?? 0) >= VERB_FROM * (this.#all.get(stem) ?? 1);
  }
}

/** The runs of words of a text that may be terms, each once. */
export function englishPhrases(text: string, verbs: Verbs): Phrase[] {
  const words = wordsOf(text);
  const found = new Map<string, Phrase>();
  for (let first = 0; first < words.length; first++) {
    if (!mayBegin(words[first]!, verbs)) continue;
    const isParticiple = verbs.has(words[first]!.stem);
    for (let last = first; last < Math.min(words.length, first + LONGEST); last++) {
      const word = words[last]!;
      if (last > first) {
        if (!WITHIN.test(text.slice(words[last - 1]!.end, word.start))) break;
        if (word.isFunction && !INNER.has(word.lower) && !isArticle(word, words[last - 1]!)) break;
      }
      if (!mayEnd(word, last > first, verbs) || (isParticiple && last === first)) continue;
      const run = words.slice(first, last + 1);
      const key = keyOf(run);
      const written = text.slice(words[first]!.start, word.end).replace(/[\s\u00A0]+/g, ' ');
      const stems = run.flatMap(({ stem, isFunction }) => (isFunction ? [] : stem.split('-')));
      if (!found.has(key)) found.set(key, { key, text: written, stems, parts: partsOf(run) });
    }
  }
  return [...found.values()];
}

function keyOf(run: readonly Word[]): string {
  return run.map(({ stem, lower, isFunction }) => (isFunction ? lower : stem)).join(' ');
}

function partsOf(run: readonly Word[]): string[] {
  const contents = run.flatMap(({ isFunction }, index) => (isFunction ? [] : [index]));
  if (contents.length < 2) return [];
  return [keyOf(run.slice(contents[1])), keyOf(run.slice(0, contents.at(-2)! + 1))];
}

function mayBegin({ isFunction, lower, stem }: Word, verbs: Verbs): boolean {
  if (isFunction || lower.length < 2 || /ly$/.test(lower)) return false;
  // `armed forces`
  return !verbs.has(stem) || lower.endsWith('ed');
}

function isArticle({ lower }: Word, before: Word): boolean {
  return lower === ARTICLE && INNER.has(before.lower);
}

function mayEnd({ isFunction, lower, stem }: Word, isLonger: boolean, verbs: Verbs): boolean {
  if (isFunction || lower.length < 2 || /(?:ly|'s)$/.test(lower)) return false;
  return !(verbs.has(stem) && (!isLonger || /(?:ed|s)$/.test(lower)));
}

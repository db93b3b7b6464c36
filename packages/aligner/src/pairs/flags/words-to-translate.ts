import { FUNCTION_WORDS } from '../../document/segment/function-words.js';
import { chineseShare } from '../../document/writing/script.js';
import type { Segment } from '../../types.js';

/** Words in Latin letters that a Chinese text uses as they are, in lower case: names, commands, terms. */
export type WordsAsTheyAre = ReadonlySet<string>;

/** Of a text of which no document is known. */
export const noWords = (): WordsAsTheyAre => new Set();

/**
 * The words that sentences of a Chinese text leave in Latin letters; English that somebody forgot is no such sentence. They are looked
 * for when they are first asked for, and once: whoever judges many pairs of one document holds what this gives.
 */
export function wordsAsTheyAre(chinese: readonly Segment[]): () => WordsAsTheyAre {
  let found: WordsAsTheyAre | null = null;
  return () => {
    found ??= latinWords(chinese);
    return found;
  };
}

function latinWords(chinese: readonly Segment[]): WordsAsTheyAre {
  const words = new Set<string>();
  for (const { text } of chinese) {
    const latin = text.match(WORDS);
    if (latin === null || (chineseShare(text) ?? 0) < MOSTLY) continue;
    for (const word of latin) words.add(word.toLowerCase());
  }
  return words;
}

const WORDS = /[A-Za-z]+(?:-[A-Za-z]+)*/g;
/** Share of a sentence that is Chinese, in letters' worth, from which it has been translated. */
const MOSTLY = 0.5;

/**
 * Whether an English text that stands unchanged among the Chinese has a word that had to be translated. Numbers, addresses, code,
 * abbreviations and names like `LaTeX` are the same in both languages, and so is what the Chinese text uses as it is elsewhere:
 * `8.1.1. dpkg`, `apt-get update`. A sentence has to be translated whatever words it has, which those that carry grammar tell.
 */
export function hasWordToTranslate(english: string, asTheyAre: WordsAsTheyAre): boolean {
  const words = plainWords(english);
  const grammar = words.filter(isGrammar).length;
  const open = words.filter((word) => isOpen(word, asTheyAre));
  if (grammar > 1 || (grammar > 0 && isCapital(words[0]!))) return true;
  if (open.length === 0) return false;
  if (open.some(isCapital)) return true;
  // In lower case may be a term, or a command that is named here only: where the Chinese has such words, it is more likely one.
  return asTheyAre.size < TECHNICAL || open.length + grammar >= PHRASE;
}

/** So many words in Latin letters has the Chinese text of a handbook of programs, and not that of a letter or a law. */
const TECHNICAL = 20;
/** Words in lower case from which a text is a phrase and no command. */
const PHRASE = 3;

/** The words of a text that letters alone make, and that are written as other words are: neither `DHCP` nor `LaTeX` nor `a=b`. */
function plainWords(text: string): string[] {
  return text
    .split(/\s+/)
    .filter((token) => token.length <= LONGEST_WORD)
    .map((token) => token.replace(ENCLOSING, ''))
    .filter((token) => WORD.test(token) && !isName(token));
}

/** With what encloses it. Longer is no word, and would take long to be looked at. */
const LONGEST_WORD = 64;
/** A hyphen at the head makes an option of a word: `-us`. */
const ENCLOSING = /^[("'“‘[*•·—–]{1,8}|[)"'”’\],.;:!?…—–，。；：！？、）]{1,8}$/gu;
const WORD = /^\p{L}+(?:['’-]\p{L}+)*$/u;

/** Capitals within a word make a name of it; capitals throughout an abbreviation, unless it is a word that is written loud. */
function isName(word: string): boolean {
  return /\p{Lu}/u.test(word.slice(1)) && !isLoud(word);
}

function isLoud(word: string): boolean {
  return word.length > LONGEST_ABBREVIATION && word === word.toUpperCase();
}

const LONGEST_ABBREVIATION = 5;

function isOpen(word: string, asTheyAre: WordsAsTheyAre): boolean {
  return word.length > 1 && !isGrammar(word) && !asTheyAre.has(word.toLowerCase());
}

/** Whether a word carries grammar, the commonest forms of verbs among them: to know all irregular ones would take more room. */
function isGrammar(word: string): boolean {
  const written = word.toLowerCase();
  return FUNCTION_WORDS.has(written) || VERB_FORMS.has(written);
}

const VERB_FORMS: ReadonlySet<string> = new Set('is are was were has had does did done'.split(' '));

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

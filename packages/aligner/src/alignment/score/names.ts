import type { Lexicon } from './lexicon.js';

/** Chinese names that the English text writes in pinyin: `清扬` where it has `Qingyang`. */
export interface PinyinNames {
  /** The stem of the English name that a run of characters spells; undefined when it spells none. */
  nameOf(word: string): string | undefined;
  /**
   * The names that begin at a place of a text and end before `end`, by their lengths in UTF-16 units, as stems. The
   * next call overwrites them.
   */
  namesAt(text: string, start: number, end: number): readonly (string | undefined)[];
}

const NONE: readonly undefined[] = [];

/** Where no names are looked for. */
export const NO_NAMES: PinyinNames = { nameOf: () => undefined, namesAt: () => NONE };

/** Longest run of characters that is tried as a name, in UTF-16 units. */
const LONGEST_NAME = 4;
/** `zhuang` is the longest syllable. */
const LONGEST_SPELLING = 6 * LONGEST_NAME;

/** What a name begins with. */
interface Beginning {
  /** The stem of the name that it is; null where it is none yet. */
  stem: string | null;
  /** The letters that may come next, as `letterBit` has them: without a look at these, most strings would be in vain. */
  letters: number;
}

/** A bit for each letter from a to z; others share theirs with one. */
function letterBit(text: string, at: number): number {
  return 1 << (text.charCodeAt(at) & 31);
}

/** What the names begin with, by its letters; `''` is the beginning of all. */
function beginningsOf(capitalised: ReadonlyMap<string, string>): ReadonlyMap<string, Beginning> {
  const beginnings = new Map<string, Beginning>([['', { stem: null, letters: 0 }]]);
  for (const [form, stem] of capitalised) {
    if (form.length > LONGEST_SPELLING) continue;
    let spelt = beginnings.get('')!;
    for (let length = 0; length < form.length; length++) {
      spelt.letters |= letterBit(form, length);
      const longer = form.slice(0, length + 1);
      spelt = beginnings.get(longer) ?? { stem: null, letters: 0 };
      beginnings.set(longer, spelt);
    }
    spelt.stem = stem;
  }
  return beginnings;
}

/** The same answers, each of which is looked for once. */
function remembered<Answer>(answerTo: (character: number) => Answer): (character: number) => Answer {
  const answers = new Map<number, Answer>();
  return (character) => {
    let answer = answers.get(character);
    if (answer === undefined) {
      answer = answerTo(character);
      answers.set(character, answer);
    }
    return answer;
  };
}

/**
 * Answers which Chinese words sound like a name of the English side.
 *
 * @param capitalised words that the English side writes with a capital letter, lower case, with their stems
 */
export function findPinyinNames(capitalised: ReadonlyMap<string, string>, lexicon: Lexicon): PinyinNames {
  const beginnings = beginningsOf(capitalised);
  const first = beginnings.get('')!;
  const readingsOf = remembered((character) => lexicon.readings(String.fromCodePoint(character)));
  const beginsName = remembered((character) =>
    readingsOf(character).some((reading) => beginnings.has(reading)),
  );
  const names = new Array<string | undefined>(LONGEST_NAME + 1);
  const spell = (text: string, start: number, at: number, end: number, spelt: string, next: number): void => {
    const character = text.codePointAt(at)!;
    const after = at + (character > 0xffff ? 2 : 1);
    if (after > end) return;
    const all = readingsOf(character);
    for (let k = 0; k < all.length; k++) {
      if ((letterBit(all[k]!, 0) & next) === 0) continue;
      const longer = spelt + all[k]!;
      const beginning = beginnings.get(longer);
      if (beginning === undefined) continue;
      if (beginning.stem !== null) names[after - start] ??= beginning.stem;
      if (after < end) spell(text, start, after, end, longer, beginning.letters);
    }
  };
  const namesAt = (text: string, start: number, end: number): readonly (string | undefined)[] => {
    if (start === end || !beginsName(text.codePointAt(start)!)) return NONE;
    names.fill(undefined);
    spell(text, start, start, Math.min(end, start + LONGEST_NAME), '', first.letters);
    return names;
  };
  return {
    nameOf: (word) => (word.length > LONGEST_NAME ? undefined : namesAt(word, 0, word.length)[word.length]),
    namesAt,
  };
}

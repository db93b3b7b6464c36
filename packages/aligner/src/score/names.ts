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

/** Longest run of characters that is tried as a name, in UTF-16 units. */
export const LONGEST_NAME = 4;
/** `zhuang` is the longest syllable. */
const LONGEST_SPELLING = 6 * LONGEST_NAME;

/**
 * Answers which Chinese words sound like a name of the English side.
 *
 * @param capitalised words that the English side writes with a capital letter, lower case, with their stems
 */
export function findPinyinNames(capitalised: ReadonlyMap<string, string>, lexicon: Lexicon): PinyinNames {
  /** All that a name can begin with; null where that is no name by itself. */
  const spellings = new Map<string, string | null>();
  for (const [form, stem] of capitalised) {
    if (form.length > LONGEST_SPELLING) continue;
    for (let length = 1; length < form.length; length++) {
      const beginning = form.slice(0, length);
      if (!spellings.has(beginning)) spellings.set(beginning, null);
    }
    spellings.set(form, stem);
  }
  const readings = new Map<number, readonly string[]>();
  const readingsOf = (character: number): readonly string[] => {
    let found = readings.get(character);
    if (found === undefined) {
      found = lexicon.readings(String.fromCodePoint(character));
      readings.set(character, found);
    }
    return found;
  };
  const names = new Array<string | undefined>(LONGEST_NAME + 1);
  const spell = (text: string, start: number, at: number, end: number, spelt: string): void => {
    const character = text.codePointAt(at)!;
    const next = at + (character > 0xffff ? 2 : 1);
    if (next > end) return;
    for (const reading of readingsOf(character)) {
      const longer = spelt + reading;
      const stem = spellings.get(longer);
      if (stem === undefined) continue;
      if (stem !== null) names[next - start] ??= stem;
      if (next < end) spell(text, start, next, end, longer);
    }
  };
  const namesAt = (text: string, start: number, end: number): readonly (string | undefined)[] => {
    names.fill(undefined);
    if (start < end) spell(text, start, start, Math.min(end, start + LONGEST_NAME), '');
    return names;
  };
  return {
    nameOf: (word) => (word.length > LONGEST_NAME ? undefined : namesAt(word, 0, word.length)[word.length]),
    namesAt,
  };
}

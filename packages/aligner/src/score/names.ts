import { englishWords } from '../segment/english-words.js';
import type { Segment } from '../types.js';
import type { Lexicon } from './lexicon.js';

/** Chinese names that the English text writes in pinyin: `清扬` where it has `Qingyang`. */
export interface PinyinNames {
  /** The stem of the English name that a run of characters spells; undefined when it spells none. */
  nameOf(word: string): string | undefined;
}

/** Longest run of characters that is tried as a name. */
const LONGEST_NAME = 4;

/** Collects the capitalised words of the English side and answers which Chinese words sound like one of them. */
export function findPinyinNames(english: readonly Segment[], lexicon: Lexicon): PinyinNames {
  const names = new Map<string, string>();
  const beginnings = new Set<string>();
  for (const { text } of english) {
    for (const { form, stem, capital } of englishWords(text)) {
      if (!capital || names.has(form)) continue;
      names.set(form, stem);
      for (let length = 1; length <= Math.min(6, form.length); length++)
        beginnings.add(form.slice(0, length));
    }
  }
  const answers = new Map<string, string | undefined>();
  const spell = (characters: readonly string[], at: number, spelt: string): string | undefined => {
    if (at === characters.length) return names.get(spelt);
    for (const reading of lexicon.readings(characters[at]!)) {
      if (at === 0 && !beginnings.has(reading)) continue;
      const found = spell(characters, at + 1, spelt + reading);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return {
    nameOf(word) {
      if (word.length > LONGEST_NAME) return undefined;
      if (answers.has(word)) return answers.get(word);
      const answer = spell([...word], 0, '');
      answers.set(word, answer);
      return answer;
    },
  };
}

import { Fingerprints } from '../common/fingerprints.js';
import { mapInSteps, type Steps } from '../common/steps.js';
import type { Flag, Language, Pair } from '../types.js';
import { lettersAndDigits } from './flags/letters.js';
import { cleanSegment } from './text.js';
import { wordingOf } from './wording.js';

/**
 * What the pairs so far have in common: the same pair again is a `duplicate`, another translation a `conflict`. Texts are the
 * same where a translation memory takes them for the same; case, width, stops and clause markers keep them apart, or dropping
 * duplicates would lose text. Translations that differ in nothing else are no conflict, since nobody has to choose. Texts are
 * held as numbers only, so that the pairs may be millions.
 */
export class Repeats {
  readonly #english = new Texts();
  readonly #chinese = new Texts();
  readonly #pairs = new Fingerprints();

  /** Takes note of a pair. Text without a counterpart has no translation, and so not several. */
  add(englishText: string, chineseText: string): NotedPair {
    const [en, zh] = [cleanSegment(englishText), cleanSegment(chineseText)];
    const isWhole = en !== '' && zh !== '';
    const english = this.#english.add(en, isWhole ? zh : null);
    const chinese = this.#chinese.add(zh, isWhole ? en : null);
    const known = this.#pairs.size;
    const pair = this.#pairs.add(`${english} ${chinese}`);
    return { pair, english, chinese, isWhole, isDuplicate: pair < known };
  }

  /** The same of a pair of an alignment, as it is worded. */
  addPair(pair: Pair): NotedPair {
    const { en, zh } = wordingOf(pair);
    return this.add(en, zh);
  }

  /** Whether one of the two texts has another translation among all pairs noted so far. */
  isConflict({ english, chinese, isWhole }: NotedPair): boolean {
    return isWhole && (this.#english.isAmbiguous(english) || this.#chinese.isAmbiguous(chinese));
  }

  /** Whether its text in one language has another translation among all pairs noted so far. */
  isAmbiguous({ english, chinese }: NotedPair, language: Language): boolean {
    return language === 'en' ? this.#english.isAmbiguous(english) : this.#chinese.isAmbiguous(chinese);
  }

  /** The pair with the flags that follow from all pairs noted so far. */
  flagged(pair: Pair, noted: NotedPair): Pair {
    const flags: Flag[] = [...pair.flags];
    if (noted.isDuplicate) flags.push('duplicate');
    if (this.isConflict(noted)) flags.push('conflict');
    return flags.length === pair.flags.length ? pair : { ...pair, flags: flags.sort() };
  }
}

export interface NotedPair {
  /** Its number, the same for the same two texts, from 0 on in the order of their first coming. */
  readonly pair: number;
  /** Numbers of the two texts. */
  readonly english: number;
  readonly chinese: number;
  /** Neither of them is empty. */
  readonly isWhole: boolean;
  readonly isDuplicate: boolean;
}

/** Flags the repeats among all pairs of a document: a conflict on all pairs that it concerns. */
export function* withRepeatsFlagged(pairs: readonly Pair[]): Steps<Pair[]> {
  const repeats = new Repeats();
  const noted = yield* mapInSteps(pairs, (pair) => repeats.addPair(pair));
  return yield* mapInSteps(pairs, (pair, index) => repeats.flagged(pair, noted[index]!));
}

/** The texts of one side, numbered, and whether each has one translation or several. */
class Texts {
  readonly #texts = new Fingerprints();
  readonly #translations = new Fingerprints();
  /** For each text. */
  readonly #translation: number[] = [];

  /** @param translation null where it has none there */
  add(text: string, translation: string | null): number {
    const number = this.#texts.add(text);
    if (number === this.#translation.length) this.#translation.push(NONE);
    if (translation !== null) {
      const found = this.#translations.add(lettersAndDigits(translation));
      const known = this.#translation[number];
      this.#translation[number] = known === NONE || known === found ? found : SEVERAL;
    }
    return number;
  }

  isAmbiguous(text: number): boolean {
    return this.#translation[text] === SEVERAL;
  }
}

const NONE = -1;
const SEVERAL = -2;

import { cleanSegment } from './export/text.js';
import { Fingerprints } from './fingerprints.js';
import { lettersAndDigits } from './flags/letters.js';
import type { Flag, Pair } from './types.js';

/**
 * What the pairs so far have in common: the same pair again is a `duplicate`, another translation a `conflict`. Texts are the
 * same where a translation memory takes them for the same; case, width, stops and clause markers keep them apart, or dropping
 * duplicates would lose text. Translations that differ in nothing else are no conflict, since nobody has to choose.
 */
export class Repeats {
  readonly #english = new Texts();
  readonly #chinese = new Texts();
  readonly #pairs = new Fingerprints();

  /** Takes note of a pair. */
  add({ en, zh }: Pair): NotedPair {
    const english = this.#english.add(en.text, zh.text);
    const chinese = this.#chinese.add(zh.text, en.text);
    const known = this.#pairs.size;
    return { english, chinese, isDuplicate: this.#pairs.add(`${english} ${chinese}`) < known };
  }

  /** The pair with the flags that follow from all pairs noted so far. */
  flagged(pair: Pair, { english, chinese, isDuplicate }: NotedPair): Pair {
    const flags: Flag[] = [...pair.flags];
    if (isDuplicate) flags.push('duplicate');
    if (this.#english.isAmbiguous(english) || this.#chinese.isAmbiguous(chinese)) flags.push('conflict');
    return flags.length === pair.flags.length ? pair : { ...pair, flags: flags.sort() };
  }
}

interface NotedPair {
  /** Numbers of the two texts. */
  readonly english: number;
  readonly chinese: number;
  readonly isDuplicate: boolean;
}

/** Flags the repeats among all pairs of a document: a conflict on all pairs that it concerns. */
export function withRepeatsFlagged(pairs: readonly Pair[]): Pair[] {
  const repeats = new Repeats();
  const noted = pairs.map((pair) => repeats.add(pair));
  return pairs.map((pair, index) => repeats.flagged(pair, noted[index]!));
}

/** The texts of one side, numbered, and whether each has one translation or several. */
class Texts {
  readonly #texts = new Fingerprints();
  readonly #translations = new Fingerprints();
  /** For each text. */
  readonly #translation: number[] = [];

  add(text: string, translation: string): number {
    const number = this.#texts.add(cleanSegment(text));
    const found = this.#translations.add(lettersAndDigits(translation));
    const known = this.#translation[number] ?? found;
    this.#translation[number] = known === found ? found : SEVERAL;
    return number;
  }

  isAmbiguous(text: number): boolean {
    return this.#translation[text] === SEVERAL;
  }
}

const SEVERAL = -1;

import type { Flag, Pair } from './types.js';

/** What the pairs so far have in common: the same pair again is a `duplicate`, another translation a `conflict`. */
export class Repeats {
  readonly #english = new Texts();
  readonly #chinese = new Texts();
  readonly #pairs = new Set<string>();

  /** Takes note of a pair. */
  add({ en, zh }: Pair): NotedPair {
    const english = this.#english.add(en.text);
    const chinese = this.#chinese.add(zh.text);
    this.#english.translate(english, chinese);
    this.#chinese.translate(chinese, english);
    // Texts by their numbers: a set of pairs of texts would hold all text a second time.
    const key = `${english} ${chinese}`;
    const isDuplicate = this.#pairs.has(key);
    this.#pairs.add(key);
    return { english, chinese, isDuplicate };
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
  readonly #numbers = new Map<string, number>();
  readonly #translation: number[] = [];

  add(text: string): number {
    const number = this.#numbers.get(text) ?? this.#numbers.size;
    this.#numbers.set(text, number);
    return number;
  }

  translate(text: number, translation: number): void {
    const known = this.#translation[text];
    this.#translation[text] = known === undefined || known === translation ? translation : SEVERAL;
  }

  isAmbiguous(text: number): boolean {
    return this.#translation[text] === SEVERAL;
  }
}

const SEVERAL = -1;

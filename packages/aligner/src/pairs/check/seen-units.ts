import { Fingerprints } from '../../common/fingerprints.js';

/** A side of a unit as it is repaired. */
export interface Wording {
  readonly language: string;
  readonly content: string;
}

/** What of a unit was there before, with the lines. */
export interface Before {
  /** Line of the first unit that has the same texts. */
  readonly repeated: number | null;
  /** Line of the first unit that has the same source and another target. */
  readonly conflicting: number | null;
}

/** Remembers the units of a file by their fingerprints: so a memory of millions can be searched for repeats. */
export class SeenUnits {
  readonly #whole = new Fingerprints();
  readonly #pairs = new Fingerprints();
  readonly #sources = new Fingerprints();
  readonly #identifiers = new Fingerprints();
  /** The line of the first unit that has a pair, a source, or an identifier, by its number. */
  readonly #pairLines: number[] = [];
  readonly #sourceLines: number[] = [];
  readonly #identifierLines: number[] = [];
  /** The pair that a source was first seen in. */
  readonly #pairOfSource: number[] = [];

  /** Whether a unit with the same texts and properties was there before. */
  isExactRepeat(wordings: readonly Wording[], properties: readonly string[]): boolean {
    const before = this.#whole.size;
    const texts = wordings.flatMap(({ language, content }) => [language, content]);
    // No file has U+0000 in it. A hostile one has more properties than a function takes arguments.
    return this.#whole.add(texts.join('\0'), [...properties].sort().join('\0')) < before;
  }

  /** Takes down what a unit translates into what. */
  translation(source: Wording, targets: readonly Wording[], line: number): Before {
    let repeated: number | null = null;
    let conflicting: number | null = null;
    for (const target of targets) {
      const pair = this.#pairs.add(source.language, source.content, target.language, target.content);
      const from = this.#sources.add(source.language, source.content, target.language);
      if (this.#pairLines[pair] !== undefined) repeated ??= this.#pairLines[pair]!;
      else if (this.#pairOfSource[from] !== undefined) conflicting ??= this.#sourceLines[from]!;
      this.#pairLines[pair] ??= line;
      this.#sourceLines[from] ??= line;
      this.#pairOfSource[from] ??= pair;
    }
    return { repeated, conflicting };
  }

  /** The line of the first unit that has an identifier, if this is not it. */
  identifier(identifier: string, line: number): number | null {
    const number = this.#identifiers.add(identifier);
    const first = this.#identifierLines[number];
    this.#identifierLines[number] ??= line;
    return first ?? null;
  }
}

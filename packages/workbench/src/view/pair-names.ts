// Which files belong together, guessed from their names.

const TAGS =
  /(?:^|[\s._\-([（【])((?:en|eng|english|us|uk|gb|zh|zho|chi|chs|cht|cn|chinese|hans|hant|tw|hk|source|target|src|tgt|英文|英语|英語|英|中文|汉语|漢語|中|简体|簡體|繁体|繁體|原文|译文|譯文)(?:[-_](?:us|gb|uk|cn|tw|hk|hans|hant))?)(?=$|[\s._\-)\]）】])/giu;

/** What is left of a name when its ending and all that names a language is taken away. */
export function stemOf(name: string): string {
  const withoutEnding = name.replace(/\.[^.]{1,8}$/, '');
  let stem = withoutEnding;
  for (let before = ''; before !== stem; ) {
    before = stem;
    stem = stem.replace(TAGS, ' ');
  }
  return stem
    .replace(/[\s._\-()[\]（）【】]+/gu, ' ')
    .trim()
    .toLowerCase();
}

/** A guess: one file that holds both languages, or two that belong together, by their places in the list. */
export type Guess = readonly [first: number, second: number | null];

/** The guesses for a list of names, in the order of their first files. */
export function pairNames(names: readonly string[]): readonly Guess[] {
  if (names.length === 2) return [[0, 1]];
  const byStem = new Map<string, number[]>();
  for (const [at, name] of names.entries()) {
    const stem = stemOf(name);
    if (!byStem.get(stem)?.push(at)) byStem.set(stem, [at]);
  }
  const guesses: Guess[] = [];
  for (const places of byStem.values()) {
    if (places.length === 2) guesses.push([places[0]!, places[1]!]);
    else guesses.push(...places.map((at): Guess => [at, null]));
  }
  return guesses.sort(([a], [b]) => a - b);
}

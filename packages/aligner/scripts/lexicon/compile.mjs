const MOST_TRANSLATIONS = 40;
/** The numbers of stems are stored in 16 bits. */
const MOST_STEMS = 65_536;

/**
 * Packs the lexicon into the sections that src/alignment/score/lexicon-format.ts describes, as arrays of numbers.
 *
 * @param {object} lexicon
 * @param {string} lexicon.name
 * @param {Map<string, Map<string, number>>} lexicon.translations Chinese word → English stem → weight
 * @param {Map<string, [stem: string, strength: number][]>} lexicon.synonyms English stem → stems, strength 0–1
 * @param {Map<string, number>} lexicon.frequencies Chinese word → occurrences
 * @param {Map<string, Set<string>>} lexicon.readings character → pinyin without tones
 */
export function compileLexicon({ name, translations, synonyms, frequencies, readings }) {
  const words = [...new Set([...translations.keys(), ...frequencies.keys()])].sort(byCodeUnits);
  const stems = commonestStems(translations);
  const stemIds = new Map(stems.map((stem, id) => [stem, id]));
  const trie = levelOrder(words);

  const translationsOf = trie.words.map((word) =>
    heaviestTranslations(translations.get(word) ?? new Map(), stemIds),
  );
  const synonymsOf = stems.map((stem) => (synonyms.get(stem) ?? []).filter(([other]) => stemIds.has(other)));
  const characters = [...readings.keys()].sort((a, b) => a.codePointAt(0) - b.codePointAt(0));
  const readingsOf = characters.map((character) => [...readings.get(character)].sort(byCodeUnits).join(' '));
  return {
    sections: {
      name: codeUnits(name),
      units: trie.units,
      childStarts: trie.childStarts,
      // Frequencies span six decades: a logarithmic byte is exact enough to choose between segmentations.
      levels: trie.words.map((word) =>
        word === null ? 0 : Math.min(255, Math.round(16 * Math.log2(1 + (frequencies.get(word) ?? 1)))),
      ),
      translationStarts: starts(translationsOf),
      translations: translationsOf.flatMap((list) => list.map(([stem]) => stemIds.get(stem))),
      weights: translationsOf.flatMap((list) =>
        list.map(([, weight]) => Math.max(1, Math.round((255 * weight) / list[0][1]))),
      ),
      stemStarts: starts(stems),
      stems: codeUnits(stems.join('')),
      synonymStarts: starts(synonymsOf),
      synonyms: synonymsOf.flatMap((list) => list.map(([other]) => stemIds.get(other))),
      strengths: synonymsOf.flatMap((list) =>
        list.map(([, strength]) => Math.max(1, Math.round(255 * strength))),
      ),
      characters: characters.map((character) => character.codePointAt(0)),
      readingStarts: starts(readingsOf),
      readings: codeUnits(readingsOf.join('')),
    },
    summary: `${words.length} words in ${trie.units.length} nodes, ${stems.length} stems, ${characters.length} characters`,
  };
}

/** The trie of sorted words: by node its last code unit, its first child, and its word where it is one, else null. */
function levelOrder(words) {
  const units = [0];
  const childStarts = [];
  const wordOf = [];
  const nodes = [{ from: 0, to: words.length, depth: 0 }];
  // The words `from … to - 1` begin with the `depth` units of the node; the nodes found are visited in their turn.
  for (const { from, to, depth } of nodes) {
    const isWord = words[from].length === depth;
    wordOf.push(isWord ? words[from] : null);
    childStarts.push(nodes.length);
    for (let first = isWord ? from + 1 : from; first < to; ) {
      const unit = words[first].charCodeAt(depth);
      let end = first + 1;
      while (end < to && words[end].charCodeAt(depth) === unit) end++;
      units.push(unit);
      nodes.push({ from: first, to: end, depth: depth + 1 });
      first = end;
    }
  }
  return { units, childStarts: [...childStarts, nodes.length], words: wordOf };
}

/** Where the elements of each of these lists or texts begin when all stand in one row, and where the last ones end. */
function starts(lists) {
  let end = 0;
  return [0, ...lists.map(({ length }) => (end += length))];
}

function codeUnits(text) {
  return Array.from({ length: text.length }, (_, at) => text.charCodeAt(at));
}

/** The stems that translate the most words; of those that translate equally many, the surest translations. */
function commonestStems(translations) {
  const uses = new Map();
  for (const stems of translations.values()) {
    for (const [stem, weight] of stems) {
      const { count, heaviest } = uses.get(stem) ?? { count: 0, heaviest: 0 };
      uses.set(stem, { count: count + 1, heaviest: Math.max(heaviest, weight) });
    }
  }
  return [...uses]
    .sort(
      ([a, use], [b, other]) => other.count - use.count || other.heaviest - use.heaviest || byCodeUnits(a, b),
    )
    .slice(0, MOST_STEMS)
    .map(([stem]) => stem);
}

function heaviestTranslations(stems, stemIds) {
  return [...stems]
    .filter(([stem]) => stemIds.has(stem))
    .sort((a, b) => b[1] - a[1] || byCodeUnits(a[0], b[0]))
    .slice(0, MOST_TRANSLATIONS);
}

// The order must not depend on the machine's locale.
function byCodeUnits(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

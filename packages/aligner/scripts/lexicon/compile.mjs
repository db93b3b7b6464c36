const MOST_TRANSLATIONS = 40;
/** The numbers of stems are stored in 16 bits. */
const MOST_STEMS = 65_536;

/**
 * Packs the lexicon into the fields that src/score/compiled-lexicon.ts describes.
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

  const levels = new Uint8Array(words.length);
  const counts = new Uint8Array(words.length);
  const ids = [];
  const weights = [];
  words.forEach((word, index) => {
    // Frequencies span six decades: a logarithmic byte is exact enough to choose between segmentations.
    levels[index] = Math.min(255, Math.round(16 * Math.log2(1 + (frequencies.get(word) ?? 1))));
    const list = heaviestTranslations(translations.get(word) ?? new Map(), stemIds);
    counts[index] = list.length;
    for (const [stem, weight] of list) {
      ids.push(stemIds.get(stem));
      weights.push(Math.max(1, Math.round((255 * weight) / list[0][1])));
    }
  });

  const synonymCounts = new Uint8Array(stems.length);
  const synonymIds = [];
  const strengths = [];
  stems.forEach((stem, id) => {
    const list = (synonyms.get(stem) ?? []).filter(([other]) => stemIds.has(other));
    synonymCounts[id] = list.length;
    for (const [other, strength] of list) {
      synonymIds.push(stemIds.get(other));
      strengths.push(Math.round(255 * strength));
    }
  });

  return {
    fields: {
      name,
      words: words.join('\n'),
      stems: stems.join('\n'),
      readings: [...readings]
        .map(([character, list]) => `${character}${[...list].sort(byCodeUnits).join(' ')}`)
        .join('\n'),
      levels: base64(levels),
      counts: base64(counts),
      ids: base64(Uint16Array.from(ids)),
      weights: base64(Uint8Array.from(weights)),
      synonymCounts: base64(synonymCounts),
      synonymIds: base64(Uint16Array.from(synonymIds)),
      strengths: base64(Uint8Array.from(strengths)),
    },
    summary: `${words.length} words, ${ids.length} translations, ${stems.length} stems, ${strengths.length} synonyms`,
  };
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

function base64(array) {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64');
}

/** How steeply a common English word is preferred to a rare one: the power of its frequency. */
const PREFERENCE = 0.2;
/** The rank of English words that no list by frequency has. */
const RARE_RANK = 60_000;

/**
 * Merges two dictionaries, each word's translations weighing the same from either, and prefers common English words:
 * of two that a dictionary lists side by side the commoner is the likelier.
 *
 * @param {Map<string, Map<string, number>>[]} dictionaries Chinese word → English stem → weight
 * @param {Map<string, number>} ranks English stem → place in a list by frequency
 * @returns {Map<string, Map<string, number>>}
 */
export function mergeDictionaries(dictionaries, ranks) {
  const merged = new Map();
  for (const dictionary of dictionaries) {
    for (const [word, stems] of dictionary) {
      const all = [...stems.values()].reduce((sum, weight) => sum + weight, 0);
      const target = merged.get(word) ?? new Map();
      merged.set(word, target);
      for (const [stem, weight] of stems) {
        const preference = (1000 / (100 + (ranks.get(stem) ?? RARE_RANK))) ** PREFERENCE;
        target.set(stem, (target.get(stem) ?? 0) + (preference * weight) / all);
      }
    }
  }
  return merged;
}

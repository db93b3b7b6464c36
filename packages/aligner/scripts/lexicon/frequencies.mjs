import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/**
 * The Chinese words in segmentit's dictionaries and how often each occurs.
 *
 * @returns {Map<string, number>}
 */
export function readFrequencies() {
  const frequencies = new Map();
  for (const dictionary of require('segmentit').dicts) {
    for (const line of dictionary.replace(/^\ufeff/, '').split('\n')) {
      const [word, , count] = line.trim().split('|');
      if (/^\p{Script=Han}{1,12}$/u.test(word))
        frequencies.set(word, Math.max(frequencies.get(word) ?? 0, Number(count) || 1));
    }
  }
  return frequencies;
}

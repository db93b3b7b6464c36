import { enlarged } from '../../common/enlarged.js';
import type { TranslationLists } from './lexicon.js';
import { decode, type Sections } from './lexicon-format.js';
import { stemsAmong } from './stems-among.js';

/** What the strongest synonym of a translation weighs beside the translation itself. */
const SYNONYM = 0.15;

/**
 * The translations of the words of a compiled lexicon, with their synonyms, listed without an object for each.
 *
 * @param find the node of a word in the trie
 */
export function compiledLists(
  {
    translationStarts,
    translations,
    weights,
    synonymStarts,
    synonyms,
    strengths,
    stemStarts,
    stems,
  }: Sections,
  find: (word: string) => number,
): TranslationLists {
  const stemTexts = new Array<string | undefined>(stemStarts.length - 1);
  /** Where a stem stands in the list of translations that is being made, from 1; between two lists all are 0. */
  const places = new Uint16Array(stemTexts.length);

  /** The translations of the word that was listed last. */
  let ids = new Int32Array(256);
  let listedWeights = new Float64Array(256);

  const list = (word: string): number => {
    const node = find(word);
    const start = translationStarts[node]!;
    const end = translationStarts[node + 1]!;
    let count = 0;
    const add = (id: number, weight: number): void => {
      if (count === ids.length) {
        ids = enlarged(ids, 2 * count);
        listedWeights = enlarged(listedWeights, 2 * count);
      }
      ids[count] = id;
      listedWeights[count++] = weight;
      places[id] = count;
    };
    for (let t = start; t < end; t++) add(translations[t]!, weights[t]! / 255);
    for (let t = start; t < end; t++) {
      const id = translations[t]!;
      for (let k = synonymStarts[id]!; k < synonymStarts[id + 1]!; k++) {
        const synonym = synonyms[k]!;
        const weight = (SYNONYM * (weights[t]! / 255) * strengths[k]!) / 255;
        const known = places[synonym]!;
        if (known === 0) add(synonym, weight);
        else if (weight > listedWeights[known - 1]!) listedWeights[known - 1] = weight;
      }
    }
    for (let index = 0; index < count; index++) places[ids[index]!] = 0;
    return count;
  };

  return {
    isKnown(word) {
      const node = find(word);
      return translationStarts[node]! < translationStarts[node + 1]!;
    },
    list,
    stem(index) {
      const id = ids[index]!;
      stemTexts[id] ??= decode(stems, stemStarts[id]!, stemStarts[id + 1]!);
      return stemTexts[id];
    },
    among: (texts) => {
      const placeOf = stemsAmong(texts, stemStarts, stems);
      return (index) => placeOf(ids[index]!);
    },
    weight: (index) => listedWeights[index]!,
  };
}

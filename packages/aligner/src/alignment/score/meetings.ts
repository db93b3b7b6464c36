import { enlarged } from '../../common/enlarged.js';
import { countInSteps, type Steps } from '../../common/steps.js';
import type { BeadWords } from './bead-words.js';
import type { Links } from './links.js';
import { occurrencesOf } from './occurrences.js';

/**
 * Every two words of a bead that are linked. Arrays by meeting: the number of each word among the beads' words of its
 * side, and their link.
 */
export interface Meetings {
  readonly en: Int32Array;
  readonly zh: Int32Array;
  readonly link: Int32Array;
}

/**
 * Finds them English type by English type, so that looking a link up is reading from an array over the Chinese types.
 * Time grows with the number of word pairs in beads.
 *
 * @param links from English to Chinese types
 */
export function* findMeetings({ en, zh }: BeadWords, links: Links): Steps<Meetings> {
  const { start, segment: beadOf, place } = occurrencesOf(en);
  /** The link of the type at hand with each Chinese type. */
  const linkWith = new Int32Array(zh.keys.length).fill(-1);
  let capacity = 1 << 16;
  let enWord: Int32Array = new Int32Array(capacity);
  let zhWord: Int32Array = new Int32Array(capacity);
  let linkMet: Int32Array = new Int32Array(capacity);
  let size = 0;
  yield* countInSteps(en.keys.length, 64, (e) => {
    const endOfLinks = links.start[e + 1]!;
    for (let link = links.start[e]!; link < endOfLinks; link++) linkWith[links.to[link]!] = link;
    for (let at = start[e]!; at < start[e + 1]!; at++) {
      const bead = beadOf[at]!;
      const endOfBead = zh.start[bead + 1]!;
      if (size + endOfBead - zh.start[bead]! > capacity) {
        capacity *= 2;
        enWord = enlarged(enWord, capacity);
        zhWord = enlarged(zhWord, capacity);
        linkMet = enlarged(linkMet, capacity);
      }
      for (let word = zh.start[bead]!; word < endOfBead; word++) {
        const link = linkWith[zh.type[word]!]!;
        if (link < 0) continue;
        enWord[size] = en.start[bead]! + place[at]!;
        zhWord[size] = word;
        linkMet[size++] = link;
      }
    }
    for (let link = links.start[e]!; link < endOfLinks; link++) linkWith[links.to[link]!] = -1;
  });
  return { en: enWord.subarray(0, size), zh: zhWord.subarray(0, size), link: linkMet.subarray(0, size) };
}

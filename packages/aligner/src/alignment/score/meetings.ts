import { countInSteps, type Steps } from '../../common/steps.js';
import type { BeadWords } from './bead-words.js';
import type { Links } from './links.js';
import { occurrencesOf } from './occurrences.js';

/**
 * Every two words of a bead that are linked, some thousands together: in arrays that grow, a long text would have all of them
 * several times in memory.
 */
export type Meetings = readonly SomeMeetings[];

/** Arrays by meeting: the number of each word among the beads' words of its side, and their link. */
export interface SomeMeetings {
  readonly en: Int32Array;
  readonly zh: Int32Array;
  readonly link: Int32Array;
}

/** Meetings in one list. */
const TOGETHER = 1 << 16;

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
  const meetings: SomeMeetings[] = [];
  let last = roomFor(TOGETHER);
  let size = 0;
  const endList = (): void => {
    meetings.push({
      en: last.en.subarray(0, size),
      zh: last.zh.subarray(0, size),
      link: last.link.subarray(0, size),
    });
  };
  yield* countInSteps(en.keys.length, 64, (e) => {
    const endOfLinks = links.start[e + 1]!;
    for (let link = links.start[e]!; link < endOfLinks; link++) linkWith[links.to[link]!] = link;
    for (let at = start[e]!; at < start[e + 1]!; at++) {
      const bead = beadOf[at]!;
      const endOfBead = zh.start[bead + 1]!;
      const most = endOfBead - zh.start[bead]!;
      if (size + most > last.link.length) {
        endList();
        last = roomFor(Math.max(TOGETHER, most));
        size = 0;
      }
      for (let word = zh.start[bead]!; word < endOfBead; word++) {
        const link = linkWith[zh.type[word]!]!;
        if (link < 0) continue;
        last.en[size] = en.start[bead]! + place[at]!;
        last.zh[size] = word;
        last.link[size++] = link;
      }
    }
    for (let link = links.start[e]!; link < endOfLinks; link++) linkWith[links.to[link]!] = -1;
  });
  endList();
  return meetings;
}

function roomFor(meetings: number): SomeMeetings {
  return { en: new Int32Array(meetings), zh: new Int32Array(meetings), link: new Int32Array(meetings) };
}

import { countInSteps, type Steps } from '../../common/steps.js';
import type { BeadWords } from './bead-words.js';
import type { Links } from './links.js';
import { type Occurrences, occurrencesOf } from './occurrences.js';

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
  const finder = new MeetingFinder(en, zh, links);
  yield* countInSteps(en.keys.length, 64, (e) => finder.add(e));
  return finder.meetings();
}

class MeetingFinder {
  readonly #en: BeadWords['en'];
  readonly #zh: BeadWords['zh'];
  readonly #links: Links;
  readonly #occurrences: Occurrences;
  /** The link of the type at hand with each Chinese type. */
  readonly #linkWith: Int32Array;
  readonly #meetings: SomeMeetings[] = [];
  #last = roomFor(TOGETHER);
  #size = 0;

  constructor(en: BeadWords['en'], zh: BeadWords['zh'], links: Links) {
    this.#en = en;
    this.#zh = zh;
    this.#links = links;
    this.#occurrences = occurrencesOf(en);
    this.#linkWith = new Int32Array(zh.keys.length).fill(-1);
  }

  /** Adds the meetings of English type e. */
  add(e: number): void {
    const en = this.#en;
    const zh = this.#zh;
    const links = this.#links;
    const linkWith = this.#linkWith;
    const { start, segment: beadOf, place } = this.#occurrences;
    const endOfLinks = links.start[e + 1]!;
    for (let link = links.start[e]!; link < endOfLinks; link++) linkWith[links.to[link]!] = link;
    for (let at = start[e]!; at < start[e + 1]!; at++) {
      const bead = beadOf[at]!;
      const endOfBead = zh.start[bead + 1]!;
      const most = endOfBead - zh.start[bead]!;
      if (this.#size + most > this.#last.link.length) {
        this.#endList();
        this.#last = roomFor(Math.max(TOGETHER, most));
        this.#size = 0;
      }
      const last = this.#last;
      let size = this.#size;
      for (let word = zh.start[bead]!; word < endOfBead; word++) {
        const link = linkWith[zh.type[word]!]!;
        if (link < 0) continue;
        last.en[size] = en.start[bead]! + place[at]!;
        last.zh[size] = word;
        last.link[size++] = link;
      }
      this.#size = size;
    }
    for (let link = links.start[e]!; link < endOfLinks; link++) linkWith[links.to[link]!] = -1;
  }

  meetings(): Meetings {
    this.#endList();
    return this.#meetings;
  }

  #endList(): void {
    const { en, zh, link } = this.#last;
    const size = this.#size;
    this.#meetings.push({ en: en.subarray(0, size), zh: zh.subarray(0, size), link: link.subarray(0, size) });
  }
}

function roomFor(meetings: number): SomeMeetings {
  return { en: new Int32Array(meetings), zh: new Int32Array(meetings), link: new Int32Array(meetings) };
}

import type { Collection } from './collection.js';
import type { Link } from './document-links.js';
import { rareIndex } from './rare-index.js';

/** Of the documents that have one of two types, so many at least have both, when they are translations of each other. */
const LEAST_SHARE = 0.4;
/** Documents in which they meet: what meets in one only may be anything in it. */
const LEAST_MEETINGS = 2;

/**
 * What pairs of documents teach: an English and a Chinese type, both rare, that are nearly always in documents that belong
 * together are links, such as names that no lexicon has.
 */
export function learntLinks(
  en: Collection,
  zh: Collection,
  pairs: readonly { readonly en: number; readonly zh: number }[],
): Link[] {
  const partner = new Int32Array(zh.start.length - 1).fill(-1);
  for (const pair of pairs) partner[pair.zh] = pair.en;
  const [enIndex, zhIndex] = [rareIndex(en), rareIndex(zh)];
  const meetings = new Int32Array(en.keys.length);
  const links: Link[] = [];
  for (let z = 0; z < zh.keys.length; z++) {
    const met: number[] = [];
    for (let at = zhIndex.start[z]!; at < zhIndex.start[z + 1]!; at++) {
      const d = partner[zhIndex.document[at]!]!;
      if (d < 0) continue;
      for (let k = en.start[d]!; k < en.start[d + 1]!; k++) {
        const e = en.types[k]!;
        if (enIndex.start[e] === enIndex.start[e + 1]) continue;
        if (meetings[e]!++ === 0) met.push(e);
      }
    }
    for (const e of met) {
      const both = meetings[e]!;
      meetings[e] = 0;
      if (both < LEAST_MEETINGS) continue;
      // As if each had been once more without the other.
      const share = both / (Math.max(en.documents[e]!, zh.documents[z]!) + 1);
      if (share >= LEAST_SHARE) links.push({ from: z, to: e, strength: share });
    }
  }
  return links;
}

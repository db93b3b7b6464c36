// Documents in number, for the benches and tests of what works on many.
import { randomNumbers } from '../helpers/random-numbers.mjs';
import { bilingualText } from './text.mjs';

/**
 * So many documents of `least` to `most` English sentences, short ones more often than long ones, each the beads of
 * `bilingualText`. Of equal arguments the documents are equal, and those of a smaller count are the first of a larger one.
 */
export function* makeDocuments({ count, seed, vocabulary, least = 20, most = 300 }) {
  const random = randomNumbers(seed);
  for (let n = 0; n < count; n++) {
    const english = Math.round(least * (most / least) ** random());
    const own = { english, chinese: Math.round(1.2 * english), seed: seed + 1 + n, vocabulary };
    yield { id: `document-${String(n).padStart(6, '0')}`, beads: [...bilingualText(own)] };
  }
}

/** One side of a document as a text, a sentence a paragraph. */
export function sideOf({ beads }, side) {
  return `${beads.flatMap((bead) => bead[side]).join('\n\n')}\n`;
}

/** Another version of a document: about so many of its beads are left out, at least one that has both sides. */
export function versionOf({ id, beads }, share, random) {
  const left = beads.findIndex(({ en, zh }) => en.length > 0 && zh.length > 0);
  return { id: `${id}-version`, beads: beads.filter((_, index) => random() >= share && index !== left) };
}

/**
 * Two collections to be paired: of so many documents, a share has only one of its sides, and a share comes in two versions.
 * `gold` has the position of the Chinese side for each English one that has one; the Chinese sides are in an order of their own.
 */
export function makeCollections({ count, seed, vocabulary, alone = 0.2, versions = 0.1, least, most }) {
  const random = randomNumbers(seed + 7);
  const english = [];
  const chinese = [];
  for (const document of makeDocuments({ count, seed, vocabulary, least, most })) {
    const all = random() < versions ? [document, versionOf(document, 0.15, random)] : [document];
    for (const each of all) {
      const without = all.length > 1 ? 1 : random() / alone;
      if (without >= 0.5) english.push({ id: each.id, text: sideOf(each, 'en') });
      if (without < 0.5 || without >= 1)
        chinese.push({ id: each.id, text: sideOf(each, 'zh'), order: random() });
    }
  }
  chinese.sort((a, b) => a.order - b.order);
  const position = new Map(chinese.map(({ id }, index) => [id, index]));
  const gold = new Map(
    english.flatMap(({ id }, index) => (position.has(id) ? [[index, position.get(id)]] : [])),
  );
  return { english, chinese, gold };
}

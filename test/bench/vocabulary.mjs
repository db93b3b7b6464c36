// The words that texts for the bench are made of, out of a lexicon: some that it links and some that it does not.
import { readSections } from '../../packages/aligner/dist/alignment/score/lexicon-format.js';

/** Of the commonest words one in four is left unlinked, of the others every second: a lexicon lacks rare words more. */
const COMMON_WORDS = 1000;
const unlinkedOneIn = (rank) => (rank < COMMON_WORDS ? 4 : 2);

const FAMILY_NAMES = ['Lin林', 'Chen陈', 'Zhou周', 'Wu吴', 'Zheng郑', 'Sun孙', 'Huang黄', 'Guo郭', 'Liang梁'];
const GIVEN_NAMES = [
  'Jian建',
  'Wei伟',
  'Ming明',
  'Fang芳',
  'Hong红',
  'Li丽',
  'Qiang强',
  'Yun云',
  'Hua华',
  'Xue雪',
];

/**
 * Pairs of an English and a Chinese word, the commonest first, and names of persons. How common a word is, is judged
 * by how many Chinese words it is the main translation of; it is paired with that of them which has the most other
 * meanings, so that as many words meet by chance as in real text, where common words have many. Pairs that the lexicon
 * does not link are the same ones wherever they occur, as with the words that a lexicon lacks.
 *
 * @param bytes the compiled lexicon, and `lexicon` the same opened
 * @param stemWord the stem of an English word: only words that are their own stem are taken
 */
export function makeVocabulary(bytes, lexicon, stemWord) {
  const entries = new Map();
  for (const zh of wordsOf(readSections(bytes)).sort()) {
    if (!/^\p{Script=Han}{1,3}$/u.test(zh)) continue;
    const { stem, breadth } = mainTranslation(lexicon.translations(zh));
    const entry = entries.get(stem);
    if (entry) {
      entry.translates++;
      if (breadth > entry.breadth) Object.assign(entry, { zh, breadth });
    } else if (/^[a-z]{3,}$/.test(stem) && stemWord(stem) === stem) {
      entries.set(stem, { en: stem, zh, breadth, translates: 1 });
    }
  }
  const words = [...entries.values()].sort((a, b) => b.translates - a.translates || (a.en < b.en ? -1 : 1));
  return { words: words.map(unlinkSome), names: [...names()] };
}

/** The words of a compiled lexicon: its trie is in the order of its levels, so a node's parent comes before it. */
function wordsOf({ units, childStarts, levels }) {
  const words = [''];
  for (let node = 0; node < units.length; node++)
    for (let child = childStarts[node]; child < childStarts[node + 1]; child++)
      words[child] = words[node] + String.fromCharCode(units[child]);
  return words.filter((_, node) => levels[node] > 0);
}

/** The best translation of a word, and the weight of all of them beside its own. */
function mainTranslation(translations) {
  let main = { stem: '', weight: 0 };
  let all = 0;
  for (const translation of translations) {
    all += translation.weight;
    if (translation.weight > main.weight) main = translation;
  }
  return { stem: main.stem, breadth: all / main.weight };
}

/** A word to be left unlinked gets the Chinese of the next such word. */
function unlinkSome({ en, zh }, rank, words) {
  const oneIn = unlinkedOneIn(rank);
  if (rank % oneIn !== 0) return { en, zh };
  return { en, zh: (words[rank + oneIn] ?? words[0]).zh };
}

function* names() {
  for (const family of FAMILY_NAMES.map(bothForms)) {
    for (const first of GIVEN_NAMES.map(bothForms)) {
      for (const second of GIVEN_NAMES.map(bothForms)) {
        const given = `${first.en}${second.en.toLowerCase()}`;
        yield { en: `${family.en} ${given}`, zh: family.zh + first.zh + second.zh };
      }
    }
  }
}

const bothForms = (name) => ({ en: name.slice(0, -1), zh: name.slice(-1) });

import { englishWords } from '../../dist/document/segment/english-words.js';
import { packageText } from './packages.mjs';

const HAN_WORD = /^\p{Script=Han}{1,8}$/u;
/** What a translation that is marked as a technical term's weighs beside a plain one. */
const MARKED = 0.4;
/** Chinese words that no other list has are taken from entries that are commoner than this, and from names. */
const COMMON_RANK = 30_000;

/**
 * ECDICT, an English–Chinese dictionary, turned round: Chinese word → English stem → weight. Only entries of one
 * word that some list by frequency has are used, and names: the others are mostly technical terms, and the words of
 * phrases are known one by one.
 *
 * @param {(word: string) => boolean} isWord whether another list has a Chinese word
 * @param {(word: string) => boolean} isTranslated whether another dictionary translates it
 * @returns {{translations: Map<string, Map<string, number>>, ranks: Map<string, number>}} `ranks`: English stem →
 *   place in a list by frequency, 1 the commonest
 */
export function readEcdict(isWord, isTranslated) {
  const translations = new Map();
  const ranks = new Map();
  for (const [entry, , , translation, , , , , bnc, contemporary, forms] of csvRows(
    packageText('ecdict', 'assets/ecdict.csv'),
  )) {
    const [word, ...others] = englishWords(entry);
    // An inflected form (`0:` gives the word it is a form of) has its word's translations and no more.
    if (!translation || !word || others.length > 0 || /(^|\/)0:/.test(forms)) continue;
    const { stem, capital } = word;
    const rank = Math.min(Number(bnc) || Infinity, Number(contemporary) || Infinity);
    if (rank < (ranks.get(stem) ?? Infinity)) ranks.set(stem, rank);
    translation.split('\\n').forEach((line, sense) => {
      // What was gathered from web pages has no known author.
      if (line.startsWith('[网络]')) return;
      const mark = /^\s*\[[^\]]*\]/.test(line);
      const isName = !mark && (capital || /人名|姓氏|男子名|女子名|地名/.test(line));
      if (rank === Infinity && !isName) return;
      chineseGlosses(line).forEach((gloss, place) => {
        const chinese = isTranslated(gloss) ? gloss : withoutParticle(gloss);
        if (!HAN_WORD.test(chinese)) return;
        const isNew = !isWord(chinese);
        if (
          isNew &&
          (chinese.length < 2 || !(isName || (!mark && rank < COMMON_RANK && chinese.length <= 4)))
        )
          return;
        const weight = (mark ? MARKED : 1) / (Math.sqrt(1 + sense) * Math.sqrt(1 + place));
        const stems = translations.get(chinese) ?? new Map();
        translations.set(chinese, stems);
        stems.set(stem, Math.max(stems.get(stem) ?? 0, weight));
      });
    });
  }
  return { translations, ranks };
}

/** The translations in one line such as `n. 协议, 协定, (正式的)合同`. */
function chineseGlosses(line) {
  return line
    .replace(/^\s*\[[^\]]*\]\s*/, '')
    .replace(/^\s*[a-z]+\.\s*(&\s*[a-z]+\.\s*)?/, '')
    .replace(/\([^()]*\)|（[^（）]*）|\[[^\]]*\]|<[^<>]*>|【[^】]*】|\([^)]*$/g, ' ')
    .split(/[,，;；、/。:：]/)
    .map((gloss) => gloss.replace(/\s+|…+|\.{2,}|·/g, ''));
}

/** An adjective is translated with the particle 的, which stands by itself in a text. */
function withoutParticle(word) {
  return word.length > 2 ? word.replace(/[的地]$/, '') : word;
}

/** The rows of comma-separated values (RFC 4180). */
function* csvRows(text) {
  let row = [];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    yield row;
    row = [];
  }
}

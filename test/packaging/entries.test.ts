import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

// What is public: whatever is added, moved or taken away is so on purpose.

const ENTRIES: Readonly<Record<string, readonly string[]>> = {
  duiqi: [
    'DuiqiError',
    'INPUT_FORMATS',
    'align',
    'alignExplained',
    'alignStream',
    'defineScorer',
    'defineSegmenter',
    'defineSimilarity',
    'explain',
    'proposeCut',
    'readPdf',
    'readSrx',
    'realign',
    'realignAct',
    'segment',
    'segmentIndex',
    'version',
  ],
  'duiqi/pairs': [
    'DOUBTFUL_BELOW',
    'FLAGS',
    'compare',
    'compareTexts',
    'doubts',
    'doubtsAbout',
    'isDoubtful',
    'isNumbersAlone',
    'leaveOutReason',
    'mended',
    'merge',
    'readPairs',
    'records',
    'toBeads',
    'toCsv',
    'toJsonl',
    'toMoses',
    'toSrt',
    'toTmx',
    'toTsv',
    'toXliff',
    'toXlsx',
  ],
  'duiqi/check': ['check', 'evaluate', 'parseBeads', 'repaired'],
  'duiqi/words': [
    'builtInLexicon',
    'defineLexicon',
    'lexiconBytes',
    'openLexicon',
    'parseGlossary',
    'parseLexicon',
    'proposeTerms',
    'readGlossary',
    'toLexicon',
    'train',
    'withGlossary',
    'withLearnt',
    'writeTerms',
  ],
  'duiqi/documents': ['chineseWordsFinder', 'englishWords', 'namesOf', 'pairDocuments'],
  'duiqi/node': ['alignFiles', 'readPdfInThread'],
  'duiqi/review': [
    'History',
    'alignmentOfPairs',
    'applyAct',
    'packedProject',
    'projectElement',
    'readProject',
    'readyReview',
    'recut',
    'replay',
    'reviewedAlignment',
    'reviewedPairs',
    'startReview',
    'writeProject',
  ],
};

test.each(Object.entries(ENTRIES))('%s exports these', async (entry, names) => {
  expect(Object.keys(await import(entry)).sort()).toEqual(names);
});

test('there are no other entries', () => {
  const manifest = readFileSync(new URL('../../packages/aligner/package.json', import.meta.url), 'utf8');
  const entries = Object.entries<string | { readonly default: string }>(JSON.parse(manifest).exports)
    .filter(([, target]) => typeof target !== 'string')
    .map(([name]) => name.replace(/^\./, 'duiqi'));
  expect(entries.sort()).toEqual(Object.keys(ENTRIES).sort());
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lexiconBytes, openLexicon } from 'duiqi/words';
import { afterAll, expect, test } from 'vitest';
import { stemWord } from '../../packages/aligner/src/document/segment/english-words.js';
import { writeBeads } from './files.mjs';
import { measure } from './measure.mjs';
import { makeVocabulary } from './vocabulary.mjs';
import { textOf, works } from './works.mjs';

// No seconds are held here, for machines differ: but on each of them the command, a whole process, may take at most so many times
// the processor time of the yardstick, in that same process. The least of a few runs is what other work on the machine spoils least.
const RUNS = 2;
/** Twice what was measured on 29 November 2026, 256 and 66 at least: more than chance, less than what a mistake in a loop costs. */
const CEILINGS = { report: 500, chapter: 140 };

const folder = mkdtempSync(path.join(tmpdir(), 'duiqi-ceiling-'));
afterAll(() => rmSync(folder, { recursive: true }));

test.each(Object.entries(CEILINGS))('%s takes at most %s times the yardstick', async (name, ceiling) => {
  const bytes = await lexiconBytes();
  const vocabulary = makeVocabulary(bytes, openLexicon(bytes), stemWord);
  const work = works.find((each) => each.name === name)!;
  const { sentences: _, gold: __, ...text } = writeBeads(folder, textOf(work, vocabulary));
  const args = ['align', '--segments', 'lines', 'en.txt', 'zh.txt', '-o', 'out.beads', '--preview', '0'];
  const measured = measure({ directory: folder, ...text, args }, { runs: RUNS, timeout: 600 });
  expect(measured.failed ?? measured.timedOut).toBeUndefined();
  expect(measured.processorRatio!.least).toBeLessThan(ceiling);
});

// What a review of so many pairs costs the window: `node test/bench/window.mjs [PAIRS]` (default 50,000), after `npm run build`. It makes
// the page of `duiqi review`, opens it from the disk in Debian's Chromium, and prints for each thing that a person does the time of the
// page's thread in milliseconds: until its picture is there, which is what she waits for, and with all that follows from it (the map, the
// outline, what glows); and the memory at the end.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { stemWord } from '../../packages/aligner/dist/document/segment/english-words.js';
import { alignmentOfPairs, projectElement, writeProject } from '../../packages/aligner/dist/review.js';
import { lexiconBytes, openLexicon } from '../../packages/aligner/dist/words.js';
import { bilingualText } from './text.mjs';
import { makeVocabulary } from './vocabulary.mjs';

const count = Number(process.argv[2] ?? 50_000);
const folder = mkdtempSync(path.join(tmpdir(), 'duiqi-window-'));
const file = path.join(folder, 'review.html');
const alignment = await makeAlignment();
const packed = gzipSync(writeProject({ title: 'bench', alignment, acts: [], position: 0 })).toString(
  'base64',
);
const page = readFileSync(new URL('../../packages/workbench/dist/review.html', import.meta.url), 'utf8');
writeFileSync(
  file,
  page.replace('<!--duiqi-project-->', () => projectElement(packed)),
);

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
try {
  const tab = await browser.newPage();
  const session = await tab.context().newCDPSession(tab);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const metrics = async () =>
    Object.fromEntries(
      (await session.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]),
    );
  // In the first frame the rows are drawn, and in the second one those stand that were measured in the first.
  const pictured = () =>
    session.send('Runtime.evaluate', {
      expression: 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))',
      awaitPromise: true,
    });
  const measure = async (name, work, settle = null) => {
    const before = await metrics();
    await work();
    const spent = (now, metric) => Math.round(1000 * (now[metric] - before[metric]));
    let first = '';
    if (settle !== null) {
      await pictured();
      first = `${spent(await metrics(), 'TaskDuration')} ms until its picture, in all `;
      await settle();
    }
    const after = await metrics();
    const scripts = spent(after, 'ScriptDuration');
    console.log(
      `${name.padEnd(24)} ${first}${spent(after, 'TaskDuration')} ms, ${scripts} ms of them in scripts`,
    );
  };
  console.log(`${alignment.pairs.length} pairs, ${(packed.length / 1e6).toFixed(1)} MB in the page`);
  await measure('open, first rows', async () => {
    await tab.goto(pathToFileURL(file).href, { waitUntil: 'commit' });
    await tab.locator('[data-index]').first().waitFor({ timeout: 120_000 });
  });
  await measure('what follows in slices', () => tab.waitForTimeout(4000));
  // Chromium would do that in the midst of what is measured next, whatever that is.
  await measure('what reading has left', () => session.send('HeapProfiler.collectGarbage'));
  await tab.locator('[data-side=en]').first().click();
  // The map, the outline and the glow follow within 1.2 s.
  const act = (name, work) => measure(name, work, () => tab.waitForTimeout(1500));
  const press = (name, key) => act(name, () => tab.keyboard.press(key));
  for (const [name, key] of keys()) await press(name, key);
  const filter = tab.locator('.bar select');
  await act('filter', () => filter.selectOption('doubtful'));
  await act('no filter', () => filter.selectOption('all'));
  await tab.locator('#search').focus();
  await press('search, a letter', 'w');
  await press('search, a second one', 'a');
  await act('no search', () => tab.locator('#search').fill(''));
  await act('scroll', () => tab.locator('.scroller').evaluate((list) => list.scrollTo(0, 1e6)));
  await act('jump in the map', () => tab.locator('canvas').click({ position: { x: 120, y: 120 } }));
  await session.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize } = await metrics();
  console.log(`memory: ${Math.round(JSHeapUsedSize / 1e6)} MB`);
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}

function keys() {
  return [
    ['down', 'ArrowDown'],
    ['merge', 'm'],
    ['merge again', 'm'],
    ['undo', 'Control+z'],
    ['redo', 'Control+Shift+Z'],
    ['sentence down', 'Alt+ArrowDown'],
    ['part', 'x'],
    ['next doubtful', 'n'],
    ['confirm, next doubtful', 'Enter'],
    ['delete', 'Delete'],
    ['last row', 'Control+End'],
    ['first row', 'Control+Home'],
    ['scroll to the end', 'End'],
    ['scroll to the start', 'Home'],
  ];
}

/** Pairs as the aligner would find them, in clauses; a few of them with another number. */
async function makeAlignment() {
  const bytes = await lexiconBytes();
  const vocabulary = makeVocabulary(bytes, openLexicon(bytes), stemWord);
  const beads = bilingualText({
    english: Math.ceil(1.1 * count),
    chinese: Math.ceil(1.4 * count),
    seed: 1,
    vocabulary,
  });
  const made = [];
  for (const { en, zh } of beads) {
    if (made.length === count) break;
    const clause = `${1 + Math.floor(made.length / 250)}.${1 + (Math.floor(made.length / 25) % 10)}`;
    const differs = made.length % 40 === 0;
    made.push({
      id: String(made.length),
      en: `${en.join(' ')}${differs ? ' It was 30.' : ''}`,
      zh: `${zh.join('')}${differs ? '有20个。' : ''}`,
      score: 0.9,
      bead: '1-1',
      clause,
      flags: [],
      en_spans: [],
      zh_spans: [],
      doc: 'bench',
    });
  }
  const found = await alignmentOfPairs(made, 'bench');
  return { ...found, pairs: found.pairs.map(({ kept: _, ...pair }) => pair) };
}

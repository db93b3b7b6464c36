// Runs the library over the gold sets in ../shared/eval and scores it. Used by `npm run eval` and by the tests, on
// the built library: what is measured is what is shipped.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { align, evaluate, parseBeads, toJsonl } from '../../packages/aligner/dist/index.js';

export const evalFolder = fileURLToPath(new URL('../../../shared/eval/', import.meta.url));
export const hasEvalData = existsSync(path.join(evalFolder, 'mac-dev'));

const lines = (file) => readFileSync(file, 'utf8').replace(/\n$/, '').split('\n');
const range = ({ start, end }) => Array.from({ length: end - start }, (_, k) => start + k);

/** The sets of sentence beads. Which side of the gold is English differs. */
const BEAD_SETS = { 'mac-dev': 'zh', mag: 'en', bible: 'en' };

/** Consecutive beads that lie in one verse are one, since the gold is by verse (as score-beads.mjs does). */
function mergeVerses(beads, enVerse, zhVerse) {
  const single = (ids, verses) => [...new Set(ids.map((id) => verses[id]))];
  const verseOf = ({ en, zh }) => {
    const [a, b] = [single(en, enVerse), single(zh, zhVerse)];
    if (a.length > 1 || b.length > 1 || (a.length && b.length && a[0] !== b[0])) return null;
    return a[0] ?? b[0] ?? null;
  };
  const merged = [];
  let last = null;
  for (const bead of beads) {
    const verse = verseOf(bead);
    if (last !== null && verse === last) {
      merged.at(-1).en.push(...bead.en);
      merged.at(-1).zh.push(...bead.zh);
    } else merged.push({ en: [...bead.en], zh: [...bead.zh] });
    last = verse;
  }
  return merged;
}

/** Scores a set of sentence beads: precision, recall and F1 over all its texts, and the scores of single pairs. */
export async function evaluateBeadSet(set) {
  const folder = path.join(evalFolder, set);
  const first = BEAD_SETS[set];
  const got = [];
  const gold = [];
  const scored = [];
  let milliseconds = 0;
  let signature = '';
  let offset = 0;
  for (const file of readdirSync(path.join(folder, 'gold')).sort()) {
    const name = path.basename(file, '.align');
    const texts = ['src', 'tgt'].map((side) => readFileSync(path.join(folder, side, name), 'utf8'));
    const [en, zh] = first === 'en' ? texts : texts.reverse();
    const start = performance.now();
    const alignment = await align({ en, zh }, { segments: 'lines' });
    milliseconds += performance.now() - start;
    signature = alignment.signature;
    const wanted = parseBeads(readFileSync(path.join(folder, 'gold', file), 'utf8'), { first });
    let found = alignment.ladder.map((bead) => ({ en: range(bead.en), zh: range(bead.zh) }));
    const key = ({ en, zh }) => `${en}:${zh}`;
    const right = new Set(wanted.map(key));
    // Scores are judged bead by bead, so not for the gold that is by verse.
    for (const { score, index } of alignment.pairs)
      scored.push({ score, right: right.has(key(found[index])) });
    if (existsSync(path.join(folder, 'src.verse'))) {
      found = mergeVerses(
        found,
        lines(path.join(folder, 'src.verse')),
        lines(path.join(folder, 'tgt.verse')),
      );
    }
    // Texts of one set are scored as one: their numbers must not meet.
    const shift = ({ en: a, zh: b }) => ({ en: a.map((n) => n + offset), zh: b.map((n) => n + offset) });
    got.push(...found.map(shift));
    gold.push(...wanted.map(shift));
    offset += 1e6;
  }
  return { ...evaluate(got, gold), milliseconds, signature, scored };
}

export const beadSets = Object.keys(BEAD_SETS);

/** Names of the whole documents, with the bilingual file of those that have one. */
export function documents() {
  const folder = path.join(evalFolder, 'documents');
  return readdirSync(folder)
    .sort()
    .map((name) => ({
      name,
      mixed: ['mixed.txt', 'raw.md'].find((file) => existsSync(path.join(folder, name, file))) ?? null,
    }));
}

/** Scores a document from its two texts, or from its bilingual file, with the referee beside the data. */
export async function evaluateDocument(name, file = null) {
  const folder = path.join(evalFolder, 'documents', name);
  const read = (part) => readFileSync(path.join(folder, part), 'utf8');
  const start = performance.now();
  const alignment =
    file === null
      ? await align([read('en.txt'), read('zh.txt')], { names: ['en.txt', 'zh.txt'] })
      : await align(read(file), { names: [file] });
  const milliseconds = performance.now() - start;
  const temporary = mkdtempSync(path.join(tmpdir(), 'duiqi-eval-'));
  try {
    const output = path.join(temporary, 'pairs.jsonl');
    writeFileSync(output, [...toJsonl(alignment, { unaligned: true })].join(''));
    const referee = path.join(evalFolder, 'score-document.mjs');
    const printed = execFileSync(process.execPath, [referee, path.join(folder, 'gold.jsonl'), output], {
      encoding: 'utf8',
    });
    return { ...JSON.parse(printed), milliseconds };
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

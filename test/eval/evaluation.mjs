// Runs the library over the gold sets in ../shared/eval and scores it. Used by `npm run eval` and by the tests, on
// the built library: what is measured is what is shipped.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { evaluate } from '../../packages/aligner/dist/check.js';
import { align } from '../../packages/aligner/dist/index.js';
import { toJsonl } from '../../packages/aligner/dist/pairs.js';
import { withDeletions } from './deletions.mjs';
import { evalFolder, goldTexts } from './gold-sets.mjs';
import { binned } from './reliability.mjs';

/** Sets that are also measured with a part of one side deleted. */
export const deletionSets = ['mac-dev', 'mag'];
/** Where the runs fall makes more difference than most changes to the aligner: hence a mean of several draws. */
const SEEDS = [1, 2, 3];

/** Scores a set of sentence beads, all its texts as one: precision, recall, F1, and how far its scores are right. */
export async function evaluateBeadSet(set) {
  const got = [];
  const gold = [];
  const scored = [];
  let milliseconds = 0;
  let signature = '';
  for (const [position, text] of goldTexts(set).entries()) {
    const start = performance.now();
    const alignment = await alignLines(text);
    milliseconds += performance.now() - start;
    signature = alignment.signature;
    const { beads, beadOf } = mergedByVerse(beadsOf(alignment), text.verses);
    const right = new Set(text.gold.map(key));
    // Where the gold is by verse, a pair is right if all that was found in its verse is.
    for (const { score, index } of alignment.pairs)
      scored.push({ score, right: right.has(key(beads[beadOf[index]])) });
    got.push(...beads.map(inText(position)));
    gold.push(...text.gold.map(inText(position)));
  }
  const { strict, lax, all } = evaluate(got, gold);
  const figures = {
    strict: rounded(strict),
    lax: rounded(lax),
    all: round(all.f1),
    reliability: binned(scored),
  };
  return { figures, milliseconds, signature };
}

/** Four decimals: one bead of the largest set still shows. */
const round = (value) => Math.round(value * 1e4) / 1e4;
const rounded = ({ precision, recall, f1 }) => ({
  precision: round(precision),
  recall: round(recall),
  f1: round(f1),
});

/** F1 over the rest of a set of which 5 % was deleted, first of the English, then of the Chinese side. */
export async function evaluateDeletions(set) {
  return { en: await meanOverDraws(set, 'en'), zh: await meanOverDraws(set, 'zh') };
}

async function meanOverDraws(set, side) {
  let sum = 0;
  for (const seed of SEEDS) sum += await f1WithDeletions(set, side, seed);
  return round(sum / SEEDS.length);
}

/**
 * Beads of nothing but lines that have lost their counterpart are not counted, since they are right; such a line
 * inside any other bead makes that bead wrong.
 */
async function f1WithDeletions(set, side, seed) {
  const other = side === 'en' ? 'zh' : 'en';
  const got = [];
  const gold = [];
  for (const [position, whole] of goldTexts(set).entries()) {
    const text = withDeletions(whole, side, seed * 1000 + position);
    const isLeftOver = (bead) =>
      bead[side].length === 0 && bead[other].every((line) => text.leftOver.has(line));
    const found = beadsOf(await alignLines(text)).filter((bead) => !isLeftOver(bead));
    got.push(...found.map(inText(position)));
    gold.push(...text.gold.map(inText(position)));
  }
  return evaluate(got, gold).all.f1;
}

function alignLines({ en, zh }) {
  return align({ en: en.join('\n'), zh: zh.join('\n') }, { segments: 'lines' });
}

function beadsOf({ ladder }) {
  const numbers = ({ start, end }) => Array.from({ length: end - start }, (_, k) => start + k);
  return ladder.map(({ en, zh }) => ({ en: numbers(en), zh: numbers(zh) }));
}

/**
 * Consecutive beads that lie in one verse are one, since the gold is by verse (as score-beads.mjs does); `beadOf`
 * says which one each of them has become.
 */
function mergedByVerse(found, verses) {
  if (verses === null) return { beads: found, beadOf: [...found.keys()] };
  const verseOf = ({ en, zh }) => {
    const touched = new Set([...en.map((line) => verses.en[line]), ...zh.map((line) => verses.zh[line])]);
    return touched.size === 1 ? [...touched][0] : null;
  };
  const beads = [];
  let last = null;
  const beadOf = found.map((bead) => {
    const verse = verseOf(bead);
    if (verse !== null && verse === last) {
      beads.at(-1).en.push(...bead.en);
      beads.at(-1).zh.push(...bead.zh);
    } else beads.push({ en: [...bead.en], zh: [...bead.zh] });
    last = verse;
    return beads.length - 1;
  });
  return { beads, beadOf };
}

const key = ({ en, zh }) => `${en}:${zh}`;

/** The texts of a set are scored as one: their line numbers must not meet. */
function inText(position) {
  const shift = (line) => line + position * 1e6;
  return ({ en, zh }) => ({ en: en.map(shift), zh: zh.map(shift) });
}

const BILINGUAL_FILES = ['mixed.txt', 'raw.md'];

/** The whole documents: `name` from its two texts and, where there is one, `name/file` from its bilingual file. */
export function documents() {
  const folder = path.join(evalFolder, 'documents');
  return readdirSync(folder)
    .sort()
    .flatMap((name) => {
      const files = BILINGUAL_FILES.filter((file) => existsSync(path.join(folder, name, file)));
      return [name, ...files.map((file) => `${name}/${file}`)];
    });
}

/** Scores a document with the referee beside the data. */
export async function evaluateDocument(document) {
  const [name, file] = document.split('/');
  const folder = path.join(evalFolder, 'documents', name);
  const names = file === undefined ? ['en.txt', 'zh.txt'] : [file];
  const texts = names.map((part) => readFileSync(path.join(folder, part), 'utf8'));
  const start = performance.now();
  const alignment = await align(file === undefined ? texts : texts[0], { names });
  const milliseconds = performance.now() - start;
  const pairs = new Set(toJsonl(alignment));
  const unaligned = [...toJsonl(alignment, { unaligned: true })].filter((record) => !pairs.has(record));
  // The referee looks a record up by its text. A line that the gold leaves out, such as an address, is found inside
  // the sentence that happens to quote it, and unlinks that. So the pairs are judged alone (text without counterpart
  // adds nothing to what is linked), and the rest comes after them when what is lost is counted.
  const goldFile = path.join(folder, 'gold.jsonl');
  const { strictF1, linked } = referee(goldFile, [...pairs]);
  const { lost } = referee(goldFile, [...pairs, ...unaligned]);
  return { figures: { strictF1, linked, lost }, milliseconds, signature: alignment.signature };
}

function referee(goldFile, records) {
  const temporary = mkdtempSync(path.join(tmpdir(), 'duiqi-eval-'));
  try {
    const output = path.join(temporary, 'pairs.jsonl');
    writeFileSync(output, records.join(''));
    const script = path.join(evalFolder, 'score-document.mjs');
    return JSON.parse(execFileSync(process.execPath, [script, goldFile, output], { encoding: 'utf8' }));
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

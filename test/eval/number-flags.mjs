// How often right pairs are flagged for their numbers, and how many exchanges of two digits are found:
// `node test/eval/number-flags.mjs [-v]`, on the built library and the gold sets.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readLabels } from '../../packages/aligner/dist/document/writing/label.js';
import { numbersDiffer } from '../../packages/aligner/dist/pairs/flags/numbers-differ.js';
import { beadSets, evalFolder, goldTexts } from './gold-sets.mjs';

const verbose = process.argv.includes('-v');
const wording = (texts, language) =>
  texts.map((text) => ({ text, label: readLabels(text, language)[0] ?? null }));

function* beads(set) {
  if (set !== 'documents') {
    for (const { en, zh, gold } of goldTexts(set))
      for (const bead of gold)
        if (bead.en.length > 0 && bead.zh.length > 0)
          yield { en: bead.en.map((line) => en[line]), zh: bead.zh.map((line) => zh[line]) };
    return;
  }
  for (const name of readdirSync(path.join(evalFolder, 'documents')).sort()) {
    const file = path.join(evalFolder, 'documents', name, 'gold.jsonl');
    if (!existsSync(file)) continue;
    for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
      const { en, zh } = JSON.parse(line);
      if (en?.length && zh?.length) yield { en: [en].flat(), zh: [zh].flat() };
    }
  }
}

/** The text with the first two neighbouring digits that differ exchanged; null where there are none. */
function exchanged(text) {
  const match = /(?<![\d.,A-Za-z-])\d*?(\d)(?!\1)(\d)/.exec(text);
  if (!match) return null;
  const at = match.index + match[0].length - 2;
  return text.slice(0, at) + match[2] + match[1] + text.slice(at + 2);
}

for (const set of [...beadSets, 'documents']) {
  let [all, flagged, exchanges, found] = [0, 0, 0, 0];
  for (const { en, zh } of beads(set)) {
    all++;
    const differ = numbersDiffer(wording(en, 'en'), wording(zh, 'zh'));
    if (differ) {
      flagged++;
      if (verbose) console.log(`${set} flagged: ${en.join(' ')} | ${zh.join('')}`);
      continue;
    }
    for (const side of ['en', 'zh']) {
      const lines = side === 'en' ? en : zh;
      const changed = lines.map((line) => exchanged(line));
      const at = changed.findIndex(Boolean);
      if (at < 0) continue;
      const other = lines.with(at, changed[at]);
      exchanges++;
      const isFound =
        side === 'en'
          ? numbersDiffer(wording(other, 'en'), wording(zh, 'zh'))
          : numbersDiffer(wording(en, 'en'), wording(other, 'zh'));
      if (isFound) found++;
      else if (verbose)
        console.log(`${set} missed: ${other.join(' ')} | ${side === 'en' ? zh.join('') : en.join(' ')}`);
    }
  }
  const share = (part, whole) => `${((100 * part) / Math.max(1, whole)).toFixed(2)} % (${part} of ${whole})`;
  console.log(
    `${set}: right pairs flagged ${share(flagged, all)}, exchanges found ${share(found, exchanges)}`,
  );
}

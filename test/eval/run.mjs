// `npm run eval`: one table over all gold sets, beside the committed baseline and the published figures. With
// --update the baseline is written anew; do that in the commit that raises a figure.
import { readFileSync, writeFileSync } from 'node:fs';
import {
  beadSets,
  documents,
  evalFolder,
  evaluateBeadSet,
  evaluateDocument,
  hasEvalData,
} from './evaluation.mjs';

// aligner-eval's published figures, on the test sets of the same kind (not on these development sets).
const PUBLISHED = {
  'mac-dev': 'Vecalign 0.873, Bertalign 0.909',
  mag: 'Vecalign 0.979, Bertalign 0.987',
  bible: 'Vecalign 0.957, Bertalign 0.973',
};

if (!hasEvalData) {
  console.log(`There is no evaluation data at ${evalFolder}: nothing was measured.`);
  process.exit(0);
}
const baselineFile = new URL('baseline.json', import.meta.url);
const baseline = JSON.parse(readFileSync(baselineFile, 'utf8'));
const measured = { sets: {}, documents: {} };
const round = (value) => Math.round(value * 1e4) / 1e4;
const show = (value) => value.toFixed(4);

console.log(
  'set       strict P  R      F1     lax P  R      F1     all F1  base    ≥0.9 right, share   time   published',
);
let signature = '';
for (const set of beadSets) {
  const result = await evaluateBeadSet(set);
  signature = result.signature;
  measured.sets[set] = round(result.all.f1);
  const high = result.scored.filter(({ score }) => score >= 0.9);
  const rightInBand = high.filter(({ right }) => right).length;
  const right = result.scored.filter((pair) => pair.right).length;
  const calibration =
    set === 'bible'
      ? '(gold is by verse)'
      : `${show(rightInBand / high.length)}, ${show(rightInBand / right)}`;
  console.log(
    [
      set.padEnd(9),
      ...[result.strict, result.lax]
        .flatMap(({ precision, recall, f1 }) => [precision, recall, f1])
        .map(show),
      show(result.all.f1),
      show(baseline.sets[set] ?? 0),
      calibration.padEnd(18),
      `${(result.milliseconds / 1000).toFixed(1)} s`,
      PUBLISHED[set],
    ].join('  '),
  );
}
console.log('\ndocument                    linked  strict  lost    base    time');
for (const { name, mixed } of documents()) {
  for (const file of [null, ...(mixed ? [mixed] : [])]) {
    const result = await evaluateDocument(name, file);
    const key = file ? `${name}/${file}` : name;
    measured.documents[key] = round(result.linked);
    console.log(
      [
        key.padEnd(26),
        show(result.linked),
        show(result.strictF1),
        show(result.lost),
        show(baseline.documents[key] ?? 0),
        `${(result.milliseconds / 1000).toFixed(1)} s`,
      ].join('  '),
    );
  }
}
const whole = Object.entries(measured.documents).filter(([key]) => !key.includes('/'));
console.log(
  `mean of those from two texts  ${show(whole.reduce((sum, [, linked]) => sum + linked, 0) / whole.length)}`,
);
console.log(`\n${signature}`);
if (process.argv.includes('--update')) writeFileSync(baselineFile, `${JSON.stringify(measured, null, 2)}\n`);

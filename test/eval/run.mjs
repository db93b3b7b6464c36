// `npm run eval`: the tables over all gold sets, beside the committed baseline and the published figures, of documents that
// were spoilt on purpose and of the field cases; exit status 1 if a figure fell below the baseline. With --update the
// baseline, the README's tables and the reliability plot are written anew; do that in the commit that raises a figure.
// With --all all texts of the sets are spoilt, not every other one, which takes a minute more; these figures are only shown.
import { readFileSync, writeFileSync } from 'node:fs';
import { casesFolder, evaluateCases, hasCases } from './cases.mjs';
import { evaluateCorruptions } from './evaluate-corruptions.mjs';
import {
  deletionSets,
  documents,
  evaluateBeadSet,
  evaluateDeletions,
  evaluateDocument,
} from './evaluation.mjs';
import { beadSets, evalFolder, hasEvalData } from './gold-sets.mjs';
import { evaluateManual, manuals } from './manuals.mjs';
import { reliabilityPlot } from './reliability.mjs';
import { caseReport, fallen, manualReport, report, withReport } from './report.mjs';

const baselineFile = new URL('baseline.json', import.meta.url);
const readmeFile = new URL('../../README.md', import.meta.url);
const plotFile = new URL('../../packages/aligner/docs/reliability.svg', import.meta.url);
const all = process.argv.includes('--all');
const baseline = JSON.parse(readFileSync(baselineFile, 'utf8'));
const measured = {};
const milliseconds = {};

if (hasEvalData) await measureSets();
else console.log(`There is no evaluation data at ${evalFolder}: its sets were not measured.`);
if (hasCases) {
  console.error('measuring the field cases');
  measured.cases = await evaluateCases();
} else console.log(`There are no cases at ${casesFolder}: they were not measured.`);
await measureManuals();

if (hasEvalData) console.log(report(measured, { baseline, milliseconds }));
if (hasCases) console.log(`\n${caseReport(measured.cases, baseline.cases)}`);
if (measured.manuals) console.log(`\n${manualReport(measured.manuals, baseline.manuals)}`);
if (all) delete measured.corrupted;
for (const message of fallen(measured, baseline)) {
  console.log(`\nFallen: ${message}`);
  process.exitCode = 1;
}
if (process.argv.includes('--update')) update({ ...baseline, ...measured });

async function measureManuals() {
  const found = manuals();
  if (found.length === 0) console.log('There are no manuals here, see manuals.mjs: they were not measured.');
  for (const [name, files] of found) {
    console.error(`measuring ${name} as PDF`);
    measured.manuals = { ...measured.manuals, [name]: await evaluateManual(files) };
  }
}

async function measureSets() {
  Object.assign(measured, { signatures: {}, sets: {}, deletions: {}, documents: {} });
  for (const set of beadSets) {
    console.error(`measuring ${set}`);
    const { figures, signature, ...time } = await evaluateBeadSet(set);
    measured.sets[set] = figures;
    measured.signatures.sets = signature;
    milliseconds[set] = time.milliseconds;
  }
  for (const set of deletionSets) {
    console.error(`measuring ${set} with deletions`);
    measured.deletions[set] = await evaluateDeletions(set);
  }
  for (const document of documents()) {
    console.error(`measuring ${document}`);
    const { figures, signature, ...time } = await evaluateDocument(document);
    measured.documents[document] = figures;
    measured.signatures.documents = signature;
    milliseconds[document] = time.milliseconds;
  }
  console.error('measuring documents that were spoilt on purpose');
  measured.corrupted = await evaluateCorruptions({ all });
}

/** What was not measured stays as it was. */
function update(figures) {
  // Lists of numbers on one line, as the formatter wants them.
  const json = JSON.stringify(figures, null, 2).replace(/\[[^[\]{}]*\]/g, (list) =>
    list.replace(/\s+/g, ' ').replace('[ ', '[').replace(' ]', ']'),
  );
  writeFileSync(baselineFile, `${json}\n`);
  writeFileSync(readmeFile, withReport(readFileSync(readmeFile, 'utf8'), figures));
  const bins = Object.entries(figures.sets).map(([set, { reliability }]) => [set, reliability]);
  writeFileSync(plotFile, reliabilityPlot(Object.fromEntries(bins)));
}

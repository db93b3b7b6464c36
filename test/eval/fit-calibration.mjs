// Fits the logistic model of scores (packages/aligner/src/alignment/calibration) to the development sets and to copies of them
// that were spoilt on purpose: `node test/eval/fit-calibration.mjs`, on the built library. It cross-validates by document: all
// copies of one are left out together. Bibles are right where all of a verse is, so that only their pairs of two lines count.
import { alignWithReasons } from '../../packages/aligner/dist/align.js';
import { pairScore, scoreFeatures } from '../../packages/aligner/dist/alignment/calibration/calibrate.js';
import { AMENDED, amendedLaws } from './amended-laws.mjs';
import { corruptedDocuments } from './corruptions.mjs';
import { minimise } from './minimise.mjs';
import { binned, expectedError, topBand } from './reliability.mjs';

const PARTS = 5;
/** Pulls the weights towards 0, as if it had been seen that they are small. */
const STRENGTH = 1;
/** Sets are of different sizes, and none of them is to have the say: each counts as so many pairs. */
const PAIRS_OF_SET = 2000;
/** A pair with a line that has no counterpart counts as so many: it is worse than a pair of which an end is wrong, and rarer. */
const OF_ALONE = 2;

const examples = [];
const documents = new Map();
for (const document of allDocuments()) {
  const { name, kind, en, zh, gold, input, options } = document;
  const set = kind === AMENDED ? AMENDED : document.set;
  // Rows and cues are cut by what stands around them: there is too little to learn from.
  if (kind.endsWith('shifted')) continue;
  if (!documents.has(name)) documents.set(name, documents.size);
  const right = new Set(gold.map((bead) => `${bead.en}:${bead.zh}`));
  const [enPaired, zhPaired] = ['en', 'zh'].map((side) => new Set(gold.flatMap((bead) => bead[side])));
  const { beads, alignment } = await alignWithReasons(input, options);
  if (alignment.en.segments.length !== en.length || alignment.zh.segments.length !== zh.length) continue;
  for (const bead of beads) {
    const [enLines, zhLines] = [numbers(bead.enStart, bead.enEnd), numbers(bead.zhStart, bead.zhEnd)];
    if (enLines.length === 0 || zhLines.length === 0) continue;
    examples.push({
      kind,
      set,
      part: documents.get(name) % PARTS,
      features: scoreFeatures(bead),
      inUse: pairScore(bead),
      belongs: bead.belongs,
      isRight: right.has(`${enLines}:${zhLines}`),
      hasAlone: !enLines.every((line) => enPaired.has(line)) || !zhLines.every((line) => zhPaired.has(line)),
    });
  }
}

const ofSet = new Map();
for (const { set } of examples) ofSet.set(set, (ofSet.get(set) ?? 0) + 1);
const weightOf = ({ set, hasAlone }) => (PAIRS_OF_SET / ofSet.get(set)) * (hasAlone ? OF_ALONE : 1);

const held = examples.map(() => 0);
for (let part = 0; part < PARTS; part++) {
  const weights = fittedTo(examples.filter((example) => example.part !== part));
  examples.forEach((example, at) => {
    if (example.part === part) held[at] = scoreBy(weights, example);
  });
}
table('in use', (example) => example.inUse);
table('cross-validated', (_, at) => held[at]);
console.log(`all: ${[...fittedTo(examples)].map((weight) => weight.toFixed(3)).join(', ')}`);

function* allDocuments() {
  yield* corruptedDocuments({ all: true });
  yield* amendedLaws({ laws: 30 });
}

function numbers(start, end) {
  return Array.from({ length: end - start }, (_, k) => start + k);
}

/** The probability is that of the model times that of a translation, as the score is. */
function scoreBy(weights, { features, belongs }) {
  const logit = features.reduce((sum, feature, k) => sum + weights[k] * feature, 0);
  return belongs / (1 + Math.exp(-logit));
}

function fittedTo(list) {
  return minimise((weights, gradient) => {
    let loss = 0;
    weights.forEach((weight, k) => {
      loss += (STRENGTH * weight * weight) / 2;
      gradient[k] += STRENGTH * weight;
    });
    for (const example of list) {
      const { features, belongs, isRight } = example;
      const score = Math.min(1 - 1e-9, Math.max(1e-9, scoreBy(weights, example)));
      const probability = Math.min(1 - 1e-9, score / belongs);
      const weight = weightOf(example);
      loss -= weight * Math.log(isRight ? score : 1 - score);
      // d score / d logit
      const slope = belongs * probability * (1 - probability);
      const pull = weight * slope * (isRight ? -1 / score : 1 / (1 - score));
      features.forEach((feature, k) => {
        gradient[k] += pull * feature;
      });
    }
    return loss;
  }, new Float64Array(examples[0].features.length));
}

function table(what, scoreOf) {
  const by = new Map();
  examples.forEach((example, at) => {
    for (const key of ['all', example.set, example.kind]) {
      if (!by.has(key)) by.set(key, []);
      by.get(key).push({ score: scoreOf(example, at), right: example.isRight });
    }
  });
  console.log(`\n${what}: pairs at 0.9 or more, right of them, expected calibration error`);
  for (const [key, scored] of by) {
    const bins = binned(scored);
    const { right } = topBand(bins);
    console.log(
      `${key.padEnd(30)} ${bins.pairs.at(-1)} ${(100 * right).toFixed(2)} % ${expectedError(bins).toFixed(4)}`,
    );
  }
}

// `node test/eval/fit.mjs [--strength 150]`: fits the weights of packages/aligner/src/alignment/score/weights.ts on the gold sets.
// It prints how good the starting weights, the present ones and cross-validated ones are, and what a fit over
// everything proposes, and writes nothing: whoever takes a proposal over rounds it and runs `npm run eval`.
//
// Fitted weights are those under which the gold paths are the most probable (see random-field.mjs), pulled towards the
// starting weights as by a normal prior; `strength` is its precision, in the units that give each feature a standard
// deviation of 1. The present weights were fitted on these sets: only the cross-validated figures are of text that the
// weights have not seen. Bands, translation tables and priors of shapes are those that the present weights lead to.
import { parseArgs } from 'node:util';
import { WEIGHTS } from '../../packages/aligner/dist/alignment/score/weights.js';
import { withDeletions } from './deletions.mjs';
import { goldLattices } from './gold-lattices.mjs';
import { evalFolder, goldTexts, hasEvalData } from './gold-sets.mjs';
import { minimise } from './minimise.mjs';
import { cheapestPath, edgeCosts, negativeLogLikelihood } from './random-field.mjs';
import { FITTED, STARTING_WEIGHTS, withWeight } from './weight-rates.mjs';

/** Not the Bible: its gold is by verse. */
const SETS = ['mac-dev', 'mag'];
/** A set of one text is cut into this many; of a set of several texts, each is in one. */
const FOLDS = 6;
/** Other draws than those that evaluation.mjs measures. */
const DELETION_SEED = 9000;
/** Of a weight that hardly any bead depends on, the spread is taken to be this: else it could go anywhere. */
const LEAST_SPREAD = 0.03;

const { values } = parseArgs({ options: { strength: { type: 'string', default: '150' } } });
const strength = Number(values.strength);
if (!(strength >= 0)) throw new RangeError(`--strength ${values.strength} is no number from 0 up`);
if (!hasEvalData) {
  console.log(`There is no evaluation data at ${evalFolder}: nothing was fitted.`);
  process.exit(0);
}

const lattices = [];
for (const { set, texts } of SETS.flatMap(withAndWithoutDeletions)) {
  console.error(`reading ${set}`);
  for (const text of texts)
    for (const lattice of await goldLattices(text)) lattices.push({ ...lattice, set });
}
const spreads = featureSpreads();
const crossValidated = [];
for (let fold = 0; fold < FOLDS; fold++) {
  console.error(`fitting without part ${fold + 1} of ${FOLDS}`);
  crossValidated.push(fitWeights(lattices.filter((lattice) => lattice.fold !== fold)));
}
console.error('fitting on everything');
const proposed = fitWeights(lattices);

const starting = FITTED.map((name) => STARTING_WEIGHTS[name] - WEIGHTS[name]);
const present = FITTED.map(() => 0);
printRow(['', '', 'starting', '', 'present', '', 'cross-val.']);
printRow(['', ...[1, 2, 3].flatMap(() => ['−ln p', 'F1'])]);
for (const set of new Set([...lattices.map((lattice) => lattice.set), 'all'])) {
  const some = lattices.filter((lattice) => set === 'all' || lattice.set === set);
  const choices = [() => starting, () => present, ({ fold }) => crossValidated[fold]];
  const measured = choices.map((changesFor) => measure(some, changesFor));
  printRow([set, ...measured.flatMap(({ loss, f1 }) => [loss.toFixed(1), f1.toFixed(4)])]);
}
console.log();
printRow(['', 'starting', 'present', 'proposed']);
const columns = [starting, present, proposed].map(changed);
for (const name of [...FITTED, 'lengthLimit'])
  printRow([name, ...columns.map((weights) => weights[name].toFixed(2))]);

/** The texts of a set, whole and with deletions on either side; each gold bead has the number of its fold. */
function withAndWithoutDeletions(set) {
  const texts = goldTexts(set).map((text, position, { length }) => ({
    ...text,
    gold: text.gold.map((bead, index) => ({
      ...bead,
      fold: length === 1 ? Math.floor((index * FOLDS) / text.gold.length) : position % FOLDS,
    })),
  }));
  const without = (side) =>
    texts.map((text, position) => withDeletions(text, side, DELETION_SEED + position));
  return [
    { set, texts },
    { set: `${set} without 5 % of en`, texts: without('en') },
    { set: `${set} without 5 % of zh`, texts: without('zh') },
  ];
}

/** The standard deviation of each feature over all beads. */
function featureSpreads() {
  return FITTED.map((_, k) => {
    let [count, sum, squares] = [0, 0, 0];
    for (const { features } of lattices) {
      for (let at = k; at < features.length; at += FITTED.length) {
        count++;
        sum += features[at];
        squares += features[at] ** 2;
      }
    }
    return Math.max(LEAST_SPREAD, Math.sqrt(squares / count - (sum / count) ** 2));
  });
}

/** By how much each weight of the best fit differs from the present one. */
function fitWeights(some) {
  // In units of the spreads and from the starting weights, the pull is the same in all directions.
  const changesAt = (point) =>
    point.map((value, k) => STARTING_WEIGHTS[FITTED[k]] + value / spreads[k] - WEIGHTS[FITTED[k]]);
  const best = minimise((point, gradient) => {
    const changes = changesAt(point);
    let value = 0;
    for (const lattice of some) value += negativeLogLikelihood(lattice, changes, gradient);
    for (const [k, coordinate] of point.entries()) {
      value += (strength / 2) * coordinate ** 2;
      gradient[k] = gradient[k] / spreads[k] + strength * coordinate;
    }
    return value;
  }, new Float64Array(FITTED.length));
  return changesAt(best);
}

/** −ln p of the gold, and F1 of the cheapest paths, over some lattices. */
function measure(some, changesFor) {
  let [loss, right, found, gold] = [0, 0, 0, 0];
  for (const lattice of some) {
    const changes = changesFor(lattice);
    loss += negativeLogLikelihood(lattice, changes, new Float64Array(FITTED.length));
    for (const edge of cheapestPath(lattice, edgeCosts(lattice, changes))) {
      right += lattice.right[edge];
      found += lattice.found[edge];
    }
    gold += lattice.gold;
  }
  return { loss, f1: (2 * right) / (found + gold) };
}

/** The present weights, changed. */
function changed(changes) {
  return FITTED.reduce((weights, name, k) => withWeight(weights, name, WEIGHTS[name] + changes[k]), WEIGHTS);
}

function printRow([name, ...cells]) {
  console.log(name.padEnd(26), cells.map((cell) => cell.padStart(10)).join(''));
}

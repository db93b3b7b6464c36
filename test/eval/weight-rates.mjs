// How a bead's cost depends on the weights. It is linear in all of those that are fitted, so the library's own costs
// under changed weights say it all, and nothing of the scoring is written here a second time.
import { beadCosts } from '../../packages/aligner/dist/alignment/lattice/bead-costs.js';
import { finish } from '../../packages/aligner/dist/common/steps.js';

/**
 * The weights that are fitted, and where the fit begins: values that were set by hand before there was any fit. Left
 * out are `lexical`, which sets the scale of all others, what the cost is not linear in (`mixture`, `orderSpread`,
 * `orderFloor`, `lengthVariance`), and what the gold sets have none of: clause markers and paragraphs.
 */
export const STARTING_WEIGHTS = {
  length: 0.6,
  alone: 3,
  aloneFurther: 0.5,
  aloneWord: 0.05,
  further: 0.54,
  severalOnBoth: 0,
  beyondTwoAndTwo: 0,
  leaningInside: 0,
  idle: 0.8,
  endingDiffers: 0.5,
  questionAgrees: 0.8,
  colonAgrees: 0.8,
  trailingOffAgrees: 0.8,
  semicolonAgrees: 0.8,
  questionMarks: 1,
  exclamationMarks: 0.5,
  openingDiffers: 0.8,
  openingAgrees: 0.5,
  closingDiffers: 0.8,
  closingAgrees: 0.5,
  speakingDiffers: 2.5,
  quoteCount: 0.3,
  colonInside: 0,
  openingInsideEnglish: 0,
  openingInsideChinese: 0,
};
export const FITTED = Object.keys(STARTING_WEIGHTS);

/** The weights with one of them changed. */
export function withWeight(weights, name, value) {
  const changed = { ...weights, [name]: value };
  // The length cost is linear in its weight only if its limit grows with it.
  return name === 'length'
    ? { ...changed, lengthLimit: (weights.lengthLimit * value) / weights.length }
    : changed;
}

/**
 * For each fitted weight, how much more each bead of a graph costs when it is raised by 1; NaN for one that costs
 * Infinity.
 */
export function costRates(graph, hits, model) {
  // What the words say takes most of the time, and is the same before and after but for idle segments.
  const noHits = { ...hits, start: new Int32Array(hits.start.length) };
  const before = {
    idle: finish(beadCosts(graph, hits, model)),
    others: finish(beadCosts(graph, noHits, model)),
  };
  return FITTED.map((name) => {
    const [seen, from] = name === 'idle' ? [hits, before.idle] : [noHits, before.others];
    const weights = withWeight(model.weights, name, model.weights[name] + 1);
    const costs = finish(beadCosts(graph, seen, { ...model, weights }));
    return costs.map((cost, bead) => cost - from[bead]);
  });
}

import type { Mixed } from './line-ways.js';

/**
 * What is known of a family of lines before it is looked at, as so many lines that hold both languages and so many that do
 * not: a line in both scripts is oftener one text with foreign words than two.
 */
const BEFORE = { both: 0.6, one: 1 };
/** So many lines what is expected of a family counts for: most families are all alike, so that few lines tell. */
const WEIGHT_BEFORE = 1.6;
/** Shares of a family that are compared. */
const SHARES = Array.from({ length: 39 }, (_, at) => (at + 1) / 40);
/** One line tells no more than this of the others, as log odds. */
const MOST_TOLD = 6;

/**
 * How likely each line is to hold both languages by what other lines of its family do, as log odds: who writes a list does not
 * change his ways in it. Lines that would be parted alike tell more of each other than the rest of their family does, and where
 * hardly a line of the whole text is in one language, all families are likelier to hold both.
 *
 * @param others the lines in one script
 */
export function familyOdds(mixed: readonly Mixed[], others: number): number[] {
  const [families, forms] = [new Map<string, number[]>(), new Map<string, number[]>()];
  for (const { family, form, evidence } of mixed) {
    for (const [map, key] of [
      [families, family],
      [forms, `${family} ${form}`],
    ] as const)
      if (!map.get(key)?.push(evidence)) map.set(key, [evidence]);
  }
  const usual = BEFORE.both / (BEFORE.both + BEFORE.one);
  const all = mixed.map(({ evidence }) => evidence);
  const ofText = shareOfBoth(all, usual, others);
  const before = Math.max(usual, ofText);
  const ofFamily = new Map([...families].map(([key, evidence]) => [key, shareOfBoth(evidence, before)]));
  const ofForm = new Map<string, number>();
  return mixed.map(({ family, form }) => {
    const key = `${family} ${form}`;
    const share = ofForm.get(key) ?? shareOfBoth(forms.get(key)!, ofFamily.get(family)!);
    ofForm.set(key, share);
    return Math.log(share / (1 - share));
  });
}

/**
 * The share of lines in both languages, as it is expected where each line is known only by its evidence.
 *
 * @param before the share that is expected before any line is looked at
 * @param others lines that are surely in one language
 */
function shareOfBoth(evidence: readonly number[], before: number, others = 0): number {
  const [both, one] = [before * WEIGHT_BEFORE, (1 - before) * WEIGHT_BEFORE];
  let [most, sum, mean] = [Number.NEGATIVE_INFINITY, 0, 0];
  const odds = evidence.map((each) => Math.exp(bounded(each)));
  const logs = SHARES.map((share) => {
    const prior = (both - 1) * Math.log(share) + (one - 1) * Math.log(1 - share);
    const known = prior + others * Math.log(share * Math.exp(-MOST_TOLD) + 1 - share);
    return odds.reduce((log, each) => log + Math.log(share * each + 1 - share), known);
  });
  for (const log of logs) most = Math.max(most, log);
  for (const [at, share] of SHARES.entries()) {
    const weight = Math.exp(logs[at]! - most);
    sum += weight;
    mean += weight * share;
  }
  return mean / sum;
}

function bounded(evidence: number): number {
  return Math.min(MOST_TOLD, Math.max(-MOST_TOLD, evidence));
}

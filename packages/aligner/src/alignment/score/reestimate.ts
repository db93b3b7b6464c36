import type { Steps } from '../../common/steps.js';
import { beadWords, type LearningBead } from './bead-words.js';
import { companions, countsGiven, expectedCounts, mixed, strengths } from './expectation.js';
import { union, valuesIn } from './links.js';
import { findMeetings } from './meetings.js';
import type { Words } from './occurrences.js';
import { linksOf, type TranslationTable } from './translation-table.js';

/** Probabilities below this are dropped from the table. */
const LEAST_KEPT = 1e-4;

/**
 * Learns from beads already found: one expectation step of IBM model 1 (Brown et al. 1993) over them, mixed with
 * the lexicon as a prior. Words that keep turning up in the same beads become translations of each other even if
 * the lexicon has never seen them.
 */
export function* reestimate(
  lexical: TranslationTable,
  current: TranslationTable,
  en: Words,
  zh: Words,
  found: readonly LearningBead[],
): Steps<TranslationTable> {
  const beads = beadWords(found, en, zh);
  const company = yield* companions(beads);
  const links = union(union(linksOf(lexical), linksOf(current)), company);
  const strength = (probability: Float32Array): Float64Array =>
    strengths(links, linksOf(current), probability, company);
  const meetings = yield* findMeetings(beads, links);
  yield;
  const forward = expectedCounts(beads, meetings, 'en', strength(current.forward));
  yield;
  const backward = expectedCounts(beads, meetings, 'zh', strength(current.backward));
  yield;
  const givenChinese = countsGiven(links, forward, zh.keys.length);
  const forwardPrior = valuesIn(links, linksOf(lexical), lexical.forward);
  const backwardPrior = valuesIn(links, linksOf(lexical), lexical.backward);

  const kept = {
    start: new Int32Array(links.start.length),
    zh: new Int32Array(links.to.length),
    forward: new Float32Array(links.to.length),
    backward: new Float32Array(links.to.length),
  };
  let size = 0;
  for (let e = 0; e < en.keys.length; e++) {
    let givenEnglish = 0;
    for (let link = links.start[e]!; link < links.start[e + 1]!; link++) givenEnglish += backward[link]!;
    for (let link = links.start[e]!; link < links.start[e + 1]!; link++) {
      const z = links.to[link]!;
      const ofEnglish = mixed(forwardPrior[link]!, forward[link]!, givenChinese[z]!);
      const ofChinese = mixed(backwardPrior[link]!, backward[link]!, givenEnglish);
      if (ofEnglish <= LEAST_KEPT && ofChinese <= LEAST_KEPT) continue;
      kept.zh[size] = z;
      kept.forward[size] = ofEnglish;
      kept.backward[size++] = ofChinese;
    }
    kept.start[e + 1] = size;
  }
  return {
    start: kept.start,
    zh: kept.zh.slice(0, size),
    forward: kept.forward.slice(0, size),
    backward: kept.backward.slice(0, size),
  };
}

import { forEachResult, mapInSteps, type ResultsInSteps } from '../../common/steps.js';
import { type FoundBead, isPair } from '../lattice/found-bead.js';
import type { FoundSection } from '../lattice/pass.js';
import { AT_START, belonging, type Rates } from './belonging.js';
import type { KnownEvidence } from './evidence.js';
import { withoutJoined } from './joined.js';
import { type Along, evidenceAlong, type ToldByPath } from './told-by-path.js';

/**
 * What is less probable is taken apart: by what stands around it, where a free passage among plain ones looks like none as
 * well; by itself, where both texts are known to have much of their own; and by itself where only the pairs tell that they have,
 * among which free ones look alike.
 */
const LEAST = 0.2;
const LEAST_ITSELF = 0.3;
const LEAST_LIKELY = 0.05;

/**
 * Judges beads by whether the texts translate each other where they lie: `belongs` is set, and pairs that are none are
 * taken apart.
 *
 * @param path the beads of the whole text, as far as they are known beforehand, by which all are judged
 * @param isWeighed whether the beads were weighed by what is usual in the document already, also what is joined to a pair
 */
export function* judged(
  sections: ResultsInSteps<FoundSection>,
  path: readonly FoundBead[],
  { words, evidence }: KnownEvidence,
  { whole, rates, ofWords }: ToldByPath,
  isWeighed: boolean,
): ResultsInSteps<FoundSection> {
  const parted = yield* withoutJoined(path, whole.enAlone + whole.zhAlone, ofWords, words);
  // What was joined to a pair of the path and is none of it is one of its gaps; nothing but these is asked for here.
  const gaps = yield* evidenceAlong((yield* mapInSteps(path, parted)).flat(), () => 0, words);
  const coincidence = coincidenceIn(gaps);
  const ofPath = yield* mapInSteps(path.filter(isPair), ofWords);
  const likely = likelyCoincidenceIn(ofPath, coincidence, PAIRS);
  const doubted = likelyCoincidenceIn(ofPath, coincidence, PAIRS_IN_DOUBT);
  const across = Math.max(doubted, coincidenceAcross(gaps));
  const ofPassage = passagesAmong(gaps.pairs);
  let [atStart, ownAtStart] = [AT_START, 1 - ofPassage.leaving];
  yield* forEachResult(sections, function* ({ beads: found, widened }): ResultsInSteps<FoundSection> {
    const beads = isWeighed ? found : (yield* mapInSteps(found, parted)).flat();
    const { nats, at } = yield* evidenceAlong(beads, evidence, words);
    const ofBeads = yield* mapInSteps(beads, (bead) => (isPair(bead) ? ofWords(bead) : 0));
    const along = belonging(nats, rates, atStart);
    atStart = along.next;
    const isByItself = (index: number): boolean =>
      beads[index]!.crossing && !beads[index - 1]?.crossing && !beads[index + 1]?.crossing;
    // In a block out of order, and at the end of a page, the pairs around one say that it is one, whatever its words say.
    const goesByOthers = ({ crossing, enEnd, zhEnd }: FoundBead, index: number): boolean =>
      (crossing && !isByItself(index)) || words.areCutOff(enEnd - 1, zhEnd - 1);
    const ofPassages = nats.slice();
    beads.forEach((bead, index) => {
      if (at[index]! < 0) return;
      const says = bead.crossing || goesByOthers(bead, index) ? 0 : ofBeads[index]! - IN_PASSAGE;
      ofPassages[at[index]!] = Math.max(-MOST_SAID, Math.min(MOST_SAID, says));
    });
    const passages = belonging(ofPassages, ofPassage, ownAtStart);
    ownAtStart = passages.next;
    yield {
      beads: beads.flatMap((bead, index) => {
        const own = at[index]!;
        if (own < 0) return [bead];
        const around = along.belongs[own]!;
        const itself = ofBeads[index]!;
        const isNone =
          around < LEAST ||
          (!goesByOthers(bead, index) &&
            ((!bead.crossing && around < SURE_AROUND && passages.belongs[own]! < LEAST_IN_PASSAGE) ||
              notByCoincidence(itself, coincidence) < LEAST_ITSELF ||
              notByCoincidence(itself, likely) < LEAST_LIKELY));
        // What is not surely none is left to the score, which goes by all pairs.
        const none = isByItself(index) ? across : doubted;
        const doubt = notByCoincidence(itself - IN_DOUBT, none);
        return isNone ? apart(bead) : [{ ...bead, belongs: bead.belongs * Math.sqrt(around * doubt) }];
      }),
      widened,
    };
  });
}

/**
 * Where a passage of a few sentences was replaced by another one on both sides, all its sentences stand at one place by
 * coincidence: one of them that says little goes with the others, which their words speak against, by what is usual in the
 * document (usual-words.ts). Such a passage has two or three pairs, and a document has one or none, however long it is: at one
 * place in seventy of a page it begins, and at one in five hundred of a chapter, some part of which always looks like it.
 */
const passagesAmong = (pairs: number): Rates => ({ leaving: 0.6 / (pairs + 25), returning: 0.4 });
/** Beside the doubt of what stands around it, what is more probably none than a pair. */
const LEAST_IN_PASSAGE = 0.5;
/** Names of genealogies, which no list of words has, look as a passage does by their words; what is said without a rate for each word tells them. */
const SURE_AROUND = 0.9;
/** Nats against each pair of a passage, of which those that look like pairs were taken for some. */
const IN_PASSAGE = 0.5;
/** No pair says more for those beside it. */
const MOST_SAID = 20;

/**
 * How probable it is, before anything is known of a pair, that both its sides are text that the other one lacks and that
 * stands at the same place by coincidence. Where each text often has something of its own between two pairs, that happens
 * as often as both have it at once. About half of such places come out as pairs, and are not seen as places.
 */
function coincidenceIn({ pairs, enAlone, zhAlone }: Along): number {
  return Math.min(0.5, (2 * enAlone * zhAlone) / (pairs + 1) ** 2);
}

/** As if a fifth of such a pair had been seen among so many, before there is any text. */
const PAIRS = 200;
const SEEN = 0.2;
/** For the score, which may doubt what is not taken apart: of a short document less is known beforehand. */
const PAIRS_IN_DOUBT = 50;
const STEPS = 4;

/**
 * The same as far as the pairs themselves tell it, by expectation maximisation: where a passage was replaced by another
 * one on both sides, its sentences are pairs, and none is alone.
 */
function likelyCoincidenceIn(nats: readonly number[], coincidence: number, before: number): number {
  let likely = Math.max(coincidence, SEEN / before);
  for (let step = 0; step < STEPS; step++) {
    const expected = nats.reduce((sum, own) => sum + 1 - notByCoincidence(own, likely), 0);
    likely = Math.max(coincidence, (SEEN + expected) / (before + nats.length));
  }
  return Math.min(0.5, likely);
}

/**
 * The same of a pair that stands out of order by itself. It was chosen among all that is alone: where both texts have much of
 * their own, some of it looks alike wherever it stands. What has only changed its place is alone at one place of each text.
 */
function coincidenceAcross({ enAlone, zhAlone }: Along): number {
  const odds = BY_PLACES * enAlone * zhAlone;
  return odds / (1 + odds);
}

/** How often a place in one language and one in the other look alike by coincidence so far that they are taken for a pair. */
const BY_PLACES = 0.01;

/**
 * The probability that it is none, by what its words say, in nats (usual-words.ts). What stands at the same place was taken for a
 * pair because it looks like one, more than any two passages would.
 */
function notByCoincidence(nats: number, coincidence: number): number {
  const odds = (1 - coincidence) * Math.exp(nats - BY_ITSELF);
  return odds / (odds + coincidence);
}

/** Nats against a pair of which its words say nothing. */
const BY_ITSELF = 1;
/**
 * As many in addition where it is only for the score. That takes the root: the posterior, which it is multiplied with, goes by
 * the same words, and of pairs that are one at 0.45 by this three in four are. Together they were fitted (docs/accuracy.md).
 */
const IN_DOUBT = 1;

/** Each segment by itself, the English ones first. */
function apart(bead: FoundBead): FoundBead[] {
  const { enStart, enEnd, zhStart, zhEnd } = bead;
  const alone = { ...bead, posterior: 1, support: 0, words: 0, belongs: 0, crossing: false };
  const parts: FoundBead[] = [];
  for (let s = enStart; s < enEnd; s++)
    parts.push({ ...alone, enStart: s, enEnd: s + 1, zhStart, zhEnd: zhStart });
  for (let t = zhStart; t < zhEnd; t++)
    parts.push({ ...alone, enStart: enEnd, enEnd, zhStart: t, zhEnd: t + 1 });
  return parts;
}

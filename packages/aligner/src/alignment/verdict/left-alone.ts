import { forEachResult, type ResultsInSteps, type Steps } from '../../common/steps.js';
import { isDoubtful } from '../crossing/doubtful.js';
import type { Limits } from '../lattice/band.js';
import { type FoundBead, isPair, range, segmentsOf } from '../lattice/found-bead.js';
import { type Neighbourhood, neighbourhoodOf } from '../lattice/neighbourhood.js';
import { otherWays } from '../lattice/other-ways.js';
import { rangeInText } from '../lattice/part-of-side.js';
import type { FoundSection } from '../lattice/pass.js';
import { type Pass, SHARPNESS } from '../lattice/region.js';
import { lexicalScorer } from '../score/lexical.js';
import type { Rectangle } from '../score/rectangle.js';
import { wordCount } from '../score/tokens.js';
import type { Evidence } from './evidence.js';

/** Ways to cut that are compared with the one found: further ones are too far off. */
const WAYS = 12;
/** No way differs from the one found in beads of the list farther off, those out of order between them counted. */
const NEAR = 20;
/** Five beads have fifty as a rule. */
const MOST_CELLS = 200;

/** The pass that the beads were found by, and where its path may go. */
interface LastPass {
  readonly pass: Pass;
  readonly limits: Limits;
}

/**
 * A second opinion on pairs in doubt. The costs of the lattice are lenient with words that are not translated, and hard on text
 * without counterpart: a sentence that only one text has is taken into the pair beside it, or two such ones are paired. So
 * in a document that leaves text out (gaps.ts), and is too short for its beads to be weighed anew (weighed-anew.ts), each
 * doubtful pair is compared with the ways to cut that leave more alone, by what their words say by themselves for a
 * translation (evidence.ts) besides what they cost.
 */
export function* leftAlone(
  sections: ResultsInSteps<FoundSection>,
  prepared: LastPass,
  evidence: Evidence,
): ResultsInSteps<FoundSection> {
  const { en, zh } = prepared.pass.model.lessAlone;
  if (en === 0 && zh === 0) return yield* sections;
  yield* forEachResult(sections, function* ({ beads, widened }): ResultsInSteps<FoundSection> {
    yield { beads: yield* reconsidered(beads, prepared, evidence), widened };
  });
}

function* reconsidered(
  found: readonly FoundBead[],
  { pass, limits }: LastPass,
  evidence: Evidence,
): Steps<readonly FoundBead[]> {
  const beads = [...found];
  for (let at = 0; at < beads.length; at++) {
    const bead = beads[at]!;
    if (
      !isPair(bead) ||
      bead.crossing ||
      !isDoubtful(bead) ||
      isLarge(beads.slice(Math.max(0, at - 2), at + 3))
    )
      continue;
    yield;
    const better = betterWay(neighbourhoodOf(pass, limits, beads, at), beads, at, evidence);
    if (better === null) continue;
    beads.splice(better.first, better.instead.length, ...better.beads);
    at = better.first + better.beads.length - 1;
  }
  return beads;
}

/** Whether pricing some neighbours anew would take more than a moment: where beads are as large as that, nothing is regular. */
function isLarge(beads: readonly FoundBead[]): boolean {
  return (1 + segmentsOf(beads, 'en').length) * (1 + segmentsOf(beads, 'zh').length) > MOST_CELLS;
}

/** Some beads with more text alone that the evidence prefers to those found, and which of the list they replace. */
interface BetterWay {
  readonly beads: readonly FoundBead[];
  readonly instead: readonly FoundBead[];
  readonly first: number;
  readonly gain: number;
}

function betterWay(
  around: Neighbourhood,
  all: readonly FoundBead[],
  at: number,
  evidence: Evidence,
): BetterWay | null {
  const inText = beadsIn(around);
  let best: BetterWay | null = null;
  for (const { extra, beads: priced } of otherWays(
    around.graph,
    around.cost,
    around.path,
    around.index,
    WAYS,
  )) {
    const beads = priced.flatMap(inText);
    const { first, instead } = insteadOf(beads, all, at);
    // What stands between two places at which a way differs, or out of order, is not in its beads.
    if (countSegments(beads) !== countSegments(instead) || countAlone(beads) <= countAlone(instead)) continue;
    // Whether nothing here belongs together is for the judge to say, who goes by these very pairs.
    if (!beads.some(isPair)) continue;
    const gain = sumOf(beads, evidence) - sumOf(instead, evidence) - extra;
    if (gain <= (best?.gain ?? 0)) continue;
    const posterior = posteriorOf(instead, extra, gain);
    best = { beads: beads.map((bead) => ({ ...bead, posterior })), instead, first, gain };
  }
  return best;
}

/** The beads of a list from the first to the last that shares a segment with others; the bead `at` is one of them. */
function insteadOf(
  beads: readonly FoundBead[],
  all: readonly FoundBead[],
  at: number,
): { readonly first: number; readonly instead: readonly FoundBead[] } {
  const en = new Set(segmentsOf(beads, 'en'));
  const zh = new Set(segmentsOf(beads, 'zh'));
  const [start, end] = [Math.max(0, at - NEAR), Math.min(all.length, at + NEAR + 1)];
  const shared = range(start, end).filter(
    (number) =>
      segmentsOf([all[number]!], 'en').some((s) => en.has(s)) ||
      segmentsOf([all[number]!], 'zh').some((t) => zh.has(t)),
  );
  return { first: shared[0]!, instead: all.slice(shared[0]!, shared.at(-1)! + 1) };
}

/** The beads of a neighbourhood by the numbers of the text, each segment of a gap by itself. */
function beadsIn({ region, hits }: Neighbourhood): (bead: Rectangle) => FoundBead[] {
  const { en, zh, weights } = region.pass.model;
  const lexical = lexicalScorer(hits, en.tokens, zh.tokens, weights);
  return ({ row, i, column, j }) => {
    const [enStart, enEnd] = rangeInText(row, i, region.en, region.enStart);
    const [zhStart, zhEnd] = rangeInText(column, j, region.zh, region.zhStart);
    const alone = { posterior: 1, support: 0, words: 0, belongs: 1, crossing: false };
    if (column === j)
      return range(enStart, enEnd).map((s) => ({ ...alone, enStart: s, enEnd: s + 1, zhStart, zhEnd }));
    if (row === i)
      return range(zhStart, zhEnd).map((t) => ({ ...alone, enStart, enEnd, zhStart: t, zhEnd: t + 1 }));
    const words = (wordCount(en.tokens, row, i) + wordCount(zh.tokens, column, j)) / 2;
    const support = lexical(row, i, column, j) / Math.max(1, words);
    return [{ ...alone, enStart, enEnd, zhStart, zhEnd, support, words }];
  };
}

function countSegments(beads: readonly FoundBead[]): number {
  return beads.reduce(
    (sum, { enStart, enEnd, zhStart, zhEnd }) => sum + enEnd - enStart + zhEnd - zhStart,
    0,
  );
}

function countAlone(beads: readonly FoundBead[]): number {
  return beads.filter((bead) => !isPair(bead)).length;
}

function sumOf(beads: readonly FoundBead[], evidence: Evidence): number {
  return beads.filter(isPair).reduce((sum, bead) => sum + evidence(bead), 0);
}

/**
 * How probable a way is among all, after the evidence: the one found had as much as the least sure of its beads, this one
 * by `extra` nats less, and it is by `gain` nats likelier now. Costs count as they do in all posteriors.
 */
function posteriorOf(instead: readonly FoundBead[], extra: number, gain: number): number {
  const found = Math.min(...instead.map(({ posterior }) => posterior));
  const others = Math.max(0, 1 - found - found * Math.exp(-SHARPNESS * extra));
  const way = found * Math.exp(SHARPNESS * gain);
  return way / (way + found + others);
}

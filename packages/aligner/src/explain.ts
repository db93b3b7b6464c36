import { alignWithReasons } from './align.js';
import { type BeadTerms, beadTerms } from './alignment/lattice/bead-terms.js';
import { neighbourhoodOf } from './alignment/lattice/neighbourhood.js';
import { otherWays, type PricedBead } from './alignment/lattice/other-ways.js';
import { type PartOfText, rangeInText } from './alignment/lattice/part-of-side.js';
import { linkKinds, type WordLink, wordEvidence } from './alignment/score/word-links.js';
import { checkOptionsAreOne, shown } from './common/arguments.js';
import { DuiqiError } from './common/errors.js';
import { joinPieces } from './document/writing/join.js';
import type { AlignInput, AlignOptions } from './options.js';
import { range } from './pairs/pairs.js';
import type { Alignment, Bead, Pair, Side } from './types.js';

/** Why a pair was cut as it was. All costs are in nats (−ln p): 1 more is 2.7 times less likely. */
export interface Explanation {
  /** As `align` gives it. */
  readonly pair: Pair;
  /** Where the pair's segments stand among those of each side. */
  readonly bead: Bead;
  /** What the pair costs; below 0 where it is likelier than chance. */
  readonly cost: number;
  /** The parts that the cost is made of. */
  readonly terms: BeadTerms;
  /** The words, numbers and names that spoke for the pair, the strongest first. */
  readonly evidence: readonly WordLink[];
  /** Words of the pair that nothing on the other side speaks for, as written, each once. */
  readonly unexplained: { readonly en: readonly string[]; readonly zh: readonly string[] };
  /**
   * The likeliest other ways to cut here, the cheapest first; none where clauses on both sides leave no other way, and
   * none for a pair out of order.
   */
  readonly alternatives: readonly Alternative[];
}

/** Another way to cut where a pair stands. */
export interface Alternative {
  /** What it would have cost more than the way chosen, in nats; 0 or above. */
  readonly extra: number;
  /** The beads that differ from the way chosen, in order. */
  readonly beads: readonly AlternativeBead[];
}

/** A bead that might have been. */
export interface AlternativeBead extends Bead {
  /** The texts of its segments; `''` for an empty side. */
  readonly enText: string;
  readonly zhText: string;
}

/** Alternatives worth showing: the further ones are far off. */
const MOST_ALTERNATIVES = 5;

/** An alignment whose pairs can be explained. It holds all that was learnt on the way, until it is let go. */
export interface ExplainedAlignment {
  readonly alignment: Alignment;
  /**
   * What spoke for a pair, 1 for the first of `alignment.pairs`.
   *
   * @throws DuiqiError `bad-option` where there is no such pair
   */
  readonly explain: (pairNumber: number) => Explanation;
}

/** `explain` of the library; on-demand.ts says what for. */
export async function explain(
  input: AlignInput,
  pairNumber: number,
  options: AlignOptions = {},
): Promise<Explanation> {
  return (await alignExplained(input, options)).explain(pairNumber);
}

/** `alignExplained` of the library; on-demand.ts says what for. */
export async function alignExplained(
  input: AlignInput,
  options: AlignOptions = {},
): Promise<ExplainedAlignment> {
  checkOptionsAreOne(options);
  if (options.update !== undefined) {
    throw new DuiqiError(
      'bad-option',
      'What update keeps was not aligned, so nothing explains it: leave update out.',
    );
  }
  const aligned = await alignWithReasons(input, options);
  return { alignment: aligned.alignment, explain: (pairNumber) => explanationOf(pairNumber, aligned) };
}

function explanationOf(
  pairNumber: number,
  { alignment, beads, prepared }: Awaited<ReturnType<typeof alignWithReasons>>,
): Explanation {
  const { en, zh, pairs, ladder } = alignment;
  const pair = Number.isInteger(pairNumber) ? pairs[pairNumber - 1] : undefined;
  if (!pair || !prepared) throw noSuchPair(pairNumber, pairs.length);
  const bead = ladder[pair.index]!;

  const { pass, limits, lexical, names } = prepared;
  const again = neighbourhoodOf(pass, limits, beads, pair.index);
  const { region, graph, hits, cost, place, path, index } = again;
  const { model } = region.pass;
  const { links, unexplained } = wordEvidence(
    again.bead,
    hits,
    { tokens: model.en.tokens, segments: Array.from(region.en, (s) => en.segments[s]!) },
    { tokens: model.zh.tokens, segments: Array.from(region.zh, (t) => zh.segments[t]!) },
    model.weights,
    linkKinds(lexical, names, model.en.tokens, model.zh.tokens),
  );
  const ways = beads[pair.index]!.crossing ? [] : otherWays(graph, cost, path, index, MOST_ALTERNATIVES);
  return {
    pair,
    bead,
    cost: cost[place]!,
    terms: beadTerms(again.bead, model.prior[graph.shape[place]!]!, hits, model),
    evidence: links,
    unexplained,
    alternatives: ways.map(({ extra, beads }) => ({ extra, beads: beads.map(inText(region, en, zh)) })),
  };
}

/** A bead of a part of the text by the numbers of the text, with its texts. */
function inText(part: PartOfText, en: Side, zh: Side): (bead: PricedBead) => AlternativeBead {
  return ({ row, i, column, j }) => {
    const [enStart, enEnd] = rangeInText(row, i, part.en, part.enStart);
    const [zhStart, zhEnd] = rangeInText(column, j, part.zh, part.zhStart);
    return {
      en: range(enStart, enEnd),
      zh: range(zhStart, zhEnd),
      enText: textOf(en, enStart, enEnd),
      zhText: textOf(zh, zhStart, zhEnd),
    };
  };
}

function textOf({ segments, language }: Side, from: number, to: number): string {
  const texts = segments.slice(from, to).flatMap(({ text }) => (text === '' ? [] : [text]));
  return joinPieces(texts, language);
}

function noSuchPair(pairNumber: number, count: number): DuiqiError {
  const there =
    count === 0
      ? 'no pairs were found'
      : count === 1
        ? 'only 1 pair was found'
        : `the pairs are numbered from 1 to ${count}`;
  return new DuiqiError('bad-option', `There is no pair ${shown(pairNumber)}: ${there}.`, {
    pairNumber,
    count,
  });
}

import { alignWithReasons } from './align.js';
import { wholeTable, within } from './alignment/lattice/band.js';
import type { BeadGraph } from './alignment/lattice/bead-graph.js';
import { type BeadTerms, beadTerms } from './alignment/lattice/bead-terms.js';
import { type FoundBead, segmentsOf } from './alignment/lattice/found-bead.js';
import { lookAt, price } from './alignment/lattice/look.js';
import { otherWays, type PricedBead } from './alignment/lattice/other-ways.js';
import {
  countBefore,
  limitsOfPart,
  type PartOfText,
  partOfText,
  rangeInText,
} from './alignment/lattice/part-of-side.js';
import { linkKinds, type WordLink, wordEvidence } from './alignment/score/word-links.js';
import { DuiqiError } from './common/errors.js';
import { finish } from './common/steps.js';
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
  const pair = pairs[pairNumber - 1];
  if (!pair || !prepared) throw noSuchPair(pairNumber, pairs.length);
  const bead = ladder[pair.index]!;

  const { pass, limits, lexical, names } = prepared;
  const { before, own, after } = around(beads, pair.index);
  const part = partOfBeads([...before, own, ...after]);
  const table = wholeTable(part.en.length, part.zh.length);
  // A pair out of order keeps to no walls.
  const limitsHere = own.crossing ? table : limitsOfPart(limits, part);
  const look = lookAt(pass, part, within(table, limitsHere), limitsHere);
  const { graph, hits, cost } = finish(price(look));
  const { model } = look.pass;
  const path = [...before, own, ...after].map(
    ({ enEnd, zhEnd }) => [countBefore(part.en, enEnd), countBefore(part.zh, zhEnd)] as const,
  );
  const [row, column] = path[before.length - 1] ?? [0, 0];
  const [i, j] = path[before.length]!;
  const place = beadAt(graph, row, i, column, j);
  const { links, unexplained } = wordEvidence(
    row,
    i,
    column,
    j,
    hits,
    { tokens: model.en.tokens, segments: Array.from(look.en, (s) => en.segments[s]!) },
    { tokens: model.zh.tokens, segments: Array.from(look.zh, (t) => zh.segments[t]!) },
    model.weights,
    linkKinds(lexical, names, model.en.tokens, model.zh.tokens),
  );
  const ways = own.crossing ? [] : otherWays(graph, cost, path, before.length, MOST_ALTERNATIVES);
  return {
    pair,
    bead,
    cost: cost[place]!,
    terms: beadTerms(row, i, column, j, model.prior[graph.shape[place]!]!, hits, model),
    evidence: links,
    unexplained,
    alternatives: ways.map(({ extra, beads }) => ({ extra, beads: beads.map(inText(look, en, zh)) })),
  };
}

/** Beads on either side of the one in question that may change with it. */
const REACH = 2;

/** A bead with those before and after it in the path; a bead out of order stands by itself. */
function around(
  beads: readonly FoundBead[],
  index: number,
): { before: readonly FoundBead[]; own: FoundBead; after: readonly FoundBead[] } {
  const own = beads[index]!;
  if (own.crossing) return { before: [], own, after: [] };
  const inOrder = (some: readonly FoundBead[]): FoundBead[] => some.filter(({ crossing }) => !crossing);
  return {
    before: inOrder(beads.slice(0, index)).slice(-REACH),
    own,
    after: inOrder(beads.slice(index + 1)).slice(0, REACH),
  };
}

function partOfBeads(beads: readonly FoundBead[]): PartOfText {
  const [{ enStart, zhStart }] = beads as [FoundBead];
  return partOfText(segmentsOf(beads, 'en'), segmentsOf(beads, 'zh'), enStart, zhStart);
}

/** The number of a bead in its graph. */
function beadAt(
  { band, shapes, start, shape }: BeadGraph,
  row: number,
  i: number,
  column: number,
  j: number,
): number {
  const cell = band.rowStart[i]! + j - band.lo[i]!;
  let bead = start[cell]!;
  while (shapes.en[shape[bead]!] !== i - row || shapes.zh[shape[bead]!] !== j - column) bead++;
  return bead;
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
  return new DuiqiError('bad-option', `There is no pair ${pairNumber}: ${there}.`, { pairNumber, count });
}

import { alignWithLastPass } from './align.js';
import { otherWays, type PricedBead } from './alignment/other-ways.js';
import { type PartOfText, rangeInText } from './alignment/part-of-side.js';
import { priceBeads } from './alignment/pass.js';
import { DuiqiError } from './errors.js';
import type { AlignInput, AlignOptions } from './options.js';
import { type BeadTerms, beadTerms } from './score/bead-terms.js';
import { linkKinds, type WordLink, wordEvidence } from './score/word-links.js';
import { joinPieces } from './structure/join.js';
import type { Bead, Pair, SegmentIndex, Side } from './types.js';

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

/**
 * Tells what spoke for one pair of an alignment, and what other ways to cut there would have cost. It aligns the
 * document to find out, and keeps nothing.
 *
 * @param pairNumber 1 for the first of the `pairs` that `align` gives for the same input and options
 * @example
 * const { evidence } = await explain('Good morning.\n\n早上好。\n', 1);
 * @throws DuiqiError `bad-option` where there is no such pair; else as `align` does
 */
export async function explain(
  input: AlignInput,
  pairNumber: number,
  options: AlignOptions = {},
): Promise<Explanation> {
  const { alignment, lastPass } = await alignWithLastPass(input, options);
  const { en, zh, pairs, ladder } = alignment;
  const pair = pairs[pairNumber - 1];
  if (!pair || !lastPass) throw noSuchPair(pairNumber, pairs.length);
  const bead = ladder[pair.index]!;

  const isCrossing = pair.flags.includes('crossing');
  const look = isCrossing ? lastPass.leftOver! : lastPass.inOrder;
  const { band, shapes, model } = look.pass;
  const [row, column] = [look.en.indexOf(bead.en.start), look.zh.indexOf(bead.zh.start)];
  const i = row + bead.en.end - bead.en.start;
  const j = column + bead.zh.end - bead.zh.start;
  const { hits, cost } = priceBeads(look.pass);
  const shape = shapes.en.findIndex((count, k) => count === i - row && shapes.zh[k] === j - column);
  const { links, unexplained } = wordEvidence(
    row,
    i,
    column,
    j,
    hits,
    { tokens: model.en.tokens, segments: Array.from(look.en, (s) => en.segments[s]!) },
    { tokens: model.zh.tokens, segments: Array.from(look.zh, (t) => zh.segments[t]!) },
    model.weights,
    linkKinds(lastPass.lexical, lastPass.names, model.en.tokens, model.zh.tokens),
  );
  const { corners } = lastPass;
  const index = corners.findIndex((corner) => corner[0] === i && corner[1] === j);
  const ways = isCrossing ? [] : otherWays(band, shapes, cost, corners, index, MOST_ALTERNATIVES);
  return {
    pair,
    bead,
    cost: cost[(band.rowStart[i]! + j - band.lo[i]!) * shapes.en.length + shape]!,
    terms: beadTerms(row, i, column, j, model.prior[shape]!, hits, model),
    evidence: links,
    unexplained,
    alternatives: ways.map(({ extra, beads }) => ({ extra, beads: beads.map(inText(look, en, zh)) })),
  };
}

/** A bead of a part of the text by the numbers of the text, with its texts. */
function inText(part: PartOfText, en: Side, zh: Side): (bead: PricedBead) => AlternativeBead {
  return ({ row, i, column, j }) => {
    const [enStart, enEnd] = rangeInText(row, i, part.en);
    const [zhStart, zhEnd] = rangeInText(column, j, part.zh);
    return {
      en: { start: enStart as SegmentIndex, end: enEnd as SegmentIndex },
      zh: { start: zhStart as SegmentIndex, end: zhEnd as SegmentIndex },
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

import { HEADING, type Headings, LIKE_HEADING, TEXT } from '../../score/headings.js';
import type { Weights } from '../../score/weights.js';

/** What the headings say: those that one side has only, and those in a bead with text. */
export function headingCost(
  en: Headings,
  zh: Headings,
  row: number,
  i: number,
  column: number,
  j: number,
  weights: Weights,
): number {
  const enKind = leastKind(en, row, i);
  const zhKind = leastKind(zh, column, j);
  let cost = joinedCost(en, enKind, row, i, weights) + joinedCost(zh, zhKind, column, j, weights);
  if (enKind !== TEXT && zhKind !== TEXT) {
    if (enKind === zhKind)
      cost -= weights.headingAgrees * (enKind === HEADING ? 1 : LIKELY_HEADING * en.tells * zh.tells);
  } else if (enKind !== zhKind) {
    cost += weights.headingDiffers * surely(enKind === TEXT ? zh : en, Math.max(enKind, zhKind));
  }
  return cost;
}

/** How surely a segment is of a kind, 0–1: what only looks like a heading may be a caption or an entry of a list. */
export function surely({ tells }: Headings, kind: number): number {
  return kind === HEADING ? 1 : kind === LIKE_HEADING ? LIKELY_HEADING * tells : 0;
}

const LIKELY_HEADING = 0.5;
/** Whatever it is, it seldom belongs in one sentence with what follows. */
const LIKELY_APART = 0.8;

function leastKind({ kind }: Headings, from: number, to: number): number {
  let least = kind[from]!;
  for (let s = from + 1; s < to; s++) if (kind[s]! < least) least = kind[s]!;
  return least;
}

function joinedCost(side: Headings, least: number, from: number, to: number, weights: Weights): number {
  if (to - from === 1 || least !== TEXT) return 0;
  let most = TEXT;
  for (let s = from; s < to; s++) most = Math.max(most, side.kind[s]!);
  if (most === TEXT) return 0;
  return weights.headingJoined * (most === HEADING ? 1 : LIKELY_APART * side.tells);
}

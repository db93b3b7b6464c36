import type { EvaluationBead } from 'duiqi/check';

export interface CandidateBead {
  readonly row: number;
  readonly i: number;
  readonly column: number;
  readonly j: number;
}
export interface Verdict<Gold extends EvaluationBead> {
  readonly isGold: boolean;
  readonly equal: Gold | null;
  readonly found: number;
  readonly right: number;
}
export function judged<Bead extends CandidateBead, Gold extends EvaluationBead>(
  beads: readonly Bead[],
  gold: readonly Gold[],
): (Bead & Verdict<Gold>)[];

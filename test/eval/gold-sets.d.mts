import type { EvaluationBead } from 'duiqi/check';

export const evalFolder: string;
export const hasEvalData: boolean;
export const beadSets: readonly string[];

export interface GoldText {
  readonly en: readonly string[];
  readonly zh: readonly string[];
  readonly gold: readonly EvaluationBead[];
  readonly verses: { readonly en: readonly string[]; readonly zh: readonly string[] } | null;
}
export function goldTexts(set: string): GoldText[];

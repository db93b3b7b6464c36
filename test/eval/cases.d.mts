import type { CaseFigures } from './report.mjs';

export const casesFolder: string;
export const hasCases: boolean;
export function kindsOfCases(folder?: string): string[];
/** A pair as JSON lines have it, as far as it is judged. */
export interface JudgedPair {
  readonly en: string;
  readonly zh: string;
  readonly score?: number;
  readonly flags?: readonly string[];
  readonly clause?: string | null;
}
export interface CaseVerdict {
  readonly right: number;
  readonly gold: number;
  readonly sure: number;
  readonly unflagged: number;
}
export function judgedPairs(pairs: readonly JudgedPair[], gold: string): CaseVerdict;
export function evaluateCases(folder?: string): Promise<CaseFigures>;

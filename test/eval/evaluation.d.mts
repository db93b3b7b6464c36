import type { Evaluation } from 'duiqi';

export const evalFolder: string;
export const hasEvalData: boolean;
export const beadSets: readonly string[];

export interface BeadSetResult extends Evaluation {
  readonly milliseconds: number;
  readonly signature: string;
  readonly scored: readonly { readonly score: number; readonly right: boolean }[];
}
export function evaluateBeadSet(set: string): Promise<BeadSetResult>;

export interface DocumentResult {
  readonly strictF1: number;
  readonly linked: number;
  readonly lost: number;
  readonly milliseconds: number;
}
export function documents(): { readonly name: string; readonly mixed: string | null }[];
export function evaluateDocument(name: string, file?: string | null): Promise<DocumentResult>;

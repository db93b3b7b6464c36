import type { BeadSetFigures, DeletionFigures, DocumentFigures } from './report.mjs';

export const deletionSets: readonly string[];

export interface Measured<Figures> {
  readonly figures: Figures;
  readonly milliseconds: number;
  readonly signature: string;
}
export function evaluateBeadSet(set: string): Promise<Measured<BeadSetFigures>>;
export function evaluateDeletions(set: string): Promise<DeletionFigures>;
export function documents(): string[];
export function evaluateDocument(document: string): Promise<Measured<DocumentFigures>>;

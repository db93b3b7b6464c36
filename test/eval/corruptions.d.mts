import type { AlignInput, AlignOptions } from 'duiqi';
import type { EvaluationBead } from 'duiqi/check';

export interface CorruptedDocument {
  readonly kind: string;
  readonly set: string;
  readonly name: string;
  readonly en: readonly string[];
  readonly zh: readonly string[];
  readonly gold: readonly EvaluationBead[];
  readonly foreign: { readonly en: ReadonlySet<number>; readonly zh: ReadonlySet<number> };
  readonly input: AlignInput;
  readonly options: AlignOptions;
}
export const kindsOfCorruption: readonly string[];
export function corruptedDocuments(options?: {
  readonly all?: boolean;
  readonly kinds?: readonly string[];
  readonly seed?: number;
}): Generator<CorruptedDocument>;

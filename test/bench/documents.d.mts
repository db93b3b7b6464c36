import type { SentenceBead } from './text.mjs';
import type { Vocabulary } from './vocabulary.mjs';

export interface BenchDocument {
  readonly id: string;
  readonly beads: readonly SentenceBead[];
}
export interface DocumentsOptions {
  readonly count: number;
  readonly seed: number;
  readonly vocabulary: Vocabulary;
  readonly least?: number;
  readonly most?: number;
}
export function makeDocuments(options: DocumentsOptions): Generator<BenchDocument>;
export function sideOf(document: BenchDocument, side: 'en' | 'zh'): string;
export function versionOf(document: BenchDocument, share: number, random: () => number): BenchDocument;

export interface Collections {
  readonly english: readonly { readonly id: string; readonly text: string }[];
  readonly chinese: readonly { readonly id: string; readonly text: string }[];
  readonly gold: ReadonlyMap<number, number>;
}
export function makeCollections(
  options: DocumentsOptions & { readonly alone?: number; readonly versions?: number },
): Collections;

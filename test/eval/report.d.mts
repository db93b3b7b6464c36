import type { Accuracy } from 'duiqi/check';
import type { Bins } from './reliability.mjs';

export interface BeadSetFigures {
  readonly strict: Accuracy;
  readonly lax: Accuracy;
  readonly all: number;
  readonly reliability: Bins;
}
export interface DeletionFigures {
  readonly en: number;
  readonly zh: number;
}
export interface DocumentFigures {
  readonly strictF1: number;
  readonly linked: number;
  readonly lost: number;
}
/** What came of documents that were spoilt in one way; null where nothing is to be measured. */
export interface CorruptedFigures {
  readonly documents: number;
  readonly said: number;
  readonly f1: number | null;
  readonly sure: number;
  readonly sureRight: number | null;
  readonly foreignSure: number | null;
  readonly foreignLikely: number | null;
  readonly error: number;
}
/** Gold lines of the field cases by kind, and the wrong pairs of all of them. */
export interface CaseFigures {
  readonly kinds: Readonly<Record<string, { readonly right: number; readonly gold: number }>>;
  /** Scored 0.9 or more. */
  readonly sure: number;
  /** Scored 0.5 or more, without a flag that warns of them. */
  readonly unflagged: number;
}

/** How many pairs of a manual as web pages its PDF gives. */
export interface ManualFigures {
  readonly pairs: number;
  /** The share of them. */
  readonly found: number;
}

/** What baseline.json holds. */
export interface Figures {
  readonly signatures: { readonly sets: string; readonly documents: string };
  readonly sets: Readonly<Record<string, BeadSetFigures>>;
  readonly deletions: Readonly<Record<string, DeletionFigures>>;
  readonly documents: Readonly<Record<string, DocumentFigures>>;
  readonly corrupted?: Readonly<Record<string, CorruptedFigures>>;
  readonly cases: CaseFigures;
  readonly manuals?: Readonly<Record<string, ManualFigures>>;
}
export interface TerminalOnly {
  readonly baseline: Figures;
  readonly milliseconds: Readonly<Record<string, number>>;
}
export function manualReport(
  manuals: Readonly<Record<string, ManualFigures>>,
  baseline?: Readonly<Record<string, ManualFigures>>,
): string;
export function report(figures: Figures, extra?: TerminalOnly | null): string;
export function caseReport(figures: CaseFigures, baseline?: CaseFigures): string;
export function meanLinked(documents: Figures['documents']): number;
export function fallen(measured: Partial<Figures>, baseline: Figures): string[];
export function withReport(readme: string, figures: Figures): string;

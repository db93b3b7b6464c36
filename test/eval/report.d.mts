import type { Accuracy } from 'duiqi';
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

/** What baseline.json holds. */
export interface Figures {
  readonly signatures: { readonly sets: string; readonly documents: string };
  readonly sets: Readonly<Record<string, BeadSetFigures>>;
  readonly deletions: Readonly<Record<string, DeletionFigures>>;
  readonly documents: Readonly<Record<string, DocumentFigures>>;
}
export interface TerminalOnly {
  readonly baseline: Figures;
  readonly milliseconds: Readonly<Record<string, number>>;
}
export function report(figures: Figures, extra?: TerminalOnly | null): string;
export function meanLinked(documents: Figures['documents']): number;
export function fallen(measured: Partial<Figures>, baseline: Figures): string[];
export function withReport(readme: string, figures: Figures): string;

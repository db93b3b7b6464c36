/** Of several runs. */
export interface Spread {
  readonly median: number;
  readonly least: number;
  readonly most: number;
}
/** Figures of one text; only the first ones where the runs came to nothing. */
export interface Figures {
  readonly name: string;
  readonly sentences: { readonly en: number; readonly zh: number };
  readonly timedOut?: number;
  readonly failed?: string;
  readonly runs?: number;
  readonly seconds?: Spread;
  readonly processor?: Spread;
  readonly megabytes?: Spread;
  readonly yardstick?: Spread;
  readonly ratio?: Spread;
  /** Seconds of hunalign on the same text, and how many times as long ours takes. */
  readonly hunalign?: Spread;
  readonly timesHunalign?: Spread;
  readonly status?: number;
  readonly says?: string;
}
export interface WorkFigures extends Figures {
  readonly target: {
    readonly seconds?: number;
    readonly starts?: number;
    readonly megabytes: number;
  } | null;
  readonly starts?: Spread;
  readonly f1?: number;
}
/** What performance.json holds. */
export interface Performance {
  readonly machine: { readonly node: string; readonly cores: number; readonly processor: string };
  readonly works: readonly WorkFigures[];
  readonly worstCases: readonly Figures[];
}
export interface Growth {
  readonly from: number;
  readonly to: number;
  readonly exponent: number;
  readonly bytesPerSentence: number;
}
export function report(figures: Performance): string;
export function growth(works: readonly WorkFigures[]): Growth | null;
export function withReport(document: string, figures: Performance): string;

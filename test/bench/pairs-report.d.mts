export interface WorkFigures {
  /** Why there are no others. */
  readonly failed?: string;
  readonly status?: number;
  readonly seconds?: number;
  /** Seconds as a multiple of the yardstick. */
  readonly ratio?: number;
  readonly megabytes?: number;
}
export interface FormatFigures {
  readonly name: string;
  /** Of the files. */
  readonly megabytes: number;
  readonly write: WorkFigures;
  readonly read: WorkFigures;
}
/** What performance.json holds under `pairs`. */
export interface PairsPerformance {
  readonly machine: { readonly node: string; readonly cores: number; readonly processor: string };
  readonly count: number;
  /** Of the machine at the beginning of each work. */
  readonly load: readonly number[];
  readonly formats: readonly FormatFigures[];
  readonly commands: readonly (WorkFigures & { readonly command: string })[];
}
export function pairsReport(figures: PairsPerformance): string;
export function withPairsReport(document: string, figures: PairsPerformance): string;

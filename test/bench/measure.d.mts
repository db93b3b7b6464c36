import type { Spread } from './report.mjs';

export function measure(
  command: {
    readonly directory: string;
    readonly english: string;
    readonly chinese: string;
    readonly args: readonly string[];
  },
  options: { readonly runs: number; readonly timeout: number; readonly other?: (() => number | null) | null },
): { readonly failed?: string; readonly timedOut?: number; readonly processorRatio?: Spread };

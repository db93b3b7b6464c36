import type { CorruptedFigures } from './report.mjs';

export function evaluateCorruptions(options?: {
  readonly all?: boolean;
  readonly kinds?: readonly string[];
  readonly seed?: number;
}): Promise<Record<string, CorruptedFigures>>;

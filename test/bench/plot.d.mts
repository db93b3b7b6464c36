import type { WorkFigures } from './report.mjs';

export function performancePlot(works: readonly WorkFigures[]): string;

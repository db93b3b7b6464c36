import type { CorruptedDocument } from './corruptions.mjs';

export const AMENDED: string;
export function amendedLaws(options?: { laws?: number; seed?: number }): Generator<CorruptedDocument>;

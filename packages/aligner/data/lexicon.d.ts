/** The compiled lexicon, made by scripts/build-lexicon.mjs; its format is described in src/score/compiled-lexicon.ts. */
export const name: string;
export const words: string;
export const stems: string;
export const readings: string;
export const levels: string;
export const counts: string;
export const ids: string;
export const weights: string;
export const synonymCounts: string;
export const synonymIds: string;
export const strengths: string;

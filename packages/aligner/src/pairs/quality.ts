import type { Pair, Segment, Segmentation } from '../types.js';

/**
 * How much of the text has found its counterpart, 0–1: the share of its characters that lie in pairs, each weighed by
 * the score of its pair; the mean of both languages.
 */
export function qualityOf({ en, zh }: Pick<Segmentation, 'en' | 'zh'>, pairs: readonly Pair[]): number {
  const [enAll, zhAll] = [characters(en.segments), characters(zh.segments)];
  if (enAll === 0 || zhAll === 0) return 0;
  let [enFound, zhFound] = [0, 0];
  for (const pair of pairs) {
    enFound += pair.score * characters(pair.en.segments);
    zhFound += pair.score * characters(pair.zh.segments);
  }
  return Math.round(((enFound / enAll + zhFound / zhAll) / 2) * 1e4) / 1e4;
}

function characters(segments: readonly Segment[]): number {
  return segments.reduce((sum, { text }) => sum + text.replace(/\s+/gu, '').length, 0);
}

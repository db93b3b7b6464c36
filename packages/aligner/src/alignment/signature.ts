import { hash } from '../common/hash.js';
import { version } from '../common/version.js';
import type { Settings } from '../options.js';
import type { Lexicon } from './score/lexicon.js';

/** What made a result, in one line, as sacreBLEU does it (Post 2018): `duiqi:0.1.0|segments:sentences|…`. */
export function signature(
  { format, encoding, lossy, layout, segments, segmenters, scorer, similarity, update }: Settings,
  lexicon: Lexicon,
): string {
  return [
    `duiqi:${version}`,
    `format:${format}`,
    ...(encoding === 'auto' ? [] : [`encoding:${encoding}`]),
    ...(lossy ? ['lossy'] : []),
    ...(layout === 'auto' ? [] : [`layout:${layout}`]),
    `segments:${segments}`,
    `lexicon:${lexicon.name}`,
    ...segmenters.map(({ language, name }) => `segmenter-${language}:${name}`),
    ...(scorer ? [`scorer:${scorer.name}`] : []),
    ...(similarity ? [`similarity:${similarity.name}`] : []),
    ...(update ? [`update:${update.reduce((digest, pair) => hash(digest, JSON.stringify(pair)), '')}`] : []),
  ].join('|');
}

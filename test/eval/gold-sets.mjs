// The gold beads of sentences in ../shared/eval, a text at a time.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseBeads } from '../../packages/aligner/dist/check.js';

export const evalFolder = fileURLToPath(new URL('../../../shared/eval/', import.meta.url));
export const hasEvalData = existsSync(path.join(evalFolder, 'mac-dev'));

/** Each set with the language of its sources: the side that its gold names first. */
const SOURCE_LANGUAGE = { 'mac-dev': 'zh', mag: 'en', bible: 'en' };
export const beadSets = Object.keys(SOURCE_LANGUAGE);

/** The texts of a set: the lines of both sides, the gold, and the verse of each line where the gold is by verse. */
export function goldTexts(set) {
  const folder = path.join(evalFolder, set);
  const lines = (...part) =>
    readFileSync(path.join(folder, ...part), 'utf8')
      .replace(/\n$/, '')
      .split('\n');
  const first = SOURCE_LANGUAGE[set];
  const bySide = (source, target) =>
    first === 'en' ? { en: source, zh: target } : { en: target, zh: source };
  return readdirSync(path.join(folder, 'gold'))
    .sort()
    .map((file) => {
      const name = path.basename(file, '.align');
      return {
        ...bySide(lines('src', name), lines('tgt', name)),
        gold: parseBeads(readFileSync(path.join(folder, 'gold', file), 'utf8'), { first }),
        verses: existsSync(path.join(folder, 'src.verse'))
          ? bySide(lines('src.verse'), lines('tgt.verse'))
          : null,
      };
    });
}

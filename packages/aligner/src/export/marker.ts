import type { PairRecord } from '../pair-record.js';
import { markerInPath } from '../structure/clause-tree.js';
import { readLabels } from '../structure/label.js';
import type { Language } from '../types.js';

/**
 * One side of a pair without the clause marker that it begins with; the whole text where it begins with none, or has nothing
 * else. A marker is what the path of the clause ends with, so that `1.` in front of a quantity is none.
 */
export function withoutMarker({ en, zh, clause, clause_zh }: PairRecord, language: Language): string {
  const text = language === 'en' ? en : zh;
  const innermost = (language === 'en' ? clause : (clause_zh ?? clause))?.split('/').at(-1);
  // `First,` and `一是` are words of the sentence: no tool cuts them off.
  const label = readLabels(text, language).find(
    (each) => each.scheme !== 'ordinal-word' && markerInPath(each) === innermost,
  );
  if (label === undefined) return text;
  const rest = text.slice(label.length);
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text;
}

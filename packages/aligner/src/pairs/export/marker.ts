import { markerInPath } from '../../document/structure/clause-tree.js';
import { readLabels } from '../../document/writing/label.js';
import type { Label, Language } from '../../types.js';
import type { PairRecord } from '../pair-record.js';

/**
 * One side of a pair without the clause marker that it begins with; the whole text where it begins with none, or has nothing
 * else. A marker is what the path of the clause ends with, so that `1.` in front of a quantity is none; where nothing is
 * known of clauses, as in the memories of other tools, it is what counts the same on both sides.
 */
export function withoutMarker(record: PairRecord, language: Language): string {
  const text = record[language];
  const label = markerOf(record, language);
  if (label === undefined) return text;
  const rest = text.slice(label.length);
  return /[\p{L}\p{N}]/u.test(rest) ? rest : text;
}

function markerOf(record: PairRecord, language: Language): Label | undefined {
  const { clause, clause_zh } = record;
  if (clause === null) {
    const labels = markersAtStart(record, language);
    if (labels.length === 0) return undefined;
    const others = markersAtStart(record, language === 'en' ? 'zh' : 'en');
    return labels.find((label) => others.some((other) => countsTheSame(label, other)));
  }
  const innermost = (language === 'en' ? clause : (clause_zh ?? clause)).split('/').at(-1)!;
  // Most sentences of a clause are not its first one, and reading a marker is slow work.
  if (!record[language].replaceAll('\\', '').includes(innermost)) return undefined;
  return markersAtStart(record, language).find((label) => markerInPath(label) === innermost);
}

/** `First,` and `一是` are words of the sentence: no tool cuts them off. */
function markersAtStart(record: PairRecord, language: Language): readonly Label[] {
  return readLabels(record[language], language).filter(({ scheme }) => scheme !== 'ordinal-word');
}

function countsTheSame(label: Label, other: Label): boolean {
  return label.ordinals.join('.') === other.ordinals.join('.');
}

import { Fingerprints } from '../../common/fingerprints.js';
import { traditionalBalance } from '../../document/writing/traditional.js';
import type { Flag } from '../../types.js';
import type { PairRecord } from '../pair-record.js';
import { json } from './json.js';

/**
 * Pairs in the flat form of the parallel corpora of MNBVC (https://github.com/esbatmop/MNBVC): a line for each paragraph, which is a pair
 * here, with what is known of its file and a field for each language. Traditional Chinese has a field of its own; which of
 * the two a document is in is found in all of its pairs.
 *
 * @param date `YYYYMMDD` or `''`
 */
export function* mnbvcLines(pairs: Iterable<PairRecord>, date: string): Iterable<string> {
  const documents = countDocuments(pairs);
  const lineNumbers = new Map<string, number>();
  for (const { record, isRepeated, isInOtherDocument } of withRepeats(pairs)) {
    const { en, zh, score, bead, clause, doc } = record;
    const flags = flagsOf(record);
    const { count, different, lowScores, balance } = documents.get(doc)!;
    const lineNumber = (lineNumbers.get(doc) ?? 0) + 1;
    lineNumbers.set(doc, lineNumber);
    const line = {
      文件名: doc,
      是否待查文件: false,
      是否重复文件: false,
      段落数: count,
      去重段落数: different,
      低质量段落数: lowScores,
      行号: lineNumber,
      是否重复: isRepeated,
      是否跨文件重复: isInOtherDocument,
      ...NO_TEXTS,
      en_text: en,
      [balance > 0 ? 'cht_text' : 'zh_text']: zh,
      扩展字段: json({ score, bead, clause, flags }),
      时间: date,
    };
    yield `${json(line)}\n`;
  }
}

/** The format cannot say that a person has confirmed a pair, so nor does it say that its score is low. */
function flagsOf({ flags, confirmed }: PairRecord): readonly Flag[] {
  return confirmed ? flags.filter((flag) => flag !== 'low-score') : flags;
}

const LANGUAGES = 'it zh en ar nl de eo fr he ja pt ru es sv ko th id cht vi'.split(' ');
const NO_TEXTS = Object.fromEntries(LANGUAGES.map((language) => [`${language}_text`, '']));

/** What each line of a document says of the document. */
interface DocumentCounts {
  count: number;
  different: number;
  lowScores: number;
  /** Above 0 where its Chinese is traditional. */
  balance: number;
}

function countDocuments(pairs: Iterable<PairRecord>): ReadonlyMap<string, DocumentCounts> {
  const documents = new Map<string, DocumentCounts>();
  for (const { record, isRepeated } of withRepeats(pairs)) {
    const counts = documents.get(record.doc) ?? { count: 0, different: 0, lowScores: 0, balance: 0 };
    documents.set(record.doc, counts);
    counts.count++;
    if (!isRepeated) counts.different++;
    if (flagsOf(record).includes('low-score')) counts.lowScores++;
    counts.balance += traditionalBalance(record.zh);
  }
  return documents;
}

interface MaybeRepeated {
  readonly record: PairRecord;
  /** Its document has it before. */
  readonly isRepeated: boolean;
  /** Another document, of which pairs came before, has it first. */
  readonly isInOtherDocument: boolean;
}

function* withRepeats(pairs: Iterable<PairRecord>): Iterable<MaybeRepeated> {
  const documents = new Fingerprints();
  const texts = new Fingerprints();
  const textsOfDocuments = new Fingerprints();
  const firstDocument: number[] = [];
  for (const record of pairs) {
    const { doc, en, zh } = record;
    const before = textsOfDocuments.size;
    const isRepeated = textsOfDocuments.add(doc, en, zh) < before;
    const document = documents.add(doc);
    const text = texts.add(en, zh);
    firstDocument[text] ??= document;
    yield { record, isRepeated, isInOtherDocument: firstDocument[text] !== document };
  }
}

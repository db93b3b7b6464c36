import type { Flag } from '../types.js';

/**
 * A pair as files of pairs hold it, whatever their format: flat, with the field names and the order of the JSONL format.
 * An alignment is written as these, and every format of pairs is read into these.
 */
export interface PairRecord {
  /** 16 hexadecimal digits, from the document's name, both texts and how often that pair came before. */
  readonly id: string;
  /** The English text; `''` where there is none. */
  readonly en: string;
  /** The Chinese text; `''` where there is none. */
  readonly zh: string;
  /** 0–1, four decimals; 0 for unaligned text, `null` where a file read says nothing of it. */
  readonly score: number | null;
  /** Numbers of segments, English first: `2-1`; `null` where a file read says nothing of it. */
  readonly bead: string | null;
  /** Path of the clause as the English side writes it; as the Chinese side does if the English has none. */
  readonly clause: string | null;
  /** Path of the clause as the Chinese side writes it, only when it is written differently. */
  readonly clause_zh?: string;
  /** Sorted. */
  readonly flags: readonly Flag[];
  /** With the flag `number-mismatch`: the numbers, as they are written, that the other side lacks, English first: `2024 | –`. */
  readonly numbers?: string;
  /** `[start, end)` in UTF-16 code units of the decoded source; none where they are not known. */
  readonly en_spans: readonly Offsets[];
  /** The same of the Chinese side. */
  readonly zh_spans: readonly Offsets[];
  /** Name of the document; of a pair from a file that names none, the name of that file. */
  readonly doc: string;
  /** With two sources: the positions of the English and the Chinese one among them. */
  readonly file?: readonly [en: number, zh: number];
  /** A person has looked at the pair and holds it for right. */
  readonly confirmed?: true;
  /** What a person has written about it. */
  readonly note?: string;
}

/** The fields of a pair in their order. */
export const PAIR_FIELDS = [
  'id',
  'en',
  'zh',
  'score',
  'bead',
  'clause',
  'clause_zh',
  'flags',
  'numbers',
  'en_spans',
  'zh_spans',
  'doc',
  'file',
  'confirmed',
  'note',
] as const satisfies readonly (keyof PairRecord)[];

/** A half-open range `[start, end)` of UTF-16 code units, as files hold it; see `Span`. */
export type Offsets = readonly [start: number, end: number];

/** Formats of files that hold pairs and can be read back. */
export type PairFormat = 'tmx' | 'jsonl' | 'tsv' | 'csv' | 'xlsx' | 'xliff' | 'moses';

/**
 * Pairs in files: writing them in the formats of translators and of training, reading them, joining and comparing them, and
 * which of them want a look.
 *
 * @module duiqi/pairs
 */
export { DOUBTFUL_BELOW } from './alignment/calibration/calibrate.js';
export { type Change, type ComparedField, compare, type NumberedPair } from './pairs/compare/compare.js';
export { compareTexts, type TextPart } from './pairs/compare/text-parts.js';
export { type BeadsOptions, toBeads } from './pairs/export/beads.js';
export { toCsv } from './pairs/export/csv.js';
export { type Doubt, doubts, doubtsAbout, isDoubtful } from './pairs/export/doubts.js';
export { type FilterOptions, type LeaveOutReason, leaveOutReason } from './pairs/export/filter.js';
export { type JsonlOptions, type JsonlProfile, toJsonl } from './pairs/export/jsonl.js';
export { toMoses } from './pairs/export/moses.js';
export { isNumbersAlone } from './pairs/export/numbers-alone.js';
export { type Pairs, type RecordOptions, records } from './pairs/export/records.js';
export type { UiLanguage } from './pairs/export/review-words.js';
export { type SrtOptions, toSrt } from './pairs/export/srt.js';
export { type Doubtful, type Markers, type TmxOptions, toTmx } from './pairs/export/tmx.js';
export { type TsvOptions, toTsv } from './pairs/export/tsv.js';
export { toXliff, type XliffOptions } from './pairs/export/xliff.js';
export { toXlsx, type XlsxOptions } from './pairs/export/xlsx.js';
export { FLAGS } from './pairs/flags/flag.js';
export { mended } from './pairs/import/mended.js';
export type { PairInput, PairSource, PairStream, ReadPairsOptions } from './pairs/import/pair-source.js';
export { readPairs } from './pairs/import/read-pairs.js';
export { type Merged, merge } from './pairs/merge/merge.js';
export type { Offsets, PairFormat, PairRecord } from './pairs/pair-record.js';

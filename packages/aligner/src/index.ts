export { align, alignStream, segment } from './align.js';
export { DOUBTFUL_BELOW } from './alignment/calibration/calibrate.js';
export { builtInLexicon, lexiconBytes } from './alignment/choose-lexicon.js';
export {
  type Accuracy,
  type Evaluation,
  type EvaluationBead,
  evaluate,
  parseBeads,
} from './alignment/evaluate.js';
export type { BeadTerms } from './alignment/lattice/bead-terms.js';
export {
  chineseWordsFinder,
  type DocumentWords,
  englishWords,
  namesOf,
} from './alignment/pairing/document-words.js';
export { type DocumentPair, pairDocuments } from './alignment/pairing/pair-documents.js';
export { type LexiconBytes, openLexicon } from './alignment/score/compiled-lexicon.js';
export { type GlossaryTerm, withGlossary } from './alignment/score/glossary.js';
export { parseGlossary } from './alignment/score/glossary-file.js';
export { type LearntLexicon, type LearntTranslation, withLearnt } from './alignment/score/learnt-lexicon.js';
export { parseLexicon, toLexicon } from './alignment/score/learnt-lexicon-file.js';
export type { Lexicon, Translation } from './alignment/score/lexicon.js';
export { type GlossaryOptions, readGlossary } from './alignment/score/read-glossary.js';
export type { LinkKind, WordLink } from './alignment/score/word-links.js';
export { train } from './alignment/train.js';
export { DuiqiError, type ErrorCode } from './common/errors.js';
export type { Abort } from './common/pacer.js';
export type { Phase, Progress } from './common/progress.js';
export { version } from './common/version.js';
export type { PdfReader, PdfReading } from './document/read/document-options.js';
export type { Encoding } from './document/read/encodings.js';
export { INPUT_FORMATS, type InputFormatInfo } from './document/read/format-table.js';
export { readPdf } from './document/read/pdf-reader.js';
export { readSrx } from './document/segment/srx.js';
export {
  type Alternative,
  type AlternativeBead,
  alignExplained,
  type ExplainedAlignment,
  type Explanation,
  explain,
} from './explain.js';
export type { AlignInput, AlignOptions, LexiconAddress, TextInput } from './options.js';
export { type CheckFormat, type CheckOptions, check, repaired } from './pairs/check/check.js';
export type { Finding, FindingCode } from './pairs/check/finding.js';
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
export { type TmxOptions, toTmx } from './pairs/export/tmx.js';
export { type TsvOptions, toTsv } from './pairs/export/tsv.js';
export { toXliff, type XliffOptions } from './pairs/export/xliff.js';
export { toXlsx, type XlsxOptions } from './pairs/export/xlsx.js';
export { FLAGS } from './pairs/flags/flag.js';
export { mended } from './pairs/import/mended.js';
export type { PairInput, PairSource, ReadPairsOptions } from './pairs/import/pair-source.js';
export { readPairs } from './pairs/import/read-pairs.js';
export { type Merged, merge } from './pairs/merge/merge.js';
export type { Offsets, PairFormat, PairRecord } from './pairs/pair-record.js';
export { proposeCut } from './pairs/review/propose-cut.js';
export { proposeTerms, type TermOptions, type TermProposal } from './pairs/terms/propose-terms.js';
export { type TermFormat, writeTerms } from './pairs/terms/write-terms.js';
export { defineLexicon, defineScorer, defineSegmenter, type Scorer, type Segmenter } from './plugins.js';
export { type RealignOptions, realign, realignAct } from './realign.js';
export * from './review.js';
export type * from './types.js';

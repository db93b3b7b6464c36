/**
 * Documents in, aligned pairs out: what most programs need, and nothing that reads or writes files of pairs.
 *
 * @module duiqi
 */
export type { BeadTerms } from './alignment/lattice/bead-terms.js';
export type { LinkKind, WordLink } from './alignment/score/word-links.js';
export type { DiagnosticCode } from './common/diagnostic.js';
export type { DiagnosticValues, LeftOutPart, ReadAsTextReason } from './common/diagnostic-values.js';
export { DuiqiError, type ErrorCode } from './common/errors.js';
export type { Abort } from './common/pacer.js';
export type { Problem } from './common/problems.js';
export type { Phase, Progress } from './common/progress.js';
export { segmentIndex } from './common/segment-index.js';
export { version } from './common/version.js';
export type { PdfReader, PdfReading } from './document/read/document-options.js';
export type { Encoding } from './document/read/encodings.js';
export { INPUT_FORMATS, type InputFormatInfo } from './document/read/format-table.js';
export { readPdf } from './document/read/pdf-reader.js';
export type { Alternative, AlternativeBead, ExplainedAlignment, Explanation } from './explain.js';
export {
  align,
  alignExplained,
  alignStream,
  explain,
  proposeCut,
  readSrx,
  realign,
  realignAct,
  segment,
} from './on-demand.js';
export type { AlignInput, AlignOptions, LexiconAddress, TextInput } from './options.js';
export {
  defineScorer,
  defineSegmenter,
  defineSimilarity,
  type Likenesses,
  type Scorer,
  type Segmenter,
  type Similarity,
  type Vector,
} from './plugins.js';
export type { RealignOptions } from './realign.js';
export type * from './types.js';

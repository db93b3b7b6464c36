/**
 * What would break the import of a file of pairs, of whatever origin, and how good an alignment is beside a gold one.
 *
 * @module duiqi/check
 */
export {
  type Accuracy,
  type Evaluation,
  type EvaluationBead,
  evaluate,
  parseBeads,
} from './alignment/evaluate.js';
export { type CheckFormat, type CheckOptions, check, repaired } from './pairs/check/check.js';
export type { Finding, FindingCode } from './pairs/check/finding.js';

import type { Diagnostic } from '../types.js';

/**
 * Everything that a diagnostic can be about, by the alphabet. The page docs/diagnostics.md says what each means and what to do;
 * a test holds it to this list.
 */
export const DIAGNOSTIC_CODES = [
  'band-widened',
  'bilingual-text',
  'characters-replaced',
  'chinese-lost',
  'clauses-unmatched',
  'confirmed-lost',
  'damaged-page',
  'deleted',
  'encoding',
  'endless-sentence',
  'field-passed-over',
  'glossary-rows',
  'hidden',
  'languages-found',
  'left-out',
  'no-text-on-page',
  'no-value',
  'not-a-translation',
  'note-lost',
  'nothing-to-align',
  'odd-cells',
  'other-format',
  'other-language',
  'page-cut',
  'passed-over',
  'path-guessed',
  'read-as-text',
  'repeated-text',
  'row-shift',
  'side-labels',
  'sides-exchanged',
  'time-shift',
  'too-long',
  'truncated',
  'undecodable',
  'undecodable-text',
  'unpaired-quotes',
  'unreadable-times',
] as const;

/** What a diagnostic is about, for programs; docs/diagnostics.md explains each. */
export type DiagnosticCode = (typeof DIAGNOSTIC_CODES)[number];

/** The side and the stretch of text that a diagnostic is about; null for the document as a whole. */
type Where = Partial<Pick<Diagnostic, 'side' | 'span'>>;

/** Something that the caller may want to know. */
export function info(
  code: DiagnosticCode,
  message: string,
  { side = null, span = null }: Where = {},
): Diagnostic {
  return { code, severity: 'info', side, span, message };
}

/** Something that may have gone wrong, and wants a look. */
export function warning(
  code: DiagnosticCode,
  message: string,
  { side = null, span = null }: Where = {},
): Diagnostic {
  return { code, severity: 'warning', side, span, message };
}

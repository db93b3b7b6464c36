import type { Diagnostic } from '../types.js';
import type { DiagnosticValues } from './diagnostic-values.js';

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

/**
 * What a diagnostic is about, for programs; docs/diagnostics.md explains each.
 *
 * @useDeclaredType
 */
export type DiagnosticCode = (typeof DIAGNOSTIC_CODES)[number];

/** What a diagnostic is about beside its code: null, or nothing, for the document as a whole. */
type About<Code extends DiagnosticCode> = Partial<Pick<Diagnostic, 'side' | 'span'>> & {
  readonly values?: DiagnosticValues[Code];
};

/** Something that the caller may want to know. */
export function info<Code extends DiagnosticCode>(
  code: Code,
  message: string,
  about: About<Code> = {},
): Diagnostic {
  return diagnostic('info', code, message, about);
}

/** Something that may have gone wrong, and wants a look. */
export function warning<Code extends DiagnosticCode>(
  code: Code,
  message: string,
  about: About<Code> = {},
): Diagnostic {
  return diagnostic('warning', code, message, about);
}

function diagnostic<Code extends DiagnosticCode>(
  severity: Diagnostic['severity'],
  code: Code,
  message: string,
  { side = null, span = null, values }: About<Code>,
): Diagnostic {
  return { code, severity, side, span, message, ...(values && { values }) };
}

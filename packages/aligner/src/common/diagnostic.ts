import type { Diagnostic } from '../types.js';

/** The side and the stretch of text that a diagnostic is about; null for the document as a whole. */
type Where = Partial<Pick<Diagnostic, 'side' | 'span'>>;

/** Something that the caller may want to know. */
export function info(code: string, message: string, { side = null, span = null }: Where = {}): Diagnostic {
  return { code, severity: 'info', side, span, message };
}

/** Something that may have gone wrong, and wants a look. */
export function warning(code: string, message: string, { side = null, span = null }: Where = {}): Diagnostic {
  return { code, severity: 'warning', side, span, message };
}

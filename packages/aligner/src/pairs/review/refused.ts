import { DuiqiError } from '../../common/errors.js';
import type { Problem } from '../../common/problems.js';

/** What an act that does not apply throws: one sentence for a person. */
export function refused(message: string, problem?: Problem): DuiqiError {
  return new DuiqiError('bad-act', message, problem && { problem });
}

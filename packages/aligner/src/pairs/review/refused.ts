import { DuiqiError } from '../../common/errors.js';

/** What an act that does not apply throws: one sentence for a person. */
export function refused(message: string): DuiqiError {
  return new DuiqiError('bad-act', message);
}

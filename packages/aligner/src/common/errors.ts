/**
 * What went wrong, for programs. Each is explained to people by the error's message.
 *
 * - `bad-option`: an option has a value that it may not have, or there is no such option.
 * - `bad-input`: what was given is none of what the function takes, as each function may say, or the text of it is not.
 * - `bad-act`: an act of a review does not apply to its rows as they are.
 * - `undecodable`: bytes are no text in any supported encoding.
 * - `unreadable`: a document, or a file of pairs, cannot be opened (damaged, encrypted, without text, of an unknown kind), or a lexicon
 *   is not there.
 */
export type ErrorCode = 'bad-option' | 'bad-input' | 'bad-act' | 'undecodable' | 'unreadable';

/**
 * The only error that the library throws on purpose: a bad argument, or bytes that are no text or no document. Text itself
 * never throws, however odd: what was odd about it is in the diagnostics.
 * The message is one sentence that says what was wrong, where, and what to do.
 */
export class DuiqiError extends Error {
  readonly code: ErrorCode;
  /** What the message names; `problem`, a `Problem`, says within the code what was wrong, to programs that say it in another language. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = 'DuiqiError';
    this.code = code;
    this.details = details;
  }
}

import { DuiqiError } from './errors.js';

/**
 * For an answer of a plug-in that is not what its function must return.
 *
 * @param mayWait whether it may answer with a promise
 */
export function unexpectedAnswer(
  what: string,
  name: string,
  key: string,
  answer: unknown,
  wanted: string,
  mayWait = false,
): DuiqiError {
  return new DuiqiError(
    'bad-option',
    `The ${what} "${name}" answered with ${described(answer)}: its function "${key}" must return ${wanted}${mayWait ? '' : ', at once'}.`,
    { what, name, key, answer },
  );
}

/** Characters of an answer that a message quotes. */
const QUOTED = 60;

function described(answer: unknown): string {
  if (answer === undefined || answer === null) return 'nothing';
  if (typeof answer === 'object' && 'then' in answer) return 'a promise';
  if (typeof answer === 'string') return `the text ${JSON.stringify(answer.slice(0, QUOTED))}`;
  if (typeof answer === 'number') return `the number ${answer}`;
  if (Array.isArray(answer)) return 'a list of something else';
  return typeof answer === 'object' ? 'an object' : `a ${typeof answer}`;
}

import { DuiqiError } from 'duiqi';
import { Failure, messageOf, Status } from './failure.js';

/** The status that an error ends the command with, and what the user is told of it. */
export function explain(error: unknown): [Status, string] {
  if (error instanceof Failure) return [error.status, error.message];
  if (error instanceof DuiqiError) {
    return [error.code === 'bad-option' ? Status.usage : Status.failed, error.message];
  }
  const advice = 'this is a fault in duiqi: please report it with the command that you ran';
  return [Status.failed, `${messageOf(error)} (${advice}).`];
}

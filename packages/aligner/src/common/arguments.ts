import { DuiqiError } from './errors.js';

// What public functions ask of what they are given: programs without types, and data that is not what it was taken for, are told in
// a sentence at once, and not by an error in the middle of the work.

/** @param wanted what to give, for the message */
export function badArgument(what: string, value: unknown, wanted: string): DuiqiError {
  return new DuiqiError('bad-input', `Unexpected ${what}: ${shown(value)}. Give ${wanted}.`, { what });
}

/** @throws DuiqiError `bad-input` */
export function checkText(what: string, value: unknown): void {
  if (typeof value !== 'string') throw badArgument(what, value, 'a string');
}

/** @throws DuiqiError `bad-input` */
export function checkTextOrBytes(what: string, value: unknown): void {
  if (typeof value !== 'string') checkBytes(what, value, 'a string or a Uint8Array');
}

/** @throws DuiqiError `bad-input` */
export function checkBytes(what: string, value: unknown, wanted = 'a Uint8Array'): void {
  if (!(value instanceof Uint8Array)) throw badArgument(what, value, wanted);
}

/**
 * A text is a mistake here, though it can be iterated over.
 *
 * @throws DuiqiError `bad-input`
 */
export function checkIterable(what: string, value: unknown, wanted: string): void {
  if (!isObject(value) || !(Symbol.iterator in value)) throw badArgument(what, value, wanted);
}

/** @throws DuiqiError `bad-input` */
export function checkLanguage(what: string, value: unknown): void {
  if (value !== 'en' && value !== 'zh') throw badArgument(what, value, '"en" or "zh"');
}

/** @throws DuiqiError `bad-input` */
export function checkList(what: string, value: unknown, wanted: string): void {
  if (!Array.isArray(value)) throw badArgument(what, value, wanted);
}

/**
 * Text and numbers are refused, which a program may have read from a form: `'false'` would be true.
 *
 * @throws DuiqiError `bad-option`
 */
export function checkSwitch(option: string, value: unknown): void {
  if (value === undefined || typeof value === 'boolean') return;
  throw badOption(option, value, 'true or false');
}

/** @throws DuiqiError `bad-option` */
export function checkTextOption(option: string, value: unknown): void {
  if (value !== undefined && typeof value !== 'string') throw badOption(option, value, 'a string');
}

/** @param wanted what it must be, for the message */
export function badOption(option: string, value: unknown, wanted: string): DuiqiError {
  return new DuiqiError('bad-option', `${option} must be ${wanted}, not ${shown(value)}.`, {
    [option]: value,
  });
}

/** @throws DuiqiError `bad-option` */
export function checkOptionsAreOne(options: unknown): void {
  if (isObject(options) && !(Symbol.iterator in options || options instanceof Promise)) return;
  throw new DuiqiError('bad-option', `Unexpected options: ${shown(options)}. Give an object, or nothing.`);
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** A value in a message: whatever it is, the message comes about. */
export function shown(value: unknown): string {
  if (typeof value === 'string') {
    return JSON.stringify(value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value);
  }
  if (typeof value === 'function') return 'a function';
  if (!isObject(value)) return String(value);
  if (Array.isArray(value)) return 'an array';
  return value instanceof Promise ? 'a promise that was not awaited' : 'an object of another kind';
}

/** Characters of a text that a message shows. */
const LONGEST = 40;

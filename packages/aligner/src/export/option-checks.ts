import { DuiqiError } from '../errors.js';

/** @throws DuiqiError `bad-option` */
export function checkOneOf(option: string, value: string, allowed: readonly string[]): void {
  if (allowed.includes(value)) return;
  const message = `${option} must be one of ${allowed.join(', ')}, not ${value}.`;
  throw new DuiqiError('bad-option', message, { [option]: value });
}

/** @throws DuiqiError `bad-option` */
export function checkDate(date: string | undefined): void {
  if (date === undefined) return;
  if (/^\d{4}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3])([0-5]\d){2}Z$/.test(date)) return;
  throw new DuiqiError('bad-option', `date must be a UTC time like 20260131T080000Z, not ${date}.`, { date });
}

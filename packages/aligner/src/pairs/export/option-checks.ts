import { shown } from '../../common/arguments.js';
import { DuiqiError } from '../../common/errors.js';
import { tmxDate } from './tmx-date.js';

/** @throws DuiqiError `bad-option` */
export function checkOneOf(option: string, value: string, allowed: readonly string[]): void {
  if (allowed.includes(value)) return;
  const message = `${option} must be one of ${allowed.join(', ')}, not ${shown(value)}.`;
  throw new DuiqiError('bad-option', message, { [option]: value });
}

/** @throws DuiqiError `bad-option` */
export function checkDate(date: string | undefined): void {
  if (date === undefined || (typeof date === 'string' && tmxDate(date) === date)) return;
  throw new DuiqiError('bad-option', `date must be a UTC time like 20260131T080000Z, not ${shown(date)}.`, {
    date,
  });
}

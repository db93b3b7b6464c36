import { checkOptionsAreOne } from '../../common/arguments.js';
import type { Language } from '../../types.js';
import type { PairRecord } from '../pair-record.js';
import { oneLine, wellFormed } from '../text.js';
import { checkOneOf } from './option-checks.js';
import { type Pairs, type RecordOptions, records } from './records.js';

/**
 * One language of pairs as plain text, a pair a line, trimmed: the other language has the same lines, since a pair with nothing
 * to read on one of its sides is in neither (Moses).
 *
 * @throws DuiqiError `bad-option`, at once
 */
export function toMoses(pairs: Pairs, language: Language, options: RecordOptions = {}): Iterable<string> {
  checkOneOf('language', language, ['en', 'zh']);
  checkOptionsAreOne(options);
  return lines(records(pairs, { ...options, unaligned: false }), language);
}

function* lines(pairs: Iterable<PairRecord>, language: Language): Iterable<string> {
  for (const { en, zh } of pairs) {
    const texts = { en: lineOf(en), zh: lineOf(zh) };
    if (texts.en !== '' && texts.zh !== '') yield `${texts[language]}\n`;
  }
}

/** Invisible characters at the edges go as well: a line of nothing else looks empty to whoever reads it. */
function lineOf(text: string): string {
  return oneLine(wellFormed(text)).replace(/^[\s\p{Cf}]+|(?<![\s\p{Cf}])[\s\p{Cf}]+$/gu, '');
}

import { checkTexts } from '../checked.js';
import type { PairRecord } from '../pair-record.js';

/**
 * Whether a pair holds no letter and is the same on both sides, as `4,820` is in a table: there is nothing to translate, and in a
 * memory it only gets into the way. What a person has confirmed is never meant.
 *
 * @throws DuiqiError `bad-input` for arguments of another kind
 */
export function isNumbersAlone(record: Pick<PairRecord, 'en' | 'zh' | 'confirmed'>): boolean {
  checkTexts(record);
  const { en, zh, confirmed } = record;
  if (confirmed || /\p{L}/u.test(en)) return false;
  return en === zh || withoutWidth(en) === withoutWidth(zh);
}

function withoutWidth(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}

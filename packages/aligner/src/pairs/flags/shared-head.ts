import type { Wording } from '../../alignment/quantities/quantities.js';

/** What stands before the first letter of a text. */
const HEAD = /^\P{L}*/u;
/** More before the first letter is no number at the head of a line. */
const LONGEST_HEAD = 40;

/**
 * Two texts of one line without the numbers at the head of one of them, where the other begins with a letter: the `9:00` of
 * `9:00 开幕 Opening`, which is said of both.
 */
export function withoutSharedHead(en: Wording, zh: Wording): [en: Wording, zh: Wording] {
  const [enHead, zhHead] = [headOf(en), headOf(zh)];
  if (/\d/.test(enHead) === /\d/.test(zhHead)) return [en, zh];
  return /\d/.test(enHead) ? [without(en, enHead), zh] : [en, without(zh, zhHead)];
}

function headOf(wording: Wording): string {
  return HEAD.exec((wording[0]?.text ?? '').slice(0, LONGEST_HEAD))?.[0] ?? '';
}

function without([first, ...rest]: Wording, head: string): Wording {
  return [{ text: first!.text.slice(head.length), label: null }, ...rest];
}

import type { Span } from '../../types.js';
import { cutAt } from './boundaries.js';
import { splitEnglish } from './english.js';

/**
 * Cuts a sentence of a Chinese text after the English sentences in it, as far as they are cut in an English text: a file that
 * is translated in part holds whole paragraphs of the original.
 *
 * @param sentence with quotation marks that show their direction
 * @returns ranges as those of `splitEnglish`
 */
export function splitAtEnglish(sentence: string): Span[] {
  // Looked for first, since hardly any sentence has one.
  return cutAt(sentence, ENGLISH_END.test(sentence) ? endsOfEnglish(sentence) : []);
}

/** Two words, the first in small letters, and a stop before white space. */
const ENGLISH_END = /(?<![\p{L}\p{N}])\p{Ll}{2,}[\s,;:]+[\p{L}\p{N}]+["'”’)\]]*[.!?…]["'”’)\]]*\s/u;

function* endsOfEnglish(text: string): Generator<number> {
  const parts = splitEnglish(text);
  let isEnglish = true;
  let depth = 0;
  for (const [index, { start, end }] of parts.entries()) {
    const [part, next] = [text.slice(start, end), parts[index + 1]];
    isEnglish &&= !CHINESE.test(part);
    // What stands in a quotation or a bracket is a part of the sentence around it.
    depth = Math.max(0, depth + count(part, OPENING) - count(part, CLOSING));
    if (!next || depth > 0 || !isSentence(part.slice(afterChinese(part)))) continue;
    // After a mere quotation of some words the Chinese sentence may go on.
    if (!isEnglish && !isSentence(untilChinese(text.slice(next.start, next.end)))) continue;
    yield end;
    isEnglish = true;
  }
}

const CHINESE = /[\p{Script=Han}，。、；：？！]/u;
const OPENING = /[“「『《（(【]/g;
const CLOSING = /[”」』》）)】]/g;
const WORD = /[\p{L}\p{N}]+/gu;
/** Names and titles that stand in Chinese have hardly one. */
const SMALL_WORD = /(?<![\p{L}\p{N}])\p{Ll}{2,}(?![\p{L}\p{N}])/gu;

function isSentence(text: string): boolean {
  return count(text, WORD) >= 4 && count(text, SMALL_WORD) >= 2;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** Where what follows the last Chinese character begins. */
function afterChinese(text: string): number {
  let start = text.length;
  while (start > 0 && !CHINESE.test(text.charAt(start - 1))) start--;
  return start;
}

/** What stands before the first Chinese character. */
function untilChinese(text: string): string {
  const end = text.search(CHINESE);
  return end < 0 ? text : text.slice(0, end);
}

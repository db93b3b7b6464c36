/** The letters and digits of a text without width and case: what remains equal when only its looks were changed. */
export function lettersAndDigits(text: string): string {
  // What most texts consist of has one width only; to bring all to one takes most of the time.
  const plain = text.replace(PLAIN_MARKS, '');
  if (PLAIN_LETTERS.test(plain)) return plain.toLowerCase();
  return text
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();
}

/** Neither letters nor digits in any width: those of ASCII, and the usual ones of English and Chinese. */
const PLAIN_MARKS = /[\0-/:-@[-`{-\x7F\u2010-\u2027\u3000-\u3002\u3008-\u3011\uFF01-\uFF0F\uFF1A-\uFF20]+/g;
const PLAIN_LETTERS = /^[0-9A-Za-z\u4E00-\u9FA5]*$/;

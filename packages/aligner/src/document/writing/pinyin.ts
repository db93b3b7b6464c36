/** Vowels that bear the tones of pinyin. */
const TONE = /[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/i;
/** Those that hardly another language has. */
const TELLING = /[āǎēěīǐōǒūǔǖǘǚǜ]/i;
const WORD = /\p{Script=Latin}[\p{Script=Latin}\p{M}\d'’.+-]*/gu;

/** Whether a text may have words in pinyin at all, which costs less to ask. */
export function hasTones(written: string): boolean {
  return TONE.test(written);
}

/** Whether at least half of the words bear a tone: particles have none, nor has the `X` of `X guāng`. */
export function isPinyin(written: string): boolean {
  if (!TONE.test(written) || /\p{Script=Han}/u.test(written)) return false;
  const words = written.match(WORD) ?? [];
  return words.filter((word) => TONE.test(word)).length * 2 >= words.length;
}

/** Whether a text is in pinyin and in no other language that has such vowels. */
export function isSurelyPinyin(written: string): boolean {
  return TELLING.test(written) && isPinyin(written);
}

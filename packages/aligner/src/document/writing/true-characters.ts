import { info } from '../../common/diagnostic.js';
import type { Diagnostic } from '../../types.js';
import { ordinaryOf } from './folding.js';

/** A text without characters that stand for others, and how many there were. */
export interface TrueText {
  readonly text: string;
  readonly count: number;
}

/**
 * Radicals, compatibility ideographs, ligatures, forms of vertical writing, codes that GB 18030 once had for private use, and
 * signs that Unicode has twice, such as the Greek question mark for the semicolon.
 */
const SUSPECTS =
  /[\u037e\u1fef\u2126\u212a\u212b\u2e80-\u2fdf\ufb00-\ufb06\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe48\ue78d-\ue796\ue7c7\ue7c8\ue81e\ue826\ue82b\ue82c\ue832\ue843\ue854\ue864]|\ud87e[\udc00-\ude1f]/g;

/**
 * Puts ordinary characters in the place of those that a font has put in theirs: `⼈⺠⼤⼯`, `ﬁ`, `︵`. They come out of
 * PDFs, and go into whatever is copied out of one; what holds them matches nothing. A radical between blanks or in a list
 * is left alone, since it may be meant.
 *
 * @param keepsLength leaves alone what would change the length of the text, such as `ﬁ`
 */
export function trueCharacters(written: string, keepsLength = false): TrueText {
  let count = 0;
  const text = written.replace(SUSPECTS, (character, at: number) => {
    const meant = meantBy(character);
    if (meant === character || (keepsLength && meant.length !== character.length)) return character;
    if (IS_RADICAL.test(character) && !isWithinText(written, at)) return character;
    count++;
    return meant;
  });
  return { text, count };
}

/** What is said of characters that were replaced. */
export function charactersReplaced(count: number): Diagnostic[] {
  if (count === 0) return [];
  const message = `${count} characters that only look like others, such as the radical ⼈ for 人 or the ligature ﬁ for fi, were replaced by those.`;
  return [info('characters-replaced', message, { values: { count } })];
}

const IS_RADICAL = /^[\u2e80-\u2fdf]/;
const BESIDE_TEXT = /[\u2e80-\u2fdf\u3400-\u9fff\uff0c\u3002]/;

function isWithinText(text: string, at: number): boolean {
  return BESIDE_TEXT.test(text[at - 1] ?? '') || BESIDE_TEXT.test(text[at + 1] ?? '');
}

const VERTICAL = new Map(
  [
    ['\ufe10\ufe11\ufe12\ufe13\ufe14\ufe15\ufe16\ufe17\ufe18\ufe19', '，、。：；！？〖〗…'],
    ['\ufe30\ufe31\ufe32\ufe33\ufe35\ufe36\ufe37\ufe38\ufe39\ufe3a\ufe3b\ufe3c', '…—–_（）｛｝〔〕【】'],
    ['\ufe3d\ufe3e\ufe3f\ufe40\ufe41\ufe42\ufe43\ufe44\ufe47\ufe48', '《》〈〉「」『』［］'],
    ['\ue78d\ue78e\ue78f\ue790\ue791\ue792\ue793\ue794\ue795\ue796', '，。、：；！？〖〗…'],
    ['\ue7c7\ue7c8\ue81e\ue826\ue82b\ue82c\ue832\ue843\ue854\ue864', 'ḿǹ龴龵龶龷龸龹龺龻'],
  ].flatMap(([forms, meant]) => Array.from(forms!, (form, at) => [form, meant![at]!] as const)),
);

function meantBy(character: string): string {
  return VERTICAL.get(character) ?? ordinaryOf(character);
}

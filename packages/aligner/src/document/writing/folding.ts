/** A text as rules and scores see it, with the way back to the text as written. */
export interface FoldedText {
  readonly text: string;
  /** Where each UTF-16 unit of `text` begins and ends as written; null where nothing was folded. */
  readonly starts: readonly number[] | null;
  readonly ends: readonly number[] | null;
}

/**
 * Folds what makes characters look other than they read: invisible characters and the spaces in letter-spaced Chinese
 * are left out, all spaces are plain ones, full-width letters and digits are ASCII, combining marks and their letter one
 * character, radicals, ligatures and compatibility ideographs the characters that they stand for, and quotation marks
 * that are typed the wrong way round (`”社区“`) turned. Other punctuation stays: its width tells the end of a Chinese
 * sentence from a dot. Nearly all texts come back as they are, at once.
 */
export function fold(written: string): FoldedText {
  const text = withQuotesTurned(written);
  if (!TO_FOLD.test(text) && !LETTER_SPACED.test(text)) return { text, starts: null, ends: null };
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const keep = (folded: string, start: number, end: number): void => {
    for (let unit = 0; unit < folded.length; unit++) {
      units.push(folded[unit]!);
      starts.push(start);
      ends.push(end);
    }
  };
  let from = 0;
  const keepPlain = (to: number): void => {
    for (; from < to; from++) keep(text[from]!, from, from + 1);
  };
  for (const { 0: character, index } of text.matchAll(CHARACTERS_TO_FOLD)) {
    keepPlain(index);
    from = index + character.length;
    keep(foldCharacter(character), index, from);
  }
  keepPlain(text.length);
  const isDropped = new Uint8Array(units.length);
  for (const { 0: run, index } of units.join('').matchAll(LETTER_SPACED_RUNS)) {
    for (let at = 0; at < run.length; at++) if (run[at] === ' ') isDropped[index + at] = 1;
  }
  const isKept = (_: unknown, at: number): boolean => isDropped[at] === 0;
  return {
    text: units.filter(isKept).join(''),
    starts: starts.filter(isKept),
    ends: ends.filter(isKept),
  };
}

/** What stands before the first character that can be seen. */
export const BLANK = /^[\s\p{Default_Ignorable_Code_Point}]*/u;

/** UTF-16 units that may have to be folded, for use inside a character class. */
const ODD = String.raw`\u0300-\u036f\u00a0\u00ad\u061c\u1680\u1800-\u180f\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2e80-\u2fdf\u3000\uf900-\ufaff\ufb00-\ufb06\ufe00-\ufe0f\ufeff\uff05\uff10-\uff19\uff21-\uff3a\uff41-\uff5a`;
const TO_FOLD = new RegExp(String.raw`[${ODD}\ud87e\udb40]`);
/** Those, and any character with its marks: no more of them than the stream-safe text format of Unicode allows. */
const CHARACTERS_TO_FOLD = new RegExp(String.raw`[^]\p{M}{1,30}|[${ODD}\u{2f800}-\u{2fa1f}]`, 'gu');

/** Three characters with spaces between; some more of what it finds is not folded. */
const LETTER_SPACED = /[\u4e00-\u9fff][ \u3000]{1,2}[\u4e00-\u9fff][ \u3000]{1,2}[\u4e00-\u9fff]/;
const LETTER_SPACED_RUNS =
  /(?<!\p{Script=Han})\p{Script=Han}(?: {1,2}\p{Script=Han}){2,}(?!\p{Script=Han})/gu;

const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu;
const SPACE = /^[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/;
const FULL_WIDTH = /^[０-９Ａ-Ｚａ-ｚ％]/;
const COMPATIBILITY = /^[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06\u{2f800}-\u{2fa1f}]/u;

function foldCharacter(written: string): string {
  if (SPACE.test(written)) return ` ${written.slice(1)}`;
  const visible = written.replace(IGNORABLE, '');
  return FULL_WIDTH.test(visible) || COMPATIBILITY.test(visible)
    ? ordinaryOf(visible)
    : visible.normalize('NFC');
}

/** The character that a radical, a ligature or a compatibility form stands for. */
export function ordinaryOf(form: string): string {
  const radical = RADICALS.indexOf(form[0]!);
  return radical < 0 ? form.normalize('NFKC') : CHARACTERS_OF_RADICALS[radical] + form.slice(1);
}

/** Radicals that fonts of PDF files put in the place of characters, and that have no compatibility form in Unicode. */
const RADICALS =
  '⺁⺆⺇⺊⺎⺐⺒⺓⺙⺛⺞⺠⺩⺪⺬⺳⺶⺻⺼⻁⻃⻄⻅⻆⻉⻋⻓⻔⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳';
const CHARACTERS_OF_RADICALS =
  '厂冂几卜兀尢巳幺攵旡歺民王疋示网羊聿月虎覀西见角贝车长门雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟';

/** Quotation marks in turn, of which the first is a closing one: those of a text that begins within a quotation look otherwise. */
const REVERSED =
  /^[^“”]*(?<![。！？…，,.!?])”(?=[\p{L}\p{N}])[^“”]{1,80}(?<![，,：:])“(?:[^“”]*”[^“”]*“)*[^“”]*$/u;

function withQuotesTurned(text: string): string {
  const first = text.indexOf('”');
  if (first < 0 || text.lastIndexOf('“', first) >= 0 || !REVERSED.test(text)) return text;
  return text.replace(/[“”]/g, (mark) => (mark === '“' ? '”' : '“'));
}

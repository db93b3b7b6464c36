import { BULLET, isFinished } from '../../writing/endings.js';
import { areProse, looksOf } from '../code-or-prose.js';
import { isFull } from './line-width.js';
import type { TextLine } from './lines.js';
import { type Column, isSameSize } from './measure.js';

/** What such fonts lack, and take from others. */
const LACKING = /^[\p{Script=Han}\p{S}\u3000-\u303f\uff00-\uffef\s]+$/u;

/** Chinese that is punctuated as sentences are, whatever names of commands it has, unless it is a remark in code or a string. */
function isChineseSentence(text: string): boolean {
  const first = text.search(HAN);
  return first >= 0 && CHINESE_STOP.test(text.slice(first)) && !OPENS_REMARK.test(text.slice(0, first));
}

const CHINESE_STOP = /[，。、；：！？]/u;
const OPENS_REMARK = /[#"'=]|\/[/*]|<!--/;

/**
 * Whether a line is set as code is, in letters that are all equally wide; an item of a list has its bullet in another font. A font that
 * stands in for another has its size.
 */
export function isCodeLine({ runs, text: whole }: TextLine): boolean {
  const size = runs.find(({ isMono }) => isMono)?.size;
  return (
    size !== undefined &&
    runs.every(
      ({ isMono, text, size: own }) =>
        isMono ||
        (LACKING.test(text) && !BULLET.test(`${text} `) && (isSameSize(own, size) || !HAN.test(text))),
    ) &&
    !isChineseSentence(whole) &&
    !isRow(runs)
  );
}

/** A gap as wide as this, in font sizes, parts the cells of a row. */
const BETWEEN_CELLS = 1;

/** Whether code stands far behind Chinese in a font of its own: then they are cells of a row. */
function isRow(runs: TextLine['runs']): boolean {
  const start = runs.findIndex(({ isMono }) => isMono);
  const [before, code] = [runs[start - 1], runs[start]!];
  return (
    before !== undefined && HAN.test(before.text) && code.left - before.right > BETWEEN_CELLS * code.size
  );
}

const HAN = /\p{Script=Han}/u;

/** Lines of text and lines of code, in turn. */
export function codeAmong(
  lines: readonly TextLine[],
  column: Column,
): { isCode: boolean; lines: TextLine[] }[] {
  const found: { isCode: boolean; lines: TextLine[] }[] = [];
  for (const line of lines) {
    const isCode = isCodeLine(line);
    const open = found.at(-1);
    if (open?.isCode === isCode) open.lines.push(line);
    else found.push({ isCode, lines: [line] });
  }
  const isCode = (at: number): boolean => {
    const group = found[at]!;
    if (!group.isCode) return false;
    const before = found[at - 1]?.lines.at(-1);
    const first = group.lines[0]!;
    // An address or a name in the text fills a line of its own.
    const goesOn =
      before !== undefined &&
      (before.runs.at(-1)!.isMono || !isFinished(before.text)) &&
      before.size === first.size &&
      isFull(before, first, column);
    return !goesOn && !isProse(group.lines.map(({ text }) => text));
  };
  const joined: { isCode: boolean; lines: TextLine[] }[] = [];
  for (const [at, group] of found.entries()) {
    const own = isCode(at);
    if (joined.at(-1)?.isCode === own) joined.at(-1)!.lines.push(...group.lines);
    else joined.push({ isCode: own, lines: [...group.lines] });
  }
  return joined;
}

function isProse(texts: readonly string[]): boolean {
  const looks = looksOf(texts);
  return looks.code === 0 && areProse(looks) === true;
}

import { amountOf, type TextLine } from './lines.js';
import { beginsWithMarker } from './markers.js';

/** The gap behind a term is this wide, in font sizes, and so many times as wide as those between the words of its line; less where the font changes or Chinese begins. */
const TERM_GAP = 0.6;
const TERM_GAP_AT_FONT = 0.45;
const TERM_GAP_TIMES = 1.9;
/** TeX gives half a font size behind a term, and stretches those between the words of a line to no more than this leaves. */
const TERM_GAP_TIMES_AT_FONT = 1.3;
/** Fewer gaps between words do not tell how wide those are. */
const TELLING_GAPS = 2;
/** More characters than a term has. */
export const LONGEST_TERM = 60;
const SENTENCE_END = /[.!?][”’"')\]]*$/;

/** How many runs of a line are the term that it explains, set apart from the explanation by a gap; 0 for none. */
export function termEnd({ runs, size, text }: TextLine): number {
  if (beginsWithMarker(text)) return 0;
  // TeX sets sentences as far apart as a term from its text.
  const gaps = runs
    .slice(1)
    .map(({ left, font }, at) =>
      SENTENCE_END.test(runs[at]!.text) && font === runs[at]!.font ? 0 : left - runs[at]!.right,
    );
  const widest = gaps.reduce((most, gap, at) => (gap > gaps[most]! ? at : most), 0);
  const others = gaps.filter((gap, at) => at !== widest && gap > 0.1 * size);
  const [end, start] = [runs[widest], runs[widest + 1]];
  const isOtherFont = end?.font !== start?.font;
  // Chinese has no gaps between words, and narrower ones beside those in Latin letters, which a line stretches all alike.
  const isChinese = /^\p{Script=Han}/u.test(start?.text ?? '');
  const isSeam = isChinese && !/\p{Script=Han}$/u.test(end?.text ?? '');
  const isTerm =
    (isChinese || others.length >= TELLING_GAPS) &&
    gaps[widest]! >= (isOtherFont || isChinese ? TERM_GAP_AT_FONT : TERM_GAP) * size &&
    gaps[widest]! >=
      (isOtherFont || isSeam ? TERM_GAP_TIMES_AT_FONT : TERM_GAP_TIMES) * Math.max(0, ...others) &&
    amountOf(runs.slice(0, widest + 1)) <= LONGEST_TERM;
  return isTerm ? widest + 1 : 0;
}

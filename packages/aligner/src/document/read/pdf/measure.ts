import type { Language } from '../../../types.js';
import { languageByScript } from '../../writing/script.js';
import { rightWithoutMarks } from './line-width.js';
import type { TextLine } from './lines.js';

export interface Column {
  readonly left: number;
  readonly right: number;
  /** Whether several lines end there. */
  readonly isTold: boolean;
  /** Usual distance of baselines, and the size of the text that stands so. */
  readonly pitch: number;
  readonly size: number;
  /** The same for lines of one language, which has its own fonts; only where several have it exactly. */
  readonly pitches: Readonly<Record<Language, number | undefined>>;
  /** Whether paragraphs begin with an indent in it. */
  readonly isIndented: boolean;
}

/** Sizes that differ by less than this share are one size. */
const SAME_SIZE = 0.08;

/** Where only few lines tell what is usual, lines further apart than this, in font sizes, are paragraphs. */
export const WIDEST_PITCH = 2.6;
/** An indent is at least this wide, in font sizes. */
export const INDENT = 0.8;

export function isSameSize(a: number, b: number): boolean {
  return Math.abs(a - b) <= SAME_SIZE * Math.max(a, b);
}

/** So few lines, and so narrow, in font sizes, are no wrapped text: the longest of them tells no margin. */
const FEW_LINES = 4;
export const NARROW = 12;

/** Lines closer to each other than this, in font sizes, stand beside each other, as those of cells whose middles are on one line. */
export const CLOSEST_LINES = 0.85;
/** So many of the distances between the lines of a column are those within its paragraphs, at least. */
const CLOSEST = 1 / 8;

/** What the lines of a column keep within. */
export function measure(lines: readonly TextLine[]): Column {
  let [left, right] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const pitches: number[] = [];
  const sizes = new Map<number, number>();
  lines.forEach((line, index) => {
    left = Math.min(left, line.left);
    right = Math.max(right, rightWithoutMarks(line));
    const pitch = index > 0 ? line.baseline - lines[index - 1]!.baseline : 0;
    if (pitch >= CLOSEST_LINES * line.size) pitches.push(pitch);
    sizes.set(line.size, (sizes.get(line.size) ?? 0) + line.text.length);
  });
  const common = commonRight(lines);
  const languages = lines.map(({ text }) => languageByScript(text));
  if (lines.length < FEW_LINES && right - left < NARROW * lines[0]!.size) right = Number.POSITIVE_INFINITY;
  else right = common ?? right;
  pitches.sort((a, b) => a - b);
  // Lines within paragraphs are closest: where there are many short paragraphs nearly all distances are wider.
  return {
    left,
    right,
    isTold: common !== null,
    pitch: usualOf(pitches) ?? 0,
    size: [...sizes].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0],
    pitches: { en: exactPitch(lines, languages, 'en'), zh: exactPitch(lines, languages, 'zh') },
    isIndented: indents(lines, left),
  };
}

function usualOf(pitches: readonly number[]): number | undefined {
  return pitches[Math.floor(pitches.length * CLOSEST)];
}

/** Distances within this share of each other are one; so many are no chance. */
const SAME_PITCH = 0.02;
const FEWEST_SAME = 3;

/** How far lines of a language are apart within paragraphs, where so many of them are exactly as far apart. */
function exactPitch(
  lines: readonly TextLine[],
  languages: readonly (Language | null)[],
  language: Language,
): number | undefined {
  const pitches = lines
    .flatMap((line, at) => {
      const last = lines[at - 1];
      const isOwn = last !== undefined && languages[at - 1] === language && languages[at] === language;
      return isOwn && isSameSize(last.size, line.size) ? [line.baseline - last.baseline] : [];
    })
    .sort((a, b) => a - b);
  const pitch = usualOf(pitches);
  const isExact = (each: number): boolean => Math.abs(each - pitch!) <= SAME_PITCH * pitch!;
  return pitches.filter(isExact).length >= FEWEST_SAME ? pitch : undefined;
}

/** An indent is no wider than this, in font sizes; lines that begin together do so within so many. */
export const WIDEST_INDENT = 3;
export const ALIGNED = 0.1;
/** So many paragraphs that begin with an indent are no chance. */
const FEWEST_INDENTS = 2;

function indents(lines: readonly TextLine[], margin: number): boolean {
  const count = lines.filter(({ left, size, baseline }, at) => {
    const next = lines[at + 1];
    return (
      next !== undefined &&
      left - margin > INDENT * size &&
      left - margin < WIDEST_INDENT * size &&
      Math.abs(next.left - margin) < ALIGNED * size &&
      isSameSize(next.size, size) &&
      next.baseline - baseline < WIDEST_PITCH * size
    );
  }).length;
  return count >= FEWEST_INDENTS;
}

/** Lines that end within this many font sizes of each other end at one margin, if they are this share of all, and so many. */
const ONE_MARGIN = 0.1;
const COMMON = 0.3;
const FEWEST_COMMON = 4;

/** Where most lines of justified text end: one with a long name may reach beyond. */
function commonRight(lines: readonly TextLine[]): number | null {
  const rights = lines.map(rightWithoutMarks).sort((a, b) => b - a);
  const within = ONE_MARGIN * lines[0]!.size;
  for (let from = 0, to = 0; from < rights.length; from++) {
    while (to < rights.length && rights[to]! >= rights[from]! - within) to++;
    if (to - from >= Math.max(FEWEST_COMMON, COMMON * rights.length)) return rights[from]!;
  }
  return null;
}

/** The size of most characters. */
export function usualSize(texts: readonly Pick<TextLine, 'size' | 'text'>[]): number {
  const amounts = new Map<number, number>();
  for (const { size, text } of texts) amounts.set(size, (amounts.get(size) ?? 0) + text.length);
  return [...amounts].reduce((most, each) => (each[1] > most[1] ? each : most), [0, 0])[0];
}

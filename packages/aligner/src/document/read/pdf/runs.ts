import type { TextRun } from './lines.js';

/** What PDF.js says of a stretch of glyphs that it reads in one go. */
export interface PdfItem {
  readonly str: string;
  /** From text to page, `[a, b, c, d, e, f]` in points; y grows upwards. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
  /** Whether the font is written from top to bottom. */
  readonly vertical: boolean;
}

/** The text of a page. */
export interface PageRuns {
  /** Runs by the direction they are written in, the one with most text first, each turned upright. */
  readonly directions: readonly (readonly TextRun[])[];
  /** Text that stands aslant, as watermarks and stamps do. */
  readonly aslant: readonly string[];
  /** How many characters have a font that does not say what they are. */
  readonly undecodable: number;
}

/** What stands where a font gives no character: private use, controls, and what Unicode does not know. */
const UNDECODABLE = /[\p{Co}\p{Cn}\p{Cc}\ufffd]/gu;
/** Symbol fonts give their characters here; in running text nearly all are bullets. */
const SYMBOLS = /[\uf020-\uf0ff]/g;
/** A font with more than this share of undecodable characters gives wrong letters for the others. */
const MOSTLY_UNDECODABLE = 0.1;
/**
 * A font that numbers its glyphs as it likes, and does not say so, seems to be written in all the scripts of Africa,
 * the Americas and South Asia at once: in more of these blocks of 128 characters than any language is.
 */
const MANY_BLOCKS = 3;
const FAR_BLOCKS = /[\u0700-\u1cff\ua000-\uabff]/g;
/** Text that is this far from level or upright, in degrees, stands aslant. */
const ASLANT = 5;

export function runsOf(items: readonly PdfItem[]): PageRuns {
  const written = items.map((item) => ({ ...item, str: item.str.replace(SYMBOLS, '•') }));
  const spoilt = undecodableFonts(written);
  const directions: TextRun[][] = [[], [], [], []];
  const aslant: string[] = [];
  let undecodable = 0;
  for (const item of written) {
    const text = spoilt.has(item.fontName) ? '' : item.str.replace(UNDECODABLE, '');
    undecodable += item.str.length - text.length;
    if (text.trim() === '') continue;
    const [a, b, c, d] = item.transform as [number, number, number, number];
    const angle = (Math.atan2(...(item.vertical ? ([-d, -c] as const) : ([b, a] as const))) * 180) / Math.PI;
    const quarter = Math.round(angle / 90);
    if (Math.abs(angle - quarter * 90) > ASLANT) aslant.push(text);
    else {
      const run = uprightRun(item, text, (quarter + 4) % 4);
      if (run !== null) directions[(quarter + 4) % 4]!.push(run);
    }
  }
  const amount = (runs: readonly TextRun[]): number => runs.reduce((sum, { text }) => sum + text.length, 0);
  return {
    directions: directions.filter((runs) => runs.length > 0).sort((x, y) => amount(y) - amount(x)),
    aslant,
    undecodable,
  };
}

function undecodableFonts(items: readonly PdfItem[]): Set<string> {
  const fonts = new Map<string, { all: number; bad: number; blocks: Set<number> }>();
  for (const { str, fontName } of items) {
    const font = fonts.get(fontName) ?? { all: 0, bad: 0, blocks: new Set() };
    font.all += str.length;
    for (const [bad] of str.matchAll(UNDECODABLE)) font.bad += bad.length;
    for (const [letter] of str.matchAll(FAR_BLOCKS)) font.blocks.add(letter.charCodeAt(0) >> 7);
    fonts.set(fontName, font);
  }
  const isSpoilt = ({ all, bad, blocks }: { all: number; bad: number; blocks: Set<number> }): boolean =>
    bad > MOSTLY_UNDECODABLE * all || blocks.size > MANY_BLOCKS;
  return new Set([...fonts].filter(([, font]) => isSpoilt(font)).map(([name]) => name));
}

/** Turns the page so that the text, written at a number of quarter turns, runs from left to right. */
function uprightRun(
  { transform, width, height, vertical }: PdfItem,
  text: string,
  quarter: number,
): TextRun | null {
  const [a, b, c, d, x, y] = transform as [number, number, number, number, number, number];
  const [left, baseline] = [
    [x, -y],
    [y, x],
    [-x, y],
    [-y, -x],
  ][quarter] as [number, number];
  const size = vertical ? Math.hypot(a, b) : Math.hypot(c, d);
  const right = left + (vertical ? height : width);
  // Positions may be anything that a file says.
  return [left, right, baseline].every(Number.isFinite) && size > 0
    ? { text, left, right, baseline, size }
    : null;
}

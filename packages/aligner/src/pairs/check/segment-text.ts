import { named } from './finding.js';

/** A character as it stands in XML: itself, or a reference to it. */
const WHITE =
  '(?:[\\t-\\r \\u0085\\u00A0\\u2007\\u2028\\u2029\\u202F]|&#0*(?:9|10|13|32|133|160|8199|8232|8233|8239);|&#x0*(?:9|[aA]|[dD]|20|85|[aA]0|2007|2028|2029|202[fF]);)';
const WHITE_RUN = new RegExp(`${WHITE}+`, 'g');
const INVISIBLE =
  /(?![\t-\r\u0085])\p{Cc}|[\u00AD\u200B\uFEFF]|&#0*(?:173|8203|65279);|&#x0*(?:[aA][dD]|200[bB]|[fF][eE][fF][fF]);/gu;

/** A piece of a segment between tags, as it is written in the file, and whether the segment begins and ends with it. */
export interface Piece {
  readonly text: string;
  readonly first: boolean;
  readonly last: boolean;
}

/** A piece as documents to be translated have it, with the first character of each kind that was against it. */
export interface CleanPiece {
  readonly text: string;
  /** White space at an edge of the segment. */
  readonly edge: string | null;
  /** White space within the segment that is no space. */
  readonly odd: string | null;
  readonly invisible: string | null;
}

/**
 * What memories are matched by: no white space around the segment, no invisible characters, and within it no other white space
 * than spaces. Several spaces stay: so they stand in the document too.
 */
export function cleanPiece({ text, first, last }: Piece): CleanPiece {
  let edge: string | null = null;
  let odd: string | null = null;
  let invisible: string | null = null;
  const visible = text.replace(INVISIBLE, (character) => {
    invisible ??= nameOf(character);
    return '';
  });
  const clean = visible.replace(WHITE_RUN, (run, at: number) => {
    if ((first && at === 0) || (last && at + run.length === visible.length)) {
      edge ??= nameOf(run);
      return '';
    }
    if (/^ +$/.test(run)) return run;
    odd ??= nameOf(run.replace(/^ +/, ''));
    return ' ';
  });
  return { text: clean, edge, odd, invisible };
}

/** The name of the first character of what is written in XML. */
function nameOf(written: string): string {
  const reference = /^&#(x?)([\da-fA-F]+);/.exec(written);
  if (reference === null) return named(written);
  return named(String.fromCodePoint(Number.parseInt(reference[2]!, reference[1] === 'x' ? 16 : 10)));
}

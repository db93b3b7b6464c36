import type { TextLine } from './lines.js';

/** What is always written with a hyphen, wherever the line ends: `thirty-three`, `self-employed`. */
const COMPOUND =
  /^(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-(?:one|two|three|four|five|six|seven|eight|nine)|self-.*)/i;

/** `self-⏎employed`: a hyphen at the end of a line, before lower case. */
const CUT_WORD = /(\p{Script=Latin}+)[-\u2010\u00ad]$/u;
/** `up-to-⏎date`, `--skip-⏎patches`: one more hyphen, and the word is a compound, or an option. */
const CUT_COMPOUND = /(?:\p{Script=Latin}|(?<![\p{L}\d])-)-\p{Script=Latin}+-$/u;
/** `/lib/$(name)/lib-⏎foo`: programs give hyphens to words, not to what stands within the names of files and the like. */
const CUT_IN_NAME = /(?:[$_=@\\<>{}~][\x21-\x7e]*|\p{Script=Latin}[,:])\p{Script=Latin}+-$/u;
/** How such a word goes on: in lower case, or in capitals where it began in some. */
const REST = /^\p{Ll}(?:\p{Script=Latin}|-)*/u;
const CAPITALS = /^\p{Lu}{2,}/u;

/** More characters than any word has. */
const LONGEST_WORD = 60;

function restOf(cut: string | undefined, after: string): string | undefined {
  const isCapital = cut !== undefined && /^\p{Lu}{2,}$/u.test(cut);
  return (isCapital ? CAPITALS : REST).exec(after.slice(0, LONGEST_WORD))?.[0];
}

/** What stands before a word's second half, ready to have it appended; null where no word is cut. */
export function joinCutWord(before: string, after: string, hyphenated: ReadonlySet<string>): string | null {
  const cut = CUT_WORD.exec(before.slice(-LONGEST_WORD))?.[1];
  const name = /^\p{Lu}\p{Ll}[\p{Script=Latin}-]*/u.exec(after.slice(0, LONGEST_WORD))?.[0];
  if (name !== undefined && hyphenated.has(`${cut}-${name}`.toLowerCase())) return before;
  const rest = restOf(cut, after);
  if (cut === undefined || rest === undefined) return null;
  const keeps =
    COMPOUND.test(`${cut}-${rest}`) ||
    CUT_COMPOUND.test(before.slice(-LONGEST_WORD)) ||
    CUT_IN_NAME.test(before.slice(-LONGEST_WORD)) ||
    rest.includes('-') ||
    hyphenated.has(`${cut}-${rest}`.toLowerCase());
  return keeps ? before : before.slice(0, -1);
}

/**
 * Makes words whole that a page end cuts, with a page of the other language between their halves: the second half
 * moves to the first.
 */
export function mendCutWords(texts: readonly string[], hyphenated: ReadonlySet<string>): string[] {
  const mended = [...texts];
  let open = -1;
  texts.forEach((text, index) => {
    if (!/^\p{Script=Latin}/u.test(text) && !CUT_WORD.test(text.slice(-LONGEST_WORD))) return;
    const whole = open < 0 ? null : joinCutWord(mended[open]!, text, hyphenated);
    if (whole !== null) {
      const rest = /^\S*/.exec(text)![0];
      mended[open] = whole + rest;
      mended[index] = text.slice(rest.length);
    }
    open = index;
  });
  return mended;
}

/** A document with fewer lines of words than this does not show whether it hyphenates. */
const TELLING_LINES = 40;
/** One that hyphenates does so at more than this share of them; hyphens of compounds are at fewer. */
const HYPHENATING = 0.025;

/**
 * Words that are written with a hyphen, in lower case: those with one within a line and, where a document shows that it
 * does not hyphenate, those with one at the end of a line; unless the document has the word in one elsewhere, or one of its
 * halves nowhere.
 */
export function hyphenatedWords(lines: readonly TextLine[]): Set<string> {
  const hyphenated = new Set<string>();
  const words = new Set<string>();
  const atEnds: (readonly [cut: string, rest: string])[] = [];
  let ofWords = 0;
  lines.forEach(({ text }, index) => {
    for (const [word] of text.matchAll(/(?<!\p{Script=Latin})\p{Script=Latin}+(?:-\p{Script=Latin}+)*/gu)) {
      if (word.includes('-')) hyphenated.add(word.toLowerCase());
      else words.add(word.toLowerCase());
    }
    if (!/[\p{Script=Latin}-]$/u.test(text)) return;
    ofWords++;
    const cut = CUT_WORD.exec(text.slice(-LONGEST_WORD))?.[1];
    const rest = restOf(cut, lines[index + 1]?.text ?? '');
    if (cut === undefined || rest === undefined) return;
    atEnds.push([cut.toLowerCase(), rest.toLowerCase()]);
  });
  if (ofWords >= TELLING_LINES && atEnds.length <= HYPHENATING * ofWords) {
    for (const [cut, rest] of atEnds) {
      const isWhole = words.has(cut + rest) || !(words.has(cut) && words.has(rest));
      if (!isWhole) hyphenated.add(`${cut}-${rest}`);
    }
  }
  return hyphenated;
}

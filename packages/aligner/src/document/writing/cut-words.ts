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

/**
 * What speaks for a word that a program has cut, and against it for a compound at a line's end, as log odds. Programs that
 * hyphenate do so at about one line in twelve, and compounds stand at the end of one in seventy.
 */
const OF_HYPHEN = Math.log(70 / 12);
const OF_LINE = 1 / 12 - 1 / 70;
/** The most that all lines of a document say of one of its words: some programs hyphenate only where they must. */
const MOST_OF_LINES = 2;
/** Long documents without them say more: what is against them beyond that counts so much, up to as much again. */
const BEYOND = 1 / 20;
/** The document has the word in one elsewhere. */
const IS_WHOLE = 4;
/** It has both halves as words; or one of them nowhere, which says more where there are many words. */
const HAS_BOTH = -1.5;
const LACKS_HALF = 0.2;
const MOST_OF_LACK = 2;
const MANY_WORDS = 1600;
/** Its first half makes compounds, its second is the end of compounds or of words; no program parts a single letter. */
const BEGINS_COMPOUND = -2.5;
const ENDS_COMPOUND = -2.5;
const ENDS_WORD = 2;
const LETTER = -6;

const FIRST_OF_COMPOUND =
  /^(?:non|well|half|cross|quasi|pseudo|long|short|high|low|full|part|first|second|third|one|two|three|four|five|six|ten)$/;
const LAST_OF_COMPOUND =
  /^(?:based|owned|made|led|held|known|built|born|bound|related|oriented|driven|sized|shaped|minded|term|terms|time|level|scale|size|wide|free|long|old|friendly|style|year|day|week|month|hour|minute|metre|party|way|making|keeping|taking|sharing|being|building|up|in|out|off|on|by|to|of|the|and)$/;
const LAST_OF_WORD =
  /^[bcdfghjklmnpqrstvz]{0,2}(?:a?tions?|sions?|itions?|ments?|ings?|ness|ity|ities|[ae]nces?|at(?:ed|es?|ing)|[ai]bl[ey]|i[sz](?:ed|es?|ing)|i?ous(?:ly)?|ive(?:ly)?|ic(?:al(?:ly)?)?|tur(?:es?|al)|ers?|ed|ly|i?al(?:ly)?|[ao]ry|[ae]nts?|ism|ists?|ians?)$/;

/**
 * Words that are written with a hyphen, in lower case: those with one within a line, and those with one at the end of a line
 * that are compounds by all that the document and the halves say.
 */
export function hyphenatedWords(lines: readonly string[]): Set<string> {
  const hyphenated = new Set<string>();
  const words = new Set<string>();
  const atEnds: (readonly [cut: string, rest: string])[] = [];
  let ofWords = 0;
  lines.forEach((text, index) => {
    const next = lines[index + 1] ?? '';
    const cut = CUT_WORD.exec(text.slice(-LONGEST_WORD))?.[1];
    const rest = restOf(cut, next);
    const isCut = cut !== undefined && rest !== undefined;
    // Its halves are no words that the document has.
    const own = isCut ? text.slice(0, -cut.length - 1) : text;
    const cutBefore = CUT_WORD.exec(lines[index - 1]?.slice(-LONGEST_WORD) ?? '')?.[1];
    const begin = restOf(cutBefore, text)?.length ?? 0;
    for (const [word] of own.slice(cutBefore === undefined ? 0 : begin).matchAll(WORDS)) {
      if (word.includes('-')) hyphenated.add(word.toLowerCase());
      else words.add(word.toLowerCase());
    }
    if (!/[\p{Script=Latin}-]$/u.test(text)) return;
    ofWords++;
    if (isCut) atEnds.push([cut.toLowerCase(), rest.toLowerCase()]);
  });
  const balance = OF_HYPHEN * atEnds.length - OF_LINE * ofWords;
  const beyond = Math.max(-MOST_OF_LINES, BEYOND * Math.min(0, balance + MOST_OF_LINES));
  const ofLines = beyond + Math.max(-MOST_OF_LINES, Math.min(MOST_OF_LINES, balance));
  for (const [cut, rest] of atEnds) {
    if (ofLines + oddsOfWhole(cut, rest, words) < 0) hyphenated.add(`${cut}-${rest}`);
  }
  return hyphenated;
}

const WORDS = /(?<!\p{Script=Latin})\p{Script=Latin}+(?:-\p{Script=Latin}+)*/gu;

function oddsOfWhole(cut: string, rest: string, words: ReadonlySet<string>): number {
  const lack = LACKS_HALF + MOST_OF_LACK * Math.min(1, words.size / MANY_WORDS);
  const lacking = [cut, rest].filter((half) => !words.has(half)).length;
  return (
    (words.has(cut + rest) ? IS_WHOLE : 0) +
    (lacking === 0 ? HAS_BOTH : lack * lacking) +
    (FIRST_OF_COMPOUND.test(cut) ? BEGINS_COMPOUND : 0) +
    (cut.length === 1 ? LETTER : 0) +
    (LAST_OF_COMPOUND.test(rest) ? ENDS_COMPOUND : LAST_OF_WORD.test(rest) ? ENDS_WORD : 0)
  );
}

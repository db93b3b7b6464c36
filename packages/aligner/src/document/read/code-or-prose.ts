import { isFinished } from '../writing/endings.js';
import { countScripts, LETTERS_FOR_A_CHARACTER } from '../writing/script.js';

/** How much of some lines is prose and how much code, in letters' worth; what may be either counts for neither. */
export interface Looks {
  readonly prose: number;
  readonly code: number;
  readonly all: number;
}

/** Marks and pairs of marks that prose has no use for. */
const CODE_MARKS = /[{}\\|`^=]|[-=]>|&&|::|\+\+|<\/?[a-z]|\$[\w({]/i;
/** A call, an index, an option. */
const CODE_WORDS = /\w\(\)|\w\(["']|\w\[\w*\]|\.\w+\(|(?:^|\s)--?[a-z]/i;
/** How remarks, prompts and macros begin. */
const CODE_START = /^(?:\/\/|\/\*|\*\/|#|>>> |\$ |[@%~])/;
/** A word or two and a semicolon. */
const STATEMENT = /^[\w.]+(?: [\w.]+)?;$/;
/** A file, a path or an address is no word. */
const PATH = /^[./~]|\w[./_:@]\w/;
/** How a sentence, a heading or an item of a law begins: with a capital, a number, or a letter in brackets. */
const BEGINNING = /^[“"‘'(（[]*(?:\p{Lu}|\d{1,3}(?:\.\d{1,3})*[.)、]?\s+\p{L}|[a-z\d]{1,4}[.)]\s+\p{L})/u;
const WORD = /^[“"‘'([]*\p{L}[\p{L}’'-]*[)\]]?[.,;:!?”"’')]*$/u;

/** Share of the words of an English line that must be words; others are names, numbers and figures. */
const WORDS = 0.7;
/** Words from which a line that begins and ends as a sentence does is one. */
const SENTENCE = 3;
/** Han characters that make a line Chinese, unless it begins as a command does. */
const CHINESE = 2;

/** What lines look like that are set as code is. */
export function looksOf(lines: readonly string[]): Looks {
  let [prose, code, all] = [0, 0, 0];
  let goesOn = false;
  for (const line of lines) {
    const { han, alphabetic } = countScripts(line);
    const size = Math.max(han * LETTERS_FOR_A_CHARACTER + alphabetic, 1);
    const kind = kindOf(line, han, goesOn, lines.length > 1);
    if (kind === 'prose') prose += size;
    else if (kind === 'code') code += size;
    all += size;
    goesOn = kind === 'prose' && !isFinished(line);
  }
  return { prose, code, all };
}

function kindOf(line: string, han: number, goesOn: boolean, hasOthers: boolean): 'prose' | 'code' | 'either' {
  const isCode = [CODE_MARKS, CODE_WORDS, CODE_START, STATEMENT].some((pattern) => pattern.test(line));
  if (isCode) return 'code';
  // `echo 你好` is a command, but hardly each line of a list of words.
  if (han >= CHINESE) return hasOthers || !/^[a-z]/.test(line) ? 'prose' : 'either';
  const words = line.split(/\s+/);
  const plain = words.filter((word) => WORD.test(word)).length;
  if (plain < WORDS * words.length) return words.some((word) => PATH.test(word)) ? 'code' : 'either';
  if (goesOn) return 'prose';
  return BEGINNING.test(line) && words.length >= SENTENCE && isFinished(line) ? 'prose' : 'either';
}

/** Whether lines that look so are prose; null where they may be either. */
export function areProse({ prose, code, all }: Looks): boolean | null {
  if (prose * 2 > all && prose > 2 * code) return true;
  return code > 0 || prose > 0 ? (code * 2 >= all || prose <= code ? false : null) : null;
}

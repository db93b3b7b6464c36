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
/** How remarks, prompts, macros and the lines of a log begin. */
const CODE_START =
  /^(?:\[?\d{4}-\d\d-\d\d[ T]\d\d:\d\d|\[\d\d?:\d\d:\d\d|\/\/|\/\*|\*\/|#[^# ]|>>> |\$ |[@%~])/;
/** A word or two and a semicolon. */
const STATEMENT = /^[\w.]+(?: [\w.]+)?;$/;
/** A file, a path or an address is no word. */
const PATH = /^[./~]|\w[./_:@]\w/;
/** How a sentence, a heading or an item of a law begins: with a capital, a number, or a letter in brackets. */
const BEGINNING = /^[“"‘'(（[]*(?:\p{Lu}|\d{1,3}(?:\.\d{1,3})*[.)、]?\s+\p{L}|[a-z\d]{1,4}[.)]\s+\p{L})/u;
const WORD = /^[“"‘'([]*\p{L}[\p{L}’'-]*(?:[)\].,;:!?”"][.,;:!?”"’')]*)?$/u;

/** Share of the words of an English line that must be made of letters; others are names, numbers and figures. */
const WORDS = 0.7;
/** Words from which a line that begins and ends as a sentence does is one. */
const SENTENCE = 3;
/** Han characters that make a line Chinese, unless it begins as a command does. */
const CHINESE = 2;

/** What lines look like that are set as code is. */
export function looksOf(lines: readonly string[]): Looks {
  let [prose, code, all] = [0, 0, 0];
  /** Size of the lines of a sentence that has begun. */
  let open = 0;
  for (const line of lines) {
    const { han, alphabetic } = countScripts(line);
    const size = Math.max(han * LETTERS_FOR_A_CHARACTER + alphabetic, 1);
    all += size;
    const kind = kindOf(line, han, lines.length > 1);
    if (kind === 'words' && (open > 0 || BEGINNING.test(line))) {
      const isLong = open > 0 || line.split(/\s+/).length >= SENTENCE;
      if (!(isLong && isFinished(line))) {
        open += size;
        continue;
      }
      prose += open + size;
    } else if (kind === 'chinese') prose += size;
    else if (kind === 'code') code += size;
    open = 0;
  }
  return { prose, code, all };
}

function kindOf(line: string, han: number, hasOthers: boolean): 'chinese' | 'words' | 'code' | 'either' {
  const isCode = [CODE_MARKS, CODE_WORDS, CODE_START, STATEMENT].some((pattern) => pattern.test(line));
  if (isCode) return 'code';
  // A remark of many languages, or a heading.
  if (line.startsWith('#')) return 'either';
  // `echo 你好` is a command, but hardly each line of a list of words.
  if (han >= CHINESE) return hasOthers || !/^[a-z]/.test(line) ? 'chinese' : 'either';
  const words = line.split(/\s+/);
  const plain = words.filter((word) => WORD.test(word)).length;
  if (plain >= WORDS * words.length) return 'words';
  return words.some((word) => PATH.test(word)) ? 'code' : 'either';
}

/** Whether lines that look so are prose; null where they may be either. */
export function areProse({ prose, code, all }: Looks): boolean | null {
  if (prose * 2 > all && prose > 2 * code) return true;
  return code > 0 || prose > 0 ? (code * 2 >= all || prose <= code ? false : null) : null;
}

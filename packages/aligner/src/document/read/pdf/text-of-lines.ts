import { joinCutWord } from '../../writing/cut-words.js';
import type { TextLine } from './lines.js';
import { HAS_WIDE } from './wide.js';

/**
 * The text of a paragraph's lines. A hyphen at a line end goes where the word goes on in lower case.
 *
 * @param hyphenated words that the document writes with a hyphen within a line, in lower case: they keep theirs
 */
export function textOf(lines: readonly TextLine[], hyphenated: ReadonlySet<string>): string {
  const parts: string[] = [];
  for (const [at, line] of lines.entries()) {
    const { text } = line;
    const last = parts.at(-1);
    const whole =
      last === undefined
        ? null
        : goesOnName(lines[at - 1]!, line)
          ? last
          : joinCutWord(last, text, hyphenated);
    if (whole !== null) parts[parts.length - 1] = whole;
    else if (last !== undefined && goesOnAddress(last, text))
      parts[parts.length - 1] = last.replace(/(?<=\/)-$/, '');
    else if (
      last !== undefined &&
      !ONLY_CLOSES.test(text) &&
      !HAS_WIDE.test(last.at(-1)!) &&
      !HAS_WIDE.test(text[0] ?? '')
    ) {
      parts.push(' ');
    }
    parts.push(text);
  }
  return parts.join('');
}

/** What closes a word: only a cell that is too narrow for the word parts it from that. */
const ONLY_CLOSES = /^[.,;:!?)\]]+(?=\s|$)/;

/** Where names of files and commands are cut, which are set as code is and are given no hyphens. */
const CUT_NAME = /[\w~.][/._=@-]$/;

function goesOnName(before: TextLine, after: TextLine): boolean {
  const [last, next] = [before.runs.at(-1)!, after.runs[0]!];
  return (
    last.isMono === true && next.isMono === true && CUT_NAME.test(last.text) && /^[\w./~-]/.test(next.text)
  );
}

/** An address that a line ends with, where it may be cut: programs cut there without a hyphen, or put one in. */
const CUT_ADDRESS =
  /(?:^|[\s(（<《“"\p{Script=Han}])(?:(?:https?|ftp):\/\/[^\s()（）]*[/.?&=#_%-]|[~\w.-]*\/[\w.+~/-]*\/-?|[~\w.-]+\/-)$/u;
/** How the rest of an address begins; a word of the text has a blank or a mark behind it. */
const REST_OF_ADDRESS = /^[\w%~/.?&=#-]*(?:[\w~%]\/?)(?=$|[\s)）>》”",.，。;；])/;

function goesOnAddress(before: string, after: string): boolean {
  return CUT_ADDRESS.test(before.slice(-LONGEST_ADDRESS)) && REST_OF_ADDRESS.test(after);
}

/** More characters than an address on one line has. */
const LONGEST_ADDRESS = 200;

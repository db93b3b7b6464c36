/** More inline delimiters than this between two blank lines, and the parser's time grows with their square. */
const MOST_DELIMITERS = 4000;

/** Quotations or lists nested deeper than this at the start of one line are no one's writing. */
const DEEPEST_NESTING = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])){60}/m;

/** Nor are items of a list that are indented by more columns than this. */
const DEEPEST_ITEM = /^[ \t]{80,}(?:[-+*]|\d{1,9}[.)])[ \t]/m;

/** True for text that no one wrote as Markdown and that would keep the parser busy for minutes or too deep. */
export function isTooDense(text: string): boolean {
  if (DEEPEST_NESTING.test(text) || DEEPEST_ITEM.test(text)) return true;
  let delimiters = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === '\n' && (text[at + 1] === '\n' || text[at + 1] === '\r')) delimiters = 0;
    else if (character === '\n' && isUnderline(text, at + 1)) delimiters += UNDERLINE;
    else if (DELIMITERS.has(character)) delimiters++;
    if (delimiters > MOST_DELIMITERS) return true;
  }
  return false;
}

/** An underlined heading takes the parser about as long as so many delimiters. */
const UNDERLINE = 8;

/** Whether a line begins as those do that make the line before it a heading. */
function isUnderline(text: string, at: number): boolean {
  return text[at] === '=' || (text[at] === '-' && /[-\r\n]/.test(text[at + 1] ?? '\n'));
}

const DELIMITERS: ReadonlySet<string> = new Set('*_[]<>`~!|\\&');

/** Whether a line holds a character that may be inline syntax. */
export function isMarked(line: string): boolean {
  for (const character of line) if (DELIMITERS.has(character)) return true;
  return false;
}

/** A pattern that the checker finds fault with, or cannot decide on, and that is in order where it stands. */
export interface Accepted {
  /** Path below `src` of its package. */
  readonly file: string;
  /** How the pattern begins, without the slash, so far that no other in the file does. */
  readonly begins: string;
  /** Why no text makes it slow: the bound of what it is given, or of what it can look through again. */
  readonly why: string;
}

/** Where expressions are built of what a user gives as expressions: how long his own rules take is his to say. */
export const GIVEN_BY_USERS: readonly string[] = ['document/segment/srx.ts'];

/** What is accepted is not checked: those that are `not decided` would take a minute each, and come to nothing. */
export const ACCEPTED: readonly Accepted[] = [
  {
    file: 'alignment/quantities/old-sums.ts',
    begins: String.raw`\b(?:an? )?(?:zero`,
    why: 'Not decided on a busy machine. A sum has nine numbers of one or two words at most.',
  },
  {
    file: 'alignment/quantities/units.ts',
    begins: String.raw`(?<![\d.a-z])(?:(?:\d{1,6}|[a-z-]{3,12}`,
    why: 'Not decided. It has three numerals and units at most, each of a bounded length.',
  },
  {
    file: 'document/writing/cut-words.ts',
    begins: '(?:[$_=@',
    why: 'It is given the last 60 characters of a line.',
  },
  {
    file: 'alignment/score/chinese-numbers.ts',
    begins: '十(?:[万萬]八千里|',
    why: 'Decided as safe on a quiet machine, and not on a busy one. A numeral is looked through twice at most, for 点 and 分之 after it.',
  },
  {
    file: 'document/language/line-evidence.ts',
    begins: '[“"『「《（(【[][^',
    why: 'Not decided. No more than the 80 characters of what is quoted are looked through again.',
  },
  {
    file: 'document/read/resource-lines.ts',
    begins: String.raw`^(?:\S*[\p{L}\d][._/`,
    why: 'It is given keys of no more than 100 characters.',
  },
  {
    file: 'document/read/raised-numbers.ts',
    begins: String.raw`[+\-*/=^][^)]*`,
    why: 'The last 24 characters before a raised number.',
  },
  {
    file: 'document/language/captions.ts',
    begins: String.raw`^(?:[^\p{Script=Han}]*\p{Script=Latin}`,
    why: 'Captions of 60 characters at most.',
  },
  {
    file: 'document/read/declared-encoding.ts',
    begins: String.raw`^<(?:[\s\S]*<)?meta`,
    why: 'The first 1,024 bytes of a file.',
  },
  {
    file: 'document/read/format-table.ts',
    begins: String.raw`PK\x01\x02[^]{42}`,
    why: 'One of them is not decided. No more than 42 characters are looked through again.',
  },
  {
    file: 'document/read/format.ts',
    begins: String.raw`^\ufeff|`,
    why: 'The first 1,000 characters of a file.',
  },
  {
    file: 'document/read/markdown-definitions.ts',
    begins: String.raw`^(?:[ \t]|> ?){0,9}\[`,
    why: 'Not decided. No more than a label of 200 characters is looked through again; 1 MB of the worst takes 0.3 s.',
  },
  {
    file: 'document/read/markdown-definitions.ts',
    begins: String.raw`\[((?:`,
    why: 'Not decided. No more than a label of 200 characters is looked through again; 1 MB of the worst takes 0.4 s.',
  },
  {
    file: 'document/read/page-furniture.ts',
    begins: '^(?:[-–—―~·•*|=_]{1,20} ?#',
    why: 'Lines of 120 characters at most.',
  },
  {
    file: 'document/writing/cut-words.ts',
    begins: String.raw`(\p{Script=Latin}+)[-`,
    why: 'The last 60 characters of a line.',
  },
  {
    file: 'document/read/pdf/text-of-lines.ts',
    begins: String.raw`(?:^|[\s(（<《“"\p{Script=Han}])(?:(?:https?|ftp)`,
    why: 'The last 200 characters of a line.',
  },
  {
    file: 'document/segment/english.ts',
    begins: String.raw`\s(?:\.|…)[.… ]*$`,
    why: 'The last characters of a sentence (`tailOf`).',
  },
  {
    file: 'document/structure/contents-titles.ts',
    begins: String.raw`^(?=.*\p{L})(?<title>`,
    why: 'Not decided on a busy machine. Lines of 400 characters at most.',
  },
  {
    file: 'document/writing/leaders.ts',
    begins: '(?<dots>',
    why: 'Lines of 400 characters at most.',
  },
  {
    file: 'document/writing/endings.ts',
    begins: String.raw`(\p{L}+)$`,
    why: 'The last 40 characters of a text.',
  },
  {
    file: 'document/writing/script.ts',
    begins: String.raw`\b(?:https?:`,
    why: 'Not decided. No more than 64 characters are looked through again; 1 MB of the worst takes 0.3 s.',
  },
  {
    file: 'corpus/document-list.ts',
    begins: '^(?<bare>.+?)[-._ ()',
    why: 'Names of files, which no system lets be longer than 255 characters.',
  },
  {
    file: 'words.ts',
    begins: String.raw`\B(?=`,
    why: 'The digits of one number.',
  },
];

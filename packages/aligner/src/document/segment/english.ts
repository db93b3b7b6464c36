import type { Span } from '../../types.js';
import { SENTENCE_STARTERS } from '../writing/sentence-starters.js';
import {
  ALWAYS_FOLLOWED,
  EITHER_WAY,
  FOLLOWED_BY_COUNT,
  FOLLOWED_BY_NUMBER,
  LEADING,
  TITLES,
} from './abbreviations.js';
import { CLOSERS, cutAt, headOf, type JoinRule, joinWhere, tailOf, withoutWords } from './boundaries.js';

/**
 * Cuts the text of one English paragraph into sentences: UTF-16 ranges in order, without white space at their
 * ends, that hold every other character exactly once. A clause marker stays with its sentence; semicolons and
 * colons end nothing. It cuts too often at first and then takes boundaries back, as parse-latin does.
 */
export function splitEnglish(text: string): Span[] {
  const passes: readonly JoinRule[] = [
    withoutWords,
    continuesInLowerCase,
    afterEllipsis,
    afterAbbreviation,
    afterInitial,
    afterMarker,
    beforeSpeaker,
  ];
  return passes.reduce(
    (sentences, rule) => joinWhere(text, sentences, rule),
    cutAt(text, possibleEnds(text)),
  );
}

const STOP = '.!?…。！？｡';

/** A run of stops with the quotes, brackets and footnote marks after it. It never fails once begun: no backtracking. */
const STOPS = String.raw`[${STOP}][${STOP}${CLOSERS}]*(?:\s["”](?!\S))?(?:\[\d{1,3}\]|[¹²³⁰⁴-⁹†‡])*`;

/** Speech that is broken off, before other speech: `“But I—” “You what?”`. */
const BROKEN_OFF = String.raw`[—–-]["”'’](?=\s["“'‘])`;

/** `I` has a capital anywhere. */
const STARTER = [...SENTENCE_STARTERS].filter((word) => word !== 'I').join('|');
/**
 * A quotation without a stop, before a word with a capital that only the first word of a sentence has: `was told to
 * “wait and see” There is no plan`. In a title the word after it has one too.
 */
const BEFORE_STARTER = String.raw`(?<=[\p{L}\p{N}])["”'’](?=\s(?:${STARTER})\s\p{Ll})`;

const ENDS = new RegExp(`${STOPS}|${BROKEN_OFF}|${BEFORE_STARTER}`, 'gu');

function* possibleEnds(text: string): Generator<number> {
  for (const { 0: stops, index } of text.matchAll(ENDS)) {
    const end = index + stops.length;
    if (/^\s/.test(text.charAt(end)) || /[。！？｡]/.test(stops) || isTight(text, index, end)) yield end;
  }
}

/**
 * Is the space after the stop missing (`the end.Next we`)? Only between whole words, so that host and file
 * names stay; after a capitalised word (`System.Object`, `Beijing.The`) only if the next one opens sentences.
 */
function isTight(text: string, stop: number, end: number): boolean {
  const before = /(?:^|[\s"'“‘(—-])([\p{L}\p{N}]{3,})$/u.exec(text.slice(Math.max(0, stop - 40), stop))?.[1];
  const after = /^["'“‘(]?(\p{Lu}\p{Ll}+)[\s,'’]/u.exec(text.slice(end, end + 40))?.[1];
  return !!before && !!after && (/^\p{Ll}+$/u.test(before) || SENTENCE_STARTERS.has(after));
}

/** `"Go!" he said`; but not `iPhone`, the marker `b.`, or anything after a Chinese full stop. */
const continuesInLowerCase: JoinRule = (text, left, right) => {
  const head = headOf(text, right);
  return (
    /^[^\p{L}\p{N}]*\p{Ll}/u.test(head) &&
    !/^\p{Ll}{1,3}\p{Lu}/u.test(head) &&
    !(/^[([]?(?:[a-z]|[ivx]+)[.)\]](?:\s|$)/.test(head) && dottedWord(text, left).length !== 1) &&
    !/[。｡]/.test(text.slice(left.end - 2, left.end))
  );
};

/** `Well … I doubt it`: after dots the sentence goes on unless it clearly begins anew; `I` is no proof of that. */
const afterEllipsis: JoinRule = (text, left, right) => {
  const tail = tailOf(text, left);
  if (!/(?:\. ?\.|…)$/.test(tail)) return false;
  const head = headOf(text, right);
  if (/^["“‘']/.test(head)) return false;
  const next = firstWord(head);
  const loose = /\s(?:\.|…)[.… ]*$/.test(tail);
  return /^I\.?$/.test(next) || !/^\p{Lu}/u.test(next) || (loose && !SENTENCE_STARTERS.has(next));
};

/** `5`, `(0512) 5550`, `+86`, `No. 5`. */
const NUMBER = /^(?:[(+#]{0,2}\d|Nos?\.\s?\d)/;
/** A number, or what counts like one and is no word: `B`, `II`. */
const COUNT = /^(?:[(+#]{0,2}\d|(?:[B-HJ-Z]|[IVX]{2,6})(?=[\s).,;:]|$))/;

/** `Mr. Pan`, `No. 5`, `Inc. shares`; but `… at Acme Inc. The shares`. */
const afterAbbreviation: JoinRule = (text, left, right) => {
  const word = abbreviationAt(text, left, right);
  if (ALWAYS_FOLLOWED.has(word)) return true;
  if (LEADING.has(word) && left.end - left.start === word.length + 1) return true;
  if (FOLLOWED_BY_NUMBER.has(word)) return NUMBER.test(headOf(text, right));
  if (FOLLOWED_BY_COUNT.has(word)) {
    const head = headOf(text, right);
    // `Art. I Membership`, `Sched. A is empty`: at the start of a line hardly the pronoun or the article.
    const leads = left.end - left.start === word.length + 1 && /^\p{Lu}/u.test(word);
    return COUNT.test(head) || (leads && /^[AI](?=[\s).,;:]|$)/.test(head));
  }
  if (/^[ap]\.m$/i.test(word) && beginsAfterClock(headOf(text, { ...right, end: text.length }))) return false;
  const eitherWay = EITHER_WAY.has(word) || /^\p{L}(?:\.\p{L})+$/u.test(word);
  if (!eitherWay) return false;
  const next = firstWord(headOf(text, right));
  // In capitals `DEPT. OF MUSIC` looks as if it began anew, which the same in small letters does not.
  if (word !== dottedWord(text, left))
    return /^(?:AND|OR|OF)$/.test(next) || !SENTENCE_STARTERS.has(asWritten(next));
  return !SENTENCE_STARTERS.has(next);
};

/** The word before a boundary; as it is written elsewhere where all is in capitals: `DR. WANG`, `NO SMOKING IN DEPT. OFFICES`. */
function abbreviationAt(text: string, left: Span, right: Span): string {
  const word = dottedWord(text, left);
  const isInCapitals =
    /^\p{Lu}{2,}$/u.test(word) &&
    !/\p{Ll}/u.test(tailOf(text, left)) &&
    !/^[^\p{L}]*\p{Lu}?\p{Ll}/u.test(headOf(text, right));
  return isInCapitals ? asWritten(word) : word;
}

function asWritten(word: string): string {
  return word.slice(0, 1) + word.slice(1).toLowerCase();
}

/** What follows a time of day without beginning a sentence, though it has a capital: a day, a month, the place whose time it is. */
const OF_A_TIME =
  /^(?:(?:Mon|Tues?|Wed|Wednes|Thurs?|Fri|Sat|Satur|Sun)(?:days?)?|Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec|Eastern|Central|Pacific|Mountain|Greenwich|Standard|Daylight|Local)/;

/** A name with its title before a word in small letters, or a word with a capital before one. */
const BEGINS_A_SENTENCE = new RegExp(
  String.raw`^["“‘']?(?:(?:${[...TITLES].join('|')}|Sir|St)\.? (?:\p{Lu}[\p{Ll}.]* )?)?\p{Lu}\p{Ll}+,? (?:\p{Lu},? )?(?!time\b|until\b|to\b)\p{Ll}`,
  'u',
);

/**
 * `… at 6 p.m. Deliveries are taken …`, `… at 5 p.m. Mr. Hale had …`: a capital begins a sentence where a word in lower case follows,
 * that is not `time`.
 */
function beginsAfterClock(head: string): boolean {
  return BEGINS_A_SENTENCE.test(head) && !OF_A_TIME.test(head);
}

/** Things that are told apart by a letter: what follows the letter in `Party A. Party B shall` is no surname. */
const LETTERED =
  /\b(?:annex|appendix|class|exhibit|grade|group|option|part|party|plan|schedule|table|type)\s+\p{Lu}\.$/iu;

/** `J. R. R. Tolkien`, `James A. Coffey`. */
const afterInitial: JoinRule = (text, left, right) => {
  if (!/^\p{Lu}$/u.test(dottedWord(text, left)) || LETTERED.test(tailOf(text, left))) return false;
  const next = firstWord(headOf(text, right));
  return /^\p{Lu}/u.test(next) && !SENTENCE_STARTERS.has(next);
};

const ORDINAL = String.raw`(?:\d{1,3}(?:\.\d{1,3}){0,4}|[ivxlc]{1,6}|[a-z])[)\]）]?\.`;
/** What a list in running text begins with. */
const FIRST_ORDINAL = String.raw`(?:(?:\d{1,3}\.){0,4}1|[ia])[)\]）]?\.`;
/** What counts itself at the start of a line: parts of laws, of studies, of lessons, of plays. */
const NUMBERED_WORDS = `Act Activity Annex Answer Appendix Article Box Bylaw By-law Case Chapter Claim Clause Comment
  Corollary Criterion Day Definition Endnote Example Exercise Exhibit Figure Finding Footnote Goal Illustration Image Item
  Lemma Lesson Level Map Measure Module Note Notes Objective Option Paragraph Part Phase Photo Picture Plate Point Principle
  Problem Proposition Question Recommendation Regulation Remark Rule Scene Schedule Section Session Stage Step Table Task
  Theme Theorem Tip Topic Unit Volume Week`;
const NUMBERED_ABBREVIATIONS = 'App Art Ch Def Eq Ex Fig Fn No Para Pl Pt Reg Rem Sec Sect Tab Thm Vol';
const NUMBERED = [
  ...NUMBERED_WORDS.split(/\s+/),
  ...NUMBERED_ABBREVIATIONS.split(' ').map((word) => String.raw`${word}\.`),
  '§',
].join('|');
/** `Q1.`, `A.1.`: a letter that counts, alone at the start. */
const LETTER_AND_NUMBER = String.raw`[A-Z]\.?\d{1,3}`;
/** A clause marker that is all of the sentence so far, or is an item after a semicolon. */
const MARKER = new RegExp(
  String.raw`(?:^|;\s|；)[^\p{L}\p{N}]{0,6}${ORDINAL}$|^(?:${NUMBERED})\s?${ORDINAL}$|^[^\p{L}\p{N}]{0,6}${LETTER_AND_NUMBER}\.$`,
  'iu',
);
const FIRST_AFTER_COLON = new RegExp(String.raw`(?::\s|：)[^\p{L}\p{N}]{0,6}${FIRST_ORDINAL}$`, 'iu');

/** `5. Giving play to …`, `Article 3. The …`, `as follows: 1. focus; 2. …`. */
const afterMarker: JoinRule = (text, left, right) => {
  const tail = tailOf(text, left);
  if (MARKER.test(tail)) return true;
  // Any other number after a colon is a value: `Credits: 4. Prerequisites: none.`, and so is a 1 that no 2 follows.
  return FIRST_AFTER_COLON.test(tail) && (!/1[)\]）]?\.$/.test(tail) || goesOnToSecond(text, right.start));
};

/** How far the second item of a list is looked for, in characters. */
const LONGEST_ITEM = 600;

function goesOnToSecond(text: string, from: number): boolean {
  return /[\s;；,，.(（]2[)\]）]?[.)\]）](?!\d)/.test(text.slice(from, from + LONGEST_ITEM));
}

const SPEAKER =
  /^(?:\p{Lu}[\p{L}'’.-]*\s){1,3}(?:\p{Ll}+ly\s)?(?:said|says|asked|asks|replied|answered|cried|shouted|exclaimed|whispered|called|yelled|added)\b/u;

/** `"Go!" Pan said.`: who speaks stays with what was said. */
const beforeSpeaker: JoinRule = (text, left, right) =>
  /[!?…]["”’'」]{1,3}$/.test(tailOf(text, left)) && SPEAKER.test(headOf(text, right));

const DOTTED_WORD = new RegExp(
  String.raw`(?:^|[\s/—–${CLOSERS}“‘([（-])(\p{L}[\p{L}.]*)\.[${CLOSERS}]*$`,
  'u',
);

/** The last word if a single dot ends it, without that dot: `U.S`, `Mr`; `''` otherwise. */
function dottedWord(text: string, span: Span): string {
  return DOTTED_WORD.exec(tailOf(text, span))?.[1] ?? '';
}

/** The word that opens `head`, quotes and brackets aside, up to its apostrophe; an initial keeps its dot. */
function firstWord(head: string): string {
  return /^[^\p{L}\p{N}]*(\p{L}+\.?)/u.exec(head)?.[1] ?? '';
}

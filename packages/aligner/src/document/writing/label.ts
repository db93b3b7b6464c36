import type { Label, LabelScheme, Language } from '../../types.js';
import { BLANK, fold } from './folding.js';
import {
  CHINESE_NUMERAL_CHARACTERS,
  chineseNumeral,
  ENGLISH_ORDINALS,
  englishNumeral,
  romanNumeral,
} from './numerals.js';

type Reading = Pick<Label, 'scheme' | 'ordinals' | 'letterCase'>;

/** One way to write a marker. `read` may still decline with `[]`; `rest` is the folded text after the marker. */
interface Rule {
  readonly language?: Language;
  readonly pattern: RegExp;
  readonly read: (groups: Readonly<Record<string, string | undefined>>, rest: string) => readonly Reading[];
}

/** No marker, with what must be seen after it to believe in it, is longer. It bounds the work on long lines. */
const HEAD_LENGTH = 64;
/** A larger bare number is a year or a quantity, not the number of a clause. */
const LARGEST_BARE_NUMBER = 999;
/** Longer roman numerals without a keyword are words: `mix`, `MD`, `DC`. */
const LARGEST_BARE_ROMAN = 399;

/**
 * The clause marker at the start of a paragraph, as alternatives, the most likely first; `[]` if there is none.
 * Several only where the marker does not tell by itself: `(i)` is roman one or the ninth letter. The neighbours
 * decide (`buildClauseTree`). Recognised by its NFKC form, so that `㈠`, `（一）` and `(一)` are the same, and
 * returned as written.
 */
export function readLabels(text: string, language: Language): readonly Label[] {
  const start = BLANK.exec(text)![0].length;
  if (SURELY_NONE.test(text.slice(start, start + HEAD_LENGTH))) return [];
  const label = (end: number, reading: Reading): Label => ({
    raw: text.slice(start, end),
    ...reading,
    length: end + BLANK.exec(text.slice(end))![0].length,
  });

  const circled = circledNumber(text.codePointAt(start));
  if (circled !== null) return [label(start + 1, bare('circled', circled))];

  const head = foldHead(text, start);
  for (const rule of RULES) {
    if (rule.language !== undefined && rule.language !== language) continue;
    const match = rule.pattern.exec(head.text);
    if (match === null) continue;
    const end = head.ends[match[0].length - 1]!;
    const readings = rule.read(match.groups ?? {}, head.text.slice(match[0].length));
    if (readings.length > 0) return readings.map((reading) => label(end, reading));
  }
  return [];
}

/** The ten heavenly stems, which count as letters do. */
const STEMS = '甲乙丙丁戊己庚辛壬癸';

/**
 * How most texts begin, none of which is a marker: a word and a blank, but for the letters that `Article`, `Chapter`, `Part` and
 * `Section` begin with; a Chinese character that neither counts nor begins a marker. It spares the folding and all rules.
 */
const SURELY_NONE = new RegExp(
  `^(?:[a-zBD-OQRT-Z][a-z]* |(?![第附首其${STEMS}${CHINESE_NUMERAL_CHARACTERS}])[\\u4e00-\\u9fff])`,
);

/** The NFKC form of the start of a text, without Markdown's backslashes; `ends[i]` is where character i ends in it. */
function foldHead(text: string, start: number): { readonly text: string; readonly ends: readonly number[] } {
  const head = fold(text.slice(start, start + HEAD_LENGTH));
  const folded: string[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const character of head.text) {
    at += character.length;
    // Letters, digits and nearly all Chinese characters are what they look like.
    if (isPlain(character.charCodeAt(0))) {
      folded.push(character);
      ends.push(start + (head.ends?.[at - 1] ?? at));
      continue;
    }
    if (character === '\\' && /^[!-@[-`{-~]/.test(head.text.slice(at, at + 1))) continue;
    const form = /\s/.test(character) ? ' ' : character.normalize('NFKC');
    folded.push(form);
    const end = start + (head.ends?.[at - 1] ?? at);
    for (let unit = 0; unit < form.length; unit++) ends.push(end);
  }
  return { text: folded.join(''), ends };
}

function isPlain(unit: number): boolean {
  const lowerCase = unit | 0x20;
  return (
    (lowerCase >= 0x61 && lowerCase <= 0x7a) ||
    (unit >= 0x30 && unit <= 0x39) ||
    (unit >= 0x4e00 && unit <= 0x9fff)
  );
}

/** First code point, its value, and how many follow in order: ①–⑳, ㉑–㉟, ㊱–㊿, ㊀–㊉, ❶–❿, ⓫–⓴, ⓵–⓾. */
const CIRCLED = [
  [0x2460, 1, 20],
  [0x3251, 21, 15],
  [0x32b1, 36, 15],
  [0x3280, 1, 10],
  [0x2776, 1, 10],
  [0x24eb, 11, 10],
  [0x24f5, 1, 10],
] as const;

function circledNumber(codePoint = 0): number | null {
  const row = CIRCLED.find(([first, , count]) => codePoint >= first && codePoint < first + count);
  return row === undefined ? null : row[1] + codePoint - row[0];
}

function stemNumber(stem: string): number {
  return STEMS.indexOf(stem) + 1;
}

const CHINESE = `[${CHINESE_NUMERAL_CHARACTERS}]{1,12}`;
const BRACKETED = String.raw`\d|[1-9]\d{1,2}`;
const LETTERS = '[A-Za-z]|[ivxlcdm]{2,8}|[IVXLCDM]{2,8}';

/** What makes a `第三条` at the start of a paragraph a mention: `第三条规定的`, `第三条第二款`, `第一条至第五条`. */
const REFERENCE = '[的至和或及与與之第款项項、,]|所(?!有)|中(?![国國华華央共])|以[外上下内內前]|规定|規定';
/** `(1) and (2) apply` begins with a mention too. */
const ENUMERATED = String.raw` ?(?:和|至|或|与|與|及|、|and|or|to) ?\(`;
/**
 * What follows a quantity rather than a decimal clause number: `5.2%`, `1.2亿`, `5.1劳动节`; not where the unit begins a word of which
 * there is no number, as in `2.1 月租金` and `3.4 日常维护`.
 */
const QUANTITY =
  '[%‰万萬亿億千百米倍岁歲吨噸斤]|年(?![度费費利薪检檢审審报報租金龄齡])|月(?![租薪度费費供息报報])|日(?![常薪租均志誌程])' +
  '|度(?![量假])|元(?![件素数數])|个(?![人体性])|公[里斤顷]|美元|劳动节|勞動節|国庆|國慶';

/** What a title may begin with that follows its number at once. */
const OPENING = '[\\p{Lo}A-Z“"‘(《「]';

const SUBDIVISIONS: Readonly<Record<string, LabelScheme>> = {
  编: 'part',
  編: 'part',
  篇: 'part',
  部分: 'part',
  章: 'chapter',
  节: 'section',
  節: 'section',
  条: 'article',
  條: 'article',
};

const KEYWORDS: Readonly<Record<string, LabelScheme>> = {
  part: 'part',
  chapter: 'chapter',
  section: 'section',
  'sec.': 'section',
  article: 'article',
  'art.': 'article',
  annex: 'annex',
  appendix: 'annex',
  schedule: 'annex',
};

const RULES: readonly Rule[] = [
  {
    // 第一编 第二章 第一节 第三条 第三条之一 第 1 章
    language: 'zh',
    pattern: new RegExp(
      `^第 {0,2}(?<number>${CHINESE}|\\d{1,4}) {0,2}(?<word>${Object.keys(SUBDIVISIONS).join('|')})` +
        `(?:之(?<sub>${CHINESE})(?![${CHINESE_NUMERAL_CHARACTERS}]))?[.:]?(?!${REFERENCE})`,
    ),
    read: ({ number, word, sub }) =>
      sub === undefined
        ? numbered(SUBDIVISIONS[word!]!, hanOrArabic(number!))
        : numbered(SUBDIVISIONS[word!]!, hanOrArabic(number!), hanOrArabic(sub)),
  },
  {
    // 附件1 附录一 附表A 附录甲
    language: 'zh',
    pattern: new RegExp(
      `^附(?:件|录|錄|表|图|圖) {0,2}(?:(?<number>${CHINESE}|\\d{1,3})|(?<letter>[A-Z])(?![A-Za-z])|(?<stem>[${STEMS}]))` +
        `[.:]?(?!${REFERENCE}|般|\\d)`,
    ),
    read: ({ number, letter, stem }) => {
      if (stem !== undefined) return numbered('annex', stemNumber(stem));
      return numbered('annex', number === undefined ? letterNumber(letter!) : hanOrArabic(number));
    },
  },
  {
    // 第一， 第二、 but not 第三、四条
    language: 'zh',
    pattern: new RegExp(`^第(?<number>${CHINESE})[,、:](?! ?第?${CHINESE}[条條章节節款项項届])`),
    read: ({ number }) => numbered('ordinal-word', chineseNumeral(number!)),
  },
  {
    // 第一款 below an article, set apart from what it says: 第一款规定的 mentions one
    language: 'zh',
    pattern: new RegExp(`^第 {0,2}(?<number>${CHINESE}|\\d{1,3}) {0,2}款(?:(?= |$)|:)`),
    read: ({ number }) => numbered('chinese-comma', hanOrArabic(number!)),
  },
  {
    language: 'zh',
    pattern: new RegExp(`^第(?<number>${CHINESE}|\\d{1,3})[项項](?:(?= |$)|:)`),
    read: ({ number }) => numbered('ordinal-word', hanOrArabic(number!)),
  },
  {
    language: 'zh',
    pattern: /^(?<number>[一二三四五六七八九十]{1,3})是/,
    read: ({ number }) => numbered('ordinal-word', chineseNumeral(number!)),
  },
  {
    language: 'zh',
    pattern: /^(?<word>首先|其次),/,
    read: ({ word }) => numbered('ordinal-word', word === '首先' ? 1 : 2),
  },
  {
    // First, Secondly:
    language: 'en',
    pattern: /^(?<word>[A-Z][a-z]{3,7}?)(?:ly)?[,:](?= |$)/,
    read: ({ word }) => numbered('ordinal-word', ENGLISH_ORDINALS.get(word!.toLowerCase()) ?? null),
  },
  {
    // Article 3, Sec. 2(a), Chapter II, Part One, Appendix A, before a title or a sentence: what goes on in
    // lower case or after a comma mentions the clause (`Article 3(1)(b) of …`).
    language: 'en',
    pattern: new RegExp(
      '^(?<word>Article|ARTICLE|Art\\.|Section|SECTION|Sec\\.|Chapter|CHAPTER|Part|PART' +
        '|Annex|ANNEX|Appendix|APPENDIX|Schedule|SCHEDULE) {1,3}' +
        '(?:(?<number>\\d{1,4}(?:[.-]\\d{1,3}){0,3})|(?<letters>[A-Za-z-]{1,20}))(?![A-Za-z\\d])' +
        '(?=(?: ?\\([^() ]{1,4}\\))*(?: *$|[.:](?!\\d)| ?[–—-](?!\\d)| +[A-Z“"‘\'\\[<]| +\\((?![^() ]{1,4}\\))))' +
        '[.:]?',
    ),
    read: ({ word, number, letters }) => readKeyword(KEYWORDS[word!.toLowerCase()]!, number, letters),
  },
  {
    // § 3 Name, as statutes and the rules of clubs have it, but not § 3 of the statutes
    pattern: /^§ {0,2}(?<number>\d{1,4})(?:\.(?!\d)|(?= +[^ a-z]| *$))/,
    read: ({ number }) => numbered('article', Number(number)),
  },
  {
    // 一、 but not 三、四月
    pattern: new RegExp(`^(?<number>${CHINESE})[、.,](?![.,])`),
    read: ({ number }, rest) => {
      const value = chineseNumeral(number!);
      return value === null || enumerates(rest, value) ? [] : numbered('chinese-comma', value);
    },
  },
  {
    // （一） ( 一 ) ㈠
    pattern: new RegExp(`^\\( {0,2}(?<number>${CHINESE}) {0,2}\\)(?!${ENUMERATED})[、.]?`),
    read: ({ number }) => numbered('chinese-parenthesis', chineseNumeral(number!)),
  },
  {
    // 甲、 乙. but not 甲、乙双方
    language: 'zh',
    pattern: new RegExp(`^(?<stem>[${STEMS}])[、.](?! ?[${STEMS}])`),
    read: ({ stem }) => numbered('stem-comma', stemNumber(stem!)),
  },
  {
    // （甲） 甲）
    language: 'zh',
    pattern: new RegExp(`^\\(? {0,2}(?<stem>[${STEMS}]) {0,2}\\)(?!${ENUMERATED})[、.]?`),
    read: ({ stem }) => numbered('stem-parenthesis', stemNumber(stem!)),
  },
  {
    // 甲部：树木 甲部分
    language: 'zh',
    pattern: new RegExp(`^(?<stem>[${STEMS}])(?:部分?|[编編])(?=[: ]|$):?`),
    read: ({ stem }) => numbered('part', stemNumber(stem!)),
  },
  {
    // 2.1 2.1.3 13.1. With a stop behind it, it is no quantity, whatever comes next: `9.6. inetd 服务器`, `6.3. 元件`.
    pattern: new RegExp(
      `^(?<number>\\d{1,3}(?:\\.\\d{1,3}){1,5})` +
        `(?:\\.(?= *$| +[^ \\d]|${OPENING})|(?! *(?:${QUANTITY}))(?= +[^ a-z\\d]|${OPENING}))`,
      'u',
    ),
    read: ({ number }) => {
      const ordinals = number!.split('.').map(Number);
      // `1.0.0` and `2.4.0` are versions of programs; clauses do not count from zero three levels down.
      return ordinals.length > 2 && ordinals.includes(0) ? [] : numbered('decimal', ...ordinals);
    },
  },
  {
    // 1. 1． 1、 ⒈ but not 1.39 nor the page furniture 1、2、3、
    pattern: /^(?<number>\d{1,3})(?:\.(?![.\d])|(?<comma>、))/,
    read: ({ number, comma }, rest) =>
      comma !== undefined && enumerates(rest, Number(number)) ? [] : numbered('arabic-dot', Number(number)),
  },
  {
    // 1，
    language: 'zh',
    pattern: /^(?<number>\d{1,3}),(?! ?\d)/,
    read: ({ number }) => numbered('arabic-dot', Number(number)),
  },
  {
    // (1) （1） ⑴
    pattern: new RegExp(`^\\( {0,2}(?<number>${BRACKETED}) {0,2}\\)(?!${ENUMERATED})[、.]?`),
    read: ({ number }) => numbered('arabic-parenthesis', Number(number)),
  },
  {
    // 1) 1）
    pattern: new RegExp(`^(?<number>${BRACKETED})\\)[、.]?`),
    read: ({ number }) => numbered('arabic-half', Number(number)),
  },
  {
    // (a) (ii) ⒜
    pattern: new RegExp(`^\\( {0,2}(?<letters>${LETTERS}) {0,2}\\)(?!${ENUMERATED})[、.]?`),
    read: ({ letters }) => readLetters(letters!, 'roman-parenthesis', 'letter-parenthesis'),
  },
  {
    // a) ii)
    pattern: new RegExp(`^(?<letters>${LETTERS})\\)[、.]?`),
    read: ({ letters }) => readLetters(letters!, 'roman-half', 'letter-half'),
  },
  {
    // A. a. II. but not i.e. nor U.S.
    pattern: new RegExp(`^(?<letters>${LETTERS})(?:\\.(?=[ \\p{Lo}“"‘(《「]|$)|、(?![A-Za-z]))`, 'u'),
    read: ({ letters }) => readLetters(letters!, 'roman-dot', 'letter-dot'),
  },
];

function bare(scheme: LabelScheme, ...ordinals: readonly number[]): Reading {
  return { scheme, ordinals, letterCase: 'none' };
}

/** The one reading of a marker whose numbers are known, or none if one of them is no clause number. */
function numbered(scheme: LabelScheme, ...ordinals: readonly (number | null)[]): readonly Reading[] {
  const limit = scheme === 'article' ? 9999 : LARGEST_BARE_NUMBER;
  const known = ordinals.filter((ordinal) => ordinal !== null && ordinal <= limit) as number[];
  return known.length === ordinals.length ? [bare(scheme, ...known)] : [];
}

function hanOrArabic(text: string): number | null {
  return /^\d/.test(text) ? Number(text) : chineseNumeral(text);
}

/** 1–26. */
function letterNumber(letter: string): number {
  return letter.toLowerCase().charCodeAt(0) - 96;
}

const ENUMERATION = new RegExp(
  `^ ?(?<number>\\d{1,3}|[一二三四五六七八九十])[${CHINESE_NUMERAL_CHARACTERS}]*` +
    '[、,月日年号號条條章节節款项項届次个個名种種时時点點岁歲倍级級等]',
);

/** Whether the text after `三、` goes on with the same list of numbers: `四月`, `四、五`. */
function enumerates(rest: string, value: number): boolean {
  const number = ENUMERATION.exec(rest)?.groups?.['number'];
  return number !== undefined && hanOrArabic(number) === value + 1;
}

function readKeyword(scheme: LabelScheme, number = '', letters = ''): readonly Reading[] {
  if (number !== '') return numbered(scheme, ...number.split(/[.-]/).map(Number));
  const value = romanNumeral(letters) ?? englishNumeral(letters);
  const readings = value === null ? [] : [bare(scheme, value)];
  return /^[A-Z]$/.test(letters)
    ? mostLikelyFirst(letters, readings, bare(scheme, letterNumber(letters)))
    : readings;
}

function readLetters(letters: string, roman: LabelScheme, letter: LabelScheme): readonly Reading[] {
  const letterCase = letters === letters.toUpperCase() ? 'upper' : 'lower';
  const value = romanNumeral(letters);
  const single = letters.length === 1;
  if (value === null || (!single && value > LARGEST_BARE_ROMAN)) {
    return single ? [{ scheme: letter, ordinals: [letterNumber(letters)], letterCase }] : [];
  }
  const asRoman: Reading = { scheme: roman, ordinals: [value], letterCase };
  if (!single) return [asRoman];
  return mostLikelyFirst(letters, [asRoman], {
    scheme: letter,
    ordinals: [letterNumber(letters)],
    letterCase,
  });
}

/** Lists reach `i`, `v` and `x` as roman numbers far more often than as letters; the others are letters first. */
function mostLikelyFirst(letter: string, roman: readonly Reading[], asLetter: Reading): readonly Reading[] {
  return /[ivx]/i.test(letter) ? [...roman, asLetter] : [asLetter, ...roman];
}

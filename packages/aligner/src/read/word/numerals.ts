/** Above it Word writes digits in every format, and below it no format gets long. */
const LARGEST = 9999;

/**
 * A number of an automatic list as Word writes it.
 *
 * @param format value of `w:numFmt` (ST_NumberFormat, ECMA-376 part 1, 17.18.59); digits for those that are not known
 */
export function wordNumeral(value: number, format: string): string {
  const write = FORMATS.get(format);
  return write === undefined || value < 1 || value > LARGEST ? String(value) : write(value);
}

const DIGITS = '〇一二三四五六七八九';
const COUNTING = { digits: '零一二三四五六七八九', units: ['', '十', '百', '千'], tenAlone: true };
const SIMPLIFIED_LEGAL = {
  digits: '零壹贰叁肆伍陆柒捌玖',
  units: ['', '拾', '佰', '仟'],
  tenAlone: false,
};
const TRADITIONAL_LEGAL = { ...SIMPLIFIED_LEGAL, digits: '零壹貳參肆伍陸柒捌玖' };

const ROMAN = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

const SMALL_WORDS = (
  'One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen ' +
  'Seventeen Eighteen Nineteen'
).split(' ');
const ORDINAL_WORDS = (
  'First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth Thirteenth Fourteenth ' +
  'Fifteenth Sixteenth Seventeenth Eighteenth Nineteenth Twentieth'
).split(' ');
const TENS = 'Twenty Thirty Forty Fifty Sixty Seventy Eighty Ninety'.split(' ');

const FORMATS: ReadonlyMap<string, (value: number) => string> = new Map([
  ['decimalZero', (value) => String(value).padStart(2, '0')],
  ['decimalFullWidth', fullWidth],
  ['decimalFullWidth2', fullWidth],
  ['decimalEnclosedCircle', circled],
  ['decimalEnclosedCircleChinese', circled],
  ['decimalEnclosedParen', (value) => sign(value, 0x2474, 20, `(${value})`)],
  ['decimalEnclosedFullstop', (value) => sign(value, 0x2488, 20, `${value}.`)],
  ['ideographEnclosedCircle', (value) => sign(value, 0x3280, 10)],
  ['numberInDash', (value) => `- ${value} -`],
  ['upperRoman', (value) => roman(value).toUpperCase()],
  ['lowerRoman', roman],
  ['upperLetter', (value) => letters(value).toUpperCase()],
  ['lowerLetter', letters],
  ['ordinal', ordinal],
  ['cardinalText', (value) => inWords(value, SMALL_WORDS)],
  ['ordinalText', (value) => inWords(value, ORDINAL_WORDS)],
  ['chineseCounting', (value) => counting(value, COUNTING)],
  ['chineseCountingThousand', (value) => counting(value, COUNTING)],
  ['taiwaneseCounting', (value) => counting(value, COUNTING)],
  ['taiwaneseCountingThousand', (value) => counting(value, COUNTING)],
  ['japaneseCounting', (value) => counting(value, COUNTING)],
  ['chineseLegalSimplified', (value) => counting(value, SIMPLIFIED_LEGAL)],
  ['ideographLegalTraditional', (value) => counting(value, TRADITIONAL_LEGAL)],
  ['japaneseDigitalTenThousand', digits],
  ['ideographDigital', digits],
  ['taiwaneseDigital', digits],
  ['ideographTraditional', (value) => [...'甲乙丙丁戊己庚辛壬癸'][value - 1] ?? String(value)],
  ['ideographZodiac', (value) => [...'子丑寅卯辰巳午未申酉戌亥'][value - 1] ?? String(value)],
]);

/** One of `count` characters in order, where there is one for the value. */
function sign(value: number, first: number, count: number, otherwise = String(value)): string {
  return value <= count ? String.fromCodePoint(first + value - 1) : otherwise;
}

function circled(value: number): string {
  if (value > 35) return sign(value - 35, 0x32b1, 15, String(value));
  return value > 20 ? sign(value - 20, 0x3251, 15) : sign(value, 0x2460, 20);
}

function fullWidth(value: number): string {
  return String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

function digits(value: number): string {
  return String(value).replace(/\d/g, (digit) => DIGITS[Number(digit)]!);
}

/** a–z, then aa, bb, … as Word goes on. */
function letters(value: number): string {
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.ceil(value / 26));
}

function roman(value: number): string {
  let [rest, text] = [value, ''];
  for (const [worth, written] of ROMAN) {
    for (; rest >= worth; rest -= worth) text += written;
  }
  return text;
}

function ordinal(value: number): string {
  const teen = Math.floor(value / 10) % 10 === 1;
  return `${value}${(teen ? undefined : ['st', 'nd', 'rd'][(value % 10) - 1]) ?? 'th'}`;
}

/** Numbers that clauses have; digits above 99. */
function inWords(value: number, small: readonly string[]): string {
  if (value <= small.length) return small[value - 1]!;
  if (value > 99) return small === ORDINAL_WORDS ? ordinal(value) : String(value);
  const [tens, ones] = [TENS[Math.floor(value / 10) - 2]!, value % 10];
  if (ones > 0) return `${tens}-${small[ones - 1]!.toLowerCase()}`;
  return small === ORDINAL_WORDS ? `${tens.slice(0, -1)}ieth` : tens;
}

/** 一百零五; `tenAlone` where 十五 is written for 一十五. */
function counting(value: number, { digits, units, tenAlone }: typeof COUNTING): string {
  const places = [...String(value)].map(Number);
  let text = '';
  let gap = false;
  places.forEach((digit, index) => {
    if (digit === 0) {
      gap = true;
      return;
    }
    text += `${gap ? digits[0] : ''}${digits[digit]}${units[places.length - 1 - index]}`;
    gap = false;
  });
  return tenAlone && value >= 10 && value < 20 ? text.slice(1) : text;
}

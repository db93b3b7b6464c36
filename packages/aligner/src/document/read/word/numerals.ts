import { type ChineseStyle, writeChinese, writeEnglish, writeRoman } from '../../writing/written-numerals.js';

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
  ['upperRoman', (value) => writeRoman(value).toUpperCase()],
  ['lowerRoman', writeRoman],
  ['upperLetter', (value) => letters(value).toUpperCase()],
  ['lowerLetter', letters],
  ['ordinal', ordinal],
  ['cardinalText', (value) => inWords(value, 'cardinal')],
  ['ordinalText', (value) => inWords(value, 'ordinal')],
  ['chineseCounting', chinese('plain')],
  ['chineseCountingThousand', chinese('plain')],
  ['taiwaneseCounting', chinese('plain')],
  ['taiwaneseCountingThousand', chinese('plain')],
  ['japaneseCounting', chinese('plain')],
  ['chineseLegalSimplified', chinese('formal-simplified')],
  ['ideographLegalTraditional', chinese('formal-traditional')],
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

function ordinal(value: number): string {
  const teen = Math.floor(value / 10) % 10 === 1;
  return `${value}${(teen ? undefined : ['st', 'nd', 'rd'][(value % 10) - 1]) ?? 'th'}`;
}

/** Numbers that clauses have; digits above 99. */
function inWords(value: number, form: 'cardinal' | 'ordinal'): string {
  if (value > 99) return form === 'ordinal' ? ordinal(value) : String(value);
  const words = writeEnglish(value, form);
  return words[0]!.toUpperCase() + words.slice(1);
}

function chinese(style: ChineseStyle): (value: number) => string {
  return (value) => writeChinese(value, style);
}

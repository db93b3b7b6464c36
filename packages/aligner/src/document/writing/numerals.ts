const CHINESE_DIGITS = new Map(
  ['零〇○', '一壹', '二贰貳两兩', '三叁參', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖'].flatMap(
    (forms, value) => [...forms].map((form) => [form, value] as const),
  ),
);

const CHINESE_UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['拾', 10],
  ['百', 100],
  ['佰', 100],
  ['千', 1000],
  ['仟', 1000],
]);

const CHINESE_MYRIADS: ReadonlyMap<string, number> = new Map([
  ['万', 1e4],
  ['萬', 1e4],
  ['亿', 1e8],
  ['億', 1e8],
]);

/** The characters that Chinese numerals are written with, for use inside a character class. */
export const CHINESE_NUMERAL_CHARACTERS = [
  ...CHINESE_DIGITS.keys(),
  ...CHINESE_UNITS.keys(),
  ...CHINESE_MYRIADS.keys(),
  ...'廿卅卌',
].join('');

/** More digits than this would not survive as a JavaScript number. */
const MOST_DIGITS = 15;
const POSITIONAL = new RegExp(`^[零〇○一二三四五六七八九]{2,${MOST_DIGITS}}$`);

/**
 * Value of a whole Chinese numeral: `二十四`, `一百零五`, `二〇二三`, `三万五`, `一万亿`, `壹佰`, `廿一`.
 * `null` for what is no single number: `三四十` (thirty or forty), `千万` (by all means), `百`.
 */
export function chineseNumeral(text: string): number | null {
  if (text === '') return null;
  if (POSITIONAL.test(text)) return Number([...text].map((digit) => CHINESE_DIGITS.get(digit)).join(''));

  let hundredMillions = 0;
  let myriads = 0;
  let section = 0;
  let digit = 0;
  // `一百五` is 150: a last digit right after a unit counts tenths of that unit. `零` says that it does not.
  let lastUnit = 10;
  let smallerThan = Number.POSITIVE_INFINITY;
  for (const character of text.replace(/[廿卅卌]/g, (tens) => `${'二三四'['廿卅卌'.indexOf(tens)]}十`)) {
    const value = CHINESE_DIGITS.get(character);
    const unit = CHINESE_UNITS.get(character);
    const myriad = CHINESE_MYRIADS.get(character);
    if (value !== undefined) {
      if (digit !== 0) return null;
      if (value === 0) lastUnit = 10;
      digit = value;
    } else if (unit !== undefined) {
      if (unit >= smallerThan || (digit === 0 && unit !== 10)) return null;
      section += (digit || 1) * unit;
      digit = 0;
      lastUnit = smallerThan = unit;
    } else if (myriad !== undefined) {
      section += digit;
      if (myriad === 1e4) {
        if (section === 0 || myriads !== 0) return null;
        myriads = section * myriad;
      } else {
        if (section + myriads === 0 || hundredMillions !== 0) return null;
        hundredMillions = (myriads + section) * myriad;
        myriads = 0;
      }
      section = digit = 0;
      lastUnit = myriad;
      smallerThan = Number.POSITIVE_INFINITY;
    } else {
      return null;
    }
  }
  return hundredMillions + myriads + section + (digit * lastUnit) / 10;
}

const ROMAN = /^M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/;
const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100, D: 500, M: 1000 };

/** Value of a roman numeral in its usual form, all upper or all lower case: `iv` is 4, `iiii` and `Iv` are `null`. */
export function romanNumeral(text: string): number | null {
  const upper = text.toUpperCase();
  if (text === '' || (text !== upper && text !== text.toLowerCase()) || !ROMAN.test(upper)) return null;
  const values = [...upper].map((letter) => ROMAN_VALUES[letter]!);
  return values.reduce((sum, value, index) => sum + (value < (values[index + 1] ?? 0) ? -value : value), 0);
}

const UNITS = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const TEENS = 'thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const FIRST_ORDINALS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');

/** English number words below a hundred, one word each: `zero` … `nineteen`, `twenty`, `thirty` … `ninety`. */
export const ENGLISH_CARDINALS: ReadonlyMap<string, number> = new Map([
  ...[...UNITS, ...TEENS].map((word, value) => [word, value] as const),
  ...TENS.map((word, index) => [word, 20 + 10 * index] as const),
]);

/** Their ordinals: `first` … `nineteenth`, `twentieth` … `ninetieth`. */
export const ENGLISH_ORDINALS: ReadonlyMap<string, number> = new Map([
  ...FIRST_ORDINALS.map((word, index) => [word, 1 + index] as const),
  ...TEENS.map((word, index) => [`${word}th`, 13 + index] as const),
  ...TENS.map((word, index) => [`${word.slice(0, -1)}ieth`, 20 + 10 * index] as const),
]);

/** Value of an English cardinal below a hundred in any case, `null` if it is none: `One`, `twelve`, `TWENTY-ONE`. */
export function englishNumeral(text: string): number | null {
  const [first, second, ...rest] = text
    .toLowerCase()
    .split('-')
    .map((word) => ENGLISH_CARDINALS.get(word));
  if (first === undefined || rest.length > 0) return null;
  if (second === undefined) return text.includes('-') ? null : first;
  return first >= 20 && second >= 1 && second <= 9 ? first + second : null;
}

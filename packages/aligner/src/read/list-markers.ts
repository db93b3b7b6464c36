/**
 * The marker that a browser shows before an item of a list: `3.`, `iv.`, `一、`; `''` for bullets and for styles without
 * a marker of their own here. Styles are those of CSS Counter Styles Level 3 and the `type` of HTML's `<ol>`.
 */
export function listMarker(style: string, value: number): string {
  const system = SYSTEMS.get(style);
  if (system === undefined) return '';
  // Each system counts as far as its letters or signs go; beyond that CSS falls back to digits.
  return system(value) ?? `${value}.`;
}

type System = (value: number) => string | null;

const decimal: System = (value) => `${value}.`;
const leadingZero: System = (value) => (value >= 0 && value < 10 ? `0${value}.` : null);
const lowerAlpha: System = (value) => dotted(letters(value));
const upperAlpha: System = (value) => dotted(letters(value)?.toUpperCase() ?? null);
const lowerRoman: System = (value) => dotted(roman(value));
const upperRoman: System = (value) => dotted(roman(value)?.toUpperCase() ?? null);
const chinese: System = (value) => comma(chineseNumber(value, '零一二三四五六七八九', '十百千'));
const formal: System = (value) => comma(chineseNumber(value, '零壹贰叁肆伍陆柒捌玖', '拾佰仟'));
const traditionalFormal: System = (value) => comma(chineseNumber(value, '零壹貳參肆伍陸柒捌玖', '拾佰仟'));

const SYSTEMS: ReadonlyMap<string, System> = new Map([
  ['1', decimal],
  ['decimal', decimal],
  ['decimal-leading-zero', leadingZero],
  ['a', lowerAlpha],
  ['lower-alpha', lowerAlpha],
  ['lower-latin', lowerAlpha],
  ['A', upperAlpha],
  ['upper-alpha', upperAlpha],
  ['upper-latin', upperAlpha],
  ['i', lowerRoman],
  ['lower-roman', lowerRoman],
  ['I', upperRoman],
  ['upper-roman', upperRoman],
  ['cjk-ideographic', chinese],
  ['simp-chinese-informal', chinese],
  ['trad-chinese-informal', chinese],
  ['simp-chinese-formal', formal],
  ['trad-chinese-formal', traditionalFormal],
]);

function dotted(counter: string | null): string | null {
  return counter === null ? null : `${counter}.`;
}

function comma(counter: string | null): string | null {
  return counter === null ? null : `${counter}、`;
}

/** `a` … `z`, `aa` …: there is no zero in it. */
function letters(value: number): string | null {
  if (value < 1) return null;
  let written = '';
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    written = String.fromCharCode(97 + ((rest - 1) % 26)) + written;
  }
  return written;
}

const ROMAN: readonly (readonly [number, string])[] = [
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
];

function roman(value: number): string | null {
  if (value < 1 || value > 3999) return null;
  let rest = value;
  return ROMAN.map(([size, sign]) => {
    const count = Math.floor(rest / size);
    rest -= count * size;
    return sign.repeat(count);
  }).join('');
}

/** `十二`, `一百零五`: a ten that begins the number has no `一` before it in the informal style. */
function chineseNumber(value: number, digits: string, units: string): string | null {
  if (value < 0 || value > 9999) return null;
  if (value === 0) return digits[0]!;
  let written = '';
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(value / 10 ** place) % 10;
    if (digit > 0) written += digits[digit]! + (units[place - 1] ?? '');
    else if (written !== '' && !written.endsWith(digits[0]!) && value % 10 ** place > 0)
      written += digits[0]!;
  }
  return written.startsWith('一十') ? written.slice(1) : written;
}

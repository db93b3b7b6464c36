import { chineseNumeral, englishNumeral } from '../../document/writing/numerals.js';
import { matchesAround } from './matches-around.js';

/** What a unit is worth, and the source of a pattern for it without its plural. */
type Unit = readonly [worth: number, written: string];

/** Units that are rounded where they become others. */
const IMPERIAL: readonly Unit[] = [
  [-0.0254, 'inche?'],
  [-0.3048, 'feet|foot|ft'],
  [-1609, 'mile'],
  [-453.6, 'pound|lb'],
  [-4047, 'acre'],
];
/** What stands for `#` below. */
const METRIC = '(?:met(?:re|er)|gram(?:me)?|lit(?:re|er)|watt|Wh|Hz|Pa|[mglLWBt米克升瓦帕赫])';
/**
 * Units in both languages, by how many they are of the one that stands for all of their kind: seconds, months, metres, grams,
 * square metres, yuan. A translation may take another unit of the kind, so each amount is compared by what it is in that one as
 * well. What is measured is negative, as no number of a text is, so that five years are not 60; money is not, since tables and
 * signs leave its unit out.
 */
const UNITS: readonly Unit[] = [
  ...IMPERIAL,
  [1e-6, 'ppm|parts per million'],
  [1e-4, 'basis point|bp|基[点點]'],
  [0.001, '‰'],
  [-0.001, '(?:milli|m|毫)#'],
  [0.01, 'per ?cent(?:age point)?|point|cent|pence|p(?!\\.? ?m\\b)'],
  [-0.01, '(?:centi|c|厘)#|公分'],
  [0.1, '[角毛]|成(?![为為立員员功年人])'],
  [1, '[元圆圓块塊]'],
  [12, 'dozen|打'],
  [-50, '[两兩](?![个個者侧側])'],
  [-60, 'min(?:ute)?|分[钟鐘]?'],
  [100, 'hundred'],
  [-500, '市?斤|[华華]?里(?![面边邊])'],
  [-1e4 / 15, '[亩畝]'],
  [1e3, 'thousand'],
  [-1e3, '(?:kilo|k|千)#|公[里斤]'],
  [-3600, 'h(?:(?:ou)?r)?|小[时時]|[钟鐘][头頭]?'],
  // Before its first character
  [1e12, 'trillion|tn|[万萬][亿億]'],
  [1e4, '[万萬]'],
  [-1e4, 'ha|hectare|公[顷頃]'],
  [-86400, 'day|[天日]'],
  [1e5, 'lakh'],
  [-604800, 'week|[周週]|星期'],
  [-864000, '旬'],
  [1e6, 'million|ml?n'],
  [-1e6, '(?:mega|M|兆)#|t|tonne|[吨噸]'],
  [-3, 'quarter|季度'],
  [1e7, 'crore'],
  [-12, 'year|[年岁歲]'],
  [1e8, '[亿億]'],
  [-120, 'decade'],
  [1e9, 'billion|bn'],
  [-1e9, '(?:giga|G|吉)#'],
  [-1200, 'centur(?:y|ie)|世[纪紀]'],
  [-1e12, 'T#'],
  // After the tonne
  [-1, '(?:square |平方)?#|[秒月]|公尺|month'],
];
/** A source of a pattern for a unit. */
const sourceOf = ([, written]: Unit): string => written.replace('#', METRIC);
/** Source of a pattern for a unit with half of it: `hours`, `个半小时`, `年半`. */
export const UNIT = `[个個]?半?(?:${UNITS.map(sourceOf).join('|')})(?:半|s?(?![a-z]))`;

/** `MW` and `mW` are told apart, and `Hours` are hours none the less. */
const WHOLE_UNITS = ['', 'i'].flatMap((flags) =>
  UNITS.map((unit) => [unit[0], new RegExp(`^[个個]?半?(?:${sourceOf(unit)})s?半?$`, flags)] as const),
);

function worthOf(unit: string): number {
  return WHOLE_UNITS.find(([, written]) => written.test(unit))?.[0] ?? 1;
}

/** 10⁶ for `5 million` and `五百万`, 1 for `5`. */
export function scaleOf(written: string): number {
  return worthOf(/(?<![a-z万萬亿億])[a-z万萬亿億]*$/i.exec(written)![0]);
}

/** What so many of a unit are, and the same rounded where it was not counted in it. */
export function amountsIn(value: number, unit: string): readonly number[] {
  const worth = worthOf(unit);
  const all = unit.includes('半') ? value + 0.5 : value;
  const amount = all * worth;
  // 60 miles are 97 kilometres or, as most reckon, 96.
  const rounded = IMPERIAL.some((each) => each[0] === worth)
    ? [amount, 0.994 * amount].flatMap((about) =>
        [1, 2, 3].map((digits) => Number(about.toPrecision(digits))),
      )
    : [];
  return [all, amount, ...rounded.filter((near) => Math.abs(near - amount) < MOST_ROUNDED * -amount)];
}

/** Six feet are 1.8 metres (1.5 % less), and not two. */
const MOST_ROUNDED = 0.025;

const NUMERAL = '(?:\\d{1,6}|[a-z-]{3,12}|[零〇一二两兩三四五六七八九十百]{1,4})';
/** Amounts in one unit and what is left over in smaller ones, the last of which may be left out: `2小时5分30秒`, `一米八五`, `six feet two`. */
export const COMPOUND = new RegExp(
  `(?<![\\d.a-z])(?:${NUMERAL}[ -]?${UNIT}[零又]?(?:,? (?:and )?)?){1,3}(?:${NUMERAL}(?![\\d千万萬亿億%月a-z]|[.,]\\d))?`,
  'gi',
);
/** Where one number of an amount ends and the next begins: most numbers have none near them, which is found out much faster. */
const JOINT = new RegExp(`${UNIT}[零又]?(?:,? (?:and )?)?[\\da-z零〇一二两兩三四五六七八九十]`, 'i');
const PART = new RegExp(`(${NUMERAL})[ -]?(${UNIT}|$)`, 'gi');
/** Characters on either side of a number within which the rest of its amount stands. */
const REACH = 24;

/**
 * The whole amount of several units that a number is a part of, in the first of these, in the last, and in the one of all of their
 * kind: 3.5 for `3元5角` and `三块五`, 1.83 and 183 for `1米83`.
 */
export function compoundAmounts(text: string, start: number, end: number): readonly number[] {
  if (!JOINT.test(text.slice(Math.max(0, start - REACH), end + REACH))) return [];
  return [...matchesAround(text, { start, end }, REACH, COMPOUND)].flatMap(compoundAmount);
}

/** As `compoundAmounts`, of a match of `COMPOUND`. */
export function compoundAmount([amount]: RegExpMatchArray): readonly number[] {
  const parts: { readonly value: number; readonly worth: number; readonly unit: string }[] = [];
  for (const [, written, unit] of amount.trimEnd().matchAll(PART)) {
    const value = chineseNumeral(written!) ?? englishNumeral(written!) ?? Number(written);
    // Any word may stand where a numeral does: the `cos` before the `t` of `costs`.
    if (Number.isNaN(value)) continue;
    parts.push({ value, worth: worthAfter(parts.at(-1)?.unit ?? '', unit!, written!), unit: unit! });
  }
  const [first, second] = parts;
  if (!second?.worth) return [];
  const sum = parts.reduce((total, { value, worth }) => total + value * worth, 0);
  return [...amountsIn(sum / first!.worth, first!.unit), sum / second.worth];
}

/** What a unit is worth after a larger one; where it is left out, an inch, or the decimals of `三块五` and `1米83`. */
function worthAfter(larger: string, unit: string, written: string): number {
  if (unit === '分' && /[元圆圓块塊角毛]/.test(larger)) return 0.01;
  if (unit !== '') return worthOf(unit);
  if (/^f/i.test(larger)) return worthOf('inch');
  return /[块塊毛米秒]$/.test(larger) ? worthOf(larger) / 10 ** written.length : 0;
}

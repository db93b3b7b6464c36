import type { XmlElement } from '../../../common/xml.js';
import { letters } from '../list-markers.js';
import { wordNumeral } from '../word/numerals.js';
import { countOf } from './names.js';

/** One level of a list or of the headings, as its style defines it. */
export interface ListLevel {
  readonly isNumbered: boolean;
  /** `style:num-format`; '' for no number. */
  readonly format: string;
  /** How letters go on after z: aa, bb instead of aa, ab. */
  readonly repeats: boolean;
  readonly start: number;
  /** How many levels the number shows, this one and those above it. */
  readonly shown: number;
  readonly prefix: string;
  readonly suffix: string;
  /** With `%1%` for the number of the first level, and so on, where the document says it so. */
  readonly pattern: string | null;
}

/** The levels of a list, from 1. */
export type ListStyle = ReadonlyMap<number, ListLevel>;

/** Levels that a list can have. */
export const DEEPEST_LEVEL = 10;
/** Characters of what stands before or after a number. No marker is longer. */
const LONGEST = 64;
/** The name that the style of headings goes by here: no style can have it. */
export const OUTLINE = '\0';

/** Collects list styles (ODF 1.3 part 3, 16.30 and 16.34) among the elements of `styles.xml` and `content.xml`. */
export class ListStyles {
  readonly #styles = new Map<string, Map<number, ListLevel>>();
  #open: Map<number, ListLevel> | null = null;

  get(name: string): ListStyle | undefined {
    return this.#styles.get(name);
  }

  open(name: string, element: XmlElement): void {
    if (name === 'text:list-style' || name === 'text:outline-style') {
      this.#open = new Map();
      this.#styles.set(name === 'text:list-style' ? (element.attribute('name') ?? '') : OUTLINE, this.#open);
    } else if (/^text:(?:list-level-style-(?:number|bullet|image)|outline-level-style)$/.test(name)) {
      const level = countOf(element.attribute('level'), 1, DEEPEST_LEVEL);
      this.#open?.set(level, levelOf(name, element));
    }
  }

  close(): void {
    this.#open = null;
  }
}

function levelOf(name: string, element: XmlElement): ListLevel {
  const text = (attribute: string): string => (element.attribute(attribute) ?? '').slice(0, LONGEST);
  return {
    isNumbered: /number$|outline/.test(name),
    format: text('num-format'),
    repeats: element.attribute('num-letter-sync') === 'true',
    start: countOf(element.attribute('start-value'), 1, 1e9),
    shown: countOf(element.attribute('display-levels'), 1, DEEPEST_LEVEL),
    prefix: text('num-prefix'),
    suffix: text('num-suffix'),
    pattern: element.attribute('num-list-format')?.slice(0, LONGEST) ?? null,
  };
}

/** The marker of a level, by the numbers of it and of those above it, which count from level 1. */
export function markerOf(style: ListStyle, depth: number, numbers: readonly number[]): string {
  const level = style.get(depth)!;
  const numeral = (at: number): string => numeralOf(numbers[at - 1] ?? 1, style.get(at) ?? level);
  if (level.format === '') return '';
  if (level.pattern !== null)
    return level.pattern.replace(/%(\d{1,2})%/g, (_, at) => numeral(Number(at))).trim();
  const first = Math.max(1, depth - level.shown + 1);
  const shown = Array.from({ length: depth - first + 1 }, (_, index) => numeral(first + index));
  return (level.prefix + shown.filter((each) => each !== '').join('.') + level.suffix).trim();
}

function numeralOf(value: number, { format, repeats }: ListLevel): string {
  if (/^[aA]$/.test(format) && !repeats && value > 0) {
    const written = letters(value);
    return format === 'A' ? written.toUpperCase() : written;
  }
  return format === '' ? '' : wordNumeral(value, FORMATS.get(format[0]!) ?? 'decimal');
}

/** LibreOffice names formats by their first numbers: `一, 二, 三, ...`. Those of Word write the same. */
const FORMATS: ReadonlyMap<string, string> = new Map([
  ['a', 'lowerLetter'],
  ['A', 'upperLetter'],
  ['i', 'lowerRoman'],
  ['I', 'upperRoman'],
  ['一', 'chineseCounting'],
  ['壹', 'chineseLegalSimplified'],
  ['①', 'decimalEnclosedCircle'],
  ['１', 'decimalFullWidth'],
  ['甲', 'ideographTraditional'],
  ['子', 'ideographZodiac'],
]);

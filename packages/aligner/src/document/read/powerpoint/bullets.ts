import type { XmlElement } from '../../../common/xml.js';
import { wordNumeral } from '../word/numerals.js';

/** What stands before a paragraph of a slide, as it says itself; null where it says nothing. */
export type Bullet =
  | { readonly kind: 'none' | 'sign' }
  | { readonly kind: 'number'; readonly type: string; readonly start: number }
  | null;

/** What an element of `a:pPr` says of a bullet; undefined if it is about something else. */
export function bulletOf(name: string, element: XmlElement): Bullet | undefined {
  if (name === 'buNone') return { kind: 'none' };
  if (name === 'buChar' || name === 'buBlip') return { kind: 'sign' };
  if (name !== 'buAutoNum') return undefined;
  const start = element.attribute('startAt') ?? '';
  return {
    kind: 'number',
    type: element.attribute('type') ?? '',
    start: /^\d{1,5}$/.test(start) ? Number(start) : 1,
  };
}

/** Counts the numbered paragraphs of one text: a level goes on until something else stands at it or above it. */
export class SlideNumbering {
  readonly #levels: { readonly type: string; readonly start: number; value: number }[] = [];

  /** The marker of the next paragraph: null if it is in no list, '' for a sign. */
  next(level: number, bullet: Bullet): string | null {
    this.#levels.length = Math.min(this.#levels.length, level + 1);
    if (bullet?.kind !== 'number') {
      delete this.#levels[level];
      return bullet?.kind === 'sign' ? '' : null;
    }
    const { type, start } = bullet;
    const before = this.#levels[level];
    const value =
      before !== undefined && before.type === type && before.start === start ? before.value + 1 : start;
    this.#levels[level] = { type, start, value };
    return markerOf(type, value);
  }
}

/** A number as a type of ECMA-376 part 1, 20.1.10.61 (ST_TextAutonumberScheme) writes it. */
function markerOf(type: string, value: number): string {
  const [, system = '', frame = ''] = /^(\w+?)(Period|ParenR|ParenBoth|Plain|Minus)?$/.exec(type) ?? [];
  const numeral = wordNumeral(value, SYSTEMS.find(([pattern]) => pattern.test(system))?.[1] ?? 'decimal');
  if (frame === 'ParenBoth') return `(${numeral})`;
  return numeral + (FRAMES.get(frame) ?? '');
}

const FRAMES: ReadonlyMap<string, string> = new Map([
  ['Period', '.'],
  ['ParenR', ')'],
  ['Minus', '-'],
]);

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/^arabicDb$/, 'decimalFullWidth'],
  [/^alphaLc$/, 'lowerLetter'],
  [/^alphaUc$/, 'upperLetter'],
  [/^romanLc$/, 'lowerRoman'],
  [/^romanUc$/, 'upperRoman'],
  [/^circleNum/, 'decimalEnclosedCircle'],
  [/^ea1/, 'chineseCounting'],
];

import type { Lexicon } from '../../alignment/score/lexicon.js';
import { likenessBy } from '../../alignment/score/likeness.js';
import { simplifierFor } from '../../document/writing/simplify.js';
import type { Language } from '../../types.js';

/** A place in the text of one side, in UTF-16 code units. */
export interface CutPlace {
  readonly side: Language;
  readonly offset: number;
}

/** Places that are looked at, the nearest ones to where the cut would be by length. */
const MOST_PLACES = 40;
/** How much a place speaks for itself, in nats: by what ends there, and for each tenth of the text that it is off. */
const ENDS: readonly (readonly [RegExp, number])[] = [
  [/[.!?。！？…][”’"'）)】》」』]*\s*$/, 2],
  [/[;:；：][”’"'）)】》」』]*\s*$/, 1.5],
  [/[,，、—–][”’"'）)】》」』]*\s*$/, 1],
];
const SAME_END = 1.5;
const TENTH_OFF = 1;

/**
 * Where the text of the other side is best cut when a person cuts one side of a pair: where the words of the parts speak for
 * each other, at marks that end something, and about as far on. Null where the other side has no place to be cut.
 */
export async function proposeCut(
  texts: Readonly<Record<Language, string>>,
  { side, offset }: CutPlace,
  lexicon: Lexicon,
): Promise<number | null> {
  const other = side === 'en' ? 'zh' : 'en';
  const [own, text] = [texts[side], texts[other]];
  const share = offset / Math.max(1, own.length);
  const places = placesIn(text, other, Math.round(share * text.length));
  if (places.length === 0) return null;
  const likeness = likenessBy(lexicon, await simplifierFor([texts.zh]));
  const like = (one: string, another: string): number =>
    side === 'en' ? likeness(one, another) : likeness(another, one);
  const ownEnd = endOf(own.slice(0, offset));
  let [best, most] = [places[0]!, Number.NEGATIVE_INFINITY];
  for (const place of places) {
    const end = endOf(text.slice(0, place));
    const worth =
      like(own.slice(0, offset), text.slice(0, place)) +
      like(own.slice(offset), text.slice(place)) +
      end +
      (end === ownEnd ? SAME_END : 0) -
      TENTH_OFF * 10 * Math.abs(place / text.length - share);
    if (worth > most) [best, most] = [place, worth];
  }
  return best;
}

function endOf(text: string): number {
  return ENDS.find(([pattern]) => pattern.test(text))?.[1] ?? 0;
}

/** Where a text may be cut: between words in English; in Chinese behind marks, and where there are none between characters. */
function placesIn(text: string, language: Language, near: number): readonly number[] {
  const found = (pattern: RegExp): number[] =>
    Array.from(text.matchAll(pattern), ({ index, 0: mark }) => index + mark.length).filter(
      (place) => text.slice(0, place).trim() !== '' && text.slice(place).trim() !== '',
    );
  // The point of a number ends nothing.
  const marks = found(/(?:(?!(?<=\d)[.,:](?=\d))\p{P})+\s*/gu);
  const places = language === 'en' ? found(/\s+/gu) : marks.length > 0 ? marks : found(/\p{Script=Han}/gu);
  return places.sort((a, b) => Math.abs(a - near) - Math.abs(b - near)).slice(0, MOST_PLACES);
}

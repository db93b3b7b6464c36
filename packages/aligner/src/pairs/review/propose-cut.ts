import { likenessFor } from '../../alignment/choose-lexicon.js';
import { badArgument, checkLanguage, checkText } from '../../common/arguments.js';
import { isInCharacter } from '../../document/writing/characters.js';
import { type AlignOptions, checkOptions } from '../../options.js';
import type { Language } from '../../types.js';
import { refused } from './refused.js';
import { checkReview, type Review, type ReviewRow } from './review.js';

/** `proposeCut` of the library; on-demand.ts says what for. */
export async function proposeCut(
  review: Review,
  row: string,
  side: Language,
  offset: number,
  options: Pick<AlignOptions, 'lexicon' | 'learnt' | 'glossary'> = {},
): Promise<number | null> {
  checkReview(review);
  checkText('row', row);
  checkLanguage('side', side);
  if (!Number.isInteger(offset)) throw badArgument('offset', offset, 'a whole number');
  const found = review.rows[review.placeOf(row)];
  if (!found) throw refused(`There is no row "${row}" (any more).`, 'rows-changed');
  const [before, behind] = cut(found[side].text, offset);
  const other = side === 'en' ? 'zh' : 'en';
  const { text } = found[other];
  if (before === '' || behind === '' || text === '') return null;
  const settings = checkOptions(options);
  const likeness = await likenessFor(settings)(found.zh.text);
  const share = before.length / (before.length + behind.length);
  let best: { offset: number; value: number } | null = null;
  for (const { offset: at, mark } of candidates(found[other], other)) {
    const [otherBefore, otherBehind] = cut(text, at);
    const like = (one: string, two: string): number =>
      side === 'en' ? likeness(one, two) : likeness(two, one);
    const apart = Math.abs(share - at / text.length);
    const value = like(before, otherBefore) + like(behind, otherBehind) + mark - BY_SHARE * apart;
    if (best === null || value > best.value) best = { offset: at, value };
  }
  return best?.offset ?? null;
}

/** In nats: as much as two words for a whole text's length. */
const BY_SHARE = 5;
/** What speaks for a cut between segments, behind a mark, and between words, in nats. */
const BETWEEN_SEGMENTS = 3;
const BEHIND_MARK = 2;
/** More places are not compared: a text of so many words is cut at one of its marks. */
const MOST_PLACES = 200;

interface Candidate {
  readonly offset: number;
  readonly mark: number;
}

function candidates({ text, places }: ReviewRow['en'], language: Language): Candidate[] {
  const starts = new Set(places.slice(1).map(({ start }) => start));
  const all: Candidate[] = [];
  for (let offset = 1; offset < text.length; offset++) {
    const [before, behind] = [text.charAt(offset - 1), text.charAt(offset)];
    if (isInCharacter(text, offset) || /\s/.test(behind)) continue;
    if (starts.has(offset)) all.push({ offset, mark: BETWEEN_SEGMENTS });
    else if (isBehindMark(text, offset, language)) all.push({ offset, mark: BEHIND_MARK });
    else if (!(OF_WORD.test(before) && OF_WORD.test(behind)) && !/\p{P}/u.test(behind)) {
      all.push({ offset, mark: 0 });
    }
  }
  return all.length <= MOST_PLACES ? all : all.filter(({ mark }) => mark > 0).slice(0, MOST_PLACES);
}

/** A mark within a number such as `1,000` ends nothing. */
function isBehindMark(text: string, offset: number, language: Language): boolean {
  const before = text.slice(0, offset);
  if (/\p{P}/u.test(text.charAt(offset))) return false;
  return language === 'en' ? /[,;:.!?—)]["”’]?\s+$/.test(before) : /[，；：。！？、—）]”?$/.test(before);
}

const OF_WORD = /[\p{Script=Latin}\p{M}\d]/u;

function cut(text: string, offset: number): [string, string] {
  return [text.slice(0, offset).trim(), text.slice(offset).trim()];
}

import type { Language } from 'duiqi';
import type { Review } from 'duiqi/review';

/**
 * As what the aligner found a row that still holds what it did: the number of its pair, or text without a counterpart; `by-hand` where
 * a person has put together what it holds.
 */
export function foundAs(review: Review, id: string): number | 'alone' | 'by-hand' {
  const now = review.stored[review.placeOf(id)];
  const row = review.first.find((each) => each.id === id);
  const isSame = (language: Language): boolean =>
    JSON.stringify(row?.[language].pieces) === JSON.stringify(now?.[language].pieces);
  if (!row || !isSame('en') || !isSame('zh')) return 'by-hand';
  const [en, zh] = [row.en.pieces[0]?.[0], row.zh.pieces[0]?.[0]];
  if (en === undefined || zh === undefined) return 'alone';
  const { pairs, ladder } = review.alignment;
  const at = pairs.findIndex(({ index }) => ladder[index]!.en.start === en && ladder[index]!.zh.start === zh);
  return at < 0 ? 'by-hand' : at + 1;
}

import type { Review } from 'duiqi/review';

const tags = new WeakMap<Review['alignment'], string>();

/** Characters that only one of the two ways to write Chinese has; the commonest ones. */
const TRADITIONAL = /[這個們來時會國對學後說過發進實經還見書長門問間關開點無給與員買賣]/g;
const SIMPLIFIED = /[这个们来时会国对学后说过发进实经还见书长门问间关开点无给与员买卖]/g;

/** The tag of the Chinese of a document, for the right fonts. */
export function chineseTag(review: Review | null): string {
  if (!review) return 'zh-Hans';
  const { alignment } = review;
  const known = tags.get(alignment);
  if (known) return known;
  const text = alignment.zh.segments
    .slice(0, 300)
    .map((segment) => segment.text)
    .join('');
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const tag = count(TRADITIONAL) > count(SIMPLIFIED) ? 'zh-Hant' : 'zh-Hans';
  tags.set(alignment, tag);
  return tag;
}

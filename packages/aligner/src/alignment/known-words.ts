import { areOnOneLine } from '../document/structure/one-line.js';
import type { Segmentation } from '../types.js';
import type { SidesRead } from './read-sides.js';
import { type Lexicon, translationLists } from './score/lexicon.js';
import type { PinyinNames } from './score/names.js';
import type { NatsOfBead } from './score/similarity.js';
import { LATIN, NUMBER } from './score/tokens.js';
import type { KnownWords } from './verdict/evidence.js';

/** What the words of both sides can say for a translation, by what was known before anything was learnt. */
export function knownWords(
  { en: english, zh: chinese }: Pick<Segmentation, 'en' | 'zh'>,
  { model: { en, zh }, lexical, names }: SidesRead,
  lexicon: Lexicon,
  similar: NatsOfBead | null,
): KnownWords {
  return {
    en: en.tokens,
    zh: zh.tokens,
    enNumbers: en.numbers,
    zhNumbers: zh.numbers,
    table: lexical,
    areOnOneLine: (s, t) => areOnOneLine(english, chinese, english.segments[s], chinese.segments[t]),
    isKnown: isKnownBy(lexicon, names),
    similar,
  };
}

/** Whether a Chinese word, number or name, as a key of its tokens, can be found on the other side. */
function isKnownBy(lexicon: Lexicon, names: PinyinNames): KnownWords['isKnown'] {
  const { isKnown } = translationLists(lexicon);
  return (key) =>
    key.startsWith(NUMBER) || key.startsWith(LATIN) || names.nameOf(key) !== undefined || isKnown(key);
}

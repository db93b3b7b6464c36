import { areOnOneLine } from '../document/structure/one-line.js';
import { isFinished } from '../document/writing/endings.js';
import type { Segmentation, Side } from '../types.js';
import { lengthCostOf } from './lattice/costs/length-cost.js';
import { timeCost } from './lattice/costs/time-cost.js';
import type { Pass } from './lattice/region.js';
import { BEGINS, type ScoringModel } from './lattice/scoring-model.js';
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
  { links, model }: Pass,
): KnownWords {
  return {
    en: en.tokens,
    zh: zh.tokens,
    enNumbers: en.numbers,
    zhNumbers: zh.numbers,
    table: lexical,
    areOnOneLine: (s, t) => areOnOneLine(english, chinese, english.segments[s], chinese.segments[t]),
    areCutOff: (s, t) => english.segments[s]!.truncated && chinese.segments[t]!.truncated,
    isBesidePairs: (language, segment) => isBesidePairs(language === 'en' ? english : chinese, segment),
    lengthCost: (row, i, column, j) => lengthCostOf(model, { row, i, column, j }),
    beginsAnew: (language, at) => beginsAnew(language === 'en' ? english : chinese, at),
    beginsParagraph: (language, at) => model[language].beginsParagraph[at] === BEGINS,
    isKnown: isKnownBy(lexicon, names),
    learnt: links,
    besides: besidesWords(model),
  };
}

/** Whether the position of a segment is a part of a row. */
function isBesidePairs({ paragraphs, segments }: Side, segment: number): boolean {
  const position = paragraphs[segments[segment]!.paragraph]?.position ?? null;
  return position?.axis === 'row' && !(Number.isInteger(position.start) && Number.isInteger(position.end));
}

/** A paragraph of which the end is lost goes on in the next one; `Fig.` and a number are no sentences. */
function beginsAnew({ segments }: Side, at: number): boolean {
  const [before, own] = [segments[at - 1]!, segments[at]!];
  if (before.paragraph !== own.paragraph) return isFinished(before.text) || !isFinished(own.text);
  return isFinished(before.text) && !GOES_ON.test(own.text);
}

const GOES_ON = /^[a-z0-9]/;

/** What a measure of likeness of the caller's says, and when subtitles are shown; null where there is neither. */
function besidesWords({ similar, timing, en, zh, weights }: ScoringModel): NatsOfBead | null {
  if (timing === null) return similar;
  return (row, i, column, j) =>
    (similar?.(row, i, column, j) ?? 0) -
    timeCost(timing, en.times, zh.times, { row, i, column, j }, weights);
}

/** Whether a Chinese word, number or name, as a key of its tokens, can be found on the other side. */
function isKnownBy(lexicon: Lexicon, names: PinyinNames): KnownWords['isKnown'] {
  const { isKnown } = translationLists(lexicon);
  return (key) =>
    key.startsWith(NUMBER) || key.startsWith(LATIN) || names.nameOf(key) !== undefined || isKnown(key);
}

import type { FoundBead } from '../../packages/aligner/src/alignment/lattice/found-bead.js';
import type { Tokens } from '../../packages/aligner/src/alignment/score/tokens.js';
import type { TranslationTable } from '../../packages/aligner/src/alignment/score/translation-table.js';
import type { KnownWords } from '../../packages/aligner/src/alignment/verdict/evidence.js';

// Words are numbers here. Each of those below a thousand is translated by the same number and by no other; those above are in no
// lexicon.

const KNOWN = 1000;
const TYPES = 1100;

/** Links of each word below a limit to the same word, and of some others. */
function tableOf(others: readonly (readonly [number, number])[]): TranslationTable {
  const of = Array.from({ length: TYPES }, (_, type) => [
    ...(type < KNOWN ? [type] : []),
    ...others.filter(([en]) => en === type).map(([, zh]) => zh),
  ]);
  let end = 0;
  const zh = of.flat();
  return {
    start: Int32Array.from([0, ...of.map((links) => (end += links.length))]),
    zh: Int32Array.from(zh),
    forward: new Float32Array(zh.length).fill(1),
    backward: new Float32Array(zh.length).fill(1),
  };
}

function tokensOf(segments: readonly (readonly number[])[]): Tokens {
  const all = segments.flat();
  let end = 0;
  return {
    type: Int32Array.from(all),
    start: Int32Array.from([0, ...segments.map((words) => (end += words.length))]),
    count: Float64Array.from({ length: TYPES }, (_, type) => all.filter((word) => word === type).length),
    keys: Array.from({ length: TYPES }, (_, type) => String(type)),
  } as unknown as Tokens;
}

const NO_NUMBERS: KnownWords['enNumbers'] = { exact: () => [], has: () => false };

/** What is known of the words of two texts, segment by segment, with the links between others that the text has taught. */
export function knownNumberWords(
  en: readonly (readonly number[])[],
  zh: readonly (readonly number[])[],
  learnt: readonly (readonly [en: number, zh: number])[] = [],
): KnownWords {
  return {
    en: tokensOf(en),
    zh: tokensOf(zh),
    enNumbers: NO_NUMBERS,
    zhNumbers: NO_NUMBERS,
    table: tableOf([]),
    learnt: tableOf(learnt),
    areOnOneLine: () => false,
    areCutOff: () => false,
    isBesidePairs: () => false,
    lengthCost: () => 0,
    beginsAnew: () => true,
    beginsParagraph: () => true,
    isKnown: (key) => Number(key) < KNOWN,
    besides: null,
  };
}

/** A bead of which the words say nothing yet. */
export function plainBead(enStart: number, enEnd: number, zhStart: number, zhEnd: number): FoundBead {
  return {
    enStart,
    enEnd,
    zhStart,
    zhEnd,
    posterior: 1,
    support: 0.1,
    words: 4,
    belongs: 1,
    crossing: false,
  };
}

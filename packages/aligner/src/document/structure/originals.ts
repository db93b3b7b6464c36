import type { Block, Language } from '../../types.js';
import { countScripts, LETTERS_FOR_A_CHARACTER, languageByScript } from '../writing/script.js';

/** Comments that hold what the text after them translates. */
export interface Originals {
  readonly blocks: readonly Block[];
  /** Share of their text that a text of fitting length answers, 0–1. */
  readonly answered: number;
}

/** Share of the text outside of the comments that must be in one language: a text that has both needs none in comments. */
const ONE_LANGUAGE = 0.75;
/** Share of the text in comments that something must answer. */
const ANSWERED = 0.5;
/** How much of the text, 0–1, answers comments at least: who translates a page keeps its original, not a remark or two. */
const TRANSLATED = 0.25;
/** A comment and what answers it may differ in length by this factor, in letters' worth, and by so many letters. */
const FITTING = 3;
const FEW_LETTERS = 20;

/** How much text there is in each language, in letters' worth. */
type Amounts = Readonly<Record<Language, number>>;

const NOTHING: Amounts = { en: 0, zh: 0 };

/** A stretch of text: what stands in a comment, or between two of them. */
interface Stretch {
  readonly comment: boolean;
  readonly amounts: Amounts;
  readonly blocks: readonly Block[];
}

/**
 * Finds the originals of a text that was translated in its place, each paragraph after a comment with what it was. Null
 * where the comments are none: the text has both languages without them, or they are remarks in its own language or of
 * people who read another one.
 */
export function findOriginals(
  text: string,
  blocks: readonly Block[],
  comments: readonly (readonly Block[])[],
): Originals | null {
  if (comments.length === 0) return null;
  const stretches = stretchesOf(text, blocks, comments);
  const visible = { en: 0, zh: 0 };
  for (const { comment, amounts } of stretches) {
    if (comment) continue;
    visible.en += amounts.en;
    visible.zh += amounts.zh;
  }
  const translation: Language = visible.zh >= visible.en ? 'zh' : 'en';
  const original: Language = translation === 'zh' ? 'en' : 'zh';
  if (visible[translation] === 0) return null;
  if (visible[translation] < ONE_LANGUAGE * (visible.en + visible.zh)) return null;
  let most = 0;
  // Some keep the original below its translation.
  for (const step of [1, -1]) {
    let [all, answered, translated] = [0, 0, 0];
    stretches.forEach(({ comment, amounts }, index) => {
      if (!comment || amounts[original] <= amounts[translation]) return;
      const own = amounts[original];
      const beside = stretches[index + step];
      const answer = beside?.comment === false ? beside.amounts[translation] : 0;
      all += own;
      if (!isFitting(own, answer)) return;
      answered += own;
      translated += answer;
    });
    if (translated >= TRANSLATED * visible[translation]) most = Math.max(most, answered / Math.max(all, 1));
  }
  return most < ANSWERED ? null : { blocks: originalsIn(stretches, original), answered: most };
}

/** All comments that are mainly in the language that the text outside of them is not in, in one list of blocks. */
export function allOriginals(
  text: string,
  blocks: readonly Block[],
  comments: readonly (readonly Block[])[],
): readonly Block[] {
  const stretches = stretchesOf(text, blocks, comments);
  let difference = 0;
  for (const { comment, amounts } of stretches) if (!comment) difference += amounts.zh - amounts.en;
  return originalsIn(stretches, difference >= 0 ? 'en' : 'zh');
}

/**
 * A text with its originals among it, each with its translation in a place of its own: an original and what stands after
 * it until the next one, or before it, as the lengths of both have it.
 */
export function withOriginals(
  text: string,
  visible: readonly Block[],
  originals: readonly Block[],
): readonly Block[] {
  const isOriginal = new Set(originals);
  const blocks = [...visible, ...originals].sort((a, b) => a.lines[0]!.start - b.lines[0]!.start);
  const placesOf = (originalFirst: boolean): number[] => {
    let place = 0;
    return blocks.map((block, index) => {
      const before = blocks[index - 1];
      const begins = isOriginal.has(block) === originalFirst;
      if (before !== undefined && begins && isOriginal.has(before) !== originalFirst) place++;
      return place;
    });
  };
  const amounts = blocks.map((block) => amountsIn(text, [block]));
  const [after, before] = [placesOf(true), placesOf(false)];
  const isBefore = misfitOf(amounts, before) < misfitOf(amounts, after);
  const isTranslation = blocks.map((block) => !isOriginal.has(block));
  const places = isBefore ? before : withAdditions(amounts, after, isTranslation);
  return blocks.map((block, index) => {
    if (block.position !== undefined) return block;
    const start = places[index]!;
    return { ...block, position: { axis: 'comment', table: 0, column: 0, start, end: start + 1 } };
  });
}

/** How much the lengths of both languages differ in the places of a text. */
function misfitOf(amounts: readonly Amounts[], places: readonly number[]): number {
  const sums: Amounts[] = [];
  amounts.forEach((own, index) => {
    const place = places[index]!;
    sums[place] = sumOf(sums[place] ?? NOTHING, own);
  });
  return sums.reduce((sum, each) => sum + misfit(each), 0);
}

function misfit({ en, zh }: Amounts): number {
  return Math.abs(Math.log((en + FEW_LETTERS) / (zh + FEW_LETTERS)));
}

/** By how much, as a logarithm, lengths must agree better without the last paragraphs for these to be no translation. */
const ADDED = 0.15;

/**
 * The same places, and others for paragraphs that were added after a translation: it has as many as its original without
 * them, and the better length.
 */
function withAdditions(
  amounts: readonly Amounts[],
  places: readonly number[],
  isTranslation: readonly boolean[],
): number[] {
  const found: number[] = [];
  for (let from = 0, to = 0; from < places.length; from = to) {
    let sum = NOTHING;
    let originals = 0;
    let end = from;
    let least = Number.POSITIVE_INFINITY;
    for (; to < places.length && places[to] === places[from]; to++) {
      sum = sumOf(sum, amounts[to]!);
      if (!isTranslation[to]) originals++;
      else if (to - from + 1 >= 2 * originals && misfit(sum) < least) [end, least] = [to + 1, misfit(sum)];
    }
    const hasAdditions = originals > 0 && least < misfit(sum) - ADDED;
    for (let index = from; index < to; index++) {
      found.push(2 * places[from]! + (hasAdditions && index >= end ? 1 : 0));
    }
  }
  return found;
}

function originalsIn(stretches: readonly Stretch[], original: Language): Block[] {
  const other = original === 'en' ? 'zh' : 'en';
  return stretches.flatMap(({ comment, amounts, blocks }) =>
    comment && amounts[original] > amounts[other] ? blocks : [],
  );
}

function isFitting(own: number, answer: number): boolean {
  if (answer === 0) return false;
  return answer <= own * FITTING + FEW_LETTERS && own <= answer * FITTING + FEW_LETTERS;
}

/** The comments and what stands between them, in order. */
function stretchesOf(
  text: string,
  blocks: readonly Block[],
  comments: readonly (readonly Block[])[],
): Stretch[] {
  const stretches: Stretch[] = [];
  let next = 0;
  const addUntil = (offset: number): void => {
    const from = next;
    while (next < blocks.length && blocks[next]!.lines[0]!.start < offset) next++;
    if (next > from) stretches.push(stretchOf(text, blocks.slice(from, next), false));
  };
  for (const comment of comments) {
    addUntil(comment[0]!.lines[0]!.start);
    stretches.push(stretchOf(text, comment, true));
  }
  addUntil(Number.POSITIVE_INFINITY);
  return stretches;
}

function stretchOf(text: string, blocks: readonly Block[], comment: boolean): Stretch {
  return { comment, amounts: amountsIn(text, blocks), blocks };
}

function amountsIn(text: string, blocks: readonly Block[]): Amounts {
  const amounts = { en: 0, zh: 0 };
  for (const { lines } of blocks) {
    for (const { start, end } of lines) {
      const line = text.slice(start, end);
      const language = languageByScript(line);
      if (language === null) continue;
      const { han, alphabetic } = countScripts(line);
      amounts[language] += han * LETTERS_FOR_A_CHARACTER + alphabetic;
    }
  }
  return amounts;
}

function sumOf(a: Amounts, b: Amounts): Amounts {
  return { en: a.en + b.en, zh: a.zh + b.zh };
}

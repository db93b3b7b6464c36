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

/** A stretch of text: what stands in a comment, or between two of them. */
interface Stretch {
  readonly comment: boolean;
  readonly amounts: Record<Language, number>;
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
  let [all, answered, translated] = [0, 0, 0];
  stretches.forEach(({ comment, amounts }, index) => {
    if (!comment || amounts[original] <= amounts[translation]) return;
    const own = amounts[original];
    const answer = stretches[index + 1]?.comment === false ? stretches[index + 1]!.amounts[translation] : 0;
    all += own;
    if (!isFitting(own, answer)) return;
    answered += own;
    translated += answer;
  });
  if (answered === 0 || answered < ANSWERED * all) return null;
  if (translated < TRANSLATED * visible[translation]) return null;
  return { blocks: originalsIn(stretches, original), answered: answered / all };
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
  return { comment, amounts, blocks };
}

import type { Label, Language, Layout } from '../../types.js';
import {
  BULLET,
  breaksOff,
  endsInConjunction,
  endsItem,
  isFinished,
  isProse,
  mayEndItem,
} from '../writing/endings.js';
import { readLabels } from '../writing/label.js';
import { SENTENCE_STARTERS } from '../writing/sentence-starters.js';
import type { SourceParagraph } from './rejoin.js';

export const BEGINS_SMALL = /^\p{Ll}/u;

/** The most that an entry of a list has: words, or Chinese characters with the mark at their end. */
const SHORT_ENGLISH = 4;
const SHORT_CHINESE = 10;

/** Whether a text has no more words, or characters, than an entry of a list. */
export function isShort(text: string, language: Language): boolean {
  return language === 'en' ? text.split(/\s+/).length <= SHORT_ENGLISH : text.length <= SHORT_CHINESE;
}

/** What a paragraph begins with: its text, and what the format says of it. */
export type Beginning = Pick<SourceParagraph, 'kind' | 'numbering'> & { readonly text: string };

/** `night_temp = 17`: a setting below the remark that explains it. */
const SETTING = /^[\w.-]{1,60} ?:?= ?\S/;

/**
 * Whether a paragraph goes on in another of its language, by its own looks: what its end says, and how the other begins.
 *
 * @param sentenceEnded whether a sentence ends within it
 * @param isTerm whether it stands alone and begins in lower case, as the terms of a glossary do
 */
export function goesOn(
  text: string,
  sentenceEnded: boolean,
  next: Beginning,
  language: Language,
  layout: Layout,
  isTerm = false,
): boolean {
  if (next.kind === 'heading' || next.kind === 'row' || SETTING.test(next.text)) return false;
  if (continuesEnumeration(text, next.text)) return true;
  if (isFinished(text) || endsItem(text, language) || beginsEntry(next, language)) return false;
  if (language === 'en' && beginsAnew(next.text, layout)) return false;
  const goesOnInLowerCase = language === 'en' && BEGINS_SMALL.test(next.text) && next.kind !== 'item';
  // After a text that began in lower case itself it shows nothing.
  if (goesOnInLowerCase && !isTerm && text.split(' ').length > LONGEST_ENTRY) return true;
  const goesOnWithFigure = language === 'en' && /^\d[\d.,]* \p{Ll}/u.test(next.text);
  if (goesOnWithFigure && text.split(' ').length > LONGEST_HEADING) return true;
  if (endsAddress(text, next.text, language)) return false;
  if (breaksOff(text, language)) return true;
  // A whole paragraph may lack its last mark, that it has a first sentence or not; the end of a page is not so particular.
  return layout !== 'paragraphs' && (sentenceEnded || isProse(text, language));
}

/** `Dear Ms. Tang,`, `With kind regards,`: so few words before a comma are a line of their own where a capital follows. */
function endsAddress(text: string, next: string, language: Language): boolean {
  return language === 'en' && /[,，]$/.test(text) && isShort(text, language) && /^["“]?\p{Lu}/u.test(next);
}

/** Whether a paragraph begins with the mark of an entry in a list, so that it goes on with nothing. */
function beginsEntry({ text, kind, numbering }: Beginning, language: Language): boolean {
  return kind === 'item' || numbering !== null || readLabels(text, language).length > 0 || BULLET.test(text);
}

/**
 * Whether English begins a sentence: with a word that no name begins with, written large, before one written small. Where
 * paragraphs are hardly ever cut, any such word is more likely to begin one than to be a name.
 */
export function beginsAnew(text: string, layout: Layout): boolean {
  const word = /^["“‘']?(\p{Lu}\p{Ll}*),? \p{Ll}/u.exec(text)?.[1];
  if (word === undefined || word === 'I') return false;
  return layout === 'paragraphs' || SENTENCE_STARTERS.has(word);
}

/** Whether what breaks off leads to the list that follows, or to the next entry of one: `must`, `…, and`. */
export function leadsToEntry(
  text: string,
  numbering: string | null,
  next: Beginning,
  language: Language,
): boolean {
  if (!beginsEntry(next, language)) return false;
  if (mayEndItem(text, language)) return true;
  const labels = readLabels(next.numbering ?? next.text, language);
  const own = readLabels(numbering ?? text, language);
  if (
    endsInConjunction(text, language) &&
    labels.some((label) => own.some((before) => follows(before, label)))
  )
    return true;
  const schemes = new Set(own.map(({ scheme }) => scheme));
  return (
    !BULLET.test(text) &&
    (labels.length === 0 ||
      labels.some(({ ordinals, scheme }) => ordinals.at(-1) === 1 && !schemes.has(scheme)))
  );
}

/** `(c) … and/or ‖ (d) …`: were the first one cut, the rest of it would stand before the next number. */
function follows(before: Label, label: Label): boolean {
  return before.scheme === label.scheme && label.ordinals.at(-1) === (before.ordinals.at(-1) ?? 0) + 1;
}

/** An English text of so few words may be an entry of a list, and the next one too. */
const LONGEST_ENTRY = 2;

/**
 * No English sentence begins with a figure, though an entry of a list does, such as `2 eggs` under a heading; few headings
 * have more words than this.
 */
const LONGEST_HEADING = 8;

/** `… as follows: (1) …; ‖ (2) …`: the second piece begins with a marker that the first one's text calls for. */
function continuesEnumeration(text: string, next: string): boolean {
  const number = /^[（(](\d{1,2})[)）]/.exec(next)?.[1];
  if (number === undefined || !/[;；,，]$/.test(text.trimEnd())) return false;
  const before = Number(number) - 1;
  return text.includes(`(${before})`, 1) || text.includes(`（${before}）`, 1);
}

/** Whether a paragraph breaks off, so that the rest of it is missing where nothing goes on with it. */
export function isCutOff(text: string, sentenceEnded: boolean, language: Language): boolean {
  if (isFinished(text) || endsItem(text, language)) return false;
  return sentenceEnded || (breaksOff(text, language) && !/[,，]$/.test(text.trimEnd()));
}

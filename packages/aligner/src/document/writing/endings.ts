import type { Language } from '../../types.js';
import { fold } from './folding.js';

/** A mark at the start of a list entry. */
export const BULLET = /^[-*+•·●▪◦–—][ \t\u00a0]/;

/** Marks that a paragraph may end in when nothing is missing, with the quotation marks and brackets after them. */
const FINISHED = /[.!?:;。！？：；…｡．—–]["'”’」』)）\]】》〉*_]*$/;

/** A closing bracket by itself ends a note or a title. */
const CLOSED = /[)）\]】》〉]$/;

/** True where a paragraph's text ends as a whole sentence or a lead-in does. */
export function isFinished(text: string): boolean {
  const tail = endOf(text, 12);
  return FINISHED.test(tail) || CLOSED.test(tail);
}

// What joins the last entry of a list to the one before it, with the comma or colon after it.
const ITEM_CONJUNCTION = {
  en: String.raw`(?:and ?\/ ?or|and|or|but|nor|as well as|together with|along with|plus|unless|except that|provided that)(?: (?:also|else|either|then|thereafter))?[,:]?`,
  zh: '(?:以及|并且|並且|而且|或者|或是|还有|還有|然后|然後|但是?|除非|和 ?[/／] ?或|及 ?[/／] ?或|[并並] ?[/／] ?或|[及和与與并並且或])[者]?[，,：:]?',
};
const ITEM_END = {
  en: new RegExp(String.raw`[;；]\s*${ITEM_CONJUNCTION.en}$`, 'i'),
  zh: new RegExp(String.raw`[;；]\s*${ITEM_CONJUNCTION.zh}$`),
};
const LOOSE_ITEM_END = {
  en: new RegExp(String.raw`[,，]\s*${ITEM_CONJUNCTION.en}$`, 'i'),
  zh: new RegExp(String.raw`[,，、]\s*${ITEM_CONJUNCTION.zh}$`),
};

const CONJUNCTION_END = {
  en: new RegExp(String.raw`(?<!\p{L})${ITEM_CONJUNCTION.en}$`, 'iu'),
  zh: new RegExp(`${ITEM_CONJUNCTION.zh}$`),
};

/** True for an entry of a list that calls for the next one: `…; and`, `…；以及`. It is whole, as one that ends in `;` is. */
export function endsItem(text: string, language: Language): boolean {
  return ITEM_END[language].test(endOf(text, 40));
}

/** True for what may be such an entry, `…, and`, `…、以及`, but breaks off as well as any prose that a page cuts. */
export function mayEndItem(text: string, language: Language): boolean {
  return LOOSE_ITEM_END[language].test(endOf(text, 40));
}

/** True for what ends as such an entry does, with no mark before the conjunction: `… and`, `…以及`; so does what a page cuts anywhere. */
export function endsInConjunction(text: string, language: Language): boolean {
  return CONJUNCTION_END[language].test(endOf(text, 40));
}

/** The last characters of a text that can be seen. */
function endOf(text: string, length: number): string {
  return fold(text.slice(-length)).text.trimEnd();
}

// Words that no English sentence or heading ends in.
const DANGLING: ReadonlySet<string> = new Set(
  `a an the and or nor but of to in on at by for with from as into onto upon than that which who whose we they i he
  she our their its his her my your this these those is are was were be been have has had will would shall should
  can could may might must not including between among through during under over about against if because while when
  where whether although since until unless such no every each more most very also only both either neither`.split(
    /\s+/,
  ),
);

const NAMED =
  /(?<!\p{L})(?!When|Where|While|Because|Although|Since|Unless|Until|That|Which|Than|And|Nor|But|For|With|From)\p{Lu}\p{Ll}{2,} [AI]$/u;

const DANGLING_CHINESE = /(?:以及|并且|或者|[和与及或把被将对从向于为的等])$/;

/** True where a text breaks off: after a comma, an opening bracket, or a word that wants another after it. */
export function breaksOff(text: string, language: Language): boolean {
  const tail = endOf(text, 40);
  if (/[,，、(（[【《“‘「『-]$/.test(tail)) return true;
  if (language === 'zh') return DANGLING_CHINESE.test(tail);
  // `Calculus I`, `Hall A`: a number or a letter behind a name.
  if (NAMED.test(tail)) return false;
  const last = /(\p{L}+)$/u.exec(tail)?.[1]?.toLowerCase();
  return last !== undefined && DANGLING.has(last);
}

/** True where a sentence has ended within the text already, so that an unfinished rest of it is no heading. */
export function holdsSentenceEnd(text: string, language: Language): boolean {
  return language === 'zh' ? /[。！？；]./.test(text) : /[a-z)”"'’][.!?;]["”’)]? +["“(]?\p{Lu}/u.test(text);
}

/** Characters from which an unfinished text is more than a heading. */
const LONG_ENGLISH = 110;
const LONG_CHINESE = 40;

/** True for text that reads as a piece of running prose and not as a heading, label or list entry. */
export function isProse(text: string, language: Language): boolean {
  if (holdsSentenceEnd(text, language)) return true;
  return language === 'zh'
    ? text.length >= LONG_CHINESE && /[，,、]/.test(text)
    : text.length >= LONG_ENGLISH;
}

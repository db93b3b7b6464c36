import type { Label, Language } from '../../types.js';
import { breaksOff, isFinished } from '../writing/endings.js';
import { readLabels } from '../writing/label.js';
import { countScripts, LETTERS_FOR_A_CHARACTER, languageByScript } from '../writing/script.js';
import type { Likeness } from './likeness.js';
import type { Seam } from './partings.js';
import { SYNTAX } from './placed-lines.js';

// All evidence here is in natural logarithms of odds, so that it can be added up. The numbers are estimates by hand: what
// counts is their order, since no single one of them decides.

/** How much a seam speaks for two texts on both sides of it. */
const SEAMS: Readonly<Record<Seam, number>> = {
  caption: 6, // fields that repeat, each behind a caption in both languages
  field: 1, // what a caption in both languages captions, the one language behind the other
  headword: 0.5, // a term in both languages and what explains it in one; or a lead-in that quotes a name
  tab: 2.5,
  rule: 2.5,
  gap: 2.5,
  dash: 1,
  colon: 0.5,
  sentence: 1.5,
  script: 0,
  terms: 1, // a line of nothing but terms, each with its translation in brackets, explains no name
  brackets: -1, // names and terms are explained in brackets far oftener than headings are translated in them
};

/** Each Han character in English, and each foreign word in Chinese that the English lacks. */
const HAN_IN_ENGLISH = -2.5;
const WORD_IN_CHINESE = -0.7;
const MOST_IMPURITY = -8;
/** A part that breaks off is no text of its own, nor one that leaves a bracket open. */
const BREAKS_OFF = -2;
const OPEN_BRACKET = -4;
/** Words in lower case are no names, of which Chinese text is full. */
const PLAIN_WORDS = 1.5;
const LOWER_CASE_WORD = /(?<![\p{L}\p{N}._/-])\p{Ll}{3,}(?![\p{L}\p{N}._/-])/u;
/** `iPad`, `OAuth`, `ERP`, `H5`: Chinese text is full of these too, and they are seldom translated. */
const NAMES = -1.5;
const NAME = /(?<!\p{L})(?:\p{L}*\p{Ll}\p{Lu}|\p{Lu}{2}|\p{L}\p{N})/u;
/** `THE WATERSIDE INN`: words in capitals throughout are a heading, and may be names or not. */
const WORD_IN_CAPITALS = /\p{Lu}{3,}/gu;
/** One part ends as a sentence does and the other one not, or both do. */
const UNLIKE_ENDS = -2;
const LIKE_ENDS = 1;

/** `他说：“The ferry will sail.”`: a colon or words before a quotation lead in to it, and are not translated by it. */
const LEAD_IN = -4;
const QUOTED_WHOLE = /^[“"「『‘'].*[”"」』’'][.。,，;；]?$/su;
/** No text and its translation look so unlike that their words need to be asked. */
const HOPELESS = -5;

/** Likeness counts within these bounds: a list of words knows neither all terms nor whether a long text is free. */
const LEAST_LIKENESS = -6;
const MOST_LIKENESS = 10;

/** Letters of English for a Han character in translations: the middle, and how far most are from it, as logarithms. */
const LETTERS_PER_HAN = Math.log(3.4);
const SPREAD = 0.55;
/** Short texts are of any length beside each other. */
const FEW_HAN = 4;

/** `A2.` numbers an item that is in Chinese, and is no text of its own. */
const ITEM_CODE = /^\p{Lu}\d+[.)]$/u;

/** `Period 1`: a word and which of its kind. */
const COUNTED = /^\p{Lu}\p{Ll}+ (\d{1,3})$/u;

const HAN = /\p{Script=Han}/u;
const LATIN_WORDS = /\p{Script=Latin}[\p{Script=Latin}\p{M}'’-]*/gu;
const OPENING = /[(（[【《「『“]/g;
const CLOSING = /[)）\]】》」』”]/g;

/** How much speaks for two parts of a line being a text and its translation. */
export function evidenceForTwo(first: string, second: string, seam: Seam, likeness: Likeness): number {
  const [a, b] = [bare(first), bare(second)];
  // Brackets close behind what is whole: `佩戴 (Putting them in)`.
  const isClosed = (part: string): boolean => seam === 'brackets' && part === b;
  const [english, chinese] = hanShare(a) < hanShare(b) ? [a, b] : [b, a];
  const [enLabel, zhLabel] = [readLabels(english, 'en')[0], readLabels(chinese, 'zh')[0]];
  const en = english.slice(enLabel?.length ?? 0);
  const zh = chinese.slice(zhLabel?.length ?? 0);
  if (en === '' && zh === '') {
    // `Part 1 / 第一部分`: nothing but the same marker in both languages.
    const agree = numberEvidence(enLabel, zhLabel);
    return agree > 0 ? SEAMS[seam] + 2 * agree : Number.NEGATIVE_INFINITY;
  }
  // `Period 1 / 第一节`: the English says what it counts by a word that is no marker by itself.
  if (zh === '' && COUNTED.exec(en)?.[1] === zhLabel!.ordinals.join()) return SEAMS[seam] + 2 * EQUAL_NUMBERS;
  if (en === '' || zh === '' || ITEM_CODE.test(en)) return Number.NEGATIVE_INFINITY;
  const shape =
    SEAMS[seam] +
    Math.max(MOST_IMPURITY, impurity(en, zh)) +
    lengthEvidence(en, zh) +
    nameEvidence(en) +
    (breaksOff(en, 'en') && !isClosed(english) ? BREAKS_OFF : 0) +
    (breaksOff(zh, 'zh') && !isClosed(chinese) ? BREAKS_OFF : 0) +
    (isBalanced(en) && isBalanced(zh) ? 0 : OPEN_BRACKET) +
    endEvidence(en, zh, seam) +
    (beginsAlike(en, zh) ? EQUAL_NUMBERS : numberEvidence(enLabel, zhLabel)) +
    Math.max(MOST_IMPURITY, Math.min(0, evidenceForChinese(zh))) +
    (isLeadIn(a, b, seam) ? LEAD_IN : 0);
  return shape < HOPELESS ? shape : shape + bounded(likeness(en, zh));
}

/**
 * How much speaks for a line as a whole, taken for text in one language, being the translation of a line in the other;
 * what it explains in brackets in that other language may be left out of account.
 */
export function evidenceForWhole(
  line: string,
  language: Language,
  other: string,
  likeness: Likeness,
): number {
  const text = bare(line);
  const plain = text.replace(GLOSS[language], '');
  const evidence = evidenceForTranslation(text, language, bare(other), likeness);
  return plain === text
    ? evidence
    : Math.max(evidence, evidenceForTranslation(plain, language, bare(other), likeness));
}

/**
 * `水杉（Metasequoia）` beside `Dawn redwood`: a line that explains itself in brackets, as a name is explained, has by its
 * looks a counterpart in the line beside it, whatever a word list knows of the two.
 */
export function evidenceForGloss(line: string, language: Language, other: string): number {
  const plain = bare(line).replace(GLOSS[language], '');
  const [en, zh] = language === 'en' ? [plain, bare(other)] : [bare(other), plain];
  const looksLike = lengthEvidence(en, zh) > 0 && isSentence(en) === isSentence(zh);
  return looksLike ? GLOSS_BESIDE_COUNTERPART : Number.NEGATIVE_INFINITY;
}

const GLOSS_BESIDE_COUNTERPART = 3;

/**
 * The language of a line that explains a name in brackets, where the line beside it has that name in its own text, and the
 * other way round: `Tiger Hill (虎丘)` beside `虎丘（Tiger Hill）`. Two such lines are each other's translation, however much
 * each of them looks like a name with its translation. Null for other lines.
 */
export function languageOfGlossed(line: string, other: string): Language | null {
  for (const language of ['en', 'zh'] as const) {
    const beside = language === 'en' ? 'zh' : 'en';
    const [own, its] = [glossesIn(bare(line), language), glossesIn(bare(other), beside)];
    if (own.glosses.length === 0 || its.glosses.length === 0) continue;
    if (languageByScript(own.plain) !== language || languageByScript(its.plain) !== beside) continue;
    const holds = (plain: string, glosses: readonly string[]): boolean =>
      glosses.every((gloss) => plain.toLowerCase().includes(gloss.toLowerCase()));
    if (holds(its.plain, own.glosses) && holds(own.plain, its.glosses)) return language;
  }
  return null;
}

/** What a text in a language explains in brackets in the other one, and the text without that. */
function glossesIn(text: string, language: Language): { glosses: string[]; plain: string } {
  const glosses = [...text.matchAll(GLOSS[language])].map(([gloss]) => gloss.slice(1, -1).trim());
  return {
    glosses: glosses.filter((gloss) => languageByScript(gloss) !== null),
    plain: text.replace(GLOSS[language], ''),
  };
}

/** Whether a text ends as a sentence does. */
export function isSentence(text: string): boolean {
  return /[.!?。！？；;]["”’]?$/.test(text);
}

/** What is in the other language, and in brackets. */
const GLOSS: Readonly<Record<Language, RegExp>> = {
  en: /[(（][^()（）\p{Script=Latin}]{1,60}[)）]/gu,
  zh: /[(（][^()（）\p{Script=Han}]{1,60}[)）]/gu,
};

function evidenceForTranslation(text: string, language: Language, other: string, likeness: Likeness): number {
  const [en, zh] = language === 'en' ? [text, other] : [other, text];
  return (
    bounded(likeness(en, zh)) + lengthEvidence(en, zh) + endEvidence(en, zh, 'script') + quotedHan(en, zh)
  );
}

/** `The sign 禁止吸烟 hangs …`: Chinese words that the English quotes stand in its translation too, or speak against it. */
function quotedHan(en: string, zh: string): number {
  let sum = 0;
  for (const [quoted] of en.matchAll(/\p{Script=Han}+/gu))
    sum += zh.includes(quoted) ? QUOTED : -QUOTED * quoted.length;
  return Math.max(MOST_IMPURITY, sum);
}

const QUOTED = 2;

function bounded(likeness: number): number {
  return Math.min(MOST_LIKENESS, Math.max(LEAST_LIKENESS, likeness));
}

function bare(text: string): string {
  return text.replaceAll(SYNTAX, '').trim();
}

function hanShare(text: string): number {
  const { han, alphabetic } = countScripts(text);
  return han / Math.max(1, han + alphabetic / LETTERS_FOR_A_CHARACTER);
}

/**
 * `第一章 总则 Chapter I General Provisions`: markers on both sides agree, or the line is about another clause. In
 * `2.1 Deadlines （一）期限` one of them leaves out what it is a part of.
 */
function numberEvidence(en: Label | undefined, zh: Label | undefined): number {
  if (en === undefined || zh === undefined) return 0;
  if (en.ordinals.join() === zh.ordinals.join()) return EQUAL_NUMBERS;
  const isPartLeftOut = en.ordinals.length !== zh.ordinals.length;
  return isPartLeftOut && en.ordinals.at(-1) === zh.ordinals.at(-1) ? EQUAL_LAST_NUMBERS : -EQUAL_NUMBERS;
}

/** `1 PURPOSE 【1 目的】`: a bare number before a title is no marker by itself. */
function beginsAlike(en: string, zh: string): boolean {
  const number = /^\d{1,2}(?:\.\d{1,2})*\s/.exec(en)?.[0];
  return number !== undefined && zh.startsWith(number);
}

const EQUAL_NUMBERS = 2;
const EQUAL_LAST_NUMBERS = 1;

/** How much the words of the one language in the other speak against the parts of a line being texts and their translations, at most 0. */
export function mixtureOf(parts: readonly string[]): number {
  let sum = 0;
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [a, b] = [bare(parts[at]!), bare(parts[at + 1]!)];
    sum += Math.max(MOST_IMPURITY, hanShare(a) < hanShare(b) ? impurity(a, b) : impurity(b, a));
  }
  // What stands behind a term is in one language, whichever that is.
  const rest = parts.length % 2 === 0 ? '' : bare(parts.at(-1)!);
  if (rest !== '') sum += Math.max(MOST_IMPURITY, impurity(rest, ''), impurity('', rest));
  return sum;
}

function isLeadIn(first: string, second: string, seam: Seam): boolean {
  if (QUOTED_WHOLE.test(second)) return !QUOTED_WHOLE.test(first);
  return seam === 'script' && /[:：]$/.test(first);
}

function nameEvidence(en: string): number {
  if (LOWER_CASE_WORD.test(en)) return PLAIN_WORDS;
  if (!/\p{Ll}/u.test(en) && (en.match(WORD_IN_CAPITALS)?.length ?? 0) > 1) return 0;
  return NAME.test(en) ? NAMES : 0;
}

/** What speaks against two texts by the words of the one language in the other, at most 0. */
function impurity(en: string, zh: string): number {
  const own = new Set((en.match(LATIN_WORDS) ?? []).map((word) => word.toLowerCase()));
  const foreign = (zh.match(LATIN_WORDS) ?? []).filter((word) => !own.has(word.toLowerCase())).length;
  return HAN_IN_ENGLISH * countScripts(en).han + WORD_IN_CHINESE * foreign;
}

function lengthEvidence(en: string, zh: string): number {
  const { han, alphabetic: foreign } = countScripts(zh);
  const letters = countScripts(en).alphabetic;
  const ratio = Math.log((letters + 2) / (han + foreign / LETTERS_FOR_A_CHARACTER + 0.5)) - LETTERS_PER_HAN;
  // Normal around the ratio of translations, against a flat guess.
  const spread = SPREAD * (1 + FEW_HAN / (han + 1));
  return Math.max(-5, 0.7 - (ratio * ratio) / (2 * spread * spread));
}

function endEvidence(en: string, zh: string, seam: Seam): number {
  if (seam === 'caption') return 0;
  // `B/L No.`, `Calculus 高等数学（一）`: neither is the end of a sentence.
  const [a, b] = [isFinished(en.replace(ABBREVIATED, '')), isFinished(zh.replace(NUMBERED, ''))];
  return a !== b ? UNLIKE_ENDS : a && /[.!?。！？]/.test(en.slice(-2)) ? LIKE_ENDS : 0;
}

const ABBREVIATED = /(?<![\p{L}\d])\p{Lu}\p{L}{0,3}\.$/u;
const NUMBERED = /[(（][一二三四五六七八九十\d]{1,3}[)）]$/;

function isBalanced(text: string): boolean {
  return (text.match(OPENING)?.length ?? 0) === (text.match(CLOSING)?.length ?? 0);
}

/** English words without which there is hardly a sentence, and which no name of a product has in lower case but these few. */
const GRAMMAR_WORDS =
  /(?<![\p{L}\d])(?:the|a|an|is|are|was|were|be|to|in|on|at|by|with|from|as|it|its|this|that|you|your|not|or|has|have|will|may|must|can|into|how|what)(?![\p{L}\d])/gu;
/** Characters of grammar without which there is hardly a Chinese sentence, and which names seldom have. */
const GRAMMAR_CHARACTERS = /[的了在和与與是将將请請为為从從把被对對等并並后後时時不未已可于於以及或用]/g;
const CHINESE_STOPS = /[。！？；，、]/;
const QUOTED_PART = /[“"『「《（(【[][^”"』」》）)】\]]{0,60}[”"』」》）)】\]]|`[^`]{0,80}`/g;

/**
 * How much the looks of a line in both scripts speak for its being Chinese with foreign words, above 0, or English with
 * Chinese words, below it.
 */
export function evidenceForChinese(line: string): number {
  const text = bare(line);
  const plain = text.replace(QUOTED_PART, ' ');
  const { han, alphabetic } = countScripts(text);
  const share = Math.log((LETTERS_FOR_A_CHARACTER * han + 1) / (alphabetic + 1));
  const words = plain.match(LATIN_WORDS) ?? [];
  const lowerCase = words.filter((word) => /^\p{Ll}+$/u.test(word)).length;
  const ended = /[。！？；]["”’」』)）]*$/.test(text)
    ? 3
    : /[\p{Script=Latin}\d"”’)][.!?]["”’)]*$/u.test(text)
      ? -2
      : 0;
  const first = /[\p{Script=Han}\p{Script=Latin}]/u.exec(plain)?.[0] ?? '';
  return (
    1.5 * share +
    ended +
    Math.min(4, 0.8 * (plain.match(GRAMMAR_CHARACTERS)?.length ?? 0)) +
    (CHINESE_STOPS.test(plain) ? 1 : 0) +
    captionEvidence(text) -
    Math.min(8, 1.5 * (plain.match(GRAMMAR_WORDS)?.length ?? 0)) -
    Math.min(4, 0.5 * lowerCase) +
    (HAN.test(first) ? 0.7 : first === '' ? 0 : -0.3)
  );
}

/** `由：IT Service Desk`, `From: 陳志明`: what a field is called is in the language of the text, whatever name it holds. */
function captionEvidence(text: string): number {
  const caption = CAPTION.exec(text)?.[1];
  return caption === undefined ? 0 : HAN.test(caption) ? CAPTIONED : -CAPTIONED;
}

const CAPTION = /^((?:\p{Script=Han}[ \u3000]?){1,8}|\p{Lu}[\p{Script=Latin} ]{0,20})[:：](?=.*\p{L})/u;
const CAPTIONED = 2;

import { shown } from '../../common/arguments.js';
import { DuiqiError } from '../../common/errors.js';
import { isTraditional } from '../../document/writing/traditional.js';
import type { Language } from '../../types.js';
import type { PairRecord } from '../pair-record.js';
import { checkOneOf } from './option-checks.js';

/** How formats that translate one language into another are told which, and under which names. */
export interface DirectionOptions {
  /** Which language is the source; default `en-zh`. */
  readonly direction?: 'en-zh' | 'zh-en';
  /** Tag of the source language; default `en-US` for English, `zh-CN` or `zh-TW` for Chinese as it is written. */
  readonly sourceLanguage?: string;
  /** Tag of the target language; the defaults are those of `sourceLanguage`. */
  readonly targetLanguage?: string;
}

export interface Direction {
  readonly source: Language;
  readonly target: Language;
  readonly tags: Readonly<Record<Language, string>>;
}

/**
 * Source and target language.
 *
 * @throws DuiqiError `bad-option`
 */
export function languagesOf({
  direction = 'en-zh',
}: Pick<DirectionOptions, 'direction'>): [Language, Language] {
  checkOneOf('direction', direction, ['en-zh', 'zh-en']);
  return direction === 'en-zh' ? ['en', 'zh'] : ['zh', 'en'];
}

/** @throws DuiqiError `bad-option` */
export function directionOf(pairs: Iterable<PairRecord>, options: DirectionOptions): Direction {
  const [source, target] = languagesOf(options);
  const given = { [source]: options.sourceLanguage, [target]: options.targetLanguage };
  const tags = { en: given.en ?? 'en-US', zh: given.zh ?? chineseTag(pairs) };
  checkTag(source === 'en' ? 'sourceLanguage' : 'targetLanguage', tags.en, 'en');
  checkTag(source === 'zh' ? 'sourceLanguage' : 'targetLanguage', tags.zh, 'zh');
  return { source, target, tags };
}

function chineseTag(pairs: Iterable<PairRecord>): string {
  const texts: string[] = [];
  for (const { zh } of pairs) {
    texts.push(zh);
    if (texts.length === ENOUGH_TEXTS) break;
  }
  return isTraditional(texts) ? 'zh-TW' : 'zh-CN';
}

/** From which to tell traditional characters from simplified ones. */
const ENOUGH_TEXTS = 10_000;

/** BCP 47 as far as translation tools read it; they pass over `en_US`, `eng` and `English` without a word. */
const tagPatterns: Readonly<Record<Language, RegExp>> = {
  en: /^en(-[A-Za-z]{4})?(-[A-Z]{2})?$/,
  zh: /^(zh|cmn|yue|lzh)(-[A-Za-z]{4})?(-[A-Z]{2})?$/,
};

function checkTag(option: string, tag: string, language: Language): void {
  if (typeof tag === 'string' && tagPatterns[language].test(tag)) return;
  const wanted =
    language === 'en' ? 'an English language tag such as en-US' : 'a Chinese language tag such as zh-CN';
  throw new DuiqiError('bad-option', `${option} must be ${wanted}, not ${shown(tag)}.`, { [option]: tag });
}

import type { Language } from '../types.js';

/** The first part of tags in the wild, in lower case: BCP 47, ISO 639-2 and 639-3, and names. */
const LANGUAGES: ReadonlyMap<string, Language> = new Map([
  ...['en', 'eng', 'english'].map((code) => [code, 'en'] as const),
  ...['zh', 'zho', 'chi', 'chinese', 'cmn', 'yue', 'lzh'].map((code) => [code, 'zh'] as const),
]);

/** `EN-US`, `en_GB`, `eng`; `zh-Hans`, `ZH_CN`, `Chinese (PRC)`; `null` for every other language. */
export function languageOfTag(tag: string): Language | null {
  return LANGUAGES.get(tag.trim().split(/[-_ ]/, 1)[0]!.toLowerCase()) ?? null;
}

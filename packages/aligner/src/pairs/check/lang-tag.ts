import { languageOfTag } from '../../common/language-tag.js';

/** What files call English and Chinese that is no language tag, in lower case. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['english', 'en'],
  ['english (united states)', 'en-US'],
  ['english (united kingdom)', 'en-GB'],
  ['chinese', 'zh'],
  ['chinese (simplified)', 'zh-CN'],
  ['chinese (traditional)', 'zh-TW'],
  ['simplified chinese', 'zh-CN'],
  ['traditional chinese', 'zh-TW'],
  ['zh-chs', 'zh-CN'],
  ['zh-cht', 'zh-TW'],
]);

/** BCP 47 as far as translation tools read it. */
const TAG = /^[A-Za-z]{2,3}(-[A-Za-z\d]{2,8})*$/;

/**
 * The tag that tools read for what a file has as one: the same where it is good, `en-US` for `en_US`, `en` for `eng` and
 * `English`; null where it is not clear what is meant.
 */
export function readableTag(tag: string): string | null {
  const name = NAMES.get(tag.trim().toLowerCase());
  if (name !== undefined) return name;
  if (TAG.test(tag) && !hasShorterCode(tag)) return tag;
  const canonical = canonicalTag(tag.trim().replaceAll('_', '-'));
  return canonical !== null && TAG.test(canonical) && !hasShorterCode(canonical) ? canonical : null;
}

/** BCP 47 wants the code of two letters where there is one. Mandarin is a kind of Chinese, and may say so. */
function hasShorterCode(tag: string): boolean {
  const [code = ''] = tag.split('-');
  return code.length === 3 && code.toLowerCase() !== 'cmn' && canonicalTag(code)?.length === 2;
}

function canonicalTag(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}

export function primaryLanguage(tag: string): string {
  return languageOfTag(tag) ?? tag.toLowerCase().split('-', 1)[0]!;
}

/** Code pages by their numbers, as `TextDecoder` names them; a letter of Western Europe is what most files have besides. */
export function encodingOfPage(page: number): string {
  if ((page >= 1250 && page <= 1258) || page === 874) return `windows-${page}`;
  return PAGES.get(page) ?? WESTERN;
}

/** The encoding of a font by its `\fcharset`; null for that of the document, '' for signs that are no characters. */
export function encodingOfCharset(charset: number): string | null {
  return charset === SYMBOLS ? '' : (CHARSETS.get(charset) ?? null);
}

export const WESTERN = 'windows-1252';
const SYMBOLS = 2;

const PAGES: ReadonlyMap<number, string> = new Map([
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [10000, 'macintosh'],
  [20866, 'koi8-r'],
  [54936, 'gb18030'],
  [65001, 'utf-8'],
]);

const CHARSETS: ReadonlyMap<number, string> = new Map([
  [77, 'macintosh'],
  [128, 'shift_jis'],
  [129, 'euc-kr'],
  [134, 'gb18030'],
  [136, 'big5'],
  [161, 'windows-1253'],
  [162, 'windows-1254'],
  [163, 'windows-1258'],
  [177, 'windows-1255'],
  [178, 'windows-1256'],
  [186, 'windows-1257'],
  [204, 'windows-1251'],
  [222, 'windows-874'],
  [238, 'windows-1250'],
]);

/** Those in which a character may have several bytes. */
export const WIDE: ReadonlySet<string> = new Set(['shift_jis', 'gb18030', 'euc-kr', 'big5', 'utf-8']);

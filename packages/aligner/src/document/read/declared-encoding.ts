import type { Encoding } from './encodings.js';

/** Where the HTML standard wants the declaration. */
const HEAD_BYTES = 1024;

const XML = /^<\?xml\s[^>]*\bencoding\s*=\s*["']([\w-]+)/;
const HTML = /^<(?:[\s\S]*<)?meta\s[^>]*\bcharset\s*=\s*["']?([\w-]+)/i;

/** GBK is a part of GB18030; UTF-16 that can be read as ASCII is none. */
const DECLARABLE: ReadonlyMap<string, Encoding> = new Map([
  ['gbk', 'gb18030'],
  ['gb18030', 'gb18030'],
  ['big5', 'big5'],
]);

/**
 * The encoding that HTML or XML declares in ASCII, `<meta charset=gb2312>` or `<?xml encoding="Big5"?>`; null without
 * a declaration, or one of an encoding that is not read here.
 */
export function declaredEncoding(bytes: Uint8Array): Encoding | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, HEAD_BYTES)).trimStart();
  const found = XML.exec(head) ?? HTML.exec(head);
  const label = found?.[1];
  if (label === undefined) return null;
  try {
    return DECLARABLE.get(new TextDecoder(label).encoding) ?? null;
  } catch {
    return null; // a label that no standard knows
  }
}

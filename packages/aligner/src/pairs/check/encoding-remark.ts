import type { Decoded } from './decoded.js';
import { error, quoted, type Remark, warning } from './finding.js';

/** What is wrong with how a file is encoded, or with what it says of that; null where nothing is. */
export function encodingRemark(
  { encoding, hasMark, ascii }: Decoded,
  declared: string | null,
): Remark | null {
  const name = encoding.toUpperCase();
  const isUtf16 = encoding.startsWith('utf-16');
  if (isUtf16 && !hasMark) {
    return error(
      'encoding',
      `The file is ${name} without a byte order mark, which XML requires: save it as UTF-8.`,
      'UTF-8',
    );
  }
  if (encoding !== 'utf-8') {
    if (declared !== null ? sameEncoding(declared, encoding) : isUtf16) {
      return warning(
        'encoding',
        `The file is ${name}, which not every tool reads: save it as UTF-8.`,
        'UTF-8',
      );
    }
    const claim = declared === null ? 'does not declare it' : `declares ${quoted(declared)}`;
    return error('encoding', `The file is written in ${name} and ${claim}: save it as UTF-8.`, 'UTF-8');
  }
  if (declared !== null && !isUtf8(declared) && !(ascii && holdsAscii(declared))) {
    return error(
      'encoding',
      `The file declares the encoding ${quoted(declared)} and is written in UTF-8: declare UTF-8.`,
      'UTF-8',
    );
  }
  return null;
}

export function isUtf8(label: string): boolean {
  return /^utf-?8$/i.test(label);
}

/** `UTF-16` says nothing of the order of bytes, and GB2312 is a part of GBK, which is one of GB18030. */
function sameEncoding(label: string, encoding: string): boolean {
  const family = (name: string) => name.replace(/^utf-16(le|be)$/, 'utf-16').replace(/^gbk$/, 'gb18030');
  return family(encodingNamed(label) ?? '') === family(encoding);
}

function holdsAscii(label: string): boolean {
  const encoding = encodingNamed(label);
  return encoding !== null && !encoding.startsWith('utf-16');
}

function encodingNamed(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null; // a label that no standard knows
  }
}

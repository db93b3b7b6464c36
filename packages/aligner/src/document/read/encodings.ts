/** The encodings that Chinese and English texts come in, as `TextDecoder` names them. GB18030 holds GBK and GB2312. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'] as const;
/**
 * One of the encodings that texts come in, as `TextDecoder` names it.
 *
 * @useDeclaredType
 */
export type Encoding = (typeof ENCODINGS)[number];

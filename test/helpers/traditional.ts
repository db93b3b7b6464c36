import { createRequire } from 'node:module';

interface OpenCc {
  Converter(options: { readonly from: 'cn'; readonly to: 'twp' | 'hk' }): (text: string) => string;
}
// A dependency of the library, and of nothing here.
const require = createRequire(new URL('../../packages/aligner/package.json', import.meta.url));
const { Converter }: OpenCc = require('opencc-js/cn2t');

/** Simplified text as it is written in Taiwan, with its vocabulary. */
export const toTaiwan = Converter({ from: 'cn', to: 'twp' });
/** Simplified text in the characters of Hong Kong. */
export const toHongKong = Converter({ from: 'cn', to: 'hk' });

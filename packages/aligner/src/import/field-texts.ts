import type { PairRecord } from '../pair-record.js';
import type { Flag } from '../types.js';

/** The fields that formats of text write as a text of their own form. */
type FormedField = 'score' | 'bead' | 'flags';

/** Fields as the text of a cell or of a property says them; `undefined` where it says nothing that they can be. */
export const FIELD_OF_TEXT: {
  readonly [Name in FormedField]: (text: string) => PairRecord[Name] | undefined;
} = {
  score(text) {
    // European programs write a comma, and a column may be shown in percent.
    const [, number, percent] = /^\s*(\d+(?:[.,]\d+)?(?:e-\d+)?)\s*(%?)\s*$/i.exec(text) ?? [];
    if (number === undefined) return undefined;
    const score = Number(number.replace(',', '.')) / (percent === '%' ? 100 : 1);
    return score <= 1 ? score : undefined;
  },
  bead: (text) => (/^\d+-\d+$/.test(text.trim()) ? text.trim() : undefined),
  flags(text) {
    const names = text.split(/[,，;\s]+/).filter((name) => name !== '');
    return names.every(isFlag) ? [...new Set(names)].sort() : undefined;
  },
};

const FLAGS: Readonly<Record<Flag, true>> = {
  conflict: true,
  crossing: true,
  duplicate: true,
  'length-ratio': true,
  'low-score': true,
  'number-mismatch': true,
  stitched: true,
  truncated: true,
  untranslated: true,
  'wrong-language': true,
};

function isFlag(name: string): name is Flag {
  return Object.hasOwn(FLAGS, name);
}

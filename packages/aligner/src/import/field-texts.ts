import { isFlag } from '../flags/flag.js';
import type { PairRecord } from '../pair-record.js';

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

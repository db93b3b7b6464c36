import { isFlag } from '../flags/flag.js';
import type { PairRecord } from '../pair-record.js';

/** The fields that formats of text write as a text of their own form. */
export type FormedField = 'score' | 'bead' | 'flags' | 'confirmed';

const YES = /^(?:yes|y|ok|true|x|1|✓|✔|√|☑|✅|是|对|對|真)$/i;
const NO = /^(?:no|n|false|0|-|✗|✘|☐|否|不|假)?$/i;

/** Of these only a person's own word: a box without a tick, or a zero, has been there before him. */
const REFUSAL = /^(?:no|n|✗|✘|否|不)$/i;

/** Whether a person says of a pair that it is wrong. */
export function isRefusal(text: string): boolean {
  return REFUSAL.test(text.trim());
}

/** Fields as the text of a cell or of a property says them; `undefined` where it says nothing that they can be. */
export const FIELD_OF_TEXT: {
  readonly [Name in FormedField]: (
    text: string,
  ) => (Name extends 'confirmed' ? boolean : PairRecord[Name]) | undefined;
} = {
  score(text) {
    // European programs write a comma, and a column may be shown in percent.
    const [, number, percent] = /^(\d+(?:[.,]\d+)?(?:e-\d+)?)\s*(%?)$/i.exec(text.trim()) ?? [];
    if (number === undefined) return undefined;
    const score = Number(number.replace(',', '.')) / (percent === '%' ? 100 : 1);
    return score <= 1 ? score : undefined;
  },
  bead: (text) => (isBead(text.trim()) ? text.trim() : undefined),
  flags(text) {
    const names = text.split(/[,，;\s]+/).filter((name) => name !== '');
    const flags = [...new Set(names.filter(isFlag))].sort();
    return flags.length > 0 || names.length === 0 ? flags : undefined;
  },
  confirmed(text) {
    const mark = text.trim();
    if (YES.test(mark)) return true;
    return NO.test(mark) ? false : undefined;
  },
};

export function isBead(text: string): boolean {
  return /^\d+-\d+$/.test(text);
}

type TextField = 'clause' | 'clause_zh' | 'doc';

/**
 * Fields of a pair that a file says as texts, each at its place. Other tools have properties of the same names: what a field
 * cannot be is left out.
 */
export function fieldsOfTexts(
  textOf: (field: FormedField | TextField) => string | undefined,
): Partial<PairRecord> {
  const fields: Record<string, unknown> = {};
  for (const field of ['score', 'bead', 'flags', 'confirmed'] as const) {
    const value = FIELD_OF_TEXT[field](textOf(field) ?? '');
    if (value !== undefined && value !== false) fields[field] = value;
  }
  for (const field of ['clause', 'clause_zh', 'doc'] as const) {
    const text = textOf(field);
    if (text !== undefined) fields[field] = text;
  }
  // Each was made by what its name stands for.
  return fields as Partial<PairRecord>;
}

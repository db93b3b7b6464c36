import type { Lexicon } from 'duiqi/words';

export function writeForHunalign(
  folder: string,
  text: { readonly english: string; readonly chinese: string },
  lexicon: Lexicon,
): string[];
export function timeHunalign(program: string, files: readonly string[], timeout: number): number | null;

import { readFileSync } from 'node:fs';
import type { EvaluationBead } from 'duiqi/check';

/** A bead by its texts, line by line. */
export interface GoldBead {
  readonly en: readonly string[];
  readonly zh: readonly string[];
}

/** The beads of a file of `test/gold/`, whose README says how they are written. */
export function readGold(name: string): GoldBead[] {
  const text = readFileSync(new URL(`../gold/${name}.txt`, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n\n')
    .map((block) => {
      const lines = block.split('\n');
      const isChinese = (line: string): boolean => /\p{Script=Han}/u.test(line);
      return { en: lines.filter((line) => !isChinese(line)), zh: lines.filter(isChinese) };
    });
}

/** One side of the beads as a text, each line a paragraph or not. */
export function sideOf(beads: readonly GoldBead[], side: 'en' | 'zh', between = '\n'): string {
  return `${beads.flatMap((bead) => bead[side]).join(between)}\n`;
}

/** The beads by the numbers of their lines. */
export function numbered(beads: readonly GoldBead[]): EvaluationBead[] {
  const next = { en: 0, zh: 0 };
  const take = (bead: GoldBead, side: 'en' | 'zh'): number[] => bead[side].map(() => next[side]++);
  return beads.map((bead) => ({ en: take(bead, 'en'), zh: take(bead, 'zh') }));
}

import type { Alignment, Diagnostic } from 'duiqi';

const CODE = 'not-a-translation';

/** Are the texts as a whole no translations of each other, although both languages are there? */
export function areNoTranslations({ diagnostics }: Alignment): boolean {
  return diagnostics.some(({ code, span }) => code === CODE && span === null);
}

/** What is said first of all: that the texts do not belong together. */
export function verdictOf({ diagnostics }: Alignment): string[] {
  return diagnostics.filter(isVerdict).map(({ message }) => `Warning: ${message}`);
}

export function isVerdict({ code }: Diagnostic): boolean {
  return code === CODE;
}

/** Columns of the strip. */
const STRIP = 60;
const SHADES = ['·', '░', '▒', '▓', '█'];

/** How well each part of the English text has found its counterpart, from its beginning to its end: `█` is all of it. */
export function strip({ en, pairs }: Alignment): string {
  const { segments } = en;
  const score = new Float64Array(segments.length);
  const index = new Map(segments.map((segment, s) => [segment, s]));
  for (const pair of pairs)
    for (const segment of pair.en.segments) score[index.get(segment) ?? 0] = pair.score;
  const columns = Math.min(STRIP, segments.length);
  return Array.from({ length: columns }, (_, column) => {
    const part = score.subarray(
      Math.floor((column * segments.length) / columns),
      Math.floor(((column + 1) * segments.length) / columns),
    );
    const mean = part.reduce((sum, value) => sum + value, 0) / part.length;
    return SHADES[Math.min(SHADES.length - 1, Math.round(mean * (SHADES.length - 1)))];
  }).join('');
}

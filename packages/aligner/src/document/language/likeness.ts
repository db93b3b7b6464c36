/**
 * How much better than chance an English and a Chinese text translate each other by their words, as natural logarithm
 * of the odds: above 0 where more speaks for it than against it. Short texts give small numbers.
 */
export type Likeness = (en: string, zh: string) => number;

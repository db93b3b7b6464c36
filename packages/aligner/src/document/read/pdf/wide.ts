/** Characters that are set as wide as their size, Chinese ones and their marks, as the source of a class of a regular expression. */
export const WIDE = String.raw`[\p{Script=Han}\u3000-\u303f\uff01-\uff60]`;

/** Whether such a character stands in a text. Beside one no blank is set, so that none is put where lines are joined. */
export const HAS_WIDE = new RegExp(WIDE, 'u');

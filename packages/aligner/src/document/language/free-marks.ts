/** Marks that part two languages where they stand free, as the source of a regular expression. */
export const FREE_MARKS = '[-–—=·•→⇒⇨➔➜►▶▸»～~※★☆●◆■]|--|::|//|[-=]>';

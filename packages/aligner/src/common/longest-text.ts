/**
 * Characters of one text in a file of pairs, and of all that belongs to its pair. No sentence has so many; and were each of them
 * written as six, as JSON and XML do with some, they would still be one string, which has 500 million at most.
 */
export const LONGEST_TEXT = 60_000_000;

/** Why a pair may want a look, in the order in which they are written out. */
export const FLAGS = [
  /**
   * One of the texts has another translation elsewhere in the document: one that differs in more than white space,
   * punctuation, width and case. All pairs concerned are flagged.
   */
  'conflict',
  /** The translation does not stand in its turn: its neighbours are translated before or after it. */
  'crossing',
  /** A person has looked at it and holds it for doubtful, or has said no to it and has not mended it. */
  'doubted',
  /** The same two texts, white space and invisible characters aside, have come before; the first pair is not flagged. */
  'duplicate',
  /** One text is far too long for the other. */
  'length-ratio',
  /** The score is below `DOUBTFUL_BELOW`. */
  'low-score',
  /** The other side has the value of a number in no form, or each side has a number word that the other lacks. */
  'number-mismatch',
  /** A sentence was put together from pieces that stand apart in the source. */
  'stitched',
  /** The source breaks a sentence off and nothing continues it. */
  'truncated',
  /** Both texts have the same letters, and a word that had to be translated: a name, an abbreviation or a command is none. */
  'untranslated',
  /** Hardly a letter of a sentence is of its language, and it is not rightly the same on both sides. */
  'wrong-language',
] as const;

/**
 * What wants a look at a pair; `FLAGS` lists them.
 *
 * @useDeclaredType
 */
export type Flag = (typeof FLAGS)[number];

export function isFlag(name: string): name is Flag {
  return FLAGS.some((flag) => flag === name);
}

/** Why a pair may want a look, in the order in which they are written out. */
export const FLAGS = [
  /** One of the texts has another translation elsewhere in the document. */
  'conflict',
  /** The translation does not stand in its turn: its neighbours are translated before or after it. */
  'crossing',
  /** The pair has come before; the first one is not flagged. */
  'duplicate',
  /** One text is far too long for the other. */
  'length-ratio',
  /** The score is below `DOUBTFUL_BELOW`. */
  'low-score',
  /** A number on one side whose value the other side has in no form. */
  'number-mismatch',
  /** A sentence was put together from pieces that stand apart in the source. */
  'stitched',
  /** The source breaks a sentence off and nothing continues it. */
  'truncated',
  /** Both texts are the same. */
  'untranslated',
  /** A text is in the letters of the other language, or of neither. */
  'wrong-language',
] as const;

export type Flag = (typeof FLAGS)[number];

export function isFlag(name: string): name is Flag {
  return FLAGS.some((flag) => flag === name);
}

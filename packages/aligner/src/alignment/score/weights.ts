/**
 * The numbers of the scoring model, all of them fitted on the development sets (see docs/accuracy.md). Costs are
 * in nats (−ln p).
 */
export interface Weights {
  /** λ: how much of a word is explained by the other side's words and not by the background. */
  readonly mixture: number;
  /**
   * How far from its own relative place in a sentence a word's translation is likely to stand, as a share of the
   * sentence's length, and the chance that it stands just anywhere in the bead.
   */
  readonly orderSpread: number;
  readonly orderFloor: number;
  /** Factor of the lexical log-likelihood ratio. */
  readonly lexical: number;
  /** Factor of the length cost, and the most that it may cost. */
  readonly length: number;
  readonly lengthLimit: number;
  /** Variance of a Chinese length per unit of expected length (Gale & Church 1993: s²). */
  readonly lengthVariance: number;
  /** Cost of segments without counterpart: of the first in a row, of each further one, and of each word. */
  readonly alone: number;
  readonly aloneFurther: number;
  readonly aloneWord: number;
  /** Cost of each further segment in a bead, of several segments on both sides, and of more than two and two. */
  readonly further: number;
  readonly severalOnBoth: number;
  readonly beyondTwoAndTwo: number;
  /** Cost of each segment that only one side of a bead says again, with something else between. */
  readonly repeatedInside: number;
  /** Gain of each segment inside a bead that leans on the one before it, in the last pass (see `countsShapes`). */
  readonly leaningInside: number;
  /**
   * Cost of a segment that less speaks for than for nearly all that are translated: by each nat that its words lack of
   * `idleBase` and `idleWord` for each word, up to `idleMost` nats. The only segment of its side has it by half, since
   * the other side has the other half.
   */
  readonly idle: number;
  /** Cost of the first number of one side that the other lacks in any form, and of each further one. */
  readonly numberMissing: number;
  readonly numberMissingFurther: number;
  readonly idleBase: number;
  readonly idleWord: number;
  readonly idleMost: number;
  /** Cost when the sides end in different kinds of marks, and gain when both end in the same marked kind. */
  readonly endingDiffers: number;
  readonly questionAgrees: number;
  readonly colonAgrees: number;
  readonly trailingOffAgrees: number;
  readonly semicolonAgrees: number;
  /** Cost for each question mark, exclamation mark or ellipsis that the other side lacks. */
  readonly questionMarks: number;
  readonly exclamationMarks: number;
  /** Cost when only one side opens (closes) with a quotation mark; gain when both do. */
  readonly openingDiffers: number;
  readonly openingAgrees: number;
  readonly closingDiffers: number;
  readonly closingAgrees: number;
  /** Cost when a quotation is still open at the end of one side only. */
  readonly speakingDiffers: number;
  /** Cost of each quotation that is on one side only. */
  readonly quoteCount: number;
  /** Cost of a segment inside the bead that ends in a colon, and of one that begins with a quotation mark. */
  readonly colonInside: number;
  readonly openingInsideEnglish: number;
  readonly openingInsideChinese: number;
  /** Gain when both sides begin a clause of the same number; cost when numbers differ or stand on one side only. */
  readonly labelAgrees: number;
  readonly labelDiffers: number;
  /** Cost of a clause marker inside a bead. */
  readonly labelInside: number;
  /** Cost of a paragraph boundary inside a bead. */
  readonly paragraphInside: number;
  /** The same, besides that, where an entry of a list begins there: who translates a list translates it entry by entry. */
  readonly itemInside: number;
  /** Gain when both sides begin a paragraph; cost when one does. */
  readonly paragraphAgrees: number;
  readonly paragraphDiffers: number;
  /**
   * Gain when both sides are headings; cost when one is; cost of a heading in a bead with text; by how much less a
   * heading costs without counterpart.
   */
  readonly headingAgrees: number;
  readonly headingDiffers: number;
  readonly headingJoined: number;
  readonly headingAlone: number;
  /**
   * In a file in which the languages take turns: cost for each turn that the sides of a pair stand apart; for each
   * paragraph between them in a turn; by how much less a segment costs without counterpart in a turn that has more
   * paragraphs than most.
   */
  readonly turnsApart: number;
  readonly paragraphBetween: number;
  readonly surplusAlone: number;
  /**
   * Of subtitles: cost of a pair whose sides are not shown together and gain of one whose sides always are, less of both where
   * they are for a part of the time; cost for each
   * usual step from one subtitle to the next that lies between them; by how much less a segment costs without counterpart
   * when nothing of the other language is shown.
   */
  readonly timesDiffer: number;
  readonly timesAgree: number;
  readonly timesApart: number;
  readonly timeAlone: number;
  /** Cost of a place inside a bead at which both languages go over to another subtitle. */
  readonly timeInside: number;
}

export const WEIGHTS: Weights = {
  mixture: 0.3,
  orderSpread: 0.25,
  orderFloor: 0.2,
  lexical: 1,
  length: 0.75,
  lengthLimit: 7,
  lengthVariance: 1.2,
  alone: 3.8,
  aloneFurther: 0.55,
  aloneWord: 0.06,
  further: 0.58,
  severalOnBoth: 0.8,
  beyondTwoAndTwo: -1.45,
  repeatedInside: 4,
  leaningInside: 1.5,
  numberMissing: 4.5,
  numberMissingFurther: 0.75,
  idle: 0.65,
  idleBase: -0.4,
  idleWord: 0.2,
  idleMost: 3.5,
  endingDiffers: 0.7,
  questionAgrees: 3.3,
  colonAgrees: 0.9,
  trailingOffAgrees: 1.8,
  semicolonAgrees: 0.8,
  questionMarks: 0.5,
  exclamationMarks: 0.85,
  openingDiffers: 0.9,
  openingAgrees: 4.7,
  closingDiffers: 1.35,
  closingAgrees: 2.1,
  speakingDiffers: 1.3,
  quoteCount: 1.1,
  colonInside: 2.3,
  openingInsideEnglish: 0.5,
  openingInsideChinese: 2.8,
  labelAgrees: 2,
  labelDiffers: 1,
  labelInside: 6,
  paragraphInside: 1.5,
  itemInside: 1.5,
  paragraphAgrees: 0.7,
  paragraphDiffers: 0.7,
  headingAgrees: 1.2,
  headingDiffers: 4,
  headingJoined: 6,
  headingAlone: 2,
  turnsApart: 4,
  paragraphBetween: 3,
  surplusAlone: 5,
  timesDiffer: 3,
  timesAgree: 1,
  timesApart: 1.5,
  timeAlone: 2.5,
  timeInside: 2,
};

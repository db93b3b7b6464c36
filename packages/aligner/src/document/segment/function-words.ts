/**
 * Words that carry grammar and not meaning. Pronouns, negations and question words are not among them: in
 * dialogue they are often all there is to match.
 */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  `a an the of to in on at by for with from as into onto upon than that which who whom whose this these those
  and or but if so nor yet be have do will would shall should can could may might must it its itself there
  such s t d ll ve re am also been being up out about over some any each etc via per`.split(/\s+/),
);

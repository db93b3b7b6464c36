/** Words that open a sentence far more often than they follow an abbreviation or a name. */
export const SENTENCE_STARTERS: ReadonlySet<string> = new Set(
  `A After All Also Although An And Another Any Apart As At Because Before Besides Both But By Can Did Do Does
  During Each Either Even Every Few Finally First For From Furthermore Given Had Has Have He Hence Her Here
  His How However I If In Instead Is It Its Just Last Later Like Many Meanwhile Moreover Most Much My Neither
  Nevertheless Next No Nobody None Nor Not Nothing Now Of On Once One Only Or Other Others Our Over Perhaps
  Please Several She Should Since So Some Someone Soon Such That The Their Then There Therefore These They
  This Those Though Through Thus To Today Two Under Unless Until Was We Well Were What When Where Whether
  Which While Who Why Will With Without Would Yes Yet You Your`.split(/\s+/),
);

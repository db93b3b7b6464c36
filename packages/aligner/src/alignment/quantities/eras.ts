/** Reigns of the last dynasty, and the republic, by whose years Chinese texts count, with the first year of each. */
const FIRST_YEARS =
  '康熙1662雍正1723乾隆1736嘉庆1796嘉慶1796道光1821咸丰1851咸豐1851同治1862光绪1875光緒1875宣统1909宣統1909民国1912民國1912';
/** Source of a pattern for the name of a reign. */
export const ERA = FIRST_YEARS.match(/\D+/g)!.join('|');

/** 1891 for the 17th year of `光绪`. */
export function yearOfEra(era: string, year: number): number {
  const at = FIRST_YEARS.indexOf(era) + era.length;
  return Number(FIRST_YEARS.slice(at, at + 4)) + year - 1;
}

/** A number that counts, with the marks that may stand around it. */
const NUMBER = /^[（(]?(\d{1,4})[.)）、]?$/;
/** Of the cells of a column, those that must be the next number; a row may be missing, or be counted by letters. */
const IN_TURN = 0.8;
/** Years and amounts are no numbers of rows, though they may rise as those do. */
const LARGEST_FIRST = 1000;

/** Whether cells, read downwards, do nothing but count the rows of their table. */
export function areRowNumbers(cells: readonly string[]): boolean {
  const numbers = cells.map((cell) => Number(NUMBER.exec(cell.trim())?.[1] ?? Number.NaN));
  if (numbers.length < 2 || numbers.some(Number.isNaN) || numbers[0]! >= LARGEST_FIRST) return false;
  const inTurn = numbers.filter((number, index) => index === 0 || number === numbers[index - 1]! + 1).length;
  const rising = numbers.every((number, index) => index === 0 || number > numbers[index - 1]!);
  return rising && inTurn >= IN_TURN * numbers.length;
}

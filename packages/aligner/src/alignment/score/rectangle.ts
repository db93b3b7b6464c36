/**
 * A rectangle of a table of both texts: `row … i - 1` of the English with `column … j - 1` of the Chinese. Where the table is
 * that of the segments it is a bead.
 */
export interface Rectangle {
  readonly row: number;
  readonly i: number;
  readonly column: number;
  readonly j: number;
}

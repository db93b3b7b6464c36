/** A bead as a rectangle of the table: the English segments `row … i - 1` with the Chinese ones `column … j - 1`. */
export interface Rectangle {
  readonly row: number;
  readonly i: number;
  readonly column: number;
  readonly j: number;
}

import { splitAtGaps, type TextLine } from './lines.js';
import { ALIGNED, isSameSize } from './measure.js';

/** What stands on either side of a line is this far apart, in font sizes, or further. */
const SIDE_GAP = 4;
/** The line that shows where such a side begins stands no further away than this, in font sizes. */
const NEAR = 2.6;

/**
 * Lines with each parted in two that holds a date at the left and a name or an office at the right, as the line above or below
 * shows by beginning, ending or having its middle where its right side does: `26 April 2024` and `Registrar of Vessels` are two texts.
 * So are the names of two who sign beside each other, where that line is parted in the same places.
 */
export function withSidesApart(lines: readonly TextLine[]): readonly TextLine[] {
  const sides = lines.map(sidesOf);
  return lines.flatMap((line, at) => {
    const parts = sides[at];
    if (parts === null || parts === undefined) return [line];
    const isShown = [at - 1, at + 1].some((near) => {
      const other = lines[near];
      if (other === undefined) return false;
      return sides[near] ? areOfSides(sides[near], parts) : isOfSide(other, line, parts[1]);
    });
    return isShown ? parts : [line];
  });
}

type Parted = readonly [left: TextLine, right: TextLine];

/** The two sides that a wide gap parts a line in; null where none does. */
function sidesOf(line: TextLine): Parted | null {
  const [left, right, ...others] = splitAtGaps(line);
  if (right === undefined || others.length > 0) return null;
  return right.left - left!.right < SIDE_GAP * line.size ? null : [left!, right];
}

/** Whether the sides of two lines begin in the same places, or have their middle there. */
function areOfSides(those: Parted, these: Parted): boolean {
  const [{ size, baseline }] = these;
  const isAt = (place: (side: TextLine) => number): boolean =>
    those.every((side, at) => Math.abs(place(side) - place(these[at]!)) <= ALIGNED * size);
  return (
    isSameSize(those[0].size, size) &&
    Math.abs(those[0].baseline - baseline) <= NEAR * size &&
    (isAt(({ left }) => left) || isAt(({ left, right }) => (left + right) / 2))
  );
}

function isOfSide(other: TextLine, line: TextLine, right: TextLine): boolean {
  const places = ({ left, right: end }: TextLine): number[] => [left, end, (left + end) / 2];
  const [those, these] = [places(other), places(right)];
  return (
    isSameSize(other.size, line.size) &&
    Math.abs(other.baseline - line.baseline) <= NEAR * line.size &&
    other.left - line.left > SIDE_GAP * line.size &&
    those.some((place, at) => Math.abs(place - these[at]!) <= ALIGNED * line.size)
  );
}

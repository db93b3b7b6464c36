import { splitAtGaps, type TextLine } from './lines.js';
import { ALIGNED, isSameSize } from './measure.js';

/** What stands on either side of a line is this far apart, in font sizes, or further. */
const SIDE_GAP = 4;
/** The line that shows where such a side begins stands no further away than this, in font sizes. */
const NEAR = 2.6;

/**
 * Lines with each parted in two that holds a date at the left and a name or an office at the right, as the line above or below
 * shows by beginning, ending or having its middle where its right side does: `26 April 2024` and `Registrar of Vessels` are two texts.
 */
export function withSidesApart(lines: readonly TextLine[]): readonly TextLine[] {
  return lines.flatMap((line, at) => {
    const parts = splitAtGaps(line);
    const [left, right] = parts;
    if (parts.length !== 2 || right!.left - left!.right < SIDE_GAP * line.size) return [line];
    const isShown = [lines[at - 1], lines[at + 1]].some((other) => other && isOfSide(other, line, right!));
    return isShown ? parts : [line];
  });
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

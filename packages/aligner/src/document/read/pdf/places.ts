import type { Rule } from './grid.js';
import type { Box, Character, Piece } from './pdfium.js';
import { WIDE } from './wide.js';

/** Text that is this far from level or upright, in degrees, stands aslant. */
const ASLANT = 5;

/** A character on a page that was turned so that it runs from left to right. */
export interface Placed {
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly quarter: number | null;
  readonly font: number;
}

const ACCENT = /^\p{Mn}$/u;
const IS_WIDE = new RegExp(`^${WIDE}$`, 'u');

/** Where a character stands once its page is turned; null where a file says what is no place. */
export function place(
  character: Character,
  after: Character | undefined,
  isVertical: boolean,
): Placed | null {
  const { x, y, piece } = character;
  const { size, font } = piece;
  if (!(size > 0) || !Number.isFinite(x) || !Number.isFinite(y)) return null;
  if (piece.isUpright && !isVertical) {
    // An accent is drawn over what is before it, whenever that is drawn.
    if (ACCENT.test(character.text)) {
      return { left: Math.min(x, character.left), right: x, baseline: -y, size, quarter: 0, font };
    }
    return { left: x, right: Math.max(x, character.right), baseline: -y, size, quarter: 0, font };
  }
  const [a, b, c, d] = piece.matrix;
  const angle = (Math.atan2(...(isVertical ? ([-d, -c] as const) : ([b, a] as const))) * 180) / Math.PI;
  const turns = Math.round(angle / 90);
  const quarter = Math.abs(angle - turns * 90) > ASLANT ? null : (turns + 4) % 4;
  const turned = (px: number, py: number): readonly [along: number, down: number] => turn(px, py, quarter);
  const [left, baseline] = turned(x, y);
  // The advance is not known here: the next character tells it, or what is drawn.
  const next = after?.piece === piece ? turned(after.x, after.y)[0] : Number.NaN;
  const drawn = Math.max(
    turned(character.left, character.bottom)[0],
    turned(character.right, character.top)[0],
  );
  // Of a full stop or a bracket of Chinese half is drawn, which is as wide as any other character.
  const width = IS_WIDE.test(character.text) ? size * (Math.hypot(a, b) / Math.hypot(c, d)) : 0;
  const right = next > left && next < left + 2 * size ? next : Math.max(left + width, drawn);
  return Number.isFinite(right) ? { left, right, baseline, size, quarter, font } : null;
}

/** A place on a page that is turned by so many quarters. */
function turn(x: number, y: number, quarter: number | null): readonly [along: number, down: number] {
  return quarter === 1 ? [y, x] : quarter === 2 ? [-x, y] : quarter === 3 ? [-y, -x] : [x, -y];
}

/** A line on a page that is turned by so many quarters. */
export function turnedRule({ left, right, bottom, top }: Box, quarter: number): Rule {
  const [x0, y0] = turn(left, bottom, quarter);
  const [x1, y1] = turn(right, top, quarter);
  return { left: Math.min(x0, x1), right: Math.max(x0, x1), top: Math.min(y0, y1), bottom: Math.max(y0, y1) };
}

/** The pieces that are written from top to bottom: their characters follow each other downwards. */
export function verticalPieces(characters: readonly Character[]): Set<Piece> {
  const vertical = new Set<Piece>();
  for (let at = 1; at < characters.length; at++) {
    const [one, other] = [characters[at - 1]!, characters[at]!];
    const { piece } = one;
    if (other.piece !== piece || (piece.isUpright && other.y === one.y)) continue;
    const [a, b, c, d] = piece.matrix;
    const [dx, dy] = [other.x - one.x, other.y - one.y];
    const along = Math.abs(dx * a + dy * b) / Math.hypot(a, b);
    const down = Math.abs(dx * c + dy * d) / Math.hypot(c, d);
    if (down > 0.3 * piece.size && along < 0.1 * piece.size) vertical.add(piece);
  }
  return vertical;
}

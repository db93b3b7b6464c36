// Text that only one side has, made on purpose: what an aligner should leave alone and not push into a neighbour.
import { randomNumbers } from '../helpers/random-numbers.mjs';

const SHARE = 0.05;
const LONGEST_RUN = 6;

/**
 * A text without the lines that one side has for 5 % of its gold beads, drawn at random in runs of one to six that
 * do not touch. `gold` is what remains, renumbered; `leftOver` has the other side's lines that have lost their
 * counterpart.
 */
export function withDeletions(text, side, seed) {
  const other = side === 'en' ? 'zh' : 'en';
  const isDeleted = drawRuns(text.gold.length, seed);
  const linesOf = (beads, language) => new Set(beads.flatMap((bead) => bead[language]));
  const deleted = linesOf(
    text.gold.filter((_, bead) => isDeleted[bead]),
    side,
  );
  const numbers = new Map();
  for (const line of text[side].keys()) if (!deleted.has(line)) numbers.set(line, numbers.size);
  return {
    ...text,
    [side]: text[side].filter((_, line) => !deleted.has(line)),
    gold: text.gold
      .filter((_, bead) => !isDeleted[bead])
      .map((bead) => ({ ...bead, [side]: bead[side].map((line) => numbers.get(line)) })),
    leftOver: linesOf(
      text.gold.filter((_, bead) => isDeleted[bead]),
      other,
    ),
  };
}

function drawRuns(count, seed) {
  const random = randomNumbers(seed);
  const drawn = new Array(count).fill(false);
  for (let wanted = Math.round(SHARE * count); wanted > 0; ) {
    const length = Math.min(wanted, 1 + Math.floor(random() * LONGEST_RUN));
    const start = Math.floor(random() * (count - length + 1));
    if (drawn.slice(Math.max(0, start - 1), start + length + 1).includes(true)) continue;
    drawn.fill(true, start, start + length);
    wanted -= length;
  }
  return drawn;
}

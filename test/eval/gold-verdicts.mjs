// What gold says of each bead that an aligner may choose.

/**
 * The beads (`row … i - 1` in English with `column … j - 1` in Chinese) with what gold says of them. A bead is `isGold`
 * if a gold path may take it: if it is a gold bead, a gap over segments that gold has no counterpart for, or lies inside
 * a gold bead that none of the beads is equal to. `equal` is the two-sided gold bead that it is equal to, or null.
 * For F1, it stands for `found` beads, of which gold has `right`.
 */
export function judged(beads, gold) {
  const owners = { en: ownersOf(gold, 'en'), zh: ownersOf(gold, 'zh') };
  const compared = beads.map((bead) => {
    const own = [];
    for (let s = bead.row; s < bead.i; s++) own.push(owners.en.get(s));
    for (let t = bead.column; t < bead.j; t++) own.push(owners.zh.get(t));
    const owner = own.every((other) => other === own[0]) ? own[0] : undefined;
    return { bead, own, owner, isEqual: owner !== undefined && own.length === sizeOf(owner) };
  });
  const reached = new Set(compared.filter(({ isEqual }) => isEqual).map(({ owner }) => owner));
  return compared.map(({ bead, own, owner, isEqual }) => {
    const isInside = owner !== undefined && !reached.has(owner);
    if (bead.row < bead.i && bead.column < bead.j) {
      const verdict = { isGold: isEqual || isInside, equal: isEqual ? owner : null };
      return { ...bead, ...verdict, found: 1, right: isEqual ? 1 : 0 };
    }
    // Each segment of a gap is a bead by itself. One that lost its counterpart to a deletion is in no gold bead: to
    // leave it alone is right, but does not count.
    const counted = own.filter((other) => other !== undefined);
    const right = counted.filter(isOneSided).length;
    const isGold = right === counted.length || isInside;
    return { ...bead, isGold, equal: null, found: counted.length, right };
  });
}

/** The gold bead of each segment. */
function ownersOf(gold, language) {
  return new Map(gold.flatMap((bead) => bead[language].map((number) => [number, bead])));
}

const isOneSided = ({ en, zh }) => en.length === 0 || zh.length === 0;
const sizeOf = ({ en, zh }) => en.length + zh.length;

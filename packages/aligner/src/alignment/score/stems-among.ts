/** Tells which of some texts a stem is, from its units as they lie there: texts are not made of stems that are none of them. */
export function stemsAmong(
  texts: readonly string[],
  starts: Uint32Array,
  units: Uint16Array,
): (id: number) => number {
  // Open addressing, at most half full: the place of a text in the list, from 1 on.
  const slots = 2 ** Math.ceil(Math.log2(2 * texts.length + 1));
  const table = new Int32Array(slots);
  texts.forEach((text, place) => {
    let hash = 0;
    for (let at = 0; at < text.length; at++) hash = (Math.imul(hash, 31) + text.charCodeAt(at)) | 0;
    let slot = mixed(hash) & (slots - 1);
    while (table[slot] !== 0) slot = (slot + 1) & (slots - 1);
    table[slot] = place + 1;
  });
  const placeOf = (id: number): number => {
    const [start, end] = [starts[id]!, starts[id + 1]!];
    let hash = 0;
    for (let at = start; at < end; at++) hash = (Math.imul(hash, 31) + units[at]!) | 0;
    for (let slot = mixed(hash) & (slots - 1); table[slot] !== 0; slot = (slot + 1) & (slots - 1)) {
      const place = table[slot]! - 1;
      if (isWritten(texts[place]!, units, start, end)) return place;
    }
    return -1;
  };
  // Most words have the same few translations and synonyms: what has been found is kept, two more than the place; 0 is not looked for yet.
  const found = new Int32Array(starts.length - 1);
  return (id) => {
    found[id] ||= placeOf(id) + 2;
    return found[id]! - 2;
  };
}

/** A hash whose last bits depend on all of them. */
function mixed(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b) >>> 8;
}

/** Whether a text is the units from `start` to `end - 1`. */
function isWritten(text: string, units: Uint16Array, start: number, end: number): boolean {
  if (text.length !== end - start) return false;
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) !== units[start + at]) return false;
  return true;
}

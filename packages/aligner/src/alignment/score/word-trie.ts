/** The trie of the words of a compiled lexicon: a node for each beginning of a word, 0 for the empty one. */
export interface WordTrie {
  /** The node of a word and one more unit; 0, which is nobody's child, where there is none. */
  readonly child: (node: number, unit: number) => number;
  /** The node of a word; 0 where no word of the lexicon begins with it. */
  readonly find: (word: string) => number;
}

/**
 * @param units by node: the last code unit of its word, ascending among the children of one node
 * @param childStarts by node: its first child, and behind the last one the number of nodes
 */
export function wordTrie(units: Uint16Array, childStarts: Uint32Array): WordTrie {
  // Most of the search for a word would be that for its first unit.
  const firstNodes = new Uint16Array(0x10000);
  for (let node = childStarts[0]!; node < childStarts[1]!; node++) firstNodes[units[node]!] = node;

  const child = (node: number, unit: number): number =>
    node === 0
      ? firstNodes[unit]!
      : Math.max(0, indexIn(units, childStarts[node]!, childStarts[node + 1]!, unit));

  const find = (word: string): number => {
    let node = 0;
    for (let at = 0; at < word.length; at++) {
      node = child(node, word.charCodeAt(at));
      if (node === 0) break;
    }
    return node;
  };

  return { child, find };
}

/** Where a value stands among the ascending ones from `start` to `end - 1`; -1 where it does not. */
export function indexIn(
  values: Uint16Array | Uint32Array,
  start: number,
  end: number,
  value: number,
): number {
  let low = start;
  let high = end - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const order = value - values[middle]!;
    if (order === 0) return middle;
    if (order < 0) high = middle - 1;
    else low = middle + 1;
  }
  return -1;
}

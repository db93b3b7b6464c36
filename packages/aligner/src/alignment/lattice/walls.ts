/** A pair of positions, before English segment `en` and before Chinese segment `zh`, that the path must go through. */
export interface Wall {
  readonly en: number;
  readonly zh: number;
}

/**
 * Two lists of walls as one, each in order. The first list is certain: of the second those are left out that no path
 * through the first could reach.
 */
export function joinWalls<Place extends Wall>(certain: readonly Place[], likely: readonly Place[]): Place[] {
  if (certain.length === 0) return [...likely];
  const joined: Place[] = [];
  let next = 0;
  for (const wall of likely) {
    while (next < certain.length && certain[next]!.en <= wall.en && certain[next]!.zh <= wall.zh) {
      joined.push(certain[next++]!);
    }
    const [before, after] = [joined.at(-1), certain[next]];
    const isBehind = before === undefined || (before.en <= wall.en && before.zh <= wall.zh);
    const isAhead = after === undefined || (wall.en <= after.en && wall.zh <= after.zh);
    if (isBehind && isAhead) joined.push(wall);
  }
  return [...joined, ...certain.slice(next)];
}

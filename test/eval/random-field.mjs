// A conditional random field over the paths of a lattice (Lafferty, McCallum and Pereira 2001): each edge costs
// `base + weights · features`, and a path is the likelier the less its edges cost together, by e to the minus cost.
//
// A lattice's nodes are numbered so that every edge leads to a higher number; all paths lead from the first node to the
// last. Edges are sorted by the node that they lead to. `features` has a row for each edge.

/**
 * −ln p of the gold paths, which are those of gold edges only, among all paths; adds its gradient to `gradient`.
 *
 * @throws RangeError if there is no gold path
 */
export function negativeLogLikelihood(lattice, weights, gradient) {
  const costs = edgeCosts(lattice, weights);
  const all = sumOverPaths(lattice, costs);
  const gold = sumOverPaths(
    lattice,
    costs.map((cost, edge) => (lattice.isGold[edge] ? cost : Number.POSITIVE_INFINITY)),
  );
  if (gold.logSum === Number.NEGATIVE_INFINITY) throw new RangeError('The lattice has no gold path');
  const { features } = lattice;
  for (let edge = 0, at = 0; edge < costs.length; edge++) {
    const difference = gold.probability[edge] - all.probability[edge];
    for (let k = 0; k < weights.length; k++, at++) gradient[k] += difference * features[at];
  }
  return all.logSum - gold.logSum;
}

export function edgeCosts({ base, features }, weights) {
  return Float64Array.from(base, (cost, edge) => {
    let sum = cost;
    const first = edge * weights.length;
    for (let k = 0; k < weights.length; k++) sum += weights[k] * features[first + k];
    return sum;
  });
}

/**
 * ln of the sum over all paths of e to the minus cost, and how probable it is for each edge that the path takes it, by
 * the forward–backward algorithm.
 */
export function sumOverPaths({ nodes, from, to }, costs) {
  const before = new Float64Array(nodes).fill(Number.NEGATIVE_INFINITY);
  const after = before.slice();
  before[0] = 0;
  after[nodes - 1] = 0;
  for (let edge = 0; edge < costs.length; edge++)
    before[to[edge]] = addLogs(before[to[edge]], before[from[edge]] - costs[edge]);
  // By node reached, from the last to the first: when an edge's turn comes, all that go on from its end have had theirs.
  for (let edge = costs.length - 1; edge >= 0; edge--)
    after[from[edge]] = addLogs(after[from[edge]], after[to[edge]] - costs[edge]);
  const logSum = before[nodes - 1];
  const probability = costs.map((cost, edge) =>
    Math.exp(before[from[edge]] - cost + after[to[edge]] - logSum),
  );
  return { logSum, probability };
}

/** ln(e^a + e^b). */
function addLogs(a, b) {
  const [least, most] = a < b ? [a, b] : [b, a];
  return least === Number.NEGATIVE_INFINITY ? most : most + Math.log1p(Math.exp(least - most));
}

/** The edges of the cheapest path, in order. */
export function cheapestPath({ nodes, from, to }, costs) {
  const total = new Float64Array(nodes).fill(Number.POSITIVE_INFINITY);
  const last = new Int32Array(nodes);
  total[0] = 0;
  for (let edge = 0; edge < costs.length; edge++) {
    const sum = total[from[edge]] + costs[edge];
    if (sum < total[to[edge]]) {
      total[to[edge]] = sum;
      last[to[edge]] = edge;
    }
  }
  const path = [];
  for (let node = nodes - 1; node > 0; node = from[path.at(-1)]) path.push(last[node]);
  return path.reverse();
}

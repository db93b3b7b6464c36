// The least value of a smooth function: L-BFGS (Liu and Nocedal 1989, "On the limited memory BFGS method for large scale
// optimization") with a backtracking line search.

/** Steps that are remembered for the curvature. */
const MEMORY = 10;
const MOST_STEPS = 500;
const MOST_HALVINGS = 30;
/** Armijo's condition: a step must bring at least this share of what the slope promises. */
const LEAST_SHARE = 1e-4;

/**
 * @param evaluate gives the value at a point and sets `gradient`, whose elements are 0 before, to the gradient there
 * @param tolerance it stops when no element of the gradient is larger
 * @returns the point of the least value found
 */
export function minimise(evaluate, start, tolerance = 1e-3) {
  const look = (point) => {
    const gradient = new Float64Array(point.length);
    return { point, value: evaluate(point, gradient), gradient };
  };
  const memory = [];
  let here = look(Float64Array.from(start));
  for (
    let step = 0;
    step < MOST_STEPS && here.gradient.some((slope) => Math.abs(slope) > tolerance);
    step++
  ) {
    const next = stepAlong(downhill(here.gradient, memory), here, look);
    if (next === null) break;
    const move = next.point.map((value, k) => value - here.point[k]);
    const bend = next.gradient.map((slope, k) => slope - here.gradient[k]);
    // Without a bend upwards the approximation would not remain one of a function that has a minimum.
    if (dot(move, bend) > 1e-10) memory.push({ move, bend });
    if (memory.length > MEMORY) memory.shift();
    here = next;
  }
  return here.point;
}

/** The gradient divided by the approximate curvature, downhill: the two-loop recursion. */
function downhill(gradient, memory) {
  const direction = gradient.map((slope) => -slope);
  const shares = [];
  for (const { move, bend } of [...memory].reverse()) {
    const share = dot(move, direction) / dot(move, bend);
    addTo(direction, -share, bend);
    shares.push(share);
  }
  const latest = memory.at(-1);
  // Before anything is known of the curvature, a step of length 1.
  const scale = latest ? dot(latest.move, latest.bend) / dot(latest.bend, latest.bend) : 1 / length(gradient);
  for (let k = 0; k < direction.length; k++) direction[k] *= scale;
  for (const { move, bend } of memory)
    addTo(direction, shares.pop() - dot(bend, direction) / dot(move, bend), move);
  return direction;
}

/** The first of ever smaller steps that brings enough; null where none does. */
function stepAlong(direction, here, look) {
  const slope = dot(direction, here.gradient);
  for (let halving = 0, size = 1; halving < MOST_HALVINGS; halving++, size /= 2) {
    const next = look(here.point.map((value, k) => value + size * direction[k]));
    if (next.value <= here.value + LEAST_SHARE * size * slope) return next;
  }
  return null;
}

function dot(a, b) {
  return a.reduce((sum, value, k) => sum + value * b[k], 0);
}

function length(a) {
  return Math.sqrt(dot(a, a));
}

function addTo(sum, factor, addend) {
  for (let k = 0; k < sum.length; k++) sum[k] += factor * addend[k];
}

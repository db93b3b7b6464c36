// How far a score can be believed: of the pairs with about the same score, the share that is exactly right.

const BINS = 10;

/** Pairs in ten bins by score: how many, how many of them are right, and their mean score (0 in an empty bin). */
export function binned(scored) {
  const bins = Array.from({ length: BINS }, () => ({ pairs: 0, right: 0, sum: 0 }));
  for (const { score, right } of scored) {
    const bin = bins[Math.min(BINS - 1, Math.floor(score * BINS))];
    bin.pairs++;
    bin.right += right ? 1 : 0;
    bin.sum += score;
  }
  return {
    pairs: bins.map(({ pairs }) => pairs),
    right: bins.map(({ right }) => right),
    score: bins.map(({ pairs, sum }) => (pairs === 0 ? 0 : Math.round((sum / pairs) * 1e4) / 1e4)),
  };
}

/** Of the pairs scored 0.9 or more: the share that is right, and what share of all right pairs they are. */
export function topBand({ pairs, right }) {
  return { right: right.at(-1) / pairs.at(-1), ofAllRight: right.at(-1) / right.reduce((a, b) => a + b, 0) };
}

/** The expected calibration error: how far mean score and share right of a bin are apart, the mean over all pairs. */
export function expectedError({ pairs, right, score }) {
  const total = pairs.reduce((a, b) => a + b, 0);
  const off = pairs.map((count, bin) => Math.abs(right[bin] - count * score[bin]));
  return total === 0 ? 0 : off.reduce((a, b) => a + b, 0) / total;
}

const [WIDTH, HEIGHT] = [620, 400];
const PLOT = { left: 64, top: 48, right: 404, bottom: 348 };
/** Okabe and Ito's colours, which the colour-blind can tell apart. */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7'];

/** The plot, one line a set: mean score of each bin against the share of its pairs that is right. */
export function reliabilityPlot(sets) {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" ` +
      'role="img" aria-labelledby="title" font-family="sans-serif" font-size="12" fill="#222222">',
    '<title id="title">Share of pairs that are exactly right, by score</title>',
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    text(WIDTH / 2, 26, 'How often a pair with this score is exactly right', 'middle', ' font-size="15"'),
    ...axes(),
    ...Object.entries(sets).flatMap(([name, bins], position) =>
      series(name, bins, position, COLOURS[position % COLOURS.length]),
    ),
    text(PLOT.right + 16, PLOT.bottom - 34, 'dashed: as often as it says'),
    text(PLOT.right + 16, PLOT.bottom - 18, 'larger point: more pairs'),
    '</svg>',
    '',
  ].join('\n');
}

function axes() {
  const ticks = Array.from({ length: BINS / 2 + 1 }, (_, k) => (2 * k) / BINS);
  return [
    ...ticks.flatMap((value) => [
      line([x(value), PLOT.top], [x(value), PLOT.bottom], '#e5e5e5'),
      line([PLOT.left, y(value)], [PLOT.right, y(value)], '#e5e5e5'),
      text(x(value), PLOT.bottom + 18, value.toFixed(1), 'middle'),
      text(PLOT.left - 8, y(value) + 4, value.toFixed(1), 'end'),
    ]),
    line([PLOT.left, PLOT.bottom], [PLOT.right, PLOT.bottom], '#222222'),
    line([PLOT.left, PLOT.top], [PLOT.left, PLOT.bottom], '#222222'),
    line([x(0), y(0)], [x(1), y(1)], '#888888', ' stroke-dasharray="5 4"'),
    text(x(0.5), PLOT.bottom + 40, 'score (mean of the bin)', 'middle'),
    text(
      20,
      y(0.5),
      'share of pairs that are right',
      'middle',
      ` transform="rotate(-90 20 ${number(y(0.5))})"`,
    ),
  ];
}

function series(name, { pairs, right, score }, position, colour) {
  const points = pairs.flatMap((count, bin) =>
    count === 0 ? [] : [{ count, score: score[bin], share: right[bin] / count }],
  );
  const total = pairs.reduce((a, b) => a + b, 0);
  const legend = PLOT.top + 16 + position * 20;
  return [
    `<polyline fill="none" stroke="${colour}" stroke-width="1.5" points="` +
      `${points.map((point) => `${number(x(point.score))},${number(y(point.share))}`).join(' ')}"/>`,
    ...points.map(
      (point) =>
        `<circle cx="${number(x(point.score))}" cy="${number(y(point.share))}" r="${number(radius(point.count))}" ` +
        `fill="${colour}" fill-opacity="0.8"><title>${escaped(name)}, ${counted(point.count)}: mean score ` +
        `${point.score.toFixed(2)}, right ${point.share.toFixed(3)}</title></circle>`,
    ),
    `<circle cx="${PLOT.right + 22}" cy="${legend - 4}" r="5" fill="${colour}"/>`,
    text(PLOT.right + 34, legend, `${name} (${counted(total)})`),
  ];
}

const x = (score) => PLOT.left + score * (PLOT.right - PLOT.left);
const y = (share) => PLOT.bottom - share * (PLOT.bottom - PLOT.top);
/** By the logarithm: the last bin holds hundreds of times as many pairs as the first. */
const radius = (count) => 2 + 1.5 * Math.log10(count);
/** One decimal is all that can be seen, and is the same on every machine. */
const number = (value) => String(Math.round(value * 10) / 10);
const counted = (count) => `${count} ${count === 1 ? 'pair' : 'pairs'}`;
const escaped = (content) => content.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function line([x1, y1], [x2, y2], colour, more = '') {
  return `<line x1="${number(x1)}" y1="${number(y1)}" x2="${number(x2)}" y2="${number(y2)}" stroke="${colour}"${more}/>`;
}

function text(left, baseline, content, anchor = 'start', more = '') {
  return `<text x="${number(left)}" y="${number(baseline)}" text-anchor="${anchor}"${more}>${escaped(content)}</text>`;
}

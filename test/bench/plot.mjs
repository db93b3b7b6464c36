// The drawing of time and memory against length, both by their logarithms: a slope of 1 is linear.

/** Published figures of hunalign, the aligner in C++ that ours is compared with. */
const HUNALIGN = [
  { sentences: { en: 1037, zh: 1346 }, seconds: 0.91, megabytes: 52 },
  { sentences: { en: 5000, zh: 6301 }, seconds: 3.4, megabytes: 118 },
  { sentences: { en: 30_000, zh: 42_687 }, seconds: 66, megabytes: 1850 },
];

const [WIDTH, HEIGHT] = [860, 400];
const [TOP, BOTTOM] = [64, 316];
/** Powers of ten. */
const LENGTHS = { least: 2, most: 6, unit: '' };
const PANELS = [
  { title: 'time, s', of: 'seconds', left: 64, right: 400, least: -1, most: 3 },
  { title: 'peak memory, MB', of: 'megabytes', left: 490, right: 826, least: 1, most: 4 },
];
/** Okabe and Ito's colours, which the colour-blind can tell apart. */
const [OURS, THEIRS] = ['#0072b2', '#d55e00'];

/** The drawing, from the works of performance.json. What was not measured is left out. */
export function performancePlot(works) {
  const ours = works
    .filter(({ seconds }) => seconds !== undefined)
    .map(({ sentences, seconds, megabytes }) => ({ sentences, seconds, megabytes }))
    .sort((a, b) => total(a) - total(b));
  const theirs = HUNALIGN.map(({ sentences, seconds, megabytes }) => ({
    sentences,
    seconds: exact(seconds),
    megabytes: exact(megabytes),
  }));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" ` +
      'role="img" aria-labelledby="title" font-family="sans-serif" font-size="12" fill="#222222">',
    '<title id="title">Time and peak memory of the whole process against the number of sentences</title>',
    `<rect width="${WIDTH}" height="${HEIGHT}" fill="#ffffff"/>`,
    text(WIDTH / 2, 26, 'The whole process, by sentences of both sides', 'middle', ' font-size="15"'),
    ...PANELS.flatMap((panel) => [
      ...axes(panel),
      ...series('hunalign', theirs, panel, THEIRS, ' stroke-dasharray="5 4"'),
      ...series('duiqi', ours, panel, OURS),
    ]),
    ...key(PANELS[0].left, 'duiqi: median, with the least and the most', OURS),
    ...key(PANELS[1].left, 'hunalign: measured elsewhere on a machine of this kind', THEIRS),
    '</svg>',
    '',
  ].join('\n');
}

const exact = (value) => ({ median: value, least: value, most: value });
const total = ({ sentences }) => sentences.en + sentences.zh;

function axes(panel) {
  const powers = ({ least, most }) => Array.from({ length: most - least + 1 }, (_, k) => least + k);
  return [
    ...powers(LENGTHS).flatMap((power) => [
      line([x(panel, 10 ** power), TOP], [x(panel, 10 ** power), BOTTOM], '#e5e5e5'),
      text(x(panel, 10 ** power), BOTTOM + 18, grouped(10 ** power), 'middle'),
    ]),
    ...powers(panel).flatMap((power) => [
      line([panel.left, y(panel, 10 ** power)], [panel.right, y(panel, 10 ** power)], '#e5e5e5'),
      text(panel.left - 8, y(panel, 10 ** power) + 4, grouped(10 ** power), 'end'),
    ]),
    line([panel.left, BOTTOM], [panel.right, BOTTOM], '#222222'),
    line([panel.left, TOP], [panel.left, BOTTOM], '#222222'),
    text(panel.left, TOP - 12, panel.title),
    text((panel.left + panel.right) / 2, BOTTOM + 38, 'sentences', 'middle'),
  ];
}

function series(name, entries, panel, colour, more = '') {
  const points = entries.map((entry) => ({
    ...entry[panel.of],
    sentences: total(entry),
    at: x(panel, total(entry)),
  }));
  const path = points.map(({ at, median }) => `${number(at)},${number(y(panel, median))}`).join(' ');
  return [
    `<polyline fill="none" stroke="${colour}" stroke-width="1.5"${more} points="${path}"/>`,
    ...points.flatMap(({ at, median, least, most, sentences }) => [
      line([at, y(panel, least)], [at, y(panel, most)], colour, ' stroke-width="1.5"'),
      `<circle cx="${number(at)}" cy="${number(y(panel, median))}" r="4" fill="${colour}"><title>` +
        `${name}, ${grouped(sentences)} sentences: ${panel.title} ${median}</title></circle>`,
    ]),
  ];
}

function key(left, content, colour) {
  return [
    `<circle cx="${left + 6}" cy="${HEIGHT - 20}" r="4" fill="${colour}"/>`,
    text(left + 18, HEIGHT - 16, content),
  ];
}

const x = (panel, length) => place(length, LENGTHS, panel.left, panel.right);
const y = (panel, value) => place(value, panel, BOTTOM, TOP);
const place = (value, { least, most }, from, to) =>
  from + ((Math.log10(value) - least) / (most - least)) * (to - from);
/** One decimal is all that can be seen, and is the same on every machine. */
const number = (value) => String(Math.round(value * 10) / 10);
const grouped = (value) => value.toLocaleString('en-US');

function line([x1, y1], [x2, y2], colour, more = '') {
  return `<line x1="${number(x1)}" y1="${number(y1)}" x2="${number(x2)}" y2="${number(y2)}" stroke="${colour}"${more}/>`;
}

function text(left, baseline, content, anchor = 'start', more = '') {
  return `<text x="${number(left)}" y="${number(baseline)}" text-anchor="${anchor}"${more}>${content}</text>`;
}

// What `npm run bench` says, as Markdown, made from its figures alone; packages/aligner/docs/performance.md has the same
// between two markers.
import { grouped, short, table, withText } from './markdown.mjs';

/** All tables, from the figures as performance.json has them. */
export function report({ machine, works, worstCases }) {
  return [
    `Node ${machine.node} on ${machine.cores} cores of ${machine.processor}. Medians, in brackets the least and the ` +
      'most; memory is the peak of the process, 1 MB = 10⁶ bytes; the yardstick is plain Gale–Church on the same text ' +
      'in the same process.',
    table(
      works.some(({ hunalign }) => hunalign) ? { ...WORK_COLUMNS, ...HUNALIGN_COLUMNS } : WORK_COLUMNS,
      works,
    ),
    growthSentence(growth(works)),
    ...(worstCases.length > 0 ? [table(WORST_COLUMNS, worstCases)] : []),
  ].join('\n\n');
}

const WORK_COLUMNS = {
  text: ({ name }) => name,
  'en × zh': (work) => sizes(work),
  time: (work) => work.failed ?? (work.timedOut ? `over ${work.timedOut} s` : spread(work.seconds, ' s')),
  '× `node -e 0`': ({ starts }) => spread(starts),
  'target time': ({ target }) => targetTime(target),
  memory: ({ megabytes }) => spread(megabytes, ' MB'),
  'target memory': ({ target }) => (target?.megabytes ? `${target.megabytes} MB` : '–'),
  CPU: ({ processor }) => spread(processor, ' s'),
  '× yardstick': ({ ratio }) => spread(ratio),
  'strict F1': ({ f1 }) => f1?.toFixed(3) ?? '–',
  runs: ({ runs }) => String(runs ?? '–'),
};

/** Where hunalign is installed. */
const HUNALIGN_COLUMNS = {
  hunalign: ({ hunalign }) => spread(hunalign, ' s'),
  '× hunalign': ({ timesHunalign }) => spread(timesHunalign),
};

const WORST_COLUMNS = {
  'worst case': ({ name }) => name,
  'en × zh': (work) => sizes(work),
  time: WORK_COLUMNS.time,
  memory: WORK_COLUMNS.memory,
  '× yardstick': WORK_COLUMNS['× yardstick'],
  'it says': ({ says }) => says || '–',
};

const sizes = ({ sentences }) => `${grouped(sentences.en)} × ${grouped(sentences.zh)}`;
const targetTime = (target) =>
  target?.starts ? `${target.starts} × \`node -e 0\`` : target?.seconds ? `${target.seconds} s` : '–';

function spread(figure, unit = '') {
  if (figure === undefined) return '–';
  const { median, least, most } = figure;
  return least === most
    ? `${short(median)}${unit}`
    : `${short(median)}${unit} (${short(least)}–${short(most)})`;
}

/**
 * How time and memory grow over the generated texts of 5,000 English sentences and more: the exponent of time (the
 * slope by least squares, log against log) and the bytes that a sentence more of either side takes. Null where fewer
 * than two of them were measured. Only generated texts have an F1.
 */
export function growth(works) {
  const long = works.filter(({ f1, sentences }) => f1 !== undefined && sentences.en >= 5000);
  if (long.length < 2) return null;
  const sentences = long.map((work) => work.sentences.en + work.sentences.zh);
  return {
    from: long[0].sentences.en,
    to: long.at(-1).sentences.en,
    exponent: slope(
      sentences.map(Math.log),
      long.map(({ seconds }) => Math.log(seconds.median)),
    ),
    bytesPerSentence: slope(
      sentences,
      long.map(({ megabytes }) => megabytes.median * 1e6),
    ),
  };
}

/** Slope of the line through points, by least squares. */
function slope(xs, ys) {
  const mean = (values) => values.reduce((a, b) => a + b, 0) / values.length;
  const [x, y] = [mean(xs), mean(ys)];
  return mean(xs.map((value, k) => (value - x) * (ys[k] - y))) / mean(xs.map((value) => (value - x) ** 2));
}

function growthSentence(found) {
  if (found === null)
    return 'How time grows was not measured: that takes two generated texts of 5,000 sentences and more.';
  return (
    `From ${grouped(found.from)} to ${grouped(found.to)} English sentences time grows with the power ` +
    `${found.exponent.toFixed(2)} of the length (target: at most 1.1), and memory by ` +
    `${grouped(Math.round(found.bytesPerSentence))} bytes a sentence.`
  );
}

const MARKERS = ['<!-- bench:start (written by `npm run bench -- --update`) -->', '<!-- bench:end -->'];

/** A document with the tables of these figures between its two markers. */
export function withReport(document, figures) {
  return withText(document, MARKERS, report(figures));
}

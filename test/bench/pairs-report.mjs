// What `npm run bench:pairs` says, as Markdown, made from its figures alone; packages/aligner/docs/performance.md has the same
// between two markers.
import { grouped, short, table, withText } from './markdown.mjs';

/** All tables, from the figures as performance.json has them under `pairs`. */
export function pairsReport({ machine, count, load, formats, commands }) {
  return [
    `${grouped(count)} pairs, Node ${machine.node} on ${machine.cores} cores of ${machine.processor}, with a load of ` +
      `${short(Math.min(...load))} to ${short(Math.max(...load))}. Each figure is one run: seconds of processor time, in ` +
      'brackets as a multiple of the yardstick, and the peak memory of the process, 1 MB = 10⁶ bytes.',
    table(FORMAT_COLUMNS, formats),
    table(COMMAND_COLUMNS, commands),
  ].join('\n\n');
}

const FORMAT_COLUMNS = {
  format: ({ name }) => name,
  files: ({ megabytes }) => `${short(megabytes)} MB`,
  writing: ({ write }) => time(write),
  'memory, writing': ({ write }) => memory(write),
  reading: ({ read }) => time(read),
  'memory, reading': ({ read }) => memory(read),
};

const COMMAND_COLUMNS = {
  command: ({ command }) => `\`duiqi ${command}\``,
  time: (figures) => time(figures),
  memory: (figures) => memory(figures),
};

const time = ({ failed, seconds, ratio }) => failed ?? `${short(seconds)} s (${short(ratio)})`;
const memory = ({ megabytes }) => (megabytes === undefined ? '–' : `${short(megabytes)} MB`);

const MARKERS = ['<!-- pairs:start (written by `npm run bench:pairs -- --update`) -->', '<!-- pairs:end -->'];

/** A document with the tables of these figures between its two markers. */
export function withPairsReport(document, figures) {
  return withText(document, MARKERS, pairsReport(figures));
}

// What `npm run eval` says, as Markdown, and what of it the README repeats: made from figures alone, so that a test
// can hold the README against the committed ones without the evaluation data.
import { expectedError, topBand } from './reliability.mjs';

/** Titles of the sets, with aligner-eval's published F1 over all beads on the test sets of the same kind. */
const SETS = {
  'mac-dev': { title: 'novels (mac-dev)', vecalign: 0.873, bertalign: 0.909 },
  mag: { title: 'magazine (mag)', vecalign: 0.979, bertalign: 0.987 },
  bible: { title: 'Bible, by verse', vecalign: 0.957, bertalign: 0.973 },
};

/**
 * How far F1 over the rest of a text with deletions may fall. It is the mean of three draws with a standard error of
 * 0.001 to 0.002: a change that only moves the noise should pass.
 */
const DELETION_TOLERANCE = 0.003;

/** All tables, the settings below them. With `extra` the columns that are for the terminal alone. */
export function report(figures, extra = null) {
  return [
    beadTable(figures, extra),
    documentTable(figures, extra),
    ...(figures.corrupted ? [corruptedTable(figures, extra)] : []),
    `Settings: bead sets \`${figures.signatures.sets}\`, documents \`${figures.signatures.documents}\`.`,
  ].join('\n\n');
}

function beadTable({ sets, deletions }, extra) {
  const columns = {
    set: (name) => SETS[name].title,
    'strict P / R / F1': (name) => accuracy(sets[name].strict),
    'lax P / R / F1': (name) => accuracy(sets[name].lax),
    'F1, all beads': (name) => fraction(sets[name].all),
    Vecalign: (name) => fraction(SETS[name].vecalign),
    Bertalign: (name) => fraction(SETS[name].bertalign),
    'right at ≥ 0.9': (name) => percent(topBand(sets[name].reliability).right),
    'of all right': (name) => percent(topBand(sets[name].reliability).ofAllRight),
    'calibration error': (name) => fraction(expectedError(sets[name].reliability)),
    'English −5 %': (name) => change(sets[name].all, deletions[name]?.en),
    'Chinese −5 %': (name) => change(sets[name].all, deletions[name]?.zh),
    ...(extra && {
      baseline: (name) => fraction(extra.baseline.sets[name]?.all),
      time: (name) => seconds(extra.milliseconds[name]),
    }),
  };
  return table(columns, Object.keys(sets));
}

function documentTable({ documents }, extra) {
  const columns = {
    document: (name) => name,
    'strict F1': (name) => fraction(documents[name].strictF1),
    linked: (name) => fraction(documents[name].linked),
    lost: (name) => fraction(documents[name].lost),
    ...(extra && {
      baseline: (name) => fraction(extra.baseline.documents[name]?.linked),
      time: (name) => seconds(extra.milliseconds[name]),
    }),
  };
  const mean = ['mean of those from two files', '', fraction(meanLinked(documents)), ''];
  return [
    table(columns, Object.keys(documents)),
    row(extra ? [...mean, fraction(meanLinked(extra.baseline.documents)), ''] : mean),
  ].join('\n');
}

/** Documents that were spoilt on purpose, by how: what the pairs are worth, and what is said of them. */
function corruptedTable({ corrupted }, extra) {
  const columns = {
    'spoilt document': (kind) => kind,
    'F1 over pairs': (kind) => fraction(corrupted[kind].f1),
    'text at ≥ 0.9': (kind) => share(corrupted[kind].sure),
    'right of those': (kind) => share(corrupted[kind].sureRight),
    'foreign text at ≥ 0.9': (kind) => share(corrupted[kind].foreignSure, 2),
    'at ≥ 0.5': (kind) => share(corrupted[kind].foreignLikely, 2),
    'calibration error': (kind) => fraction(corrupted[kind].error),
    'said to be none': (kind) => `${corrupted[kind].said} of ${corrupted[kind].documents}`,
    ...(extra && { 'baseline F1': (kind) => fraction(extra.baseline.corrupted?.[kind]?.f1) }),
  };
  return table(columns, Object.keys(corrupted));
}

/** The mean of `linked` over the documents from two files: a bilingual file, `name/file`, is the same text again. */
export function meanLinked(documents) {
  const linked = Object.entries(documents).flatMap(([name, figures]) =>
    name.includes('/') ? [] : [figures.linked],
  );
  return linked.reduce((a, b) => a + b, 0) / linked.length;
}

/** The table of the field cases, for the terminal: the README's readers do not have them. */
export function caseReport(figures, baseline) {
  const { kinds } = figures;
  const columns = {
    'field cases': (kind) => kind,
    right: (kind) => String(kinds[kind].right),
    of: (kind) => String(kinds[kind].gold),
    baseline: (kind) => String(baseline?.kinds[kind]?.right ?? '–'),
  };
  const total = (field) => Object.values(kinds).reduce((sum, kind) => sum + kind[field], 0);
  return [
    table(columns, Object.keys(kinds)),
    row(['all', String(total('right')), String(total('gold')), '']),
    `\nWrong pairs: ${figures.sure} at 0.9 or more, ${figures.unflagged} unflagged at 0.5 or more.`,
  ].join('\n');
}

function table(columns, names) {
  const titles = Object.keys(columns);
  return [
    row(titles),
    `|${titles.map((_, column) => (column === 0 ? '---' : '---:')).join('|')}|`,
    ...names.map((name) => row(Object.values(columns).map((cell) => cell(name)))),
  ].join('\n');
}

const row = (cells) => `| ${cells.join(' | ')} |`;
const fraction = (value) => value?.toFixed(3) ?? '–';
const percent = (value) => `${(value * 100).toFixed(1)} %`;
const share = (value, digits = 1) => (value === null ? '–' : `${(value * 100).toFixed(digits)} %`);
const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;
const accuracy = ({ precision, recall, f1 }) => [precision, recall, f1].map(fraction).join(' / ');

/** F1 of the rest less F1 of the whole. */
function change(whole, rest) {
  if (rest === undefined) return '–';
  return `${rest < whole ? '−' : '+'}${fraction(Math.abs(rest - whole))}`;
}

/** How many of the pairs of manuals as web pages their PDFs give. */
export function manualReport(manuals, baseline = {}) {
  const columns = {
    'manual as PDF': (name) => name,
    'pairs of its web pages': (name) => manuals[name].pairs,
    'of them found': (name) => fraction(manuals[name].found),
    baseline: (name) => fraction(baseline[name]?.found),
  };
  return table(columns, Object.keys(manuals));
}

/** How far the share of foreign text that is taken for translated may rise. */
const FOREIGN_TOLERANCE = 0.001;

/** Which figures are worse than in the baseline, one message each. What the baseline lacks is new, not fallen. */
export function fallen(
  { sets = {}, deletions = {}, documents = {}, corrupted = {}, manuals = {}, cases },
  baseline,
) {
  const messages = [];
  const compare = (what, now, before, tolerance = 0) => {
    if (now < before - tolerance) messages.push(`${what}: ${now.toFixed(4)}, was ${before.toFixed(4)}`);
  };
  for (const [name, { strict, lax, all }] of Object.entries(sets)) {
    const before = baseline.sets[name];
    compare(`${name}, strict F1`, strict.f1, before?.strict.f1);
    compare(`${name}, lax F1`, lax.f1, before?.lax.f1);
    compare(`${name}, F1 of all beads`, all, before?.all);
  }
  for (const [name, { en, zh }] of Object.entries(deletions)) {
    const before = baseline.deletions[name];
    compare(`${name}, 5 % of the English deleted`, en, before?.en, DELETION_TOLERANCE);
    compare(`${name}, 5 % of the Chinese deleted`, zh, before?.zh, DELETION_TOLERANCE);
  }
  for (const [name, { strictF1, linked }] of Object.entries(documents)) {
    const before = baseline.documents[name];
    compare(`${name}, strict F1`, strictF1, before?.strictF1);
    compare(`${name}, linked`, linked, before?.linked);
  }
  for (const [name, { found }] of Object.entries(manuals)) {
    compare(`${name} as PDF`, found, baseline.manuals?.[name]?.found);
  }
  for (const [kind, { f1, foreignSure }] of Object.entries(corrupted)) {
    const before = baseline.corrupted?.[kind];
    compare(`${kind}, F1 over pairs`, f1 ?? 1, before?.f1 ?? 0, DELETION_TOLERANCE);
    compare(
      `${kind}, foreign text not at 0.9`,
      1 - (foreignSure ?? 0),
      1 - (before?.foreignSure ?? 1),
      FOREIGN_TOLERANCE,
    );
  }
  return [...messages, ...fallenCases(cases, baseline.cases)];
}

/** Gold lines that come right no longer, and wrong pairs that are more than they were. */
function fallenCases(cases, before) {
  if (cases === undefined || before === undefined) return [];
  const kinds = Object.entries(cases.kinds).flatMap(([kind, { right, gold }]) => {
    const was = before.kinds[kind];
    return right < was?.right ? [`${kind}: ${right} of ${gold} right, were ${was.right} of ${was.gold}`] : [];
  });
  const more = (field, what) =>
    cases[field] > before[field] ? [`wrong pairs ${what}: ${cases[field]}, were ${before[field]}`] : [];
  return [...kinds, ...more('sure', 'at 0.9 or more'), ...more('unflagged', 'unflagged at 0.5 or more')];
}

const START = '<!-- eval:start (written by `npm run eval -- --update`) -->';
const END = '<!-- eval:end -->';

/** A README with the tables of these figures between its two markers. */
export function withReport(readme, figures) {
  const [start, end] = [readme.indexOf(START), readme.indexOf(END)];
  if (start < 0 || end < start) throw new Error(`The README lacks ${START} … ${END}.`);
  return `${readme.slice(0, start + START.length)}\n\n${report(figures)}\n\n${readme.slice(end)}`;
}

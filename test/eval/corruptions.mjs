// Documents that are spoilt on purpose, as real ones are: text left out, put in, exchanged for that of another file, moved.
// The same seed gives the same documents.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { randomNumbers } from '../helpers/random-numbers.mjs';
import { documents } from './evaluation.mjs';
import { beadSets, evalFolder, goldTexts } from './gold-sets.mjs';

/** Beads of a text that are taken, so that novels do not outweigh the rest. */
const MOST_BEADS = 120;
/** Stretches that a text of a set gives: the magazine and the Bible are one text each. */
const STRETCHES = { 'mac-dev': 1, mag: 8, bible: 8 };
/** Of so many texts of each set one is taken, unless all are wanted. */
const EVERY = 2;
/** Sizes of the blocks that are moved, in beads. */
const BLOCKS = [1, 4, 12, 40];
const FOREIGN_SHARE = 0.3;
const SHARE = 0.05;
const LONGEST_RUN = 6;
/** Cues from which on the times are off, and by how much. */
const FIRST_LATE_CUE = 2;
const LATE_BY = 4000;

/**
 * The ways to spoil a text: each gives the beads of what comes out of it, its own ones, other ones, and chance. A bead of
 * a foreign text has lines of one language; what has lost its counterpart is such a bead as well.
 */
const WAYS = {
  whole: (beads) => beads,
  '5 % left out of each': (beads, _, random) => withRuns(beads, random, leftOut),
  '5 % put into each': (beads, others, random) => {
    const more = alternating(others[0], others[1]);
    return withRuns(beads, random, (run) => [...run, ...run.flatMap(() => more.splice(0, 1))]);
  },
  'foreign lines, 30 % of one': (beads, others, random) => withForeignLines(beads, others, random, ['en']),
  'foreign lines, 30 % of each': (beads, others, random) =>
    withForeignLines(beads, others, random, ['en', 'zh']),
  'wrong half': (beads, others) => {
    const half = beads.length >> 1;
    return [
      ...beads.slice(0, half),
      ...onlyOf(beads.slice(half), 'en'),
      ...onlyOf(others[0].slice(0, beads.length - half), 'zh'),
    ];
  },
  'wrong file': (beads, others) => [
    ...onlyOf(beads, 'en'),
    ...onlyOf(others[0].slice(0, beads.length), 'zh'),
  ],
  ...Object.fromEntries(BLOCKS.map((size) => [`${counted(size)} moved`, moved(size)])),
  'rows shifted': (beads) => beads.filter(isOneToOne),
  'cues shifted': (beads) => beads.filter(isCue),
};

export const kindsOfCorruption = Object.keys(WAYS);

/**
 * All spoilt documents. `gold` has the pairs by line numbers, `foreign` the lines that have no counterpart, `input` and
 * `options` are what the aligner is given; its segments are the lines.
 */
export function* corruptedDocuments({ all = false, kinds = kindsOfCorruption, seed = 1 } = {}) {
  const texts = goldBeads();
  const positions = new Map();
  for (const [number, { set, name, beads }] of texts.entries()) {
    const position = positions.get(set) ?? 0;
    positions.set(set, position + 1);
    if (!all && position % EVERY !== 0) continue;
    for (const kind of kinds) {
      // Sentences of licences and standards are in both languages at once: in a sheet they would be parted.
      if (set === 'documents' && DRESS[kind]) continue;
      const random = randomNumbers(seed * 7919 + number * 101 + kindsOfCorruption.indexOf(kind));
      const others = drawOthers(texts, number, random);
      const spoilt = WAYS[kind](beads, others, random);
      if (spoilt === null || spoilt.length === 0) continue;
      yield { kind, set, name, ...(DRESS[kind]?.(spoilt, random) ?? asLines(spoilt, kind)) };
    }
  }
}

/** The gold of all sets, a text at a time, each bead with its lines. */
function goldBeads() {
  const ofSets = beadSets.flatMap((set) =>
    goldTexts(set).flatMap(({ en, zh, gold, verses }, text) => {
      const beads = gold.map((bead) => ({
        en: bead.en.map((line) => en[line]),
        zh: bead.zh.map((line) => zh[line]),
      }));
      // A verse is a pair where it is one line on each side; elsewhere the gold does not say what belongs together in it.
      const usable = verses === null ? beads : beads.filter(isOneToOne);
      return stretches(usable, STRETCHES[set]).map((stretch, part) => ({
        set,
        name: `${set} ${text + 1}.${part + 1}`,
        beads: stretch,
      }));
    }),
  );
  const whole = documents().filter((name) => !name.includes('/'));
  const ofDocuments = whole.map((name) => {
    const file = path.join(evalFolder, 'documents', name, 'gold.jsonl');
    const beads = readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
      .map(({ en, zh }) => ({ en: oneLineEach(en), zh: oneLineEach(zh) }));
    return { set: 'documents', name, beads: beads.slice(0, MOST_BEADS) };
  });
  return [...ofSets, ...ofDocuments];
}

const oneLineEach = (texts) => [texts ?? []].flat().map((text) => text.replace(/\s+/g, ' ').trim());

/** Stretches of a text, far apart; where one is wanted, its beginning. */
function stretches(beads, count) {
  const step = Math.floor(beads.length / count);
  return Array.from({ length: count }, (_, part) => beads.slice(part * step).slice(0, MOST_BEADS));
}

/** Two other texts of the same set: what someone takes for the right file is of the same kind. */
function drawOthers(texts, number, random) {
  const { set } = texts[number];
  const same = texts.filter((other, at) => at !== number && other.set === set);
  const [first] = same.splice(Math.floor(random() * same.length), 1);
  const second = same[Math.floor(random() * same.length)];
  return [first.beads, second.beads];
}

const isOneToOne = ({ en, zh }) => en.length === 1 && zh.length === 1;

/** One whole sentence each: a cue that goes on in the next one is joined to it, and one of two sentences may be cut. */
function isCue(bead) {
  return (
    isOneToOne(bead) &&
    /^[^.!?…]+[.!?]["'”’)]*$/.test(bead.en[0]) &&
    /^[^。！？…]+[。！？]["”’』」）]*$/.test(bead.zh[0])
  );
}

function onlyOf(beads, side) {
  const other = side === 'en' ? 'zh' : 'en';
  return beads.filter((bead) => bead[side].length > 0).map((bead) => ({ ...bead, [other]: [] }));
}

/** English and Chinese beads by turns. */
function alternating(english, chinese) {
  const [en, zh] = [onlyOf(english, 'en'), onlyOf(chinese, 'zh')];
  return Array.from({ length: Math.min(en.length, zh.length) }, (_, k) => [en[k], zh[k]]).flat();
}

/** Beads of which some, in runs that do not touch, become something else: as many in English as in Chinese. */
function withRuns(beads, random, change) {
  const changed = [];
  let next = 0;
  let left = Math.max(2, Math.round(2 * SHARE * beads.length));
  for (let run = 0; left > 0 && next < beads.length; run++) {
    const length = Math.min(left, 1 + Math.floor(random() * LONGEST_RUN));
    const start = next + 1 + Math.floor((random() * 2 * (beads.length - next) * length) / (left + length));
    changed.push(...beads.slice(next, start), ...change(beads.slice(start, start + length), run));
    next = start + length;
    left -= length;
  }
  return [...changed, ...beads.slice(next)];
}

function leftOut(beads, run) {
  return onlyOf(beads, run % 2 === 0 ? 'en' : 'zh');
}

/** Beads among which lines of other texts stand, so that they are 30 % of the text. */
function withForeignLines(beads, others, random, sides) {
  const foreign = { en: onlyOf(others[0], 'en'), zh: onlyOf(others[1], 'zh') };
  const share = FOREIGN_SHARE / (1 - FOREIGN_SHARE);
  return beads.flatMap((bead) => [
    ...sides.flatMap((side) => (random() < share ? foreign[side].splice(0, 1) : [])),
    bead,
  ]);
}

/** A block stands elsewhere in the Chinese text: the beads are in the order of the English one, with their Chinese place. */
function moved(size) {
  return (beads, _, random) => {
    if (beads.length < 3 * size) return null;
    const from = Math.floor(random() * (beads.length - size + 1));
    let to = Math.floor(random() * (beads.length - size));
    // At least its own size away, or the neighbours have moved.
    if (Math.abs(to - from) < size) to = from >= (beads.length - size) / 2 ? from - size : from + size;
    to = Math.max(0, Math.min(beads.length - size, to));
    const order = [...beads.keys()];
    order.splice(to, 0, ...order.splice(from, size));
    const place = new Map(order.map((bead, at) => [bead, at]));
    return beads.map((bead, at) => ({ ...bead, zhPlace: place.get(at) }));
  };
}

function counted(size) {
  return size === 1 ? 'a bead' : `${size} beads`;
}

/** The two texts as lines. */
function asLines(beads) {
  const en = beads.flatMap((bead) => bead.en);
  const zhOf = new Map();
  const zh = [];
  for (const bead of [...beads].sort((a, b) => (a.zhPlace ?? 0) - (b.zhPlace ?? 0))) {
    zhOf.set(
      bead,
      bead.zh.map((line) => zh.push(line) - 1),
    );
  }
  let next = 0;
  const numbered = beads.map((bead) => ({ en: bead.en.map(() => next++), zh: zhOf.get(bead) }));
  return {
    en,
    zh,
    ...withForeign(numbered),
    input: { en: en.join('\n'), zh: zh.join('\n') },
    options: { segments: 'lines' },
  };
}

function withForeign(beads) {
  const isPair = ({ en, zh }) => en.length > 0 && zh.length > 0;
  const alone = beads.filter((bead) => !isPair(bead));
  return {
    gold: beads.filter(isPair),
    foreign: {
      en: new Set(alone.flatMap(({ en }) => en)),
      zh: new Set(alone.flatMap(({ zh }) => zh)),
    },
  };
}

/** What is no plain text. */
const DRESS = {
  'rows shifted': (beads, random) => {
    const from = Math.floor((random() * beads.length) / 3);
    const quoted = (text) => `"${text.replaceAll('"', '""')}"`;
    const rows = Array.from({ length: beads.length + 1 }, (_, row) => [
      row < beads.length ? beads[row].en[0] : '',
      row < from ? beads[row].zh[0] : row === from ? '' : beads[row - 1].zh[0],
    ]);
    const csv = rows.map((row) => row.map(quoted).join(',')).join('\n');
    return { ...asLines(beads), input: csv, options: { segments: 'lines', names: ['sheet.csv'] } };
  },
  'cues shifted': (beads) => {
    const lengths = beads.map(({ en }) => 1000 + 50 * en[0].length);
    const starts = lengths.map((_, cue) => lengths.slice(0, cue).reduce((a, b) => a + b + 300, 0));
    const file = (side, lateBy) =>
      beads
        .map((bead, cue) => {
          const start = starts[cue] + (cue >= FIRST_LATE_CUE ? lateBy : 0);
          return `${cue + 1}\n${time(start)} --> ${time(start + lengths[cue])}\n${bead[side][0]}\n`;
        })
        .join('\n');
    return {
      ...asLines(beads),
      input: [file('en', 0), file('zh', LATE_BY)],
      // As lines they would have no times.
      options: { names: ['en.srt', 'zh.srt'] },
    };
  },
};

function time(milliseconds) {
  const at = new Date(milliseconds).toISOString();
  return `${at.slice(11, 19)},${at.slice(20, 23)}`;
}

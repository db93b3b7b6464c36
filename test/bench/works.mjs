// What the bench measures: texts of rising length with what is aimed at, and texts made to be hard.
import { bilingualText } from './text.mjs';

const SEED = 20261122;

/** `target`: seconds of the whole process (or `starts`: times as long as `node -e 0`) and peak memory, in 10⁶ bytes. */
export const works = [
  { name: 'report', english: 100, chinese: 110, target: { starts: 8, megabytes: 150 } },
  { name: 'chapter', english: 1000, chinese: 1300, target: { seconds: 0.9, megabytes: 160 } },
  { name: 'Bible', isBible: true, target: { seconds: 3, megabytes: 250 } },
  { name: 'book', english: 5000, chinese: 6300, target: { seconds: 3, megabytes: 250 } },
  { name: 'shelf', english: 30_000, chinese: 42_000, mostRuns: 3, target: { seconds: 15, megabytes: 600 } },
  { name: 'library', english: 300_000, chinese: 400_000, mostRuns: 1, isLong: true, target: null },
];

/** The text of a work that is generated. */
export function textOf({ english, chinese }, vocabulary) {
  return bilingualText({ english, chinese, seed: SEED, vocabulary });
}

/** Each makes the lines of both sides from a vocabulary. `segments` as the command's option; default `lines`. */
export const worstCases = [
  {
    name: 'no word in common',
    lines: (vocabulary) => {
      const en = linesOf({ english: 5000, chinese: 5000, seed: SEED, vocabulary }).en;
      const zh = linesOf({ english: 5000, chinese: 5000, seed: SEED + 1, vocabulary }).zh;
      return {
        // No word begins like this.
        en: en.map((line) => line.replace(/[A-Za-z]+/g, 'qx$&')),
        zh: zh.map((line) => line.replace(/\d+/g, '')),
      };
    },
  },
  {
    name: 'one sentence, again and again',
    lines: (vocabulary) => {
      const { en, zh } = linesOf({ english: 1, chinese: 1, seed: SEED, vocabulary });
      return { en: new Array(50_000).fill(en[0]), zh: new Array(50_000).fill(zh[0]) };
    },
  },
  {
    name: 'one side a hundred times as long',
    lines: (vocabulary) => {
      const { en, zh } = linesOf({ english: 30_000, chinese: 30_000, seed: SEED, vocabulary });
      return { en: en.filter((_, line) => line % 100 === 0), zh };
    },
  },
  {
    name: 'the same clause label everywhere',
    segments: 'sentences',
    lines: (vocabulary) => {
      const { en, zh } = linesOf({ english: 10_000, chinese: 10_000, seed: SEED, vocabulary });
      return { en: en.map((line) => `(1) ${line}\n`), zh: zh.map((line) => `（一）${line}\n`) };
    },
  },
  {
    name: 'one sentence of 1 MB',
    lines: (vocabulary) => {
      const { en, zh } = linesOf({ english: 12_000, chinese: 12_000, seed: SEED, vocabulary });
      return { en: [endless(en, ', ')], zh: [endless(zh, '，')] };
    },
  },
];

function linesOf(options) {
  const en = [];
  const zh = [];
  for (const bead of bilingualText(options)) {
    en.push(...bead.en);
    zh.push(...bead.zh);
  }
  return { en, zh };
}

/** Lines without their full stops, up to 1 MB in UTF-8. */
function endless(lines, separator) {
  const bytes = Buffer.from(lines.map((line) => line.slice(0, -1)).join(separator));
  // The last character may have been cut in two.
  return bytes.subarray(0, 1_000_000).toString().replace(/�$/, '');
}

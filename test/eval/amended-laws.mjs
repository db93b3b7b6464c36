// Laws of which one language has an older version and the other a newer one: articles were put in and left out, and all that
// come after have other numbers. The same seed gives the same laws.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { randomNumbers } from '../helpers/random-numbers.mjs';
import { beadSets, evalFolder, goldTexts } from './gold-sets.mjs';

export const AMENDED = 'law amended';

/** Articles of a law, of which so many are in one language only. */
const FEWEST = 8;
const MOST = 24;
const SHARE = 0.1;
/** Characters of verses that may stand for articles, so that there are short ones as well; and of their beginning, which no other has. */
const SHORT = { least: 35, most: 80, own: 8 };

const DIGITS = ['', ...'一二三四五六七八九'];
const chineseNumber = (number) =>
  number < 10
    ? DIGITS[number]
    : `${number < 20 ? '' : DIGITS[Math.floor(number / 10)]}十${DIGITS[number % 10]}`;

/** `laws` of each source, as `corruptedDocuments` gives its documents; a line is a paragraph of one sentence. */
export function* amendedLaws({ laws = 10, seed = 1 } = {}) {
  const sources = Object.entries(articles());
  for (const [position, [name, all]] of sources.entries()) {
    for (let law = 0; law < laws; law++) {
      const random = randomNumbers(seed * 7919 + position * 1009 + law * 31);
      const count = FEWEST + Math.floor(random() * (MOST - FEWEST + 1));
      const from = Math.floor(random() * Math.max(1, all.length - count));
      yield {
        kind: AMENDED,
        set: 'documents',
        name: `${name} ${law + 1}`,
        ...version(all.slice(from, from + count), random),
      };
    }
  }
}

/** Articles of which a law is made, without their numbers: each is a list of beads with their lines. */
function articles() {
  const constitution = articlesOf('prc_constitution', /^art:\d+/);
  const declaration = articlesOf('udhr', /^art:(\d+)/);
  return {
    constitution,
    'first sentences': constitution.map((beads) => beads.slice(0, 1)),
    declaration,
    verses: shortVerses(),
  };
}

function articlesOf(name, wanted) {
  const lines = readFileSync(path.join(evalFolder, 'documents', name, 'gold.jsonl'), 'utf8').split('\n');
  const found = new Map();
  for (const { clause, en, zh } of lines.filter(Boolean).map((line) => JSON.parse(line))) {
    if (!wanted.test(clause) || en.length === 0 || zh.length === 0) continue;
    const number = /\d+/.exec(clause)[0];
    const bead = { en: en.map(withoutNumber).filter(Boolean), zh: zh.map(withoutNumber).filter(Boolean) };
    if (bead.en.length > 0 && bead.zh.length > 0) found.set(number, [...(found.get(number) ?? []), bead]);
  }
  return [...found.values()];
}

const withoutNumber = (text) =>
  text
    .replace(/^\s*(Article \d+|第[一二三四五六七八九十百零]+条|\d+\.|[㈠-㈩])[\s\u2002\u3000]*/u, '')
    .trim();

/** Short verses of one line whose beginning comes once, so that they can be told apart. */
function shortVerses() {
  const { en, zh, gold } = beadSets.flatMap(goldTexts).find(({ verses }) => verses !== null);
  const short = gold
    .filter((bead) => bead.en.length === 1 && bead.zh.length === 1)
    .map((bead) => ({ en: [en[bead.en[0]]], zh: [zh[bead.zh[0]]] }))
    .filter(({ en: [text] }) => text.length >= SHORT.least && text.length <= SHORT.most);
  const begun = { en: new Map(), zh: new Map() };
  const beginning = (bead, side) => bead[side][0].slice(0, side === 'en' ? 2 * SHORT.own : SHORT.own / 2);
  const times = (bead, side) => begun[side].get(beginning(bead, side)) ?? 0;
  for (const bead of short)
    for (const side of ['en', 'zh']) begun[side].set(beginning(bead, side), times(bead, side) + 1);
  return short.filter((bead) => times(bead, 'en') === 1 && times(bead, 'zh') === 1).map((bead) => [bead]);
}

/** Both versions: each article stands in both or in one, and is numbered as it comes. */
function version(law, random) {
  const texts = { en: [], zh: [] };
  const numbers = { en: 0, zh: 0 };
  const gold = [];
  const foreign = { en: new Set(), zh: new Set() };
  for (const beads of law) {
    const drawn = random();
    const sides = drawn < SHARE ? ['en'] : drawn < 2 * SHARE ? ['zh'] : ['en', 'zh'];
    for (const side of sides) numbers[side]++;
    const marker = { en: `Article ${numbers.en} `, zh: `第${chineseNumber(numbers.zh)}条　` };
    for (const [position, bead] of beads.entries()) {
      const lines = { en: [], zh: [] };
      for (const side of sides)
        lines[side] = bead[side].map((text, line) => {
          const begins = position === 0 && line === 0;
          return texts[side].push(begins ? marker[side] + text : text) - 1;
        });
      if (sides.length === 2) gold.push(lines);
      else for (const side of sides) for (const line of lines[side]) foreign[side].add(line);
    }
  }
  return {
    ...texts,
    gold,
    foreign,
    input: { en: texts.en.join('\n\n'), zh: texts.zh.join('\n\n') },
    options: {},
  };
}

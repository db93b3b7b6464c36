// Scores what comes out of documents that were spoilt on purpose, by the way they were spoilt.
import { align } from '../../packages/aligner/dist/index.js';
import { AMENDED, amendedLaws } from './amended-laws.mjs';
import { corruptedDocuments, kindsOfCorruption } from './corruptions.mjs';
import { binned, expectedError, topBand } from './reliability.mjs';

/**
 * Figures by kind. `f1` is over pairs; `sure` is the share of all text that lies in pairs scored 0.9 or more, `sureRight` how
 * many of these pairs are exactly right; `foreignSure` and `foreignLikely` are the shares of the text without counterpart that lie in
 * pairs scored 0.9 (0.5) or more; `said` counts the documents of which a diagnostic says that they are no translation, as
 * a whole or in a stretch; `error` is the expected calibration error of the scores.
 */
export async function evaluateCorruptions(options = {}) {
  const kinds = [...kindsOfCorruption, AMENDED];
  const byKind = new Map(kinds.map((kind) => [kind, emptyTally()]));
  const isLawWanted = options.kinds?.includes(AMENDED) ?? true;
  for (const documents of [corruptedDocuments(options), isLawWanted ? amendedLaws(options) : []])
    for (const document of documents) count(byKind.get(document.kind), document, await found(document));
  const figures = [...byKind].filter(([, { documents }]) => documents > 0);
  return Object.fromEntries(figures.map(([kind, tally]) => [kind, figuresOf(tally)]));
}

/** What is found, by the numbers of lines: where subtitles are lines, the lines between them are segments as well. */
async function found({ kind, name, input, options, ...texts }) {
  const { pairs, ladder, diagnostics, ...sides } = await align(input, options);
  const numbersOf = (side) => {
    let next = 0;
    const numbers = sides[side].segments.map(({ text }) => (text === '' ? [] : [next++]));
    if (next !== texts[side].length)
      throw new Error(`${kind}, ${name}: ${next} segments of ${texts[side].length} lines in ${side}.`);
    return ({ start, end }) => numbers.slice(start, end).flat();
  };
  const [en, zh] = [numbersOf('en'), numbersOf('zh')];
  return {
    pairs: pairs.map(({ index, score }) => ({ score, en: en(ladder[index].en), zh: zh(ladder[index].zh) })),
    isSaid: diagnostics.some(({ code }) => code === 'not-a-translation'),
  };
}

function emptyTally() {
  return {
    documents: 0,
    said: 0,
    gold: 0,
    right: 0,
    scored: [],
    text: 0,
    sure: 0,
    foreign: 0,
    foreignSure: 0,
    foreignLikely: 0,
  };
}

function count(tally, { en, zh, gold, foreign }, { pairs, isSaid }) {
  const lines = { en, zh };
  tally.documents++;
  if (isSaid) tally.said++;
  tally.gold += gold.length;
  tally.text += sizeOf(en) + sizeOf(zh);
  for (const side of ['en', 'zh'])
    for (const line of foreign[side]) tally.foreign += sizeOf([lines[side][line]]);
  const right = new Set(gold.map(key));
  for (const { score, ...bead } of pairs) {
    const isRight = right.has(key(bead));
    tally.scored.push({ score, right: isRight });
    if (isRight) tally.right++;
    if (score >= 0.9)
      for (const side of ['en', 'zh']) tally.sure += sizeOf(bead[side].map((line) => lines[side][line]));
    if (score < 0.5) continue;
    for (const side of ['en', 'zh']) {
      const size = sizeOf(
        bead[side].filter((line) => foreign[side].has(line)).map((line) => lines[side][line]),
      );
      tally.foreignLikely += size;
      if (score >= 0.9) tally.foreignSure += size;
    }
  }
}

const key = ({ en, zh }) => `${en}:${zh}`;
const sizeOf = (texts) => texts.reduce((sum, text) => sum + text.replace(/\s+/g, '').length, 0);

/** Four decimals. */
const round = (value) => Math.round(value * 1e4) / 1e4;
const share = (part, whole) => (whole === 0 ? null : round(part / whole));

function figuresOf({
  documents,
  said,
  gold,
  right,
  scored,
  text,
  sure,
  foreign,
  foreignSure,
  foreignLikely,
}) {
  const bins = binned(scored);
  return {
    documents,
    said,
    f1: gold === 0 ? null : round((2 * right) / (gold + scored.length)),
    sure: share(sure, text),
    sureRight: bins.pairs.at(-1) === 0 ? null : round(topBand(bins).right),
    foreignSure: share(foreignSure, foreign),
    foreignLikely: share(foreignLikely, foreign),
    error: round(expectedError(bins)),
  };
}

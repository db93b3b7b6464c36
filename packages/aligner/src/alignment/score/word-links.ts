import type { Segment } from '../../types.js';
import type { Hits } from './hits.js';
import { lexicalScorer } from './lexical.js';
import type { PinyinNames } from './names.js';
import type { Rectangle } from './rectangle.js';
import { LATIN, NUMBER, type Tokens } from './tokens.js';
import type { TranslationTable } from './translation-table.js';
import type { Weights } from './weights.js';

/**
 * Why two words were taken for each other: the lexicon or glossary has them (`word`), they kept turning up together in this
 * text (`learnt`), they are one number (`number`), a name and its sound (`name`), or the same Latin letters (`latin`).
 */
export type LinkKind = 'word' | 'learnt' | 'number' | 'name' | 'latin';

/** An English and a Chinese word of a pair that speak for each other. */
export interface WordLink {
  /** As written where it stands first in the pair. */
  readonly en: string;
  /** Likewise. */
  readonly zh: string;
  /** What makes the two translations of each other. */
  readonly kind: LinkKind;
  /** What the pair would cost more without this link, in nats; above 0. */
  readonly gain: number;
}

/** A pair's links, the strongest first, and its words that have none, in the order of the text. */
export interface WordEvidence {
  readonly links: readonly WordLink[];
  readonly unexplained: { readonly en: readonly string[]; readonly zh: readonly string[] };
}

/** One side of a document, as far as its words go. */
export interface WordSide {
  readonly tokens: Tokens;
  readonly segments: readonly Segment[];
}

/** All hits of one English with one Chinese word: each occurrence of the one meets each of the other. */
interface FoundLink {
  /** Token of the first occurrence. */
  readonly en: number;
  readonly zh: number;
  readonly hits: number[];
}

// Instead of 0: `lexicalScorer` takes a sum of 0 for a word that no hit has touched yet.
const NEGLIGIBLE = 1e-30;

/** The words that spoke for a bead, and those that did not. */
export function wordEvidence(
  bead: Rectangle,
  hits: Hits,
  en: WordSide,
  zh: WordSide,
  weights: Weights,
  kindOf: (e: number, z: number) => LinkKind,
): WordEvidence {
  const { row, i, column, j } = bead;
  const links = findLinks(bead, hits, en.tokens, zh.tokens);
  const gainOf = gains(bead, hits, en.tokens, zh.tokens, weights);
  return {
    links: links
      .map((link) => ({
        en: written(en, row, link.en),
        zh: written(zh, column, link.zh),
        kind: kindOf(en.tokens.type[link.en]!, zh.tokens.type[link.zh]!),
        gain: gainOf(link),
      }))
      .sort((a, b) => b.gain - a.gain),
    unexplained: {
      en: wordsWithout(new Set(links.map((link) => en.tokens.type[link.en]!)), en, row, i),
      zh: wordsWithout(new Set(links.map((link) => zh.tokens.type[link.zh]!)), zh, column, j),
    },
  };
}

/** Tells what a bead would cost more without a link of it. */
function gains(
  { row, i, column, j }: Rectangle,
  hits: Hits,
  en: Tokens,
  zh: Tokens,
  weights: Weights,
): (link: FoundLink) => number {
  const forward = hits.forward.slice();
  const backward = hits.backward.slice();
  const score = lexicalScorer({ ...hits, forward, backward }, en, zh, weights);
  const all = score(row, i, column, j);
  return (link) => {
    for (const hit of link.hits) forward[hit] = backward[hit] = NEGLIGIBLE;
    const rest = score(row, i, column, j);
    for (const hit of link.hits) {
      forward[hit] = hits.forward[hit]!;
      backward[hit] = hits.backward[hit]!;
    }
    return weights.lexical * (all - rest);
  };
}

/** Tells the kind of a link between two types. */
export function linkKinds(
  lexical: TranslationTable,
  names: PinyinNames,
  en: Tokens,
  zh: Tokens,
): (e: number, z: number) => LinkKind {
  return (e, z) => {
    const key = zh.keys[z]!;
    if (!lexical.zh.subarray(lexical.start[e], lexical.start[e + 1]).includes(z)) return 'learnt';
    if (key.startsWith(NUMBER)) return 'number';
    if (key.startsWith(LATIN)) return 'latin';
    return names.nameOf(key) === en.keys[e] ? 'name' : 'word';
  };
}

function findLinks(
  { row, i, column, j }: Rectangle,
  { lo, rowStart, start, en: enPlace, zh: zhPlace }: Hits,
  en: Tokens,
  zh: Tokens,
): FoundLink[] {
  const found = new Map<number, FoundLink>();
  for (let s = row; s < i; s++) {
    for (let t = column; t < j; t++) {
      const cell = rowStart[s]! + t - lo[s]!;
      for (let hit = start[cell]!; hit < start[cell + 1]!; hit++) {
        const enToken = en.start[s]! + enPlace[hit]!;
        const zhToken = zh.start[t]! + zhPlace[hit]!;
        const types = en.type[enToken]! * zh.keys.length + zh.type[zhToken]!;
        const link = found.get(types);
        if (link) link.hits.push(hit);
        else found.set(types, { en: enToken, zh: zhToken, hits: [hit] });
      }
    }
  }
  return [...found.values()];
}

/** A token as its segment writes it; the segment is looked for from `segment` on. */
function written({ tokens, segments }: WordSide, segment: number, token: number): string {
  let at = segment;
  while (tokens.start[at + 1]! <= token) at++;
  return segments[at]!.text.slice(tokens.from[token], tokens.to[token]);
}

/** The words of the segments `from … to - 1` that are none of these types, each once. */
function wordsWithout(linked: ReadonlySet<number>, side: WordSide, from: number, to: number): string[] {
  const { start, type } = side.tokens;
  const first = new Map<number, string>();
  for (let segment = from; segment < to; segment++) {
    for (let token = start[segment]!; token < start[segment + 1]!; token++) {
      const kind = type[token]!;
      if (!linked.has(kind) && !first.has(kind)) first.set(kind, written(side, segment, token));
    }
  }
  return [...first.values()];
}

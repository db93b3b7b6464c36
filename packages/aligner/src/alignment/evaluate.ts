import { badArgument, checkLanguage, checkList, checkOptionsAreOne, checkText } from '../common/arguments.js';
import { DuiqiError } from '../common/errors.js';
import type { Language } from '../types.js';

/** A bead as evaluation sees it: the numbers of its segments; either side may be empty. */
export interface EvaluationBead {
  readonly en: readonly number[];
  readonly zh: readonly number[];
}

/** Each 0–1; 0 where there is nothing to count. */
export interface Accuracy {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

/** How good an alignment is beside a gold one, counted in three ways. */
export interface Evaluation {
  /** Vecalign's strict score: a bead is right when gold has the very same. Recall leaves one-sided beads out. */
  readonly strict: Accuracy;
  /** Vecalign's lax score: sharing one link (an English and a Chinese segment) with gold is enough. */
  readonly lax: Accuracy;
  /** As strict, but one-sided beads count on both sides, and so does a repeated bead. */
  readonly all: Accuracy;
}

/**
 * Compares an alignment with gold. `strict` and `lax` are those of Vecalign (Thompson and Koehn, 2019,
 * score.py): comparable with published figures. `all` also asks whether untranslated text was found to be so.
 *
 * @throws DuiqiError `bad-input` for arguments of another kind
 */
export function evaluate(got: readonly EvaluationBead[], gold: readonly EvaluationBead[]): Evaluation {
  checkBeads('beads', got);
  checkBeads('gold beads', gold);
  const precision = rightShare(got, gold);
  const recall = rightShare(gold.filter(isTwoSided), got.filter(isTwoSided));
  const goldKeys = new Set(gold.map(key));
  const same = got.filter((bead) => goldKeys.has(key(bead))).length;
  return {
    strict: accuracy(precision.strict, recall.strict),
    lax: accuracy(precision.lax, recall.lax),
    all: accuracy(share(same, got.length), share(same, gold.length)),
  };
}

/** @throws DuiqiError `bad-input` */
function checkBeads(what: string, beads: readonly EvaluationBead[]): void {
  const wanted = 'a list of beads, each with the numbers of its segments as the lists en and zh';
  checkList(what, beads, wanted);
  const wrong = beads.find((bead) => !Array.isArray(bead?.en) || !Array.isArray(bead.zh));
  if (wrong !== undefined || beads.includes(undefined as never)) throw badArgument(what, wrong, wanted);
}

/** Share of the beads, each counted once, that the reference has (`strict`) or shares a link with (`lax`). */
function rightShare(
  beads: readonly EvaluationBead[],
  reference: readonly EvaluationBead[],
): { readonly strict: number; readonly lax: number } {
  const distinct = new Map(beads.filter(isNotEmpty).map((bead) => [key(bead), bead]));
  const referenceKeys = new Set(reference.map(key));
  const holders = { en: holdersOf(reference, 'en'), zh: holdersOf(reference, 'zh') };
  let strict = 0;
  let lax = 0;
  for (const [beadKey, bead] of distinct) {
    if (referenceKeys.has(beadKey)) {
      strict++;
      lax++;
    } else if (sharesLink(bead, holders)) {
      lax++;
    }
  }
  return { strict: share(strict, distinct.size), lax: share(lax, distinct.size) };
}

/** Which beads, by position, hold a segment. */
type Holders = ReadonlyMap<number, readonly number[]>;

function holdersOf(beads: readonly EvaluationBead[], side: Language): Holders {
  const holders = new Map<number, number[]>();
  for (const [position, bead] of beads.entries()) {
    for (const segment of bead[side]) {
      const positions = holders.get(segment);
      if (positions === undefined) holders.set(segment, [position]);
      else positions.push(position);
    }
  }
  return holders;
}

/** Two beads share a link exactly when they share a segment on either side: no need to list the links. */
function sharesLink({ en, zh }: EvaluationBead, holders: Readonly<Record<Language, Holders>>): boolean {
  const touched = new Set(en.flatMap((segment) => holders.en.get(segment) ?? []));
  return zh.some((segment) => holders.zh.get(segment)?.some((position) => touched.has(position)));
}

const isNotEmpty = ({ en, zh }: EvaluationBead): boolean => en.length > 0 || zh.length > 0;
const isTwoSided = ({ en, zh }: EvaluationBead): boolean => en.length > 0 && zh.length > 0;
const key = ({ en, zh }: EvaluationBead): string => `${en.join()}:${zh.join()}`;
const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

function accuracy(precision: number, recall: number): Accuracy {
  return { precision, recall, f1: share(2 * precision * recall, precision + recall) };
}

/**
 * Reads `[0,1]:[0]` lines, with or without spaces and a cost at the end (`[0, 1]:[0]:0.93`), as Vecalign and
 * Bertalign write them. `first` is the language of the numbers before the colon; default `en`.
 *
 * @throws DuiqiError `bad-input` for arguments of another kind
 */
export function parseBeads(text: string, options: { readonly first?: Language } = {}): EvaluationBead[] {
  checkText('text', text);
  checkOptionsAreOne(options);
  const { first = 'en' } = options;
  checkLanguage('first', first);
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const sides = parseBeadLine(line.trim());
    if (sides === null) {
      const message = `Line ${index + 1} is not a bead such as [0,1]:[0]: ${line.trim().slice(0, 80)}`;
      throw new DuiqiError('bad-input', message, { line: index + 1 });
    }
    const [left, right] = sides;
    return [first === 'en' ? { en: left, zh: right } : { en: right, zh: left }];
  });
}

function parseBeadLine(line: string): readonly [number[], number[]] | null {
  const match = /^\[([\d,\s]*)\]\s*:\s*\[([\d,\s]*)\](?:\s*:\s*[-+]?[\d.]+(?:e[-+]?\d+)?)?$/i.exec(line);
  if (match === null) return null;
  const left = parseNumbers(match[1]);
  const right = parseNumbers(match[2]);
  return left === null || right === null ? null : [left, right];
}

function parseNumbers(list: string): number[] | null {
  if (list.trim() === '') return [];
  const numbers = list.split(',').map((number) => number.trim());
  return numbers.every((number) => /^\d+$/.test(number)) ? numbers.map(Number) : null;
}

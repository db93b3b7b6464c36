import type { Steps } from '../../common/steps.js';
import type { Clause, Label, LabelScheme, Language, Paragraph } from '../../types.js';
import { readLabels } from '../writing/label.js';

/** Paragraphs between two steps of the work: about a millisecond. */
const PARAGRAPHS = 64;

/** Deeper than any real document; what nests further is kept as siblings of the deepest level. */
const DEEPEST = 12;

/** A list may lose two markers to bad text extraction (`iii` read as `Hi`) and still be the same list. */
const LARGEST_LETTER_STEP = 3;

/**
 * How schemes nest where nothing else tells: smaller is further out. Among equals the first to open is outside.
 * GB/T 9704 and the Regulation on Legislation for Chinese, common drafting practice for English.
 */
const RANKS: Readonly<Record<LabelScheme, number>> = {
  annex: 0,
  part: 1,
  chapter: 2,
  section: 3,
  article: 4,
  'chinese-comma': 5,
  'chinese-parenthesis': 6,
  'arabic-dot': 7,
  'stem-comma': 7,
  decimal: 7,
  'arabic-parenthesis': 8,
  'letter-parenthesis': 8,
  'stem-parenthesis': 8,
  circled: 9,
  'arabic-half': 9,
  'roman-parenthesis': 9,
  'letter-half': 10,
  'letter-dot': 10,
  'roman-half': 11,
  'roman-dot': 11,
  'ordinal-word': 12,
};

/** A paragraph as far as its clause depends on it; `text` is what it says, without format marks. */
export interface LabelledText extends Pick<Paragraph, 'kind' | 'numbering'> {
  readonly text: string;
  /** An entry of a list of contents, which names a clause and opens none. */
  readonly isEntry?: boolean;
}

/** What can be read at the start of a paragraph, and where its list goes on. */
interface Candidate {
  readonly label: Label;
  /** Labels with the same style belong to the same list. */
  readonly style: string;
  /** Index of the paragraph with the next label of its list, `Infinity` if the list ends or restarts before it. */
  readonly successor: number;
}

interface Level {
  readonly style: string;
  readonly rank: number;
  /** The number written on its last clause, which is not the number counted where Markdown repeats `1.` */
  readonly written: number;
  readonly counted: number;
  readonly successor: number;
  readonly clause: OpenClause;
}

interface OpenClause extends Clause {
  end: number;
  readonly children: OpenClause[];
}

export interface ClauseTree {
  readonly clauses: Clause[];
  /** For each paragraph its accepted label or `null`. */
  readonly labels: (Label | null)[];
}

/**
 * The numbered clauses of one side. Depth comes from the markers' schemes and from what is open above them,
 * never from the kind of a block: official reports set `五、` and `六、` as headings of different levels.
 * Linear in the number of paragraphs.
 */
export function* buildClauseTree(paragraphs: readonly LabelledText[], language: Language): Steps<ClauseTree> {
  const candidates = yield* findCandidates(paragraphs, language);
  const clauses: OpenClause[] = [];
  const labels: (Label | null)[] = paragraphs.map(() => null);
  const open: Level[] = [];
  // Pairs of styles, outer first, that this document has nested against their ranks.
  const inverted = new Set<string>();
  let lastHeading = -1;

  const close = (depth: number, end: number) => {
    for (const level of open.splice(depth)) level.clause.end = end;
  };

  for (const [index, alternatives] of candidates.entries()) {
    if (index % PARAGRAPHS === 0) yield;
    const chosen = choose(alternatives, open, index);
    if (chosen === null) {
      // What begins with an ordinal word ends with its paragraph; no number says what else it may hold.
      const words = open.findIndex(({ clause }) => isOrdinalWord(clause.label));
      if (words >= 0) close(words, index);
      if (paragraphs[index]!.kind === 'heading') lastHeading = index;
      continue;
    }
    const { style, successor } = chosen;
    const written = chosen.label.ordinals.at(-1)!;
    const depth = open.findIndex((level) => level.style === style);
    const previous = open[depth];
    if (previous !== undefined && isPageNumber(chosen.label, previous)) continue;

    // A heading ends a list of Markdown, and with it the renderer's counting.
    const sameList = previous !== undefined && previous.clause.start > lastHeading;
    const label = sameList ? counted(chosen.label, previous) : chosen.label;
    const rank = rankOf(label, language);
    close(previous === undefined ? openDepth(open, style, rank, index, inverted) : depth, index);
    for (const outer of open) if (outer.rank > rank) inverted.add(`${outer.style}/${style}`);
    const clause = newClause(label, open.at(-1)?.clause, index);
    (open.at(-1)?.clause.children ?? clauses).push(clause);
    open.push({ style, rank, written, counted: label.ordinals.at(-1)!, successor, clause });
    labels[index] = label;
  }
  close(0, paragraphs.length);
  return { clauses, labels };
}

/** Reads from the end, so that each label finds the next one of its list in constant time. */
function* findCandidates(
  paragraphs: readonly LabelledText[],
  language: Language,
): Steps<readonly (readonly Candidate[])[]> {
  const found: (readonly Candidate[])[] = [];
  const nearest = new Map<string, number>();
  for (let index = paragraphs.length - 1; index >= 0; index--) {
    if (index % PARAGRAPHS === 0) yield;
    const candidates = labelsOf(paragraphs[index]!, language).map((label): Candidate => {
      const style = styleOf(label);
      const next = nearest.get(`${style} ${successorOf(label.ordinals)}`) ?? Number.POSITIVE_INFINITY;
      const restart = nearest.get(`${style} ${label.ordinals}`) ?? Number.POSITIVE_INFINITY;
      return { label, style, successor: next < restart ? next : Number.POSITIVE_INFINITY };
    });
    for (const { label, style } of candidates) nearest.set(`${style} ${label.ordinals}`, index);
    found.push(candidates);
  }
  return found.reverse();
}

/** A number that the format counts outranks what the text begins with, and is none of its characters. */
function labelsOf({ numbering, text, isEntry }: LabelledText, language: Language): readonly Label[] {
  if (isEntry) return [];
  if (numbering === null) return readLabels(text, language);
  // Some markers are told by what follows them: any capital does, since that this is one is certain.
  const found = [numbering, `${numbering}.`].map((marker) => readLabels(`${marker} A`, language));
  const labels = found.find((readings) => readings.length > 0) ?? [];
  return labels.map((label) => ({ ...label, raw: numbering, length: 0 }));
}

function styleOf({ raw, scheme, letterCase, ordinals }: Label): string {
  if (scheme === 'decimal') return `decimal ${ordinals.length}`;
  // Documents mix `1.` and `1、` in one list, but where they write `1，` too it is another, and so is `壹、` beside `一、`.
  return `${scheme} ${letterCase}${/[,，]$/.test(raw) ? ' comma' : FORMAL.test(raw) ? ' formal' : ''}`;
}

/** Numerals that are written out as on a cheque. */
const FORMAL = /^[（(]?[壹贰貳叁參肆伍陆陸柒捌玖拾]/;

function successorOf(ordinals: readonly number[]): readonly number[] {
  return [...ordinals.slice(0, -1), ordinals.at(-1)! + 1];
}

/**
 * The reading that its neighbours support: the one whose list goes on soonest, `(i) (ii)` against `(i) (j)`; where
 * none goes on, the one that continues an open list; then the one more likely by itself.
 */
function choose(alternatives: readonly Candidate[], open: readonly Level[], index: number): Candidate | null {
  let best: Candidate | null = null;
  let bestContinues = false;
  for (const candidate of alternatives) {
    const level = open.find(({ style }) => style === candidate.style);
    const step = level === undefined ? null : candidate.label.ordinals.at(-1)! - level.counted;
    if (needsNeighbours(candidate.label) && !hasNeighbours(candidate, step)) continue;
    if (isOrdinalWord(candidate.label) && !isInNumberedList(candidate, level, open, index)) continue;
    const better =
      best === null ||
      candidate.successor < best.successor ||
      (candidate.successor === best.successor && step === 1 && !bestContinues);
    if (!better) continue;
    best = candidate;
    bestContinues = step === 1;
  }
  return best;
}

/** `C. Lewis`, `(v) Smith` and `甲、` are written like clauses; a number in the same place hardly ever is anything else. */
function needsNeighbours({ letterCase, scheme }: Label): boolean {
  return letterCase !== 'none' || scheme === 'stem-comma' || scheme === 'stem-parenthesis';
}

/** `First,` `首先，` `一是`, which begin sentences anywhere, unlike `第一项：`. */
function isOrdinalWord({ scheme, raw }: Label): boolean {
  return scheme === 'ordinal-word' && !/[项項]/.test(raw);
}

/**
 * A speaker says `First,` and goes on for pages: as a clause it would hold all of them. One is it only where the
 * document numbers its clauses and the words count from one, paragraph after paragraph with nothing between.
 */
function isInNumberedList(
  { label, successor }: Candidate,
  level: Level | undefined,
  open: readonly Level[],
  index: number,
): boolean {
  const frame = open.some(({ clause }) => !isOrdinalWord(clause.label));
  const ordinal = label.ordinals[0]!;
  const begins = ordinal === 1 && successor === index + 1;
  const continues = level !== undefined && level.clause.start === index - 1 && level.counted + 1 === ordinal;
  return frame && (begins || continues);
}

/** `step` is the distance from the last label of an open list of its style. */
function hasNeighbours({ label, successor }: Candidate, step: number | null): boolean {
  // An excerpt may begin in the middle of a list, but `C.` out of order is more often somebody's initial.
  const initial = label.scheme === 'letter-dot';
  const startsList = successor !== Number.POSITIVE_INFINITY && (!initial || label.ordinals[0] === 1);
  return startsList || (step !== null && step >= 1 && step <= (initial ? 1 : LARGEST_LETTER_STEP));
}

/** A number too high for its place, in a list that goes on later where it stopped: `3.`, `87.`, `4.` */
function isPageNumber({ scheme, ordinals }: Label, previous: Level): boolean {
  const skips = ordinals[0]! > previous.counted + 1;
  return scheme === 'arabic-dot' && skips && previous.successor !== Number.POSITIVE_INFINITY;
}

/** Lazy Markdown writes `1. 1. 1.` (or `0. 0.`) and lets the renderer count; so does the label, but for its `raw`. */
function counted(label: Label, previous: Level): Label {
  const written = label.ordinals[0]!;
  const countable = label.scheme === 'arabic-dot' || label.scheme === 'arabic-half';
  const repeats = countable && written <= 1 && written === previous.written;
  return repeats ? { ...label, ordinals: [previous.counted + 1] } : label;
}

/**
 * How many open levels a label whose style is not open leaves open: it closes those that rank below it, except
 * lists that go on after it, `(a) 1. 2. (b)`, and then wherever this document nests the two the same way.
 * Articles go on through chapters, so divisions always close what ranks below them.
 */
function openDepth(
  open: readonly Level[],
  style: string,
  rank: number,
  index: number,
  inverted: ReadonlySet<string>,
): number {
  let depth = Math.min(open.length, DEEPEST - 1);
  while (depth > 0) {
    const level = open[depth - 1]!;
    const goesOn = level.successor !== Number.POSITIVE_INFINITY && level.successor > index;
    const holds = rank > RANKS.article && (goesOn || inverted.has(`${level.style}/${style}`));
    if (level.rank <= rank || holds) break;
    depth--;
  }
  return depth;
}

function rankOf({ raw, scheme, letterCase }: Label, language: Language): number {
  // `壹、` stands above `一、`, and `（壹）` above `（一）`.
  if (FORMAL.test(raw)) return RANKS[scheme] - 0.5;
  // English statutes have articles in sections and sections in articles: whichever opens first is outside.
  if (language === 'en' && scheme === 'section') return RANKS.article;
  // `I.` and `A.` head the outline of an English document; in Chinese, and in lower case, they stand at its bottom.
  if (language === 'en' && letterCase === 'upper' && scheme === 'roman-dot') return RANKS['chinese-comma'];
  if (language === 'en' && letterCase === 'upper' && scheme === 'letter-dot')
    return RANKS['chinese-parenthesis'];
  return RANKS[scheme];
}

/** How paths of clauses name a marker: without the stop after it. */
export function markerInPath({ raw }: Label): string {
  return raw.replace(/\\/g, '').replace(/[.．、,，:：]$/, '');
}

function newClause(label: Label, parent: Clause | undefined, start: number): OpenClause {
  const marker = markerInPath(label);
  return {
    label,
    path: parent === undefined ? marker : `${parent.path}/${marker}`,
    ordinals: [...(parent?.ordinals ?? []), ...ownOrdinals(label, parent)],
    start,
    end: start,
    children: [],
  };
}

/** `2.1.3` under `2.1` or under `2.` repeats its parents' numbers; only the rest is its own. */
function ownOrdinals({ scheme, ordinals }: Label, parent: Clause | undefined): readonly number[] {
  if (scheme !== 'decimal' || parent === undefined) return ordinals;
  for (let shared = ordinals.length - 1; shared > 0; shared--) {
    const above = parent.ordinals.slice(-shared);
    if (above.length === shared && above.every((ordinal, index) => ordinal === ordinals[index])) {
      return ordinals.slice(shared);
    }
  }
  return ordinals;
}

import { breaksOff } from '../../document/writing/endings.js';
import type { BilingualLayout, Layout, Segment, Side } from '../../types.js';
import { TEXT } from '../score/headings.js';
import type { Tokens } from '../score/tokens.js';
import type { TranslationTable } from '../score/translation-table.js';
import type { ReadSide } from './scoring-model.js';

/**
 * Where the segments of a side stand in a file in which the languages take turns; arrays by segment. A run is all text of
 * one language with none of the other between; the runs of both languages are counted together, from 0.
 */
export interface Places {
  /** The run in which a segment begins, and that in which it ends: another one where a page end cut it. */
  readonly run: Int32Array;
  readonly runEnd: Int32Array;
  /** Paragraphs of its run before its own one, and after it. Headings are not counted. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  /** 1 where its run has more paragraphs than those of its language have in most turns: one of them may be alone. */
  readonly surplus: Uint8Array;
}

/** How far it is believed that what stands in one turn belongs together. */
export interface Turns {
  /** How much of what a turn holds in one language it holds in the other, as a belief that the file goes by turns, 0–1. */
  readonly strength: number;
  /** How regular the turns are: how far it is believed that each has the numbers of paragraphs that most have, 0–1. */
  readonly regularity: number;
  /** Paragraphs that may stand between the sides of a pair in a turn of the usual numbers. */
  readonly usualBetween: number;
  /** What it costs, in nats, that the English (the Chinese) comes first in a turn; 0 for the likelier. */
  readonly enFirst: number;
  readonly zhFirst: number;
}

/** Layouts in which what follows each other belongs together. */
const IN_TURN: ReadonlySet<Layout> = new Set<BilingualLayout>([
  'paragraphs',
  'lines',
  'inline',
  'comments',
  'pages',
]);

/** A side, and what was read from its text. */
type SideInTurn = Side & ReadSide;

/** What the order of one bilingual file says; null for two texts, and for layouts in which it says nothing. */
export function readTurns(
  en: SideInTurn,
  zh: SideInTurn,
  layout: Layout,
  ratio: number,
  table: TranslationTable,
): { readonly turns: Turns; readonly en: Places; readonly zh: Places } | null {
  if (en.source !== zh.source || !IN_TURN.has(layout)) return null;
  const { runs, ofEn, ofZh } = runsOf(en, zh, ratio);
  if (runs.length < 3) return null;
  const toEnFirst = firstLanguage(runs, en.tokens, zh.tokens, table);
  const enLeads = toEnFirst >= 0;
  const leader = runs[0]!.isEnglish === enLeads ? 0 : 1;
  const { regularity, usual } = shapeOfTurns(runs, leader);
  const [enUsual, zhUsual] = enLeads ? usual : [usual[1], usual[0]];
  return {
    turns: {
      strength: strengthOf(Math.max(overlap(runs, 0), overlap(runs, 1))),
      regularity,
      usualBetween: Math.max(1, ...usual) - 1,
      enFirst: Math.max(0, -toEnFirst),
      zhFirst: Math.max(0, toEnFirst),
    },
    en: placesOf(en, ofEn, { runs, leader, usual: [enUsual, zhUsual] }),
    zh: placesOf(zh, ofZh, { runs, leader, usual: [zhUsual, enUsual] }),
  };
}

/** Places that say nothing, for text that is in no turns. */
export function noPlaces(segments: number): Places {
  const none = new Int32Array(segments);
  return { run: none, runEnd: none, before: none, after: none, surplus: new Uint8Array(segments) };
}

/** The segments `first … end - 1` of a side. */
export type SegmentRun = Readonly<Record<'first' | 'end', number>>;

/** Text of one language with none of the other between. */
interface Run {
  readonly isEnglish: boolean;
  /** Its segments, `first … end - 1`. */
  first: number;
  end: number;
  /** Paragraphs that are no headings. */
  paragraphs: number;
  /** In characters of Chinese. */
  length: number;
}

/** The runs of a text, in order, and in which of them each segment begins and ends. */
function runsOf(
  en: SideInTurn,
  zh: SideInTurn,
  ratio: number,
): { readonly runs: Run[]; readonly ofEn: RunsOfSegments; readonly ofZh: RunsOfSegments } {
  const runs: Run[] = [];
  const ofEn = { run: new Int32Array(en.segments.length), runEnd: new Int32Array(en.segments.length) };
  const ofZh = { run: new Int32Array(zh.segments.length), runEnd: new Int32Array(zh.segments.length) };
  const pieces = [...piecesOf(en, true), ...piecesOf(zh, false)].sort((a, b) => a.start - b.start);
  for (const { isEnglish, segment, begins } of pieces) {
    const [{ segments, headings, marks }, of] = isEnglish ? [en, ofEn] : [zh, ofZh];
    let run = runs.at(-1);
    if (run?.isEnglish !== isEnglish) {
      run = { isEnglish, first: segment, end: segment, paragraphs: 0, length: 0 };
      runs.push(run);
    }
    of.runEnd[segment] = runs.length - 1;
    if (!begins) continue;
    of.run[segment] = runs.length - 1;
    if (run.end === run.first) run.first = segment;
    if (headings.kind[segment] === TEXT && beginsParagraph(segments, segment, run)) run.paragraphs++;
    run.length += marks.length[segment]! * (isEnglish ? ratio : 1);
    run.end = segment + 1;
  }
  return { runs, ofEn, ofZh };
}

type RunsOfSegments = Pick<Places, 'run' | 'runEnd'>;

/** A piece of a segment; only what was stitched or rejoined has several. */
interface Piece {
  readonly isEnglish: boolean;
  readonly segment: number;
  readonly start: number;
  readonly begins: boolean;
}

function piecesOf({ segments }: SideInTurn, isEnglish: boolean): Piece[] {
  return segments.flatMap(({ spans }, segment) =>
    spans.map(({ start }, index) => ({ isEnglish, segment, start, begins: index === 0 })),
  );
}

/** A paragraph after one that breaks off goes on with it. */
function beginsParagraph(segments: readonly Segment[], s: number, { first }: Run): boolean {
  if (s === first) return true;
  const { paragraph, text, language } = segments[s - 1]!;
  return paragraph !== segments[s]!.paragraph && !breaksOff(text, language);
}

/** How much more the words speak for their counterparts than for what stands on the other side of them, in nats. */
const BY_LIKENESS = 6;
/** Most files begin with a whole turn. */
const FIRST_LEADS = 1;
/** Nothing is surer than that. */
const MOST_SURE = 6;

/** Which language comes first in a turn: above 0 for English, in nats. */
function firstLanguage(runs: readonly Run[], en: Tokens, zh: Tokens, table: TranslationTable): number {
  const likeness = likenessOf(en, zh, table);
  let sum = runs[0]!.isEnglish ? FIRST_LEADS : -FIRST_LEADS;
  runs.forEach((run, r) => {
    if (!run.isEnglish) return;
    if (runs[r + 1]) sum += BY_LIKENESS * likeness(run, runs[r + 1]!);
    if (runs[r - 1]) sum -= BY_LIKENESS * likeness(run, runs[r - 1]!);
  });
  return Math.max(-MOST_SURE, Math.min(MOST_SURE, sum));
}

/** The share of the words of a Chinese run, rare ones weighing more, that some word of an English one may translate. */
export function likenessOf(
  en: Tokens,
  zh: Tokens,
  table: TranslationTable,
): (english: SegmentRun, chinese: SegmentRun) => number {
  /** By Chinese type, the first segment of the last English run that may translate it. */
  const translated = new Int32Array(zh.keys.length).fill(-1);
  const mark = ({ first, end }: SegmentRun): void => {
    for (let token = en.start[first]!; token < en.start[end]!; token++) {
      const e = en.type[token]!;
      for (let link = table.start[e]!; link < table.start[e + 1]!; link++)
        translated[table.zh[link]!] = first;
    }
  };
  let marked: SegmentRun | null = null;
  return (english, chinese) => {
    // One is compared with several in a row.
    if (marked !== english) mark(english);
    marked = english;
    let [shared, all] = [0, 0];
    for (let token = zh.start[chinese.first]!; token < zh.start[chinese.end]!; token++) {
      const z = zh.type[token]!;
      const rarity = Math.log1p(zh.type.length / zh.count[z]!);
      all += rarity;
      if (translated[z] === english.first) shared += rarity;
    }
    return all === 0 ? 0 : shared / all;
  };
}

/** What the languages hold both, of all that the longer one holds, turn by turn, 0–1. */
function overlap(runs: readonly Run[], leader: number): number {
  let [both, all] = [0, leader === 1 ? runs[0]!.length : 0];
  for (let r = leader; r < runs.length; r += 2) {
    const [first, second] = [runs[r]!.length, runs[r + 1]?.length ?? 0];
    both += Math.min(first, second);
    all += Math.max(first, second);
  }
  return both / Math.max(all, 1);
}

/** Where a third of the text and more has no counterpart of its length in its turn, it is doubtful that there are turns. */
function strengthOf(overlapping: number): number {
  return 1 / (1 + Math.exp(-12 * (overlapping - 0.4)));
}

/** The commonest numbers of paragraphs in a turn, and the share of the turns that have them. */
function shapeOfTurns(
  runs: readonly Run[],
  leader: number,
): { readonly regularity: number; readonly usual: readonly [first: number, second: number] } {
  const counts = new Map<string, number>();
  let [all, most, usual] = [0, 0, [1, 1] as [number, number]];
  for (let r = leader; r + 1 < runs.length; r += 2) {
    const [first, second] = [runs[r]!.paragraphs, runs[r + 1]!.paragraphs];
    if (first === 0 && second === 0) continue;
    const key = `${first} ${second}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    all++;
    if (count > most) [most, usual] = [count, [first, second]];
  }
  // One turn alone is as it is by chance, and a turn that is asked about says nothing of what is usual. That most turns
  // are alike says nearly as much as that all are: in short files few are left if some lack a paragraph.
  const share = Math.max(0, most - 1) / Math.max(1, all - 1);
  return { regularity: 1 - (1 - share) ** 2, usual };
}

/**
 * So many paragraphs more than usual in both languages are a page of each, before a table whose rows are turns of one, say. One or
 * two more may be such as the other language lacks, on both sides of a turn by chance.
 */
const PAGE = 3;

/** The turns of a text: its runs, the first one that begins a turn, and how many paragraphs are usual, of the side itself first. */
interface TurnsOfRuns {
  readonly runs: readonly Run[];
  readonly leader: number;
  readonly usual: readonly [own: number, other: number];
}

function placesOf(
  { segments, headings: { kind } }: SideInTurn,
  { run, runEnd }: RunsOfSegments,
  { runs, leader, usual: [usual, usualOther] }: TurnsOfRuns,
): Places {
  const before = new Int32Array(segments.length);
  const after = new Int32Array(segments.length);
  const surplus = new Uint8Array(segments.length);
  let passed = 0;
  for (let s = 0; s < segments.length; s++) {
    const own = runs[run[s]!]!;
    if (run[s] !== run[s - 1]) passed = 0;
    if (kind[s] === TEXT && beginsParagraph(segments, s, own)) passed++;
    before[s] = kind[s] === TEXT ? passed - 1 : passed;
    after[s] = own.paragraphs - passed;
    const other = runs[(run[s]! - leader) % 2 === 0 ? run[s]! + 1 : run[s]! - 1]?.paragraphs ?? 0;
    const isPage = Math.min(own.paragraphs - usual, other - usualOther) >= PAGE;
    const hasMore = isPage ? own.paragraphs * usualOther > other * usual : own.paragraphs > usual;
    surplus[s] = hasMore && kind[s] === TEXT ? 1 : 0;
  }
  return { run, runEnd, before, after, surplus };
}

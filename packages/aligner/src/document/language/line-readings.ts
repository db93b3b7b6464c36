import { mapInSteps, type Steps } from '../../common/steps.js';
import type { Language, Span } from '../../types.js';
import { languageByScript } from '../writing/script.js';
import { headwordOf } from './captions.js';
import { familyOdds } from './family-odds.js';
import type { Likeness } from './likeness.js';
import {
  evidenceForChinese,
  evidenceForGloss,
  evidenceForWhole,
  isSentence,
  languageOfGlossed,
} from './line-evidence.js';
import { judge, languagesOf, type Mixed, ODD_PART, partedAlike, restOf } from './line-ways.js';
import type { Parting } from './partings.js';
import {
  type LineReader,
  type LineReading,
  linesAsOne,
  type PlacedLine,
  scriptOf,
  withoutSyntax,
} from './placed-lines.js';

/** The caller has said that both languages lie on one line. */
const CHOSEN = 8;
/** What a line in both languages says about the one beside it: lists stand in one piece. */
const LIKE_NEIGHBOUR = 0.8;
/** Evidence of the looks of a line that no neighbour can outweigh. */
const CLEAR = 6;
/**
 * What it says that no line beside a line is its translation, and, of a term with something in brackets, that these are
 * translations of the lines beyond them.
 */
const ALONE = -1.5;
const ALONE_AMONG_PAIRS = -4;
/** Evidence from which a line is taken for the translation of the line beyond it. */
const TAKEN = 2;
/** Evidence for or against both languages that no neighbour can outweigh either. */
const SURE = 12;

/**
 * What reads the lines of a bilingual text: each as English, as Chinese, or as both. For a line in both scripts all that may
 * tell is weighed together: its words, its shape, what lines of the same kind look like, and whether a line beside it is
 * the translation of the whole.
 */
export function lineReader(likeness: Likeness): LineReader {
  return (source, lines, syntax, isInline) => readLines(source, lines, syntax, isInline, likeness);
}

function* readLines(
  source: string,
  lines: readonly PlacedLine[],
  syntax: readonly Span[],
  isInline: boolean,
  likenessOfWords: Likeness,
): Steps<LineReading[]> {
  const likeness = atMost(MOST_JUDGED, likenessOfWords);
  const text = withoutSyntax(source, syntax);
  const written = lines.map(({ span }) => text.slice(span.start, span.end));
  const scripts = lines.map(({ block }, at) => block.language ?? scriptOf(written[at]!));
  const seen = { text, written, scripts, likeness };
  const judged = yield* mapInSteps(scripts, (script, at) =>
    script === 'both'
      ? [judge(text, lines, at, likeness, (parting, line) => evidenceForRest(parting, line, seen))]
      : [],
  );
  const mixed = partedAlike(judged.flat());
  const odds = familyOdds(mixed, scripts.filter((script) => script === 'en' || script === 'zh').length);
  const forBoth = new Map(
    mixed.map(({ line, evidence }, at) => [line, evidence + odds[at]! + (isInline ? CHOSEN : 0)]),
  );
  const readings = linesAsOne(text, lines);
  for (const each of mixed) {
    yield;
    readings[each.line] = readBesideOthers(each, lines[each.line]!.span, { ...seen, forBoth });
  }
  return readings;
}

/** The lines of a text as they are written, and what compares them. */
interface SeenLines {
  readonly text: string;
  readonly written: readonly string[];
  readonly scripts: readonly (Language | 'both' | null)[];
  readonly likeness: Likeness;
}

/** The same, with how much speaks for both languages, line by line, before lines are compared with their neighbours. */
interface WeighedLines extends SeenLines {
  readonly forBoth: ReadonlyMap<number, number>;
}

/** Reads a line in both scripts, of which its neighbours may tell that it is in one language: one of them may translate all of it. */
function readBesideOthers({ line, parting }: Mixed, span: Span, lines: WeighedLines): LineReading {
  const { text, written, scripts, forBoth } = lines;
  const looks = evidenceForChinese(written[line]!);
  const before = forBoth.get(line)! + likeNeighbour(line - 1, lines) + likeNeighbour(line + 1, lines);
  const isClear = before < -SURE || before > SURE;
  const [last, next] = [beforeIt(scripts, line), afterIt(scripts, line)];
  /** How much speaks for a line beside this one being the translation of the line beyond it. */
  const taken: readonly [number, number] = isClear
    ? [0, 0]
    : [
        evidenceForPair(last, beforeIt(scripts, last), lines),
        evidenceForPair(next, afterIt(scripts, next), lines),
      ];
  const forRest = parting === null ? 0 : evidenceForRest(parting, line, lines);
  const whole = { en: Number.NEGATIVE_INFINITY, zh: Number.NEGATIVE_INFINITY };
  for (const [side, beside] of [last, next].entries()) {
    const glossed = languageOfGlossed(written[line]!, written[beside] ?? '');
    if (glossed !== null) whole[glossed] = Math.max(whole[glossed], SURE);
    const other = scriptBeside(beside, lines);
    if (other === null) continue;
    const language = other === 'zh' ? 'en' : 'zh';
    if (Math.abs(looks) > CLEAR && (isClear || looks > 0 !== (language === 'zh'))) continue;
    const evidence =
      evidenceForWhole(written[line]!, language, written[beside]!, lines.likeness) +
      Math.min(0, language === 'zh' ? looks : -looks) -
      Math.max(0, taken[side]!);
    const gloss =
      parting?.seam === 'brackets'
        ? evidenceForGloss(written[line]!, language, written[beside]!)
        : Number.NEGATIVE_INFINITY;
    whole[language] = Math.max(whole[language], isWhole(beside, lines) * Math.max(evidence, gloss));
  }
  // Where the languages take turns, a whole line has its translation beside it; in a page of one language it has not.
  const around = [beforeIt(scripts, last), last, next, afterIt(scripts, next)].map((at) =>
    scriptBeside(at, lines),
  );
  const takesTurns = around.includes('en') && around.includes('zh');
  const isTerm = parting?.seam === 'brackets' && !isSentence(written[line]!);
  const alone = isTerm && taken.every((evidence) => evidence > TAKEN) ? ALONE_AMONG_PAIRS : ALONE;
  const both = before + forRest - Math.max(whole.en, whole.zh, takesTurns ? alone : 0);
  if (parting !== null && both > 0) return { parts: languagesOf(text, parting), isBoth: true };
  const language = looks + Math.max(0, whole.zh) - Math.max(0, whole.en) >= 0 ? 'zh' : 'en';
  return { parts: [{ span, language }], isBoth: false };
}

/** How much speaks for a line beside it translating the text behind a term in both languages. */
function evidenceForRest(
  parting: Parting,
  line: number,
  { text, written, scripts, likeness }: SeenLines,
): number {
  const rest = restOf(text, parting);
  if (rest === null) return 0;
  const language = languageByScript(rest)!;
  const besides = [beforeIt(scripts, line), afterIt(scripts, line)].map((at) => written[at] ?? '');
  // A line that begins with a term in both languages as well translates the whole.
  const others = besides.filter(
    (beside) => (languageByScript(beside) ?? language) !== language && headwordOf(beside) === null,
  );
  return Math.max(ODD_PART, ...others.map((other) => evidenceForWhole(rest, language, other, likeness)));
}

/**
 * How much speaks for two lines, each in one script, being translations of each other; nothing does where they are not, and
 * what stands beyond the ends of a text is no translation of anything in it.
 */
function evidenceForPair(line: number, other: number, { written, scripts, likeness }: SeenLines): number {
  if (line < 0 || line >= scripts.length) return SURE;
  const [own, its] = [scripts[line] ?? null, scripts[other] ?? null];
  if (own === null || its === null || own === 'both' || its === 'both' || own === its) return 0;
  return evidenceForWhole(written[line]!, own, written[other]!, likeness);
}

/** What a line says for both languages on the one beside it. */
function likeNeighbour(line: number, { forBoth }: WeighedLines): number {
  const odds = forBoth.get(line);
  return odds === undefined ? 0 : LIKE_NEIGHBOUR * Math.tanh(odds / 2);
}

/** The language that a line is in, for the one beside it; null where it is rather in both. */
function scriptBeside(line: number, { written, scripts, forBoth }: WeighedLines): Language | null {
  const script = scripts[line] ?? null;
  if (script !== 'both') return script;
  return forBoth.get(line)! > 0 ? null : evidenceForChinese(written[line]!) >= 0 ? 'zh' : 'en';
}

/** How likely it is that a line is in one language, so that it can be the translation of a whole line beside it. */
function isWhole(line: number, { scripts, forBoth }: WeighedLines): number {
  return scripts[line] === 'both' ? 1 / (1 + Math.exp(forBoth.get(line)!)) : 1;
}

/** The nearest line before another that has letters; -1 where there is none. */
function beforeIt(scripts: readonly unknown[], line: number): number {
  do line--;
  while (line >= 0 && scripts[line] === null);
  return line;
}

/** The nearest line after another that has letters; the number of lines where there is none. */
function afterIt(scripts: readonly unknown[], line: number): number {
  do line++;
  while (line < scripts.length && scripts[line] === null);
  return line;
}

/**
 * Texts whose words are compared: the lines of a text so long have shown by then what lines of their kind are, and their
 * shapes tell the rest. It takes about two seconds.
 */
const MOST_JUDGED = 20_000;

function atMost(times: number, likeness: Likeness): Likeness {
  let left = times;
  return (en, zh) => (left-- > 0 ? likeness(en, zh) : 0);
}

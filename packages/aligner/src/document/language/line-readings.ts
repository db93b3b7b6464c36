import { mapInSteps, type Steps } from '../../common/steps.js';
import type { Block, Language, Span } from '../../types.js';
import { isFinished } from '../writing/endings.js';
import { languageByScript } from '../writing/script.js';
import { headwordOf } from './captions.js';
import type { Likeness } from './likeness.js';
import {
  evidenceForChinese,
  evidenceForGloss,
  evidenceForTwo,
  evidenceForWhole,
  isSentence,
  languageOfGlossed,
  mixtureOf,
} from './line-evidence.js';
import { type Chooser, type Parting, partingsOf, type Seam, SYNTAX } from './partings.js';

/** A line of a block, with the number of the block. */
export interface PlacedLine {
  readonly span: Span;
  readonly block: Block;
  readonly index: number;
}

/** What a line holds: text in one language, or texts and their translations in turn. */
export interface LineReading {
  readonly parts: readonly LinePart[];
  /** Whether the parts are translations of each other. */
  readonly isBoth: boolean;
}

/** A part of a line with its language; null where it has no letters. */
export interface LinePart {
  readonly span: Span;
  readonly language: Language | null;
  /** Whether its translation stands on another line, if anywhere, as that of a text behind a term in both languages does. */
  readonly isAlone?: true;
}

/** A line in both scripts, with the ways to part it. */
interface Judged {
  readonly line: number;
  readonly ways: readonly Way[];
  readonly family: string;
}

/**
 * A way to part a line, how much speaks for its parts being translations of each other, and for it among the ways to part the
 * line: there the text behind a term counts as well, and words of the other language in a part twice, since another way may be purer.
 */
interface Way {
  readonly parting: Parting;
  readonly evidence: number;
  readonly inChoice: number;
  readonly form: string;
}

/** The same with the likeliest way to part it and how much speaks for that. */
interface Mixed {
  readonly line: number;
  readonly parting: Parting | null;
  readonly evidence: number;
  readonly family: string;
  readonly form: string;
}

/**
 * What is known of a family of lines before it is looked at, as so many lines that hold both languages and so many that do
 * not: a line in both scripts is oftener one text with foreign words than two.
 */
const BEFORE = { both: 0.6, one: 1 };
/** So many lines what is expected of a family counts for: most families are all alike, so that few lines tell. */
const WEIGHT_BEFORE = 1.6;
/** Shares of a family that are compared. */
const SHARES = Array.from({ length: 39 }, (_, at) => (at + 1) / 40);
/** One line tells no more than this of the others, as log odds. */
const MOST_TOLD = 6;
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
 * Reads the lines of a bilingual text: each as English, as Chinese, or as both. For a line in both scripts all that may
 * tell is weighed together: its words, its shape, what lines of the same kind look like, and whether a line beside it is
 * the translation of the whole.
 *
 * @param syntax where the inline syntax of the format stands, in order
 * @param isInline whether the caller has said that both languages lie on one line
 */
export function* readLines(
  source: string,
  lines: readonly PlacedLine[],
  syntax: readonly Span[],
  likenessOfWords: Likeness,
  isInline: boolean,
): Steps<LineReading[]> {
  const likeness = atMost(MOST_JUDGED, likenessOfWords);
  const text = withoutSyntax(source, syntax);
  const written = lines.map(({ span }) => text.slice(span.start, span.end));
  const scripts = lines.map(({ block }, at) => block.language ?? scriptOf(written[at]!));
  /** How much speaks for a line beside it translating the text behind a term in both languages. */
  const evidenceForRest = (parting: Parting, line: number): number => {
    const rest = restOf(text, parting);
    if (rest === null) return 0;
    const language = languageByScript(rest)!;
    const besides = [beforeIt(scripts, line), afterIt(scripts, line)].map((at) => written[at] ?? '');
    // A line that begins with a term in both languages as well translates the whole.
    const others = besides.filter(
      (beside) => (languageByScript(beside) ?? language) !== language && headwordOf(beside) === null,
    );
    return Math.max(ODD_PART, ...others.map((other) => evidenceForWhole(rest, language, other, likeness)));
  };
  const judged = yield* mapInSteps(scripts, (script, at) =>
    script === 'both' ? [judge(text, lines, at, likeness, evidenceForRest)] : [],
  );
  const mixed = partedAlike(judged.flat());
  const odds = familyOdds(mixed, scripts.filter((script) => script === 'en' || script === 'zh').length);
  /** How much speaks for both languages, line by line, before lines are compared with their neighbours. */
  const forBoth = new Map(
    mixed.map(({ line, evidence }, at) => [line, evidence + odds[at]! + (isInline ? CHOSEN : 0)]),
  );
  const besides = (line: number): number => {
    const odds = forBoth.get(line);
    return odds === undefined ? 0 : LIKE_NEIGHBOUR * Math.tanh(odds / 2);
  };
  const scriptBeside = (line: number): Language | null => {
    const script = scripts[line] ?? null;
    if (script !== 'both') return script;
    return forBoth.get(line)! > 0 ? null : evidenceForChinese(written[line]!) >= 0 ? 'zh' : 'en';
  };
  /** How likely it is that a line is in one language, so that it can be the translation of a whole line beside it. */
  const isWhole = (line: number): number =>
    scripts[line] === 'both' ? 1 / (1 + Math.exp(forBoth.get(line)!)) : 1;
  /**
   * How much speaks for two lines, each in one script, being translations of each other; nothing does where they are not, and
   * what stands beyond the ends of a text is no translation of anything in it.
   */
  const forPair = (line: number, other: number): number => {
    if (line < 0 || line >= lines.length) return SURE;
    const [own, its] = [scripts[line] ?? null, scripts[other] ?? null];
    if (own === null || its === null || own === 'both' || its === 'both' || own === its) return 0;
    return evidenceForWhole(written[line]!, own, written[other]!, likeness);
  };
  const readings = lines.map(({ span, block }, at): LineReading => {
    const language = block.language ?? languageByScript(written[at]!);
    return { parts: [{ span, language }], isBoth: false };
  });
  for (const { line, parting } of mixed) {
    yield;
    const looks = evidenceForChinese(written[line]!);
    const whole = { en: Number.NEGATIVE_INFINITY, zh: Number.NEGATIVE_INFINITY };
    const before = forBoth.get(line)! + besides(line - 1) + besides(line + 1);
    const isClear = before < -SURE || before > SURE;
    const [last, next] = [beforeIt(scripts, line), afterIt(scripts, line)];
    /** How much speaks for a line beside this one being the translation of the line beyond it. */
    const taken = isClear
      ? [0, 0]
      : [forPair(last, beforeIt(scripts, last)), forPair(next, afterIt(scripts, next))];
    const forRest = parting === null ? 0 : evidenceForRest(parting, line);
    for (const [side, beside] of [last, next].entries()) {
      const glossed = languageOfGlossed(written[line]!, written[beside] ?? '');
      if (glossed !== null) whole[glossed] = Math.max(whole[glossed], SURE);
      const other = scriptBeside(beside);
      if (other === null) continue;
      const language = other === 'zh' ? 'en' : 'zh';
      if (Math.abs(looks) > CLEAR && (isClear || looks > 0 !== (language === 'zh'))) continue;
      const evidence =
        evidenceForWhole(written[line]!, language, written[beside]!, likeness) +
        Math.min(0, language === 'zh' ? looks : -looks) -
        Math.max(0, taken[side]!);
      const gloss =
        parting?.seam === 'brackets'
          ? evidenceForGloss(written[line]!, language, written[beside]!)
          : Number.NEGATIVE_INFINITY;
      whole[language] = Math.max(whole[language], isWhole(beside) * Math.max(evidence, gloss));
    }
    // Where the languages take turns, a whole line has its translation beside it; in a page of one language it has not.
    const around = [beforeIt(scripts, last), last, next, afterIt(scripts, next)].map(scriptBeside);
    const takesTurns = around.includes('en') && around.includes('zh');
    const isTerm = parting?.seam === 'brackets' && !isSentence(written[line]!);
    const alone = isTerm && taken.every((evidence) => evidence > TAKEN) ? ALONE_AMONG_PAIRS : ALONE;
    const both = before + forRest - Math.max(whole.en, whole.zh, takesTurns ? alone : 0);
    const language = looks + Math.max(0, whole.zh) - Math.max(0, whole.en) >= 0 ? 'zh' : 'en';
    readings[line] =
      parting !== null && both > 0
        ? { parts: languagesOf(text, parting), isBoth: true }
        : { parts: [{ span: lines[line]!.span, language }], isBoth: false };
  }
  return readings;
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

/** Whether any line has letters of both scripts, so that `readLines` needs to judge words. */
export function anyInBothScripts(text: string, blocks: readonly Block[]): boolean {
  return blocks.some(
    (block) =>
      block.language === undefined &&
      block.lines.some(({ start, end }) => scriptOf(text.slice(start, end)) === 'both'),
  );
}

function withoutSyntax(source: string, syntax: readonly Span[]): string {
  if (syntax.length === 0) return source;
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of syntax) {
    if (start < from) continue;
    parts.push(source.slice(from, start), SYNTAX.repeat(end - start));
    from = end;
  }
  return parts.join('') + source.slice(from);
}

function scriptOf(written: string): Language | 'both' | null {
  const language = languageByScript(written);
  if (language === null) return null;
  const other = language === 'zh' ? /\p{Script=Latin}/u : /\p{Script=Han}/u;
  return other.test(written) ? 'both' : language;
}

function judge(
  text: string,
  lines: readonly PlacedLine[],
  line: number,
  likeness: Likeness,
  evidenceForRest: (parting: Parting, line: number) => number,
): Judged {
  const { span, block } = lines[line]!;
  const likeliest: Chooser = (pieces) => {
    const all = pieces.map((parting) => evidenceFor(text, parting, likeness));
    return pieces[all.indexOf(Math.max(...all))]!;
  };
  const ways = partingsOf(text, span, likeliest).map((parting): Way => {
    const evidence = evidenceFor(text, parting, likeness);
    const written = parting.parts.map(({ start, end }) => text.slice(start, end));
    const mixture = mixtureOf(written);
    return {
      parting,
      evidence,
      inChoice: evidence + evidenceForRest(parting, line) + mixture,
      form: formOf(parting.seam, written, mixture === 0),
    };
  });
  const column = block.position?.axis === 'row' ? `${block.position.table} ${block.position.column}` : '';
  const isSentence = isFinished(text.slice(span.start, span.end));
  return { line, ways, family: [block.kind, column, isSentence].join() };
}

/**
 * What lines that are parted alike have in common: what parts them, into how many parts, which language leads, and whether words of
 * the one are left in the other.
 */
function formOf(seam: Seam, written: readonly string[], isPure: boolean): string {
  const count = Math.min(written.length, MANY_PARTS);
  return [seam === 'sentence' ? 'script' : seam, count, languageByScript(written[0]!), isPure].join();
}

/** Lines of more parts are of one form: lists on a line are of any length. */
const MANY_PARTS = 5;

/**
 * The likeliest way to part each line, by what speaks for it and by how the other lines of its family are parted: who writes a form or a
 * list puts the same mark between the languages, and the same language first, in all of it.
 */
function partedAlike(judged: readonly Judged[]): Mixed[] {
  const likeliest = judged.map(({ ways }) => bestOf(ways, () => 0));
  const sums = new Map<string, number>();
  const keys = judged.map(({ family }, at) => `${family} ${likeliest[at]?.form}`);
  const weights = likeliest.map((way) => (way === null ? 0 : 1 / (1 + Math.exp(-way.evidence))));
  for (const [at, key] of keys.entries()) sums.set(key, (sums.get(key) ?? 0) + weights[at]!);
  return judged.map(({ line, ways, family }, at) => {
    const others = (form: string): number => {
      const key = `${family} ${form}`;
      return Math.max(0, (sums.get(key) ?? 0) - (key === keys[at] ? weights[at]! : 0));
    };
    const best = bestOf(ways, ({ form }) => Math.min(MOST_BY_FORM, Math.log(1 + others(form))));
    return {
      line,
      parting: best?.parting ?? null,
      evidence: best?.evidence ?? Number.NEGATIVE_INFINITY,
      family,
      form: best?.form ?? '',
    };
  });
}

/** What other lines say about how a line is parted outweighs no clear words of its own. */
const MOST_BY_FORM = 3;

function bestOf(ways: readonly Way[], more: (way: Way) => number): Way | null {
  let best: Way | null = null;
  let most = Number.NEGATIVE_INFINITY;
  for (const way of ways) {
    const all = way.inChoice + more(way);
    if (all > most) [best, most] = [way, all];
  }
  return best;
}

/** The evidence of all texts of a line and their translations, of which each stands beside the other. */
function evidenceFor(text: string, { parts, seam }: Parting, likeness: Likeness): number {
  const written = parts.map(({ start, end }) => text.slice(start, end));
  let sum = 0;
  for (let at = 0; at + 1 < written.length; at += 2) {
    sum += evidenceForTwo(written[at]!, written[at + 1]!, seam, likeness);
  }
  return written.length % 2 === 0 || seam === 'headword' ? sum : sum + ODD_PART;
}

/** The text behind a term in both languages, whose translation the line beside it may be; null where there is none. */
function restOf(text: string, parting: Parting | null): string | null {
  if (parting?.seam !== 'headword') return null;
  const { start, end } = parting.parts.at(-1)!;
  return text.slice(start, end);
}

/** A text on a line in both languages that has no translation beside it. */
const ODD_PART = -2;

/**
 * How likely each line is to hold both languages by what other lines of its family do, as log odds: who writes a list does not
 * change his ways in it. Lines that would be parted alike tell more of each other than the rest of their family does, and where
 * hardly a line of the whole text is in one language, all families are likelier to hold both.
 *
 * @param others the lines in one script
 */
function familyOdds(mixed: readonly Mixed[], others: number): number[] {
  const [families, forms] = [new Map<string, number[]>(), new Map<string, number[]>()];
  for (const { family, form, evidence } of mixed) {
    for (const [map, key] of [
      [families, family],
      [forms, `${family} ${form}`],
    ] as const)
      if (!map.get(key)?.push(evidence)) map.set(key, [evidence]);
  }
  const usual = BEFORE.both / (BEFORE.both + BEFORE.one);
  const all = mixed.map(({ evidence }) => evidence);
  const ofText = shareOfBoth(all, usual, others);
  const before = Math.max(usual, ofText);
  const ofFamily = new Map([...families].map(([key, evidence]) => [key, shareOfBoth(evidence, before)]));
  const ofForm = new Map<string, number>();
  return mixed.map(({ family, form }) => {
    const key = `${family} ${form}`;
    const share = ofForm.get(key) ?? shareOfBoth(forms.get(key)!, ofFamily.get(family)!);
    ofForm.set(key, share);
    return Math.log(share / (1 - share));
  });
}

/**
 * The share of lines in both languages, as it is expected where each line is known only by its evidence.
 *
 * @param before the share that is expected before any line is looked at
 * @param others lines that are surely in one language
 */
function shareOfBoth(evidence: readonly number[], before: number, others = 0): number {
  const [both, one] = [before * WEIGHT_BEFORE, (1 - before) * WEIGHT_BEFORE];
  let [most, sum, mean] = [Number.NEGATIVE_INFINITY, 0, 0];
  const odds = evidence.map((each) => Math.exp(bounded(each)));
  const logs = SHARES.map((share) => {
    const prior = (both - 1) * Math.log(share) + (one - 1) * Math.log(1 - share);
    const known = prior + others * Math.log(share * Math.exp(-MOST_TOLD) + 1 - share);
    return odds.reduce((log, each) => log + Math.log(share * each + 1 - share), known);
  });
  for (const log of logs) most = Math.max(most, log);
  for (const [at, share] of SHARES.entries()) {
    const weight = Math.exp(logs[at]! - most);
    sum += weight;
    mean += weight * share;
  }
  return mean / sum;
}

/** The languages of the parts of a line, two by two: what a caption is of may begin with the other language than the caption. */
function languagesOf(text: string, { parts, seam }: Parting): LinePart[] {
  const written = parts.map(({ start, end }) => text.slice(start, end));
  return parts.map((span, place): LinePart => {
    const beside = written[place % 2 === 0 ? place + 1 : place - 1];
    if (beside === undefined) {
      const language = languageByScript(written[place]!);
      return seam === 'headword' ? { span, language, isAlone: true } : { span, language };
    }
    const [own, other] = [shareOfHan(written[place]!), shareOfHan(beside)];
    const isChinese = own === other ? place % 2 === 1 : own > other;
    return { span, language: isChinese ? 'zh' : 'en' };
  });
}

function bounded(evidence: number): number {
  return Math.min(MOST_TOLD, Math.max(-MOST_TOLD, evidence));
}

function shareOfHan(written: string): number {
  return (written.match(/\p{Script=Han}/gu)?.length ?? 0) / (written.match(/\p{L}+/gu)?.length ?? 1);
}

import { isFinished } from '../writing/endings.js';
import { languageByScript } from '../writing/script.js';
import type { Likeness } from './likeness.js';
import { evidenceForTwo, mixtureOf } from './line-evidence.js';
import { type Chooser, type Parting, partingsOf, type Seam } from './partings.js';
import type { LinePart, PlacedLine } from './placed-lines.js';

/** A line in both scripts, with the ways to part it. */
export interface Judged {
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
export interface Mixed {
  readonly line: number;
  readonly parting: Parting | null;
  readonly evidence: number;
  readonly family: string;
  readonly form: string;
}

/**
 * The ways to part a line in both scripts, with what speaks for each.
 *
 * @param evidenceForRest how much speaks for a line beside it translating the text behind a term in both languages
 */
export function judge(
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
  // What is behind a term may have a translation on one line and none on the next.
  const count = seam === 'headword' ? 2 : Math.min(written.length, MANY_PARTS);
  return [seam === 'sentence' ? 'script' : seam, count, languageByScript(written[0]!), isPure].join();
}

/** Lines of more parts are of one form: lists on a line are of any length. */
const MANY_PARTS = 5;

/**
 * The likeliest way to part each line, by what speaks for it and by how the other lines of its family are parted: who writes a form or a
 * list puts the same mark between the languages, and the same language first, in all of it.
 */
export function partedAlike(judged: readonly Judged[]): Mixed[] {
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
export function restOf(text: string, parting: Parting | null): string | null {
  if (parting?.seam !== 'headword' || parting.parts.length % 2 === 0) return null;
  const { start, end } = parting.parts.at(-1)!;
  return text.slice(start, end);
}

/** A text on a line in both languages that has no translation beside it. */
export const ODD_PART = -2;

/** The languages of the parts of a line, two by two: what a caption is of may begin with the other language than the caption. */
export function languagesOf(text: string, { parts, seam }: Parting): LinePart[] {
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

function shareOfHan(written: string): number {
  return (written.match(/\p{Script=Han}/gu)?.length ?? 0) / (written.match(/\p{L}+/gu)?.length ?? 1);
}

import type { Alternative, Bead, BeadTerms, Explanation, LinkKind, WordLink } from 'duiqi';
import { describeAlternative } from './alternative.js';
import { clipEnd, padColumns, wrap } from './display-width.js';
import { COLUMNS, sideBySide } from './side-by-side.js';
import { counted } from './words.js';

const TEXT_LINES = 12;
const WORD_LINES = 3;
/** Columns before a text, and before a list of words. */
const TEXT_INDENT = 10;
const WORDS_INDENT = 11;
/** Columns for a word; longer ones are cut. */
const WORD_COLUMNS = 28;
/** Links that are listed; the others say next to nothing. */
const MOST_LINKS = 20;

const KINDS: Readonly<Record<LinkKind, string>> = {
  word: 'a known translation',
  learnt: 'learnt from this text',
  number: 'the same number',
  name: 'a name that sounds alike',
  latin: 'the same letters',
};

const TERMS: readonly (readonly [part: keyof BeadTerms, words: string])[] = [
  ['words', 'words, numbers and names'],
  ['length', 'lengths of the two sides'],
  ['shape', 'number of sentences'],
  ['punctuation', 'punctuation and quotation marks'],
  ['clauses', 'clause markers'],
  ['paragraphs', 'beginnings of paragraphs'],
  ['headings', 'headings'],
  ['turns', 'turns of the languages'],
  ['similarity', 'how alike your model finds them'],
  ['scorer', 'a scorer of your own'],
];

/** The report of `duiqi inspect --why`, as lines of at most 100 columns. */
export function* explanationReport(number: number, explanation: Explanation): Iterable<string> {
  for (const [title, lines] of sections(number, explanation)) {
    if (lines.length === 0) continue;
    yield `${title}\n`;
    for (const line of lines) yield `${line.trimEnd()}\n`;
    yield '\n';
  }
}

function* sections(number: number, explanation: Explanation): Iterable<[string, readonly string[]]> {
  const { pair, bead, cost, terms, evidence, unexplained, alternatives } = explanation;
  const remarks = [`score ${pair.score.toFixed(2)}`, pair.bead, ...pair.flags];
  yield [
    clipEnd(`Pair ${number}: ${remarks.join(', ')}`, COLUMNS),
    sideBySide(pair.en.text, pair.zh.text, 2, TEXT_LINES),
  ];
  yield ['What spoke for it, in nats (1 more is 2.7 times as likely)', strongest(evidence)];
  yield [
    'Words that nothing spoke for',
    [...wordList('English', unexplained.en), ...wordList('Chinese', unexplained.zh)],
  ];
  const parts = TERMS.filter(([part]) => terms[part] !== 0).map(([part, words]) => row(terms[part], words));
  yield ['What it costs, in nats (below 0 it is likelier than chance)', [...parts, row(cost, 'in all')]];
  const ways = pair.flags.includes('crossing') ? [OUT_OF_ORDER] : otherWays(alternatives, bead);
  yield ['Other ways to cut here, and how much more they cost', ways];
}

const OUT_OF_ORDER = '  None: it was found afterwards, among the sentences that no pair in order had taken.';

function strongest(evidence: readonly WordLink[]): string[] {
  if (evidence.length === 0)
    return ['  Nothing: no word of either side is known to stand for one of the other.'];
  const lines = evidence.slice(0, MOST_LINKS).map(({ en, zh, kind, gain }) => {
    const [english, chinese] = [en, zh].map((word) => padColumns(clipEnd(word, WORD_COLUMNS), WORD_COLUMNS));
    return row(gain, `${english}  ${chinese}  ${KINDS[kind]}`);
  });
  const rest = evidence.length - lines.length;
  return rest === 0 ? lines : [...lines, `  … and ${counted(rest, 'weaker one')}`];
}

function wordList(language: string, words: readonly string[]): string[] {
  if (words.length === 0) return [];
  const lines = wrap(words.join(', '), COLUMNS - WORDS_INDENT, WORD_LINES);
  return lines.map((line, index) => `  ${index === 0 ? language : ''}`.padEnd(WORDS_INDENT) + line);
}

function otherWays(alternatives: readonly Alternative[], pair: Bead): string[] {
  if (alternatives.length === 0) return ['  None: the clauses before and after leave no other way.'];
  return alternatives.flatMap((alternative) => [
    ...wrap(describeAlternative(alternative, pair), COLUMNS - TEXT_INDENT, WORD_LINES).map((line, index) =>
      index === 0 ? row(alternative.extra, line) : ' '.repeat(TEXT_INDENT) + line,
    ),
    ...alternative.beads.flatMap(({ en, zh, enText, zhText }) => {
      const shape = `${en.end - en.start}-${zh.end - zh.start}`;
      return sideBySide(`${shape} ${enText}`, zhText, TEXT_INDENT, 1);
    }),
  ]);
}

/** A number of nats and what it stands for. */
function row(nats: number, words: string): string {
  // Nothing is written as `-0.00`.
  const rounded = Math.round(nats * 100) / 100 || 0;
  return `${rounded.toFixed(2).padStart(TEXT_INDENT - 2)}  ${words}`;
}

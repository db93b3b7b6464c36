import * as duiqi from 'duiqi';
import * as check from 'duiqi/check';
import * as documents from 'duiqi/documents';
import * as node from 'duiqi/node';
import * as pairs from 'duiqi/pairs';
import * as review from 'duiqi/review';
import * as words from 'duiqi/words';
import { describe, expect, test } from 'vitest';

// What a program without types may give: each public function does its work or says in a sentence what it takes.

const BAD: Readonly<Record<string, unknown>> = {
  undefined,
  null: null,
  'a number': 5,
  'no number': Number.NaN,
  true: true,
  'a symbol': Symbol('s'),
  'a function': () => 1,
  'an object': {},
  'an object without a prototype': Object.create(null),
  'an empty array': [],
  'an array of null': [null],
  'an array of numbers': [1],
  'an array of texts': ['a'],
  'an empty text': '',
  'a text': 'some text',
  bytes: new Uint8Array([1, 2, 3]),
  'a map': new Map(),
  'a promise': Promise.resolve(1),
};

/** Does all that a function does, also where it does it only while what it gives is gone through. */
async function done(result: unknown): Promise<unknown> {
  const given = await result;
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return given;
  if (Symbol.asyncIterator in given) for await (const _ of given as AsyncIterable<unknown>);
  else if (Symbol.iterator in given) for (const _ of given as Iterable<unknown>);
  return given;
}

/** What is thrown that is no sentence of ours, by the value that was given. */
async function surprises(call: (value: never) => unknown): Promise<string[]> {
  const found: string[] = [];
  for (const [name, value] of Object.entries(BAD)) {
    try {
      await done(await call(value as never));
    } catch (error) {
      if (error instanceof duiqi.DuiqiError && error.message.split(' ').length > 3) continue;
      found.push(`${name}: ${String(error)}`);
    }
  }
  return found;
}

const ENTRIES = { duiqi, check, documents, node, pairs, review, words };
const FIRST = Object.entries(ENTRIES).flatMap(([entry, module]) =>
  Object.entries(module).flatMap(([name, value]) => {
    if (typeof value !== 'function' || name === 'DuiqiError') return [];
    const call = value as (...args: unknown[]) => unknown;
    const made = value as unknown as new (...args: unknown[]) => unknown;
    return [[`${entry}: ${name}`, (first: unknown) => (name === 'History' ? new made(first) : call(first))]];
  }),
) as [string, (value: unknown) => unknown][];

test.each(FIRST)('the first argument of %s', async (_, call) => {
  expect(await surprises(call)).toEqual([]);
});

const TEXT =
  '(1) The library opens at nine.\n(2) Books are due after 30 days.\n\n（一）图书馆九点开门。\n（二）图书30天后到期。\n';
const alignment = await duiqi.align(TEXT);
const records = [...pairs.records(alignment)];
const begun = review.startReview(alignment);
const row = begun.rows[0]!.id;
const lexicon = await words.builtInLexicon();
const english = documents.englishWords(alignment);
const pdf = new TextEncoder().encode('%PDF-1.4');
const act = (given: object): unknown => review.applyAct(begun, given as review.Act);
const named = <Options>(names: readonly string[], call: (options: Options) => unknown) =>
  names.map((name) => [name, (value: never) => call({ [name]: value } as Options)] as const);

describe('further arguments', () => {
  test.each<readonly [string, (value: never) => unknown]>([
    ['options of align', (v) => duiqi.align(TEXT, v)],
    ['options of alignStream', (v) => duiqi.alignStream(TEXT, v)],
    ['options of segment', (v) => duiqi.segment(TEXT, v)],
    ['number of explain', (v) => duiqi.explain(TEXT, v)],
    ['options of explain', (v) => duiqi.explain(TEXT, 1, v)],
    ['options of realign', (v) => duiqi.realign(begun, v)],
    ['row of proposeCut', (v) => duiqi.proposeCut(begun, v, 'en', 8)],
    ['side of proposeCut', (v) => duiqi.proposeCut(begun, row, v, 8)],
    ['offset of proposeCut', (v) => duiqi.proposeCut(begun, row, 'en', v)],
    ['options of proposeCut', (v) => duiqi.proposeCut(begun, row, 'en', 8, v)],
    ['name of readSrx', (v) => duiqi.readSrx('<srx/>', v)],
    ['name of readPdf', (v) => duiqi.readPdf(pdf, v)],
    ['pdfium of readPdf', (v) => duiqi.readPdf(pdf, 'a.pdf', v)],
    ['options of records', (v) => pairs.records(alignment, v)],
    ['options of toTmx', (v) => pairs.toTmx(alignment, v)],
    ['options of toJsonl', (v) => pairs.toJsonl(alignment, v)],
    ['options of toTsv', (v) => pairs.toTsv(alignment, v)],
    ['options of toCsv', (v) => pairs.toCsv(alignment, v)],
    ['options of toXliff', (v) => pairs.toXliff(alignment, v)],
    ['options of toXlsx', (v) => pairs.toXlsx(alignment, v)],
    ['options of toMoses', (v) => pairs.toMoses(alignment, 'en', v)],
    ['language of toMoses', (v) => pairs.toMoses(alignment, v)],
    ['options of toBeads', (v) => pairs.toBeads(alignment.ladder, v)],
    ['language of doubts', (v) => pairs.doubts(records[0]!, v)],
    ['options of leaveOutReason', (v) => pairs.leaveOutReason(records[0]!, v)],
    ['new pairs of compare', (v) => pairs.compare(alignment, v)],
    ['new text of compareTexts', (v) => pairs.compareTexts('old', v)],
    ['second memory of merge', (v) => pairs.merge([records, v])],
    ['options of readPairs', (v) => pairs.readPairs('mill\t磨坊\n', v)],
    ['options of check', (v) => check.check('{}', v)],
    ['gold of evaluate', (v) => check.evaluate([], v)],
    ['options of parseBeads', (v) => check.parseBeads('', v)],
    ['options of train', (v) => words.train([alignment], v)],
    ['an alignment of train', (v) => words.train([v])],
    ['glossary of withGlossary', (v) => words.withGlossary(lexicon, v)],
    ['what withLearnt is given', (v) => words.withLearnt(lexicon, v)],
    ['options of readGlossary', (v) => words.readGlossary('mill\t磨坊', v)],
    ['name of parseGlossary', (v) => words.parseGlossary('mill\t磨坊', v)],
    ['options of proposeTerms', (v) => words.proposeTerms(records, v)],
    ['terms of writeTerms', (v) => words.writeTerms(v, 'tsv')],
    ['format of writeTerms', (v) => words.writeTerms([], v)],
    ['names of chineseWordsFinder', (v) => documents.chineseWordsFinder(lexicon, v)],
    ['document of such a finder', (v) => documents.chineseWordsFinder(lexicon, new Map())(v)],
    ['Chinese documents of pairDocuments', (v) => documents.pairDocuments([english], v, lexicon)],
    ['lexicon of pairDocuments', (v) => documents.pairDocuments([english], [english], v)],
    ['acts of a history', (v) => new review.History(alignment, v)],
    ['acts of one that is opened', (v) => review.History.open(alignment, v)],
    ['options of one that is opened', (v) => review.History.open(alignment, [], v)],
    ['an act', (v) => review.applyAct(begun, v)],
    ['acts of an act', (v) => act({ type: 'several', acts: v })],
    ['row of an act', (v) => act({ type: 'edit', row: v, side: 'en', text: 'x' })],
    ['text of an act', (v) => act({ type: 'edit', row, side: 'en', text: v })],
    ['side of an act', (v) => act({ type: 'edit', row, side: v, text: 'x' })],
    ['edits of an act', (v) => act({ type: 'restore', edits: v })],
    ['beads of recut', (v) => review.recut(begun, v)],
    ['options of readProject', (v) => review.readProject('{}', v)],
    ['acts of writeProject', (v) => review.writeProject({ title: '', alignment, acts: v, position: 0 })],
    ['name of alignmentOfPairs', (v) => review.alignmentOfPairs(records, v)],
    ['options of alignFiles', (v) => node.alignFiles('package.json', v)],
  ])('%s', async (_, call) => {
    expect(await surprises(call)).toEqual([]);
  });

  test.each([
    ...named(['names', 'format', 'encoding', 'lossy', 'layout', 'segments', 'lexicon'], (options) =>
      duiqi.align(TEXT, options as never),
    ),
    ...named(['learnt', 'glossary', 'segmenters', 'scorer', 'similarity', 'update', 'signal'], (options) =>
      duiqi.align(TEXT, options as never),
    ),
    ...named(['markers', 'doubtful', 'numbers', 'parts', 'date', 'creationToolVersion', 'ui'], (options) =>
      pairs.toTmx(alignment, options as never),
    ),
    ...named(['document', 'minScore', 'drop', 'direction', 'sourceLanguage', 'targetLanguage'], (options) =>
      pairs.toTmx(alignment, options as never),
    ),
    ...named(['columns', 'unaligned'], (options) => pairs.toTsv(alignment, options as never)),
    ...named(['names', 'format', 'columns', 'variants', 'onDiagnostic'], (options) =>
      pairs.readPairs('en\tzh\nmill\t磨坊\n', options as never),
    ),
  ])('the option %s', async (_, call) => {
    expect(await surprises(call)).toEqual([]);
  });
});

test('what was forgotten is named: a promise, the fields of a pair, a switch that is a text', async () => {
  const pending = duiqi.align(TEXT);
  expect(() => pairs.toTmx(pending as never)).toThrow(/a promise that was not awaited/);
  await pending;
  expect(() => [...pairs.toJsonl([{ en: 'mill', zh: '磨坊' }] as never)]).toThrow(
    /all their fields \(id, en/,
  );
  expect(() => pairs.toTmx(alignment, { numbers: 'false' as never })).toThrow(
    /numbers must be true or false/,
  );
  expect(() => pairs.toMoses(alignment, 'de' as never)).toThrow(/language must be one of en, zh/);
});

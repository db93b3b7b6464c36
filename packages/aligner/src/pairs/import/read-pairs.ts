import { badOption, checkOptionsAreOne } from '../../common/arguments.js';
import { DuiqiError } from '../../common/errors.js';
import { languageOfTag } from '../../common/language-tag.js';
import { checkOneOf } from '../export/option-checks.js';
import type { PairFormat, PairRecord } from '../pair-record.js';
import { heldInput } from './held.js';
import { pairFormatOf } from './pair-format.js';
import type { PairInput, PairSource, ReadingContext, ReadPairsOptions, TextReader } from './pair-source.js';
import { bytesOf, tableChunks, textChunks } from './text-chunks.js';

/**
 * Reads a file of pairs of any origin: TMX, JSONL (also in its profiles), TSV, CSV, Excel, XLIFF, or two texts in line (Moses).
 * The pairs are read while they are gone through, and anew each time, so that a file of millions needs little memory; a stream is
 * held (see `PairStream`).
 *
 * @throws DuiqiError `bad-option`, or `unreadable` where the file is not what it should be: this too while it is gone through
 */
export async function readPairs(
  source: PairInput,
  options: ReadPairsOptions = {},
): Promise<Iterable<PairRecord>> {
  checkOptionsAreOne(options);
  const {
    names = [],
    columns = null,
    variants = [],
    format: asked = 'auto',
    onDiagnostic = () => {},
  } = options;
  checkTexts('names', names);
  checkTexts('variants', variants);
  if (columns !== null) checkTexts('columns', columns);
  checkOneOf('format', asked, ['auto', 'moses', 'xlsx', ...Object.keys(READERS)]);
  if (typeof onDiagnostic !== 'function') throw badOption('onDiagnostic', onDiagnostic, 'a function');
  const unknown = variants.find((tag) => languageOfTag(tag) === null);
  if (unknown !== undefined) {
    const message = `variants must be kinds of English or Chinese such as zh-TW, not "${unknown}".`;
    throw new DuiqiError('bad-option', message, { variants });
  }
  const input = await heldInput(source);
  const context: ReadingContext = { name: names.join(' | '), columns, variants, tell: onDiagnostic };
  if (isTwoTexts(input)) {
    const { readMoses } = await import('./moses.js');
    const chunks = (language: 'en' | 'zh', place: number) => textChunks(input[language], names[place] ?? '');
    return again(() => readMoses(chunks('en', 0), chunks('zh', 1), context));
  }
  const format = pairFormatOf(input, context.name, asked);
  if (format === 'moses') {
    throw new DuiqiError('bad-option', 'Moses files come in twos: give the English and the Chinese one.');
  }
  if (format === 'xlsx') {
    const { readReviewSheet } = await import('./xlsx.js');
    return readReviewSheet(bytesOf(input, context.name), context);
  }
  const read = await READERS[format]();
  return again(() =>
    read(format === 'csv' ? tableChunks(input, context) : textChunks(input, context.name), context),
  );
}

/** Each is loaded when it is wanted. */
const READERS: Readonly<Record<Exclude<PairFormat, 'moses' | 'xlsx'>, () => Promise<TextReader>>> = {
  tmx: async () => (await import('./tmx.js')).readTmx,
  jsonl: async () => (await import('./jsonl.js')).readJsonl,
  tsv: async () => (await import('./tsv.js')).readTsv,
  csv: async () => (await import('./csv.js')).readCsv,
  xliff: async () => (await import('./xliff.js')).readXliff,
};

/** @throws DuiqiError `bad-option` */
function checkTexts(option: string, value: readonly string[]): void {
  if (Array.isArray(value) && value.every((text) => typeof text === 'string')) return;
  throw badOption(option, value, 'a list of strings');
}

function again(read: () => Iterable<PairRecord>): Iterable<PairRecord> {
  return { [Symbol.iterator]: () => read()[Symbol.iterator]() };
}

function isTwoTexts(input: PairInput<PairSource>): input is Exclude<PairInput<PairSource>, PairSource> {
  return typeof input === 'object' && 'en' in input && 'zh' in input;
}

import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { workerData } from 'node:worker_threads';
import { type AlignOptions, type Language, segment } from 'duiqi';
import { chineseWordsFinder, type DocumentWords, englishWords } from 'duiqi/documents';
import { readPdfInThread } from 'duiqi/node';
import { openLexicon } from 'duiqi/words';
import { segmentersOf } from '../reading-options.js';
import { LANGUAGE_NAMES } from '../words.js';
import { BadLine, documentOfLine } from './document-line.js';
import type { DocumentFiles } from './document-list.js';
import { type LineAnswer, lineAnswer, type PairsForm } from './line-answer.js';
import { loadFiles } from './load-files.js';
import { failed, GivenUp, type Outcome, outcomeOf, type Refusal, refusalOf } from './outcome.js';
import type { Identity } from './rows.js';
import type { WorkerSettings } from './settings.js';
import { tooLarge } from './too-much.js';

// The thread that aligns documents; see aligner-pool.ts.

// The pool keeps the first place for itself.
const [, settings] = workerData as readonly [unknown, WorkerSettings];
const { lexicon, align, rules, filter, limits, names } = settings;
const opened = openLexicon(lexicon);
const options: AlignOptions = {
  ...align,
  lexicon: opened,
  readPdf: readPdfInThread,
  segmenters: await segmentersOf(rules),
  onProgress: refuseIfTooLarge,
};

/** A line of a stream of documents. */
export interface LineJob {
  readonly bytes: Uint8Array;
  readonly number: number;
  readonly pairs: PairsForm;
}

export async function alignLine({ bytes, number, pairs }: LineJob): Promise<LineAnswer> {
  const [identity, outcome] = await lineOutcome(bytes, number);
  return lineAnswer(identity, outcome, pairs);
}

async function lineOutcome(bytes: Uint8Array, number: number): Promise<[Identity, Outcome]> {
  try {
    const { content, ...identity } = documentOfLine(bytes, number);
    const load = () =>
      'files' in content
        ? loadFiles(content.files, align.format ?? 'auto', limits)
        : { ...content, names: [] };
    return [identity, await outcomeOf(identity.id, load, options, filter)];
  } catch (error) {
    if (error instanceof BadLine) return [error.identity, failed('bad-line', error.message)];
    throw error;
  }
}

/** The files of a document, of which folders, names or a list say that the first one is English. */
export async function alignFiles({ id, files }: DocumentFiles): Promise<Outcome> {
  const load = async () => ({
    ...(await loadFiles(files, align.format ?? 'auto', limits)),
    isEnglishFirst: true,
  });
  return outcomeOf(id, load, options, filter);
}

/** A file in one language, of which the words are wanted. */
export interface WordsJob {
  readonly path: string;
  readonly language: Language;
}

/** The words of a file, or why there are none. */
export type WordsAnswer = { readonly words: DocumentWords } | { readonly refusal: Refusal };

export async function wordsOf({ path, language }: WordsJob): Promise<WordsAnswer> {
  try {
    const loaded = await loadFiles([path], align.format ?? 'auto', limits);
    const read = await segment(loaded.input, { ...options, names: loaded.names });
    if (read[language].segments.length === 0) {
      const message = `it holds no ${LANGUAGE_NAMES[language]}.`;
      return { refusal: { status: 'nothing', code: 'nothing-to-align', message } };
    }
    if (language === 'en') return { words: englishWords(read) };
    findChineseWords ??= chineseWordsFinder(opened, names ?? new Map());
    return { words: await findChineseWords(read) };
  } catch (error) {
    return { refusal: refusalOf(error) };
  }
}

let findChineseWords: ReturnType<typeof chineseWordsFinder> | undefined;

/** V8 bounds the objects of a thread, and not the arrays of numbers that most of an alignment is. */
function refuseIfTooLarge(): void {
  if (!isTooLarge()) return;
  // What earlier documents have left counts until V8 collects it, and it is not to be laid to this one.
  collectGarbage ??= garbageCollector();
  collectGarbage();
  if (isTooLarge()) throw new GivenUp(...tooLarge(limits));
}

function isTooLarge(): boolean {
  const { used_heap_size, external_memory } = getHeapStatistics();
  return used_heap_size + external_memory - lexicon.byteLength > limits.megabytes * 1e6;
}

let collectGarbage: (() => void) | undefined;

/** V8 has it ready for those contexts that are made once it is asked for. */
function garbageCollector(): () => void {
  setFlagsFromString('--expose-gc');
  return runInNewContext('gc');
}

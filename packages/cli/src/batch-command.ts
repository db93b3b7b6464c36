import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';
import { version } from 'duiqi';
import { isDoubtful, type PairRecord } from 'duiqi/pairs';
import type { Command } from './command.js';
import type { CommandLine } from './command-line.js';
import { AlignerPool } from './corpus/aligner-pool.js';
import { type BatchInput, batchInput } from './corpus/batch-input.js';
import { type BatchOutput, batchOutput, doneRun, doneText } from './corpus/batch-output.js';
import { type BatchSummary, batchSummary } from './corpus/batch-summary.js';
import { dataCard } from './corpus/data-card.js';
import type { DocumentFiles, DocumentList } from './corpus/document-list.js';
import { inOrder } from './corpus/in-order.js';
import { type Outcome, withoutPairs } from './corpus/outcome.js';
import { pairLines } from './corpus/rows.js';
import { RunProgress } from './corpus/run-progress.js';
import { RunState } from './corpus/run-state.js';
import { CORPUS_OPTIONS, jobsOf, type WorkerSettings, workerSettings } from './corpus/settings.js';
import { Failure, Status } from './failure.js';
import { tell, writing } from './files.js';
import { makeFolders } from './folders.js';
import { outputsOf, type WritingOptions } from './formats.js';
import { BATCH_HELP } from './help.js';
import { checkOutputs } from './places.js';
import { quoted } from './words.js';
import type { Output } from './write-files.js';
import { adviceOnDoubtful, doubtfulOutput, outputPlace } from './writing.js';
import { WRITING_OPTIONS, writingOptions } from './writing-options.js';

/** `duiqi batch`: folders of documents to a corpus or a memory. */
export const batchCommand: Command = {
  options: [...CORPUS_OPTIONS, ...WRITING_OPTIONS, 'list', 'pair', 'resume', 'shard'],
  help: BATCH_HELP,
  run,
};

/** For each thread: so many documents may be done while an earlier one is worked on. */
const AHEAD = 16;

async function run(line: CommandLine): Promise<void> {
  const output = batchOutput(line);
  const options = writingOptions(line);
  const isQuiet = line.has('quiet');
  const jobs = jobsOf(line);
  await checkOutputs(
    output.folder === null ? output.files : [output.manifest],
    (['list', 'glossary', 'lexicon', 'rules'] as const).flatMap((name) => line.all(name)),
  );
  const settings = await workerSettings(line, options);
  const input = await batchInput(line, output, settings);
  const text = settingsText(settings, options, output, input);
  const done = doneRun(output, line.has('resume'), text);
  if (done !== null) {
    RunState.removeRest(output.state);
    refuseWithoutPairs(done.pairs, output);
    if (!isQuiet)
      tell(`There is nothing left to do: ${quoted(output.manifest)} says what became of each document.`);
    return;
  }
  const state = await begun(output, text);
  const list = input.isByContent ? await state.once('documents', input.documents) : await input.documents();
  await work(list, state, { output, options, settings, jobs });
  const summary = await finish(state, output, { settings: text, options, skipped: input.skipped });
  refuseWithoutPairs(summary.pairs, output);
  if (isQuiet) return;
  for (const sentence of [...summary.sentences, ...adviceOn(output, state)]) tell(sentence);
}

/** What a translator does with the memory of doubtful pairs, if there is one. */
function adviceOn(output: BatchOutput, { files }: RunState): readonly string[] {
  if (output.folder !== null) return [];
  const place = outputPlace(output, output.doubtful);
  const isApart = place.apart !== null && files.includes(basename(place.apart));
  return isApart ? adviceOnDoubtful({ outputs: [place] }, [place.apart]) : [];
}

function refuseWithoutPairs(pairs: number, { manifest }: BatchOutput): void {
  if (pairs === 0) {
    throw new Failure(Status.nothingToAlign, `no pairs were found: ${quoted(manifest)} says why.`);
  }
}

async function begun(output: BatchOutput, settings: string): Promise<RunState> {
  let state: RunState | undefined;
  await writing(quoted(output.state), () => {
    makeFolders(output.path, output.state);
    state = RunState.open(output.state, settings);
  });
  return state!;
}

interface Work {
  readonly output: BatchOutput;
  readonly options: WritingOptions;
  readonly settings: WorkerSettings;
  readonly jobs: number;
}

/** Aligns the documents that are left, and writes the shards. */
async function work(
  list: DocumentList,
  state: RunState,
  { output, options, settings, jobs }: Work,
): Promise<void> {
  const all = [
    ...list.documents.map((document) => ({ ...document, isAlone: false })),
    ...list.alone.map((document) => ({ ...document, isAlone: true })),
  ];
  const progress = new RunProgress(state.documents, all.length);
  const left = all.slice(state.documents);
  const pool = left.length === 0 ? null : new AlignerPool(settings, Math.min(jobs, left.length));
  try {
    if (state.pairs >= output.size) await finishShard(state, output, options);
    const outcomes = inOrder(
      left,
      async (document): Promise<[DocumentFiles, Outcome]> => [
        document,
        document.isAlone
          ? alone(document)
          : await pool!.run('alignFiles', document, (outcome: Outcome) => outcome),
      ],
      { jobs, ahead: AHEAD * jobs },
    );
    for await (const [document, outcome] of outcomes) {
      await writing(quoted(output.state), () => note(document, outcome, state));
      progress.show(state.documents);
      if (state.pairs >= output.size) await finishShard(state, output, options);
    }
  } finally {
    progress.end();
    await pool?.end();
  }
  if (state.isBegun || state.shards === 0) await finishShard(state, output, options);
}

function alone({ refusal, namesake }: DocumentFiles): Outcome {
  if (refusal !== undefined) return withoutPairs(refusal);
  const message =
    namesake === undefined
      ? 'no file in the other language belongs to it.'
      : `${quoted(namesake)} has its name, as other files have: --list says which belong together.`;
  return withoutPairs({ status: 'nothing', code: 'no-partner', message });
}

function note({ id, files }: DocumentFiles, outcome: Outcome, state: RunState): void {
  const { status, code, message, quality, signature } = outcome;
  // Text without a counterpart is no pair that could come twice.
  const pairs = outcome.records.filter(
    ({ en, zh }) => status !== 'ok' || en === '' || zh === '' || state.seen.add(en, zh),
  );
  const duplicates = outcome.records.length - pairs.length;
  const row = { id, files, status, code, message, quality, signature, pairs: pairs.length, duplicates };
  state.add({ row, pairs });
}

/** Files of pairs; those in JSON lines are of one schema, whatever the pairs have. */
async function pairsAs(
  format: BatchOutput['format'],
  pairs: Iterable<PairRecord>,
  path: string,
  options: WritingOptions,
): Promise<readonly Output[]> {
  if (format !== 'jsonl' || (options.profile ?? 'default') !== 'default') {
    return outputsOf(pairs, path, format, options);
  }
  const chunks = {
    *[Symbol.iterator]() {
      for (const line of pairLines(pairs)) yield `${line}\n`;
    },
  };
  return [{ path, chunks }];
}

async function finishShard(state: RunState, output: BatchOutput, filtered: WritingOptions): Promise<void> {
  // What the filters leave out was left out when the document was aligned.
  const options = { ...filtered, unaligned: true, minScore: 0, drop: [] };
  const outputs: Output[] = [];
  if (state.pairs > 0) {
    const pairs = state.pairsOf('ok');
    const place = outputPlace({ path: output.shard(state.shards), format: output.format }, output.doubtful);
    const { doubtful } = place;
    outputs.push(...(await pairsAs(output.format, pairs, place.path, { ...options, doubtful })));
    if (place.apart !== null) outputs.push(doubtfulOutput(pairs, place.apart, options));
    if (output.doubts !== null) {
      const doubtful = [...pairs].filter((pair) => isDoubtful(pair));
      // One of an earlier run would be taken for that of this one.
      if (doubtful.length > 0 || existsSync(output.doubts))
        outputs.push(...(await outputsOf(doubtful, output.doubts, 'xlsx', options)));
    }
  }
  await state.finishShard(outputs);
}

interface Finishing {
  /** As they are compared where a run goes on. */
  readonly settings: string;
  readonly options: WritingOptions;
  /** See `BatchInput`. */
  readonly skipped: readonly string[];
}

/** Writes what is known only when all is done. */
async function finish(
  state: RunState,
  output: BatchOutput,
  { settings, options, skipped }: Finishing,
): Promise<BatchSummary> {
  const summary = batchSummary(state.manifest(), skipped);
  const { sentences: _, ...figures } = summary;
  const apart = state.apart();
  // The sheet of doubts may be thrown away, and the memory of them moved to where it is used.
  const files = state.files.filter(
    (file) => file !== basename(output.doubts ?? '') && !file.endsWith('.doubtful.tmx'),
  );
  await state.write([
    { path: output.done, chunks: [doneText(settings, { pairs: summary.pairs, files })] },
    { path: output.manifest, chunks: state.manifest() },
    ...(holdsAny(apart) || existsSync(output.apart)
      ? await pairsAs(output.format, apart, output.apart, { ...options, unaligned: true })
      : []),
    ...(output.summary === null
      ? []
      : [{ path: output.summary, chunks: [`${JSON.stringify(figures, null, 2)}\n`] }]),
    ...(output.card === null
      ? []
      : [{ path: output.card, chunks: [dataCard(summary, extname(output.shard(0)))] }]),
  ]);
  state.remove();
  return summary;
}

function holdsAny(items: Iterable<unknown>): boolean {
  for (const _ of items) return true;
  return false;
}

/** What must be the same when a run goes on: a line for each kind of thing. */
function settingsText(
  { align, rules, filter }: WorkerSettings,
  writing: WritingOptions,
  { format, size, doubtful }: BatchOutput,
  { named, isByContent }: BatchInput,
): string {
  const list = createHash('sha256');
  for (const { id, files } of named) list.update(JSON.stringify([id, ...files, ...files.map(sizeOf)]));
  return [
    { version },
    {
      align: createHash('sha256')
        .update(JSON.stringify([align, rules]))
        .digest('hex'),
    },
    { filter, writing, doubtful, format, size: String(size) },
    { [isByContent ? 'files' : 'documents']: named.length, list: list.digest('hex') },
  ]
    .map((each) => `${JSON.stringify(each)}\n`)
    .join('');
}

/** In bytes; one that cannot be looked at is told of when it is read. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? -1;
}

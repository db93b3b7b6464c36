import { closeSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Command } from './command.js';
import { type CommandLine, usage } from './command-line.js';
import { AlignerPool } from './corpus/aligner-pool.js';
import { type ByteLine, byteLines, LONGEST } from './corpus/byte-lines.js';
import { identityOfBeginning, identityOfLine } from './corpus/document-line.js';
import type { LineJob } from './corpus/document-worker.js';
import { ErrorExamples } from './corpus/error-examples.js';
import { inOrder } from './corpus/in-order.js';
import { type LineAnswer, lineAnswer } from './corpus/line-answer.js';
import { refuseUnlessLines } from './corpus/no-lines.js';
import { failed, type Outcome } from './corpus/outcome.js';
import { CORPUS_OPTIONS, jobsOf, workerSettings } from './corpus/settings.js';
import { StatusCounts } from './corpus/status-counts.js';
import { STANDARD_INPUT, standardInput, tell, writing } from './files.js';
import { makeFolders } from './folders.js';
import { STREAM_HELP } from './help.js';
import { checkOutputs, refuseStandardOutput } from './places.js';
import { quoted } from './words.js';
import { filterOptions } from './writing-options.js';

/** `duiqi stream`: documents in lines of JSON to lines of JSON, in one warm process. */
export const streamCommand: Command = {
  options: [...CORPUS_OPTIONS, 'drop', 'manifest', 'min-score', 'pairs', 'quiet', 'unaligned'],
  help: STREAM_HELP,
  run,
};

/** For each thread: so many documents may be done while an earlier one is worked on. */
const AHEAD = 16;

async function run(line: CommandLine): Promise<void> {
  line.files(0, 0);
  const pairs = line.choice('pairs') ?? 'nested';
  const manifest = line.all('manifest').at(-1);
  if (pairs === 'flat' && manifest === undefined) {
    throw usage(
      '--pairs flat writes what became of each document elsewhere: name a file with --manifest FILE.',
    );
  }
  if (manifest !== undefined) {
    const told = (['glossary', 'lexicon', 'rules'] as const).flatMap((name) => line.all(name));
    await checkOutputs([manifest], [STANDARD_INPUT, ...told]);
    refuseStandardOutput(manifest);
  }
  const jobs = jobsOf(line);
  const settings = await workerSettings(line, filterOptions(line));
  const statusFile = manifest === undefined ? null : await opened(manifest);
  const pool = new AlignerPool(settings, jobs);
  const counts = new StatusCounts();
  const errors = new ErrorExamples();
  let number = 0;
  try {
    const answers = inOrder(
      byteLines(standardInput()),
      async ({ bytes, isCut }: ByteLine) => {
        const job: LineJob = { bytes, number: ++number, pairs };
        if (job.number === 1) refuseUnlessLines(bytes);
        if (isCut) return lineAnswer(identityOfBeginning(bytes), tooLong(job.number), pairs);
        return pool.run<LineJob, LineAnswer>('alignLine', job, (outcome) =>
          lineAnswer(identityOfLine(bytes, job.number), outcome, pairs),
        );
      },
      { jobs, ahead: AHEAD * jobs },
    );
    for await (const answer of answers) {
      await writing('standard output', () => written(process.stdout, answer.rows));
      if (statusFile !== null) await writing(quoted(manifest!), () => writeAll(statusFile, answer.manifest));
      counts.add(answer);
      errors.add(answer);
    }
  } finally {
    process.stdin.destroy();
    if (statusFile !== null) closeSync(statusFile);
    await pool.end();
  }
  if (line.has('quiet')) return;
  tell(counts.sentence());
  for (const sentence of errors.sentences()) tell(sentence);
}

function tooLong(number: number): Outcome {
  return failed(
    'too-large',
    `line ${number} has more than ${LONGEST / 2 ** 20} MB, the most that a document in a line may have: give its "files".`,
  );
}

/** A file for rows, and its folder where that is missing. */
async function opened(path: string): Promise<number> {
  let file: number | undefined;
  await writing(quoted(path), () => {
    makeFolders(path, dirname(path));
    file = openSync(path, 'w');
  });
  return file!;
}

function writeAll(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** Hands a text over to a stream, and waits until the stream has it. */
function written(stream: NodeJS.WritableStream, text: string): Promise<void> {
  return new Promise((done, failed) => stream.write(text, (error) => (error ? failed(error) : done())));
}

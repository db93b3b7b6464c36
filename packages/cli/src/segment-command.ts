import type { Segmentation } from 'duiqi';
import { segment } from 'duiqi';
import type { Command } from './command.js';
import type { CommandLine } from './command-line.js';
import { print, tell } from './files.js';
import { SEGMENT_HELP } from './help.js';
import { conversions, readInputs } from './inputs.js';
import { checkOutputs } from './places.js';
import { READING_OPTIONS, readingOptions } from './reading-options.js';
import { warnings } from './summary.js';
import { understanding } from './understanding.js';
import { counted, listed } from './words.js';
import { writeFiles } from './write-files.js';

/** `duiqi segment`: every sentence as a line of JSON, in the order of the input. One language is enough. */
export const segmentCommand: Command = {
  options: [...READING_OPTIONS, 'output', 'quiet'],
  help: SEGMENT_HELP,
  run,
};

async function run(line: CommandLine): Promise<void> {
  const files = line.files(1, 2);
  const reading = await readingOptions(line);
  const outputs = line.all('output');
  await checkOutputs(outputs, files);

  const inputs = await readInputs(files, reading.format);
  const { input, names } = inputs;
  const segmentation = await segment(input, { names, ...reading });
  if (outputs.length === 0) await print(records(segmentation));
  else await writeFiles(outputs.map((path) => ({ path, chunks: records(segmentation) })));
  if (line.has('quiet')) return;
  for (const each of understanding(segmentation)) tell(each);
  for (const each of conversions(inputs)) tell(each);
  const { en, zh } = segmentation;
  const unit = reading.segments.slice(0, -1);
  const where = outputs.length === 0 ? '' : `, written to ${listed(outputs)}`;
  tell(
    `English ${counted(en.segments.length, unit)}, Chinese ${counted(zh.segments.length, unit)} from ${listed(names)}${where}`,
  );
  for (const each of warnings(segmentation)) tell(each);
}

function* records({ en, zh, sources }: Segmentation): Iterable<string> {
  // A blank line is a segment where lines are, and stands nowhere.
  const placed = [en, zh].flatMap(({ source, segments }) =>
    segments.filter(({ spans }) => spans.length > 0).map((segment) => ({ file: source, segment })),
  );
  placed.sort((a, b) => a.file - b.file || a.segment.spans[0].start - b.segment.spans[0].start);
  for (const {
    file,
    segment: { language, text, clause, spans },
  } of placed) {
    const offsets = spans.map(({ start, end }) => [start, end]);
    const record = { language, text, clause, spans: offsets, ...(sources.length > 1 && { file }) };
    yield `${JSON.stringify(record)}\n`;
  }
}

import type { PairRecord } from 'duiqi/pairs';
import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import { fixed } from './corpus/fixed-record.js';

/** Rows that are compressed together: a reader takes in so many at a time, some ten megabytes. */
const GROUP = 20_000;

const list = (name: string, element: readonly SchemaElement[]): SchemaElement[] => [
  { name, repetition_type: 'REQUIRED', num_children: 1, converted_type: 'LIST' },
  { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
  ...element,
];
const text = (name: string): SchemaElement => ({
  name,
  type: 'BYTE_ARRAY',
  converted_type: 'UTF8',
  repetition_type: 'REQUIRED',
});
const wholeNumber = (name: string): SchemaElement => ({ name, type: 'INT64', repetition_type: 'REQUIRED' });
const spans = (name: string): SchemaElement[] => list(name, list('element', [wholeNumber('element')]));

/** One for all files, whatever is in them: an engine joins them without being told how. */
const COLUMNS = {
  id: [text('id')],
  en: [text('en')],
  zh: [text('zh')],
  score: [{ name: 'score', type: 'DOUBLE', repetition_type: 'REQUIRED' }],
  bead: [text('bead')],
  clause: [text('clause')],
  clause_zh: [text('clause_zh')],
  flags: list('flags', [text('element')]),
  en_spans: spans('en_spans'),
  zh_spans: spans('zh_spans'),
  doc: [text('doc')],
  file: list('file', [wholeNumber('element')]),
} as const satisfies Partial<Record<keyof PairRecord, readonly SchemaElement[]>>;

const NAMES = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
const SCHEMA: SchemaElement[] = [
  { name: 'schema', num_children: NAMES.length },
  ...NAMES.flatMap((name): readonly SchemaElement[] => COLUMNS[name]),
];

/** Pairs as a Parquet file, compressed with Snappy; a chunk for each group of rows. */
export function* toParquet(pairs: Iterable<PairRecord>): Iterable<Uint8Array> {
  const writer = new ByteWriter();
  const file = new ParquetWriter({ writer, schema: SCHEMA, createdBy: 'duiqi' });
  const taken = (): Uint8Array => {
    const bytes = writer.getBytes().slice();
    // What was taken is not to be there any more; `offset` counts on.
    writer.index = 0;
    return bytes;
  };
  let rows: PairRecord[] = [];
  const writeGroup = (): Uint8Array => {
    const data = rows.map(fixed);
    file.write({
      columnData: NAMES.map((name) => ({ name, data: data.map((row) => columnValue(row[name])) })),
      rowGroupSize: GROUP,
    });
    rows = [];
    return taken();
  };
  for (const pair of pairs) {
    rows.push(pair);
    if (rows.length === GROUP) yield writeGroup();
  }
  if (rows.length > 0) yield writeGroup();
  file.finish();
  yield taken();
}

/** 64-bit whole numbers are `bigint`s to the writer. */
function columnValue(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map((each) => columnValue(typeof each === 'number' ? BigInt(each) : each));
  return value;
}

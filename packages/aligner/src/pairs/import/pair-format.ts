import { DuiqiError } from '../../common/errors.js';
import { inputName } from '../../document/read/reading.js';
import type { PairFormat } from '../pair-record.js';
import type { PairSource } from './pair-source.js';
import { textChunks } from './text-chunks.js';

const ENDINGS: Readonly<Record<string, PairFormat>> = {
  tmx: 'tmx',
  jsonl: 'jsonl',
  ndjson: 'jsonl',
  tsv: 'tsv',
  tab: 'tsv',
  csv: 'csv',
  xlsx: 'xlsx',
  xlf: 'xliff',
  xliff: 'xliff',
};

/** The format of a file of pairs: as asked for, or by the ending of its name, or by what it begins with. */
export function pairFormatOf(source: PairSource, name: string, asked: 'auto' | PairFormat): PairFormat {
  if (asked !== 'auto') return asked;
  const format = ENDINGS[/\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? formatOfStart(source, name);
  if (format !== null) return format;
  throw new DuiqiError(
    'unreadable',
    `${inputName(name)} holds no pairs in a format that duiqi knows: name its format, one of ${[...new Set(Object.values(ENDINGS))].join(', ')}.`,
    { name, problem: 'no-pair-format' },
  );
}

function formatOfStart(source: PairSource, name: string): PairFormat | null {
  if (isZip(source)) return 'xlsx';
  for (const chunk of textChunks(source, name)) {
    const start = chunk.slice(0, 2000);
    if (/<tmx[\s>]/.test(start)) return 'tmx';
    if (/<xliff[\s>]/.test(start)) return 'xliff';
    if (start.trimStart().startsWith('{')) return 'jsonl';
    if (start.includes('\t')) return 'tsv';
    if (start.trim() !== '') return null;
  }
  return null;
}

/** Said of the bytes, which are no text. */
function isZip(source: PairSource): boolean {
  if (typeof source === 'string') return false;
  const [first] = source instanceof Uint8Array ? [source] : source;
  return first !== undefined && first[0] === 0x50 && first[1] === 0x4b;
}

import { version } from 'duiqi';
import {
  type Pairs,
  type TmxOptions,
  toCsv,
  toJsonl,
  toMoses,
  toTmx,
  toTsv,
  toXliff,
  toXlsx,
} from 'duiqi/pairs';
import type { Word } from './words.js';

export type DownloadFormat = 'tmx' | 'xlsx' | 'csv' | 'xliff' | 'jsonl' | 'tsv' | 'moses';

/** What can be downloaded, in the order in which it is offered. */
export const DOWNLOADS: readonly {
  readonly format: DownloadFormat;
  readonly shown: string;
  readonly word: Word;
}[] = [
  { format: 'tmx', shown: 'TMX', word: 'formatTmx' },
  { format: 'xlsx', shown: 'Excel', word: 'formatXlsx' },
  { format: 'csv', shown: 'CSV', word: 'formatCsv' },
  { format: 'xliff', shown: 'XLIFF', word: 'formatXliff' },
  { format: 'jsonl', shown: 'JSONL', word: 'formatJsonl' },
  { format: 'tsv', shown: 'TSV', word: 'formatTsv' },
  { format: 'moses', shown: 'Moses', word: 'formatMoses' },
];

/** What a person chooses for all downloads. */
export interface DownloadOptions {
  /** Which language is the source. */
  readonly direction: NonNullable<TmxOptions['direction']>;
  /** The tag of the Chinese that is written; null for what its characters say. */
  readonly variant: string | null;
  /** Whether text without a counterpart is written where the format can hold it. */
  readonly unaligned: boolean;
}

/** Kinds of Chinese that tools tell apart. */
export const VARIANTS = ['zh-CN', 'zh-SG', 'zh-TW', 'zh-HK', 'zh-MO', 'zh-Hans', 'zh-Hant'] as const;

export interface Download {
  readonly name: string;
  readonly file: Blob;
}

const ENDINGS: Readonly<Record<Exclude<DownloadFormat, 'moses' | 'tmx'>, string>> = {
  xlsx: 'xlsx',
  csv: 'csv',
  xliff: 'xlf',
  jsonl: 'jsonl',
  tsv: 'tsv',
};

/** The files of a format, byte for byte what the command writes with the same options. */
export async function downloadsOf(
  pairs: Pairs,
  stem: string,
  format: DownloadFormat,
  { direction, unaligned, variant }: DownloadOptions,
): Promise<readonly Download[]> {
  const tag =
    variant !== null && (direction === 'en-zh' ? { targetLanguage: variant } : { sourceLanguage: variant });
  const options = { direction, unaligned, ...tag };
  // What the command sets unless it is told otherwise.
  const all = { ...options, creationToolVersion: version, markers: 'both', profile: 'default' } as const;
  const file = (ending: string, chunks: Iterable<string | Uint8Array>): Download => ({
    name: `${stem}.${ending}`,
    file: new Blob([...chunks] as BlobPart[]),
  });
  switch (format) {
    case 'tmx':
      return memories(pairs, stem, all);
    case 'jsonl':
      return [file(ENDINGS.jsonl, toJsonl(pairs, all))];
    case 'tsv':
      return [file(ENDINGS.tsv, toTsv(pairs, all))];
    case 'csv':
      return [file(ENDINGS.csv, toCsv(pairs, all))];
    case 'xlsx':
      return [file(ENDINGS.xlsx, await toXlsx(pairs, all))];
    case 'xliff':
      return [file(ENDINGS.xliff, toXliff(pairs, all))];
    case 'moses':
      return [file('en', toMoses(pairs, 'en', all)), file('zh', toMoses(pairs, 'zh', all))];
  }
}

/** The memory, and as the command does a second one of the pairs that want a look, where there are any. */
function memories(pairs: Pairs, stem: string, options: TmxOptions): readonly Download[] {
  const memory = [...toTmx(pairs, { ...options, doubtful: 'leave-out' })];
  const apart = [...toTmx(pairs, { ...options, doubtful: 'only' })];
  const isThere = apart.some((chunk) => chunk.includes('<tu '));
  return [
    { name: `${stem}.tmx`, file: new Blob(memory) },
    ...(isThere ? [{ name: `${stem}.doubtful.tmx`, file: new Blob(apart) }] : []),
  ];
}

/** Puts files among the downloads of the browser. */
export function save(downloads: readonly Download[]): void {
  for (const { name, file } of downloads) {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = name;
    link.click();
    // The browser reads it after this call.
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }
}

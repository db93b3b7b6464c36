import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../packages/aligner/src/pairs/export/csv.js';
import { toJsonl } from '../../packages/aligner/src/pairs/export/jsonl.js';
import { toMoses } from '../../packages/aligner/src/pairs/export/moses.js';
import { toTmx } from '../../packages/aligner/src/pairs/export/tmx.js';
import { toTsv } from '../../packages/aligner/src/pairs/export/tsv.js';
import { toXliff } from '../../packages/aligner/src/pairs/export/xliff.js';
import { toXlsx } from '../../packages/aligner/src/pairs/export/xlsx.js';
import type { PairInput } from '../../packages/aligner/src/pairs/import/pair-source.js';
import { readPairs } from '../../packages/aligner/src/pairs/import/read-pairs.js';
import {
  PAIR_FIELDS,
  type PairFormat,
  type PairRecord,
} from '../../packages/aligner/src/pairs/pair-record.js';

/** The table of the documentation: for each of its rows the cells below the names of formats. */
const documentation = readFileSync(
  new URL('../../packages/aligner/docs/formats.md', import.meta.url),
  'utf8',
);
const [header, , ...rows] = documentation
  .split('## What survives in which format')[1]!
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(0, 18)
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );

function said(about: string, format: string): string {
  const row = rows.find(([what]) => what!.includes(about));
  const column = header!.findIndex((names) => names.split(', ').includes(format));
  if (row === undefined || column < 0) throw new Error(`formats.md says nothing of ${about} in ${format}`);
  return row[column]!;
}

const WRITERS: Readonly<Record<string, [PairFormat, (pairs: PairRecord[]) => Promise<PairInput>]>> = {
  JSONL: ['jsonl', async (pairs) => [...toJsonl(pairs, { unaligned: true })].join('')],
  TSV: ['tsv', async (pairs) => [...toTsv(pairs, { unaligned: true })].join('')],
  CSV: ['csv', async (pairs) => [...toCsv(pairs, { unaligned: true })].join('')],
  XLSX: ['xlsx', async (pairs) => [...(await toXlsx(pairs, { unaligned: true }))]],
  XLIFF: ['xliff', async (pairs) => [...toXliff(pairs, { unaligned: true })].join('')],
  TMX: ['tmx', async (pairs) => [...toTmx(pairs)].join('')],
  Moses: [
    'moses',
    async (pairs) => ({ en: [...toMoses(pairs, 'en')].join(''), zh: [...toMoses(pairs, 'zh')].join('') }),
  ],
};

const RECORD: PairRecord = {
  id: '0123456789abcdef',
  en: 'Lock 4 is closed.',
  zh: '船闸关闭。',
  score: 0.9731,
  bead: '2-1',
  clause: '5/(1)',
  clause_zh: '五/（一）',
  flags: ['crossing', 'number-mismatch', 'stitched'],
  numbers: '4 | –',
  en_spans: [[0, 19]],
  zh_spans: [[20, 25]],
  doc: 'canal.md',
  file: [0, 1],
  confirmed: true,
  note: 'Checked.',
};

describe.each(Object.entries(WRITERS))('%s', (name, [format, write]) => {
  const again = async (...pairs: PairRecord[]) => [...(await readPairs(await write(pairs), { format }))];

  it.each(PAIR_FIELDS)('%s', async (field) => {
    const [pair] = await again(RECORD);
    expect(said(`\`${field}\``, name)).toBe(
      JSON.stringify(pair![field]) === JSON.stringify(RECORD[field]) ? 'yes' : '–',
    );
  });

  it('line breaks', async () => {
    const en = 'Closed\nfor good.';
    const [pair] = await again({ ...RECORD, en });
    expect(said('line breaks', name)).toBe(pair!.en === en ? 'yes' : '–');
  });

  it('repeats', async () => {
    const pairs = await again(RECORD, { ...RECORD, id: '0123456789abcde0' });
    expect(said('the same pair again', name)).toBe(pairs.length === 2 ? 'yes' : '–');
  });

  it('text without a counterpart', async () => {
    const written = await write([
      RECORD,
      { ...RECORD, en: 'Alone.', zh: '' },
      { ...RECORD, en: '', zh: '独自。' },
    ]);
    if (name === 'XLIFF') {
      expect(written).toContain('Alone.');
      expect(written).not.toContain('独自。');
      expect(said('without a counterpart', name)).toBe('source only');
      return;
    }
    const texts = [...(await readPairs(written, { format }))].map(({ en, zh }) => en + zh);
    expect(said('without a counterpart', name)).toBe(
      texts.includes('Alone.') && texts.includes('独自。') ? 'yes' : '–',
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCsv } from '../../packages/aligner/src/pairs/export/csv.js';
import type { PairInput, ReadPairsOptions } from '../../packages/aligner/src/pairs/import/pair-source.js';
import { readPairs } from '../../packages/aligner/src/pairs/import/read-pairs.js';
import type { PairRecord } from '../../packages/aligner/src/pairs/pair-record.js';
import { anyRecord, anyText, pairRecord } from '../helpers/review-records.js';

const write = (pairs: readonly PairRecord[]): string => [...toCsv(pairs, { unaligned: true })].join('');

async function read(input: PairInput, options: ReadPairsOptions = {}) {
  const messages: string[] = [];
  const onDiagnostic = ({ message }: { readonly message: string }) => messages.push(message);
  const pairs = [...(await readPairs(input, { names: ['pier.csv'], onDiagnostic, ...options }))];
  return { pairs, messages };
}

const texts = async (input: PairInput, options?: ReadPairsOptions): Promise<string[]> =>
  (await read(input, options)).pairs.map(({ en, zh }) => `${en} | ${zh}`);

describe('writing', () => {
  test('a byte order mark, a line of names, and a row for a pair', () => {
    const pair = pairRecord({
      en: 'The "old" pier, closed',
      flags: ['crossing', 'stitched'],
      confirmed: true,
    });
    expect(write([pair])).toBe(
      '\uFEFFconfirmed,en,zh,score,flags,note,clause,clause_zh,bead,doc,id\r\n' +
        'yes,"The ""old"" pier, closed",渡轮正午开航。,0.9312,"crossing, stitched",,,,\'1-1,ferry.md,00112233445566aa\r\n',
    );
  });

  test('the numbers that a flag is about, which are no part of it when it is read', async () => {
    const pair = pairRecord({
      en: 'It cost 1,250 yuan.',
      zh: '花费1520元。',
      flags: ['low-score', 'number-mismatch'],
    });
    const file = write([pair]);
    expect(file).toContain('"low-score, number-mismatch (1,250 | 1520)"');
    expect((await read(file)).pairs[0]!.flags).toEqual(['low-score', 'number-mismatch']);
    expect((await read(file)).messages).toEqual([]);
  });

  test('nothing that a spreadsheet would take for a formula, a number or a date', () => {
    const mistaken = [
      '=1+1',
      '+852',
      '-5',
      '@me',
      '＝A1',
      '－',
      '\t=1',
      '(1)',
      '2-1',
      '1/2',
      '3.10',
      '1E5',
      '50%',
      '10:30',
    ];
    // What a spreadsheet strips, or does not see, does not make a text of a formula.
    const unseen = [
      '\n',
      '\r',
      '\t',
      ' ',
      '\u00A0',
      '\u3000',
      '\uFEFF',
      '\u200B',
      '\u0000',
      '\v',
      '\u0085',
      '\r\n \u202E',
    ];
    for (const before of unseen) {
      for (const sign of '=+-@＝＋－＠﹦﹢﹣﹫−') mistaken.push(`${before}${sign}1+1`);
      mistaken.push(`${before}2-1`);
    }
    mistaken.push('\nPiers', '\rPiers', '\tPiers');
    const left = [' Piers', '\u3000码头', '\u200BPiers', 'A=1', '3 piers', "'tis", '二、', '(1) Piers', '—'];
    for (const text of mistaken) expect(write([pairRecord({ en: text })])).toMatch(/^,"?'/m);
    for (const text of left)
      expect(write([pairRecord({ en: text })])).toContain(`\r\n,${/^\s/.test(text) ? `"${text}"` : text},`);
  });
});

test('what is read back is what was written', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyRecord(anyText)), async (pairs) => {
      expect((await read(write(pairs))).pairs).toEqual(pairs);
    }),
    { seed: 20261122, numRuns: 300 },
  );
});

describe('reading', () => {
  test('names in any order and case', async () => {
    expect(await texts('Nr,中文译文,ENGLISH\n1,码头,Pier\n')).toEqual(['Pier | 码头']);
    expect(await texts('Source,Target\n码头,Pier\n灯塔,OK\n')).toEqual(['Pier | 码头', 'OK | 灯塔']);
    expect(await texts('Pier,码头\nOK,好\n')).toEqual(['Pier | 码头', 'OK | 好']);
    expect(await texts('a,b\nc,d\n', { columns: ['zh', 'en'] })).toEqual(['b | a', 'd | c']);
  });

  test('what marks a pair as confirmed, and what is neither yes nor no', async () => {
    const marks = ['yes', 'OK', ' x ', '✓', 'TRUE', '是', '1', '', 'no', 'later'];
    const { pairs, messages } = await read(
      `Confirmed,en,zh\n${marks.map((mark) => `${mark},Pier,码头\n`).join('')}`,
    );
    expect(pairs.map(({ confirmed }) => confirmed === true)).toEqual(marks.map((_, at) => at < 7));
    expect(messages).toEqual([
      '"pier.csv" has cells that do not hold what their column is for, which were taken as empty: 1 in the column confirmed.',
    ]);
  });

  test('semicolons and decimal commas, as Excel writes them in much of Europe', async () => {
    const { pairs } = await read('en;zh;score\r\nPiers, open;码头，开放;0,75\r\n');
    expect(pairs).toMatchObject([{ en: 'Piers, open', zh: '码头，开放', score: 0.75 }]);
    expect(await texts('sep=|\nen|zh\nPier|码头\n')).toEqual(['Pier | 码头']);
  });

  test('GBK, as Excel writes it in China', async () => {
    // 码头已重新开放。 in GBK.
    const chinese = [
      0xc2, 0xeb, 0xcd, 0xb7, 0xd2, 0xd1, 0xd6, 0xd8, 0xd0, 0xc2, 0xbf, 0xaa, 0xb7, 0xc5, 0xa1, 0xa3,
    ];
    const bytes = Uint8Array.of(...Buffer.from('en,zh\r\nThe pier is open again.,'), ...chinese, 13, 10);
    const { pairs, messages } = await read(bytes);
    expect(pairs).toMatchObject([{ en: 'The pier is open again.', zh: '码头已重新开放。' }]);
    expect(messages[0]).toContain('was read as GB18030');
  });

  test('empty rows pass, and rows without text are counted', async () => {
    const { pairs, messages } = await read('en,zh,note\nPier,码头,\n,,\n\n,,gone\n,,\n');
    expect(pairs).toHaveLength(1);
    expect(messages).toEqual([
      '"pier.csv" has 1 row without both an English and a Chinese text, and passed over what is there.',
    ]);
  });

  test('a file without columns of both languages is refused', async () => {
    for (const text of ['', 'en\nPier\n', 'Pier,Quai\nShip,Navire\n']) {
      await expect(read(text)).rejects.toMatchObject({
        code: 'unreadable',
        message:
          '"pier.csv" has no columns that are known to be English and Chinese: name them "en" and "zh" in the first row.',
      });
    }
  });

  test('rows longer than the pieces that are read, and quotation marks that enclose nothing', async () => {
    const long = 'pier, '.repeat(50_000);
    expect(await texts(`en,zh\n"${long}",码头\nShip,船\n`)).toEqual([`${long} | 码头`, 'Ship | 船']);
    const { pairs, messages } = await read(`en,zh\nPier,"码头\n${'Ship,船\n'.repeat(200_000)}`);
    expect(pairs).toHaveLength(1);
    expect(messages).toEqual([expect.stringContaining('the first of them in row 2')]);
  });
});

import { describe, expect, test } from 'vitest';
import { align } from '../../packages/aligner/src/index.js';

const TEXTS: readonly (readonly [en: string, zh: string])[] = [
  ['The ferry leaves at dawn.', '渡船黎明出发。'],
  ['Dogs must be kept on a lead.', '狗必须拴绳。'],
  ['The lighthouse is closed in winter.', '灯塔冬季关闭。'],
  ['Visitors need a ticket.', '游客需要门票。'],
  ['Smoking is forbidden on deck.', '甲板上禁止吸烟。'],
  ['The captain speaks three languages.', '船长会说三种语言。'],
  ['Luggage is stored below.', '行李存放在下面。'],
  ['Children travel free.', '儿童免费乘船。'],
];

/** A sheet in which row `k` has the Chinese of row `chinese(k)`. */
async function sheet(rows: number, chinese: (row: number) => number | null) {
  const lines = Array.from({ length: rows }, (_, row) => {
    const from = chinese(row);
    return `${TEXTS[row]?.[0] ?? ''},${(from === null ? undefined : TEXTS[from]?.[1]) ?? ''}`;
  });
  const { pairs, unaligned, diagnostics } = await align(`English,Chinese\n${lines.join('\n')}\n`, {
    format: 'csv',
  });
  return {
    pairs: pairs.map(({ en, zh }) => [en.text, zh.text]),
    alone: unaligned.map(({ side }) => side.text),
    codes: diagnostics.map(({ code }) => code),
  };
}

describe('a column that was moved', () => {
  test('as it should be, it is not', async () => {
    const { pairs, codes } = await sheet(8, (row) => row);
    expect(pairs).toEqual(TEXTS);
    expect(codes).not.toContain('row-shift');
  });

  test.each([
    ['down by a row', 9, (row: number) => row - 1],
    ['down by a row from the third on', 9, (row: number) => (row < 2 ? row : row === 2 ? null : row - 1)],
    ['down by two rows', 10, (row: number) => row - 2],
  ])('%s, is found, and said', async (_, rows, chinese) => {
    const { pairs, codes } = await sheet(rows, chinese);
    expect(pairs).toEqual(TEXTS);
    expect(codes).toContain('row-shift');
  });

  test.each([
    ['up by a row from the fourth on', 8, [3], (row: number) => (row < 3 ? row : row + 1)],
    ['up by two rows from the fourth on', 8, [3, 4], (row: number) => (row < 3 ? row : row + 2)],
  ])(
    '%s: what lost its cell is alone, and what is above it keeps its own',
    async (_, rows, lost, chinese) => {
      const { pairs, alone, codes } = await sheet(rows, chinese);
      expect(pairs).toEqual(TEXTS.filter((_, row) => !lost.includes(row)));
      expect(alone).toEqual(lost.map((row) => TEXTS[row]![0]));
      expect(codes).toContain('row-shift');
    },
  );

  test('sorted by itself, is found, and said', async () => {
    const order = [6, 3, 0, 5, 7, 1, 4, 2];
    const { pairs, codes } = await sheet(8, (row) => order[row]!);
    expect(pairs).toEqual(TEXTS);
    expect(codes).toContain('row-shift');
    expect(codes).not.toContain('not-a-translation');
  });

  test('of which two cells were exchanged, keeps the others in their rows', async () => {
    const { codes } = await sheet(8, (row) => (row === 2 ? 5 : row === 5 ? 2 : row));
    expect(codes).not.toContain('row-shift');
  });

  test('of which no word is known, keeps its rows', async () => {
    const names = ['Qadri', 'Weng', 'Obote', 'Lindqvist', 'Tamm', 'Ferro', 'Zulu', 'Nyholm'];
    const rows = names.map((name, row) => `${name}-${'xyzvwjkq'[row]}ort,${'甲乙丙丁戊己庚辛'[row]}型`);
    const { diagnostics } = await align(`English,Chinese\n${rows.join('\n')}\n`, { format: 'csv' });
    expect(diagnostics.map(({ code }) => code)).not.toContain('row-shift');
  });

  test('up by a row, so that its first cell is lost', async () => {
    const { pairs, alone } = await sheet(8, (row) => row + 1);
    expect(pairs).toEqual(TEXTS.slice(1));
    expect(alone).toEqual([TEXTS[0]![0]]);
  });

  test('rows of one language stay alone', async () => {
    const lines = TEXTS.map(([en, zh], row) => (row === 2 ? `${en},` : row === 3 ? `,${zh}` : `${en},${zh}`));
    const { pairs, unaligned } = await align(`English,Chinese\n${lines.join('\n')}\n`, { format: 'csv' });
    expect(pairs).toHaveLength(6);
    expect(unaligned.map(({ side }) => side.text)).toEqual([TEXTS[2]![0], TEXTS[3]![1]]);
  });
});

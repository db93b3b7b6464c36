import { align } from 'duiqi';
import { expect, test } from 'vitest';

/** The numbers of the lines in each bead, `English:Chinese`. */
async function beadsOf(en: readonly string[], zh: readonly string[]): Promise<string[]> {
  const { ladder } = await align({ en: en.join('\n'), zh: zh.join('\n') }, { segments: 'lines' });
  const lines = ({ start, end }: { start: number; end: number }): number[] =>
    Array.from({ length: end - start }, (_, line) => start + line);
  return ladder.map((bead) => `${lines(bead.en)}:${lines(bead.zh)}`);
}

test('a sentence that begins with a pronoun stays with the one before it where a clause has changed sides', async () => {
  const en = [
    'The teacher wrote the word on the board.',
    'We copied it and waited until the bell rang for lunch.',
    'It rained that day.',
  ];
  const zh = ['老师把字写在黑板上，我们抄下来。', '一直等到午饭铃响。', '那天下雨。'];
  expect(await beadsOf(en, zh)).toEqual(['0,1:0,1', '2:2']);
});

test('a title and a date that one side has twice do not all go with those of the other', async () => {
  const en = [
    'Foreword',
    'The harbour was deepened this year.',
    'Annual Report on the Harbour',
    'June 6, 2014',
    'Annual Report on the Harbour',
    'June 6, 2014',
    'The quay is new.',
  ];
  const zh = ['前言', '今年港口挖深了。', '港口年度报告', '（2014年6月6日）', '码头是新的。'];
  expect(await beadsOf(en, zh)).toEqual(['0:0', '1:1', '2:', '3:', '4:2', '5:3', '6:4']);
});

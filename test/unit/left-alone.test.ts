import { describe, expect, test } from 'vitest';
import { align } from '../../packages/aligner/src/index.js';
import { DOUBTFUL_BELOW } from '../../packages/aligner/src/pairs.js';

/** The pairs of two texts with a sentence a line. */
async function pairsOf(en: string, zh: string): Promise<readonly { text: string; score: number }[]> {
  const { pairs } = await align({ en, zh });
  return pairs.map((pair) => ({ text: `${pair.en.text} | ${pair.zh.text}`, score: pair.score }));
}

describe('pairs in doubt where text is left out', () => {
  test('a sentence that only one text has is not taken into the pair beside it', async () => {
    const pairs = await pairsOf(
      `The Canal Boat Library

The library moors at the lock every Tuesday. It lends three hundred books. No fee is charged.

The boat was built in 1934. Its engine came from a baker's van. A stove keeps the shelves dry. The roof is painted green.

Readers may keep a book for four weeks. Dogs are welcome on deck.`,
      `运河船上的图书馆

图书馆每周二停在船闸旁。馆里出借三百本书。馆员出借自己写的书。借书不收费。

这艘船建于1934年。发动机来自一辆面包师的货车。船顶漆成绿色。

读者可以把书留四个星期。欢迎带狗上甲板。`,
    );
    const lends = pairs.find(({ text }) => text.startsWith('It lends'));
    expect(lends?.text).toBe('It lends three hundred books. | 馆里出借三百本书。');
    expect(lends?.score).toBeGreaterThan(0.5);
    expect(pairs).toHaveLength(9);
  });

  test('whether two texts belong together is judged by the pairs that were found', async () => {
    const pairs = await pairsOf(
      `The library was founded in 1911.
It has five rooms and a cellar.
In 2018 it lent 9,400 books.
The windows were renewed for 90,000 yuan.
The children read in the theatre.
A new porter was hired in April.
A card costs 5 yuan.
The director thanked the readers.`,
      `本队成立于1985年。
队里有三条船和一个码头。
2022年共救起落水者41人。
新购救生艇一艘，花费38万元。
少年组在市里获奖。
六月更换了一名教练。
会费为80元。
感谢各位家长。`,
    );
    // To leave all but the last pair alone would hide what speaks against it: it was no longer doubtful then, at 0.51.
    for (const { score } of pairs) expect(score).toBeLessThan(DOUBTFUL_BELOW);
  });
});

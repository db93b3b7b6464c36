import { describe, expect, test } from 'vitest';
import type { BeadRange } from '../../packages/aligner/src/alignment/lattice/found-bead.js';
import { withoutJoined } from '../../packages/aligner/src/alignment/verdict/joined.js';
import { finish } from '../../packages/aligner/src/common/steps.js';
import { align } from '../../packages/aligner/src/index.js';
import { knownNumberWords, plainBead } from '../helpers/number-words.js';

type Shape = readonly [en: number, zh: number];

/**
 * What comes of the last bead of a path of these shapes, as counts of segments; its further segments have `gain` nats, those
 * of the other beads `others`.
 */
function partsOfLast(shapes: readonly Shape[], { gain = 0, others = 4, gaps = 0, posterior = 0.7 }): Shape[] {
  let [en, zh] = [0, 0];
  const path = shapes.map(([n, m]) => {
    const bead = { ...plainBead(en, en + n, zh, zh + m), posterior };
    en += n;
    zh += m;
    return bead;
  });
  const last = path.at(-1)!;
  const words = knownNumberWords(
    Array.from({ length: en }, () => [1]),
    Array.from({ length: zh }, () => [1]),
  );
  const evidence = ({ enStart, enEnd, zhStart, zhEnd }: BeadRange): number =>
    (enEnd - enStart + zhEnd - zhStart - 2) * (enStart >= last.enStart ? gain : others);
  return finish(withoutJoined(path, gaps, evidence, words))(last).map((bead) => [
    bead.enEnd - bead.enStart,
    bead.zhEnd - bead.zhStart,
  ]);
}

const ones = (count: number): Shape[] => Array.from({ length: count }, () => [1, 1]);

describe('sentences joined to a pair in which they have no part', () => {
  test('one that says nothing is alone where no other is joined', () => {
    expect(partsOfLast([...ones(10), [2, 1]], { gain: -1 })).toEqual([
      [1, 0],
      [1, 1],
    ]);
  });

  test('and is a free translation where sentences are joined elsewhere', () => {
    const joined: Shape[] = Array.from({ length: 6 }, () => [2, 1]);
    expect(partsOfLast([...joined, [2, 1]], { gain: -1 })).toEqual([[2, 1]]);
  });

  test('one that says something stays, whatever the others do', () => {
    expect(partsOfLast([...ones(4), [1, 2], [1, 2]], { gain: 3, others: -1 })).toEqual([[1, 2]]);
  });

  test('gaps elsewhere make a gap likelier, up to a bound', () => {
    const weak = { gain: 0.5, posterior: 0.6 };
    expect(partsOfLast([...ones(9), [1, 2], [1, 2]], weak)).toEqual([[1, 2]]);
    expect(partsOfLast([...ones(9), [1, 2], [1, 2]], { ...weak, gaps: 3 })).toHaveLength(2);
    const joined: Shape[] = Array.from({ length: 9 }, () => [2, 1]);
    expect(partsOfLast([...joined, [1, 2]], { ...weak, gaps: 300 })).toEqual([[1, 2]]);
  });

  test('of several each is asked about by itself, and a pair is left', () => {
    expect(partsOfLast([...ones(10), [3, 2]], { gain: -2 }).filter(([en, zh]) => en > 0 && zh > 0)).toEqual([
      [1, 1],
    ]);
  });
});

/** The pairs of two texts, their sides parted by a bar, and what is alone. */
async function found(en: string, zh: string): Promise<string[]> {
  const { pairs, unaligned } = await align({ en, zh });
  return [
    ...pairs.map((pair) => `${pair.en.text} | ${pair.zh.text}`),
    ...unaligned.map(({ side }) => side.text),
  ];
}

describe('the same in texts', () => {
  test('short remarks that only one language has stand alone', async () => {
    const lines = await found(
      `The tram stops at the brewery every ten minutes. The driver sells tickets. He is deaf.

Children under six ride free of charge. Prams may be taken into the rear carriage.

Bicycles are not allowed between seven and nine in the morning. Fold them.

Lost property is kept at the depot for three months.`,
      `电车每十分钟在啤酒厂停靠一次。司机售票。

六岁以下儿童免费乘车。婴儿车可带入后车厢。敬请谅解。

早上七点至九点禁止携带自行车。

失物在车库保管三个月。`,
    );
    expect(lines).toEqual(expect.arrayContaining(['He is deaf.', 'Fold them.', '敬请谅解。']));
    expect(lines).toHaveLength(9);
  });

  test('what an abbreviation ends is no sentence by itself', async () => {
    const lines = await found(
      `The composer was born in Lucerne.

Op. 27 was his first piece.

He died in 1911.`,
      `这位作曲家生于卢塞恩。

作品27号是他的第一首作品。

他于1911年去世。`,
    );
    expect(lines).toContain('Op. 27 was his first piece. | 作品27号是他的第一首作品。');
  });
});

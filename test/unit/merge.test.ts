import { merge, type PairRecord } from 'duiqi/pairs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { pairOf } from '../helpers/pair-records.js';

const pears = pairOf('Pears are ripe.', '梨熟了。', { score: 0.8, bead: '1-1', doc: 'a.txt' });
const wasps = pairOf('Wasps come.', '黄蜂来了。', { score: 0.9, bead: '1-1', doc: 'a.txt' });

describe('merge', () => {
  it('takes pairs in their order and a pair that comes again once', () => {
    const other = pairOf('Winter is near.', '冬天近了。', { doc: 'b.txt' });
    const merged = merge([
      [pears, wasps],
      [{ ...wasps, id: 'else', doc: 'b.txt', score: 0.2 }, other],
      [other],
    ]);
    expect([...merged]).toEqual([pears, wasps, other]);
    expect([...merged]).toEqual([pears, wasps, other]);
    expect(merged).toMatchObject({ counts: [2, 2, 1], repeats: 2, conflicts: 0 });
  });

  it('holds texts for equal that a TMX file would, and keeps the first as it was written', () => {
    const spaced = pairOf(' Pears\u00A0are \u00ADripe.\n', '梨熟了。\u200B');
    expect([...merge([[spaced], [pears]])].map(({ en }) => en)).toEqual([spaced.en]);
  });

  it('takes what is said of a pair from the repeat that is to be believed most, and where it stands from the first', () => {
    const sure = {
      ...pears,
      id: 'b',
      doc: 'b.txt',
      clause: '3',
      score: 0.95,
      bead: '2-1',
      flags: ['stitched'] as const,
    };
    expect([...merge([[pears], [sure]])]).toEqual([
      { ...pears, score: 0.95, bead: '2-1', flags: ['stitched'] },
    ]);
    const confirmed = { ...pears, id: 'c', score: 0.1, confirmed: true as const };
    expect([...merge([[sure], [confirmed], [pears]])]).toEqual([
      { ...sure, score: 0.1, bead: '1-1', flags: [], confirmed: true },
    ]);
    const noted = { ...pears, score: null, bead: null, note: 'Ask the gardener.' };
    expect([...merge([[pears], [noted]])]).toEqual([{ ...pears, note: 'Ask the gardener.' }]);
    expect([...merge([[{ ...pears, score: null }], [pears]])]).toEqual([pears]);
    expect([...merge([[{ ...pears, confirmed: true, score: 0.2 }], [sure]])]).toEqual([
      { ...pears, confirmed: true, score: 0.2 },
    ]);
  });

  it('keeps and flags all translations of one text, on either side, and those alone', () => {
    const plums = pairOf('Plums are ripe.', '梨熟了。', { flags: ['duplicate', 'number-mismatch'] });
    const stale = { ...wasps, flags: ['conflict', 'duplicate'] as const };
    const alone = [pairOf('Pears are ripe.', ''), pairOf('', '梨熟了。')];
    const merged = merge([
      [pears, stale],
      [plums, ...alone],
    ]);
    expect([...merged].map(({ flags }) => flags.join())).toEqual([
      'conflict',
      '',
      'conflict,number-mismatch',
      '',
      '',
    ]);
    expect(merged.conflicts).toBe(2);
  });

  it('gives a pair another id where a different one before has the same', () => {
    const [first, second, third] = [
      ...merge([[{ ...pears, id: '1' }], [{ ...wasps, id: '1' }, pairOf('A.', '一。', { id: '2' })]]),
    ];
    expect([first.id, third.id]).toEqual(['1', '2']);
    expect(second.id).toMatch(/^[0-9a-f]{16}$/);
    const taken = pairOf('B.', '二。', { id: second.id });
    const ids = [...merge([[{ ...pears, id: '1' }, taken, { ...wasps, id: '1' }]])].map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
  });

  it('is nothing of nothing', () => {
    expect([...merge([])]).toEqual([]);
    expect(merge([[]])).toMatchObject({ counts: [0], repeats: 0, conflicts: 0 });
  });

  const text = fc.constantFrom('a', 'b', 'c', '');
  const memory: fc.Arbitrary<PairRecord[]> = fc.array(
    fc
      .record({
        en: text,
        zh: text,
        id: fc.constantFrom('1', '2', '3'),
        score: fc.constantFrom(null, 0.2, 0.7),
      })
      .map(({ en, zh, ...more }) => pairOf(en, zh, more)),
  );
  const texts = (pairs: Iterable<PairRecord>): string[] => [...pairs].map(({ en, zh }) => `${en}|${zh}`);

  test('every pair is there once, every id is its own, and to merge again changes nothing', () => {
    fc.assert(
      fc.property(fc.array(memory, { maxLength: 3 }), (memories) => {
        const merged = merge(memories);
        expect(texts(merged)).toEqual([...new Set(texts(memories.flat()))]);
        expect(new Set([...merged].map(({ id }) => id)).size).toBe([...merged].length);
        expect([...merge([merged])]).toEqual([...merged]);
        expect([...merge([merged, ...memories])]).toEqual([...merged]);
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});

import { type Change, compare, compareTexts, type PairRecord, type TextPart } from 'duiqi/pairs';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { pairOf } from '../helpers/pair-records.js';

const settings = { seed: 20261122, numRuns: 300 };

/** `1=1` for a pair that stayed, `2~3` for one that changed, `2*2` in details only, `-4`, `+5`. */
function course(changes: Iterable<Change>): string {
  return Array.from(changes, (change) => {
    if (change.kind === 'added') return `+${change.new.number}`;
    if (change.kind === 'removed') return `-${change.old.number}`;
    return change.old.number + { same: '=', details: '*', changed: '~' }[change.kind] + change.new.number;
  }).join(' ');
}
const memory = (...pairs: string[]): PairRecord[] =>
  pairs.map((pair) => {
    const [en, zh] = pair.split('|');
    return pairOf(en, zh);
  });

const PEARS = 'The pears are ripe in autumn.|秋天梨熟了。';
const WASPS = 'Wasps live under the roof.|黄蜂住在屋顶下。';
const BREAD = 'Our baker sells warm bread.|面包师卖热面包。';

describe('compare', () => {
  it('tells what was added, removed, changed and left as it was', () => {
    expect(course(compare(memory(PEARS, WASPS), memory(PEARS, WASPS)))).toBe('1=1 2=2');
    expect(course(compare(memory(PEARS, WASPS), memory(PEARS, BREAD, WASPS)))).toBe('1=1 +2 2=3');
    expect(course(compare(memory(PEARS, BREAD, WASPS), memory(PEARS, WASPS)))).toBe('1=1 -2 3=2');
    expect(course(compare(memory(PEARS, WASPS), memory(BREAD)))).toBe('-1 -2 +1');
    expect(course(compare([], memory(BREAD)))).toBe('+1');
    expect(course(compare([], []))).toBe('');
  });

  it.each([
    ['English', 'The pears are ripe in winter.|秋天梨熟了。', ['en']],
    ['Chinese', 'The pears are ripe in autumn.|全新的译文。', ['zh']],
    ['both', 'The plums are ripe in autumn.|秋天李熟了。', ['en', 'zh']],
  ])('matches a pair of which the %s was changed', (_, changed, fields) => {
    const changes = [...compare(memory(WASPS, PEARS), memory(WASPS, BREAD, changed))];
    expect(course(changes)).toBe('1=1 +2 2~3');
    expect(changes[2]).toMatchObject({ fields });
  });

  it('tells other fields from texts, and nothing of what one side does not say', () => {
    const [pair] = memory(PEARS);
    const scored: PairRecord = { ...pair, score: 0.5, bead: '1-1', flags: ['low-score'] };
    const moved = { ...pair, id: 'other', en_spans: [[3, 9] as const], doc: 'other.txt' };
    expect(course(compare([pair], [scored]))).toBe('1=1');
    expect(course(compare([pair], [moved]))).toBe('1=1');
    expect([
      ...compare([scored], [{ ...scored, score: 0.9, flags: [], confirmed: true, note: 'Good.' }]),
    ]).toMatchObject([{ kind: 'details', fields: ['score', 'flags', 'confirmed', 'note'] }]);
    expect(course(compare(memory('A\u00A0pear. |梨。'), memory('A pear.|梨。')))).toBe('1=1');
  });

  it('does not take one unaligned text for another', () => {
    expect(course(compare(memory('One pear.|', '|三。'), memory('Two wasps.|', '|三。')))).toBe('-1 +1 2=2');
  });

  it('matches memories that have one language in common and no pair', () => {
    const words = Array.from({ length: 3000 }, (_, index) => index);
    const old = words.map((index) => pairOf(`Sentence ${index}.`, `旧${index}`));
    const now = words.map((index) => pairOf(`Sentence ${index}.`, `新的译文${index * 7}`));
    const kinds = new Set([...compare(old, now)].map(({ kind }) => kind));
    expect(kinds).toEqual(new Set(['changed']));
  });

  it('is not held up by memories that have nothing in common, or the same pair only', () => {
    const of = (name: string): PairRecord[] =>
      Array.from({ length: 30_000 }, (_, index) => pairOf(`${name} ${index}`, `${name}${index}`));
    expect([...compare(of('old'), of('new'))]).toHaveLength(60_000);
    const same = (count: number): PairRecord[] => Array.from({ length: count }, () => pairOf('Yes.', '是。'));
    expect([...compare(same(20_000), same(20_001))].filter(({ kind }) => kind === 'same')).toHaveLength(
      20_000,
    );
  });

  test('all pairs of both are told of once and in order', () => {
    const text = fc.constantFrom('a b c', 'a b d', 'x', 'y z', '');
    const memories = fc.array(
      fc.tuple(text, text).map(([en, zh]) => pairOf(en, zh)),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(memories, memories, (old, now) => {
        const changes = [...compare(old, now)];
        const numbers = (side: 'old' | 'new') => changes.flatMap((change) => change[side]?.number ?? []);
        expect(numbers('old')).toEqual(old.map((_, index) => index + 1));
        expect(numbers('new')).toEqual(now.map((_, index) => index + 1));
        expect(course(compare(old, old))).not.toMatch(/[-+~*]/);
      }),
      settings,
    );
  });
});

const marked = (parts: readonly TextPart[]): string =>
  parts
    .map(({ kind, text }) => ({ same: text, removed: `[-${text}-]`, added: `{+${text}+}` })[kind])
    .join('');

describe('compareTexts', () => {
  it.each([
    ['The 12 old bridges', 'The 14 old bridges', 'The [-12-]{+14+} old bridges'],
    ['修好12座桥', '修好14座石桥', '修好[-12-]{+14+}座{+石+}桥'],
    ['a brown bear came here', 'a white fox came here', 'a [-brown bear-]{+white fox+} came here'],
    ['the very old house', 'the old house', 'the [-very -]old house'],
    ['same', 'same', 'same'],
    ['', 'new', '{+new+}'],
    ['他们卖了很多面包。', '价格为三元，不能退。', '[-他们卖了很多面包。-]{+价格为三元，不能退。+}'],
  ])('%s → %s', (old, now, expected) => {
    expect(marked(compareTexts(old, now))).toBe(expected);
  });

  test('the parts are both texts', () => {
    const word = fc.constantFrom('the', ' ', 'old', '桥', '梁', '，', '12', '\n', '😀', '\uD800');
    const text = fc.array(word, { maxLength: 15 }).map((words) => words.join(''));
    fc.assert(
      fc.property(text, text, (old, now) => {
        const parts = compareTexts(old, now);
        const without = (kind: TextPart['kind']): string =>
          parts
            .filter((part) => part.kind !== kind)
            .map((part) => part.text)
            .join('');
        expect([without('added'), without('removed')]).toEqual([old, now]);
        expect(parts.every((part) => part.text !== '')).toBe(true);
      }),
      settings,
    );
  });
});

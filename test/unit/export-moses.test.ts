import { describe, expect, it } from 'vitest';
import { toMoses } from '../../packages/aligner/src/pairs/export/moses.js';
import { alignmentOf } from '../helpers/alignment.js';
import { recordOf } from '../helpers/pair-records.js';

describe('toMoses', () => {
  it('writes a line for each pair, in line with the other language', () => {
    const alignment = alignmentOf('a1 a2 | b ; c | - ; d | e', { scores: [0.9, 0, 0.4] });
    expect([...toMoses(alignment, 'en')]).toEqual(['a1 a2\n', 'd\n']);
    expect([...toMoses(alignment, 'zh')]).toEqual(['b\n', 'e\n']);
    expect([...toMoses(alignment, 'zh', { minScore: 0.5 })]).toEqual(['b\n']);
  });

  it.each([' ', '\n', '\u3000', '\u200B', '\uFEFF', '\u0000', '\u00AD\t'])(
    'leaves a pair out of both where %j is all of a side',
    (text) => {
      const pairs = [
        recordOf({ en: 'a', zh: text }),
        recordOf({ en: text, zh: 'b' }),
        recordOf({ en: 'c', zh: 'd' }),
      ];
      expect([...toMoses(pairs, 'en')]).toEqual(['c\n']);
      expect([...toMoses(pairs, 'zh')]).toEqual(['d\n']);
    },
  );

  it.each([
    ['  a\tb\r\nc ', 'a b c'],
    ['a\u001Cb\u2028c\u0085d', 'a b c d'],
    ['\uFEFFa  b\uD800', 'a  b\uFFFD'],
  ])('%j is the line %j', (text, line) => {
    expect([...toMoses([recordOf({ en: text, zh: 'b' })], 'en')]).toEqual([`${line}\n`]);
  });

  it('refuses a wrong option at once', () => {
    expect(() => toMoses([], 'en', { minScore: -1 })).toThrow(
      expect.objectContaining({ code: 'bad-option' }),
    );
  });
});

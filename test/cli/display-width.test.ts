import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipEnd, clipStart, displayWidth, padColumns, wrap } from '../../packages/cli/src/display-width.js';

describe('displayWidth', () => {
  it.each([
    ['', 0],
    ['report', 6],
    ['报告', 4],
    ['（一）', 6],
    ['第3条', 5],
    ['ｆｕｌｌ', 8],
    ['𠮷', 2],
    ['🙂', 2],
    ['e\u0301', 1],
    ['a\u200bb', 2],
    ['“…”', 3],
    ['한국', 4],
  ])('%j takes %i columns', (text, width) => expect(displayWidth(text)).toBe(width));
});

describe('wrap', () => {
  it.each([
    ['keeps what fits', 'two words', 20, ['two words']],
    ['breaks between words', 'one two three', 8, ['one two', 'three']],
    ['breaks between Chinese characters', '修好农村道路', 8, ['修好农村', '道路']],
    ['starts no line with a closing mark', '修好道路，然后', 8, ['修好道', '路，然后']],
    ['ends no line with an opening mark', '修好了（道路）', 8, ['修好了', '（道路）']],
    ['breaks a word that is wider than a line', 'abcdefghij', 4, ['abcd', 'efgh', 'ij']],
    ['keeps surrogate pairs whole', '𠮷𠮷𠮷', 5, ['𠮷𠮷', '𠮷']],
    ['folds line breaks and tabs', 'a\r\n\tb', 9, ['a b']],
    ['disarms escape sequences', '\u001b[31mred', 9, ['[31mred']],
    ['has one line for nothing', '', 9, ['']],
  ])('%s', (_, text, width, lines) => expect(wrap(text, width, 9)).toEqual(lines));

  it('cuts what is longer than the limit', () => {
    expect(wrap('one two three four', 5, 2)).toEqual(['one', 'two…']);
  });

  const mixed = fc.string({
    unit: fc.constantFrom('a', 'word', ' ', '字', '，', '（', '“', '𠮷', '\u0301', '9'),
  });

  it('loses nothing but spaces, and no line is too wide', () => {
    fc.assert(
      fc.property(mixed, fc.integer({ min: 2, max: 30 }), (text, width) => {
        const lines = wrap(text, width, Number.MAX_SAFE_INTEGER);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });

  it('does not read more of an endless line than it shows', () => {
    const endless = '长'.repeat(5_000_000);
    const start = performance.now();
    expect(wrap(endless, 40, 3)).toHaveLength(3);
    expect(performance.now() - start).toBeLessThan(200);
  });
});

describe('one line', () => {
  it.each([
    ['short', 9, 'short'],
    ['a longer text', 9, 'a longer…'],
    ['修好农村道路', 8, '修好农…'],
    ['𠮷𠮷𠮷𠮷', 5, '𠮷𠮷…'],
  ])('clipEnd(%j, %i)', (text, width, clipped) => expect(clipEnd(text, width)).toBe(clipped));

  it.each([
    ['short', 9, 'short'],
    ['a longer text', 9, '…ger text'],
    ['修好农村道路', 8, '…村道路'],
    ['𠮷𠮷𠮷𠮷', 5, '…𠮷𠮷'],
  ])('clipStart(%j, %i)', (text, width, clipped) => expect(clipStart(text, width)).toBe(clipped));

  it('pads by columns', () => expect(padColumns('报告', 6)).toBe('报告  '));
});

import { align } from 'duiqi';
import { describe, expect, test } from 'vitest';
import { trueCharacters } from '../../packages/aligner/src/document/writing/true-characters.js';

describe('characters that only look like others', () => {
  test.each([
    ['radicals', '⼈⺠⼤⼯，⻓⻔', '人民大工，长门'],
    ['ligatures', 'eﬃcient oﬃces ﬁnd ﬂour', 'efficient offices find flour'],
    ['forms of vertical writing', '︵甲︶﹁乙﹂', '（甲）「乙」'],
    ['compatibility ideographs', '豈', '豈'],
    ['signs that Unicode has twice', 'a\u037e 5 \u212a', 'a; 5 K'],
    ['codes for private use', '\ue81e', '龴'],
  ])('%s are replaced', (_, written, meant) => {
    expect(trueCharacters(written).text).toBe(meant);
  });

  test('a radical that stands alone is meant, and so is what has no other form', () => {
    const text = 'Radical ⼈ (9), Ａ，… 全角';
    expect(trueCharacters(text)).toEqual({ text, count: 0 });
  });

  test('in a string its length is kept, since spans count in it', () => {
    expect(trueCharacters('⼈⺠ ﬁnd', true)).toEqual({ text: '人民 ﬁnd', count: 2 });
  });

  test.each([
    ['a text', new TextEncoder().encode('The people ﬁnd work.\n\n⼈⺠找到⼯作。\n'), 'a.txt'],
    ['a page', new TextEncoder().encode('<p>The people ﬁnd work.</p><p>⼈⺠找到⼯作。</p>'), 'a.html'],
  ])('reach no pair of %s, and are counted', async (_, bytes, name) => {
    const { pairs, diagnostics } = await align(bytes, { names: [name] });
    expect(pairs.map(({ en, zh }) => [en.text, zh.text])).toEqual([
      ['The people find work.', '人民找到工作。'],
    ]);
    const said = diagnostics.filter(({ code }) => code === 'characters-replaced');
    expect(said.map(({ message }) => message)).toEqual([expect.stringMatching(/^4 characters /)]);
  });
});

import { describe, expect, test } from 'vitest';
import { lettersAndDigits } from '../../packages/aligner/src/pairs/flags/letters.js';
import { cleanSegment } from '../../packages/aligner/src/pairs/text.js';

// Most texts take a short cut; these are what it must come to.

const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
const places: readonly ((character: string) => string)[] = [
  (character) => character,
  (character) => `${character}a`,
  (character) => `桥${character}`,
  (character) => `a ${character}B。`,
  (character) => `e${character}\u0301 𠀀`,
];

function differing(one: (text: string) => string, other: (text: string) => string): string[] {
  return characters.filter((character) =>
    places.some((place) => one(place(character)) !== other(place(character))),
  );
}

describe('whatever character stands wherever', () => {
  test('letters and digits are those of the text in one width', () => {
    const expected = (text: string) =>
      text
        .normalize('NFKC')
        .replace(/[^\p{L}\p{N}]/gu, '')
        .toLowerCase();
    expect(differing(lettersAndDigits, expected)).toEqual([]);
  });

  test('a clean segment has single spaces inside, and no invisible character', () => {
    const expected = (text: string) =>
      text
        .replace(/(?![\t-\r\u0085])\p{Cc}|[\p{Surrogate}\u00AD\u200B\uFEFF\uFFFE\uFFFF]/gu, '')
        .replace(/[\t-\r \u0085\u00A0\u2007\u2028\u2029\u202F]+/g, ' ')
        .trim();
    expect(differing(cleanSegment, expected)).toEqual([]);
    expect(cleanSegment('two  spaces')).toBe('two spaces');
  });
});

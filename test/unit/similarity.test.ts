import { align, alignExplained, type DuiqiError, defineSimilarity, type Language, type Vector } from 'duiqi';
import { describe, expect, test } from 'vitest';

// Lines that differ in a name only, which no word list knows.
const SUBJECTS = 24;
const EN = Array.from(
  { length: SUBJECTS },
  (_, s) => `The ${'bdfgklmn'[s % 8]}or${'aei'[s >> 3]}m grows on the bank of a river.`,
);
const ZH = Array.from(
  { length: SUBJECTS },
  (_, s) => `${'甴曱囍冇乜嘢唔咗'[s % 8]}${'氹佢哋'[s >> 3]}草长在河岸上。`,
);
const subjectOf = (text: string): number =>
  Math.max(
    EN.findIndex((line) => text.startsWith(line)),
    ZH.findIndex((line) => text.startsWith(line)),
  );

/** One direction for each subject; what is joined lies between. */
const embed = (texts: readonly string[]): Vector[] =>
  texts.map((text) =>
    Array.from({ length: SUBJECTS }, (_, s) => (text.includes(EN[s]!) || text.includes(ZH[s]!) ? 1 : 0.1)),
  );
const compare = (en: readonly string[], zh: readonly string[]) => (s: number, t: number) =>
  subjectOf(en[s]!) === subjectOf(zh[t]!) ? 0.9 : 0.1;

/** The English lines but the last, and the Chinese but the first: only the model knows. What stands alone may be joined at the ends. */
const TEXTS = { en: EN.slice(0, -1).join('\n'), zh: ZH.slice(1).join('\n') };
const lines = { segments: 'lines' } as const;
const SHIFTED = EN.slice(2, -2).map((en, s) => [en, ZH[s + 2]]);

const textsOf = async (options: Parameters<typeof align>[1]): Promise<string[][]> => {
  const { pairs } = await align(TEXTS, { ...lines, ...options });
  return pairs.slice(1, -1).map(({ en, zh }) => [en.text, zh.text]);
};

describe('a measure of likeness', () => {
  test('speaks where no word does', async () => {
    expect(await textsOf({})).not.toEqual(SHIFTED);
    expect(await textsOf({ similarity: { name: 'subjects', embed } })).toEqual(SHIFTED);
  });

  test.each([
    ['a function', compare],
    [
      'rows',
      (en: readonly string[], zh: readonly string[]) =>
        en.map((_, s) => zh.map((_, t) => compare(en, zh)(s, t))),
    ],
    ['a promise', async (en: readonly string[], zh: readonly string[]) => compare(en, zh)],
  ])('may compare all segments with %s', async (_, asked) => {
    expect(await textsOf({ similarity: { name: 'subjects', compare: asked } })).toEqual(SHIFTED);
  });

  test('is asked for each text once, and for neighbours joined as each language joins them', async () => {
    const asked: Record<Language, string[]> = { en: [], zh: [] };
    const similarity = defineSimilarity({
      name: 'listening',
      embed: async (texts, language) => {
        asked[language].push(...texts);
        return embed(texts);
      },
    });
    await align(
      { en: 'One mill.\nOne mill.\nTwo weirs.', zh: '一座磨坊。\n一座磨坊。\n两道堰。' },
      { ...lines, similarity },
    );
    expect(asked.en.sort()).toEqual([
      'One mill.',
      'One mill. One mill.',
      'One mill. One mill. Two weirs.',
      'One mill. Two weirs.',
      'Two weirs.',
    ]);
    expect(asked.zh).toContain('一座磨坊。两道堰。');
    expect(new Set(asked.zh).size).toBe(asked.zh.length);
  });

  test('stands in the signature, and in what explains a pair', async () => {
    const explained = await alignExplained(TEXTS, { ...lines, similarity: { name: 'subjects-2', embed } });
    expect(explained.alignment.signature).toContain('|similarity:subjects-2');
    expect(explained.explain(3).terms?.similarity).toBeLessThan(0);
    const without = await alignExplained(TEXTS, lines);
    expect(without.alignment.signature).not.toContain('similarity');
  });

  test('that is higher for sentences beside than for translations, or the same for all, does no harm', async () => {
    const texts = {
      en: 'The mill was built in 1890.\nIt burned down in 1931.\nA school stands there now.',
      zh: '磨坊建于1890年。\n它于1931年烧毁。\n那里现在是一所学校。',
    };
    const usual = (await align(texts, lines)).ladder;
    for (const likeness of [() => 0.5, (s: number, t: number) => (s === t ? 0 : 0.2)]) {
      const similarity = { name: 'odd', compare: () => likeness };
      expect((await align(texts, { ...lines, similarity })).ladder).toEqual(usual);
    }
  });
});

describe('a measure that answers with something else', () => {
  const sentence = async (similarity: object): Promise<string> => {
    try {
      await align(TEXTS, { ...lines, similarity: similarity as Parameters<typeof defineSimilarity>[0] });
    } catch (error) {
      const { code, message } = error as DuiqiError;
      expect(code).toBe('bad-option');
      return message;
    }
    return 'no error';
  };
  const VECTORS = 'its function "embed" must return a vector for each text, all of as many numbers.';
  const ROWS =
    'its function "compare" must return a function, or for each English text a list with a number for each Chinese one.';

  test.each([
    [
      { embed },
      'A similarity must be an object with a name: the name becomes part of the signature of each result.',
    ],
    [{ name: 'x' }, 'The similarity "x" must have one of the functions "embed" and "compare".'],
    [
      { name: 'x', embed, compare },
      'The similarity "x" must have one of the functions "embed" and "compare".',
    ],
    [{ name: 'x', embed: [] }, 'The similarity "x" has no function "embed".'],
    [{ name: 'x', embed: () => [] }, `The similarity "x" answered with a list of something else: ${VECTORS}`],
    [
      { name: 'x', embed: (texts: string[]) => texts.map((_, t) => (t ? [1, 2] : [1])) },
      `The similarity "x" answered with a list of something else: ${VECTORS}`,
    ],
    [
      { name: 'x', embed: (texts: string[]) => texts.map(() => [Number.NaN]) },
      `The similarity "x" answered with a list of something else: ${VECTORS}`,
    ],
    [
      {
        name: 'x',
        embed: (texts: string[], language: Language) => texts.map(() => (language === 'en' ? [1] : [1, 2])),
      },
      'The similarity "x" answered with a list of something else: its function "embed" must return vectors of as many numbers for one language as for the other.',
    ],
    [
      { name: 'x', compare: () => [[1]] },
      `The similarity "x" answered with a list of something else: ${ROWS}`,
    ],
    [{ name: 'x', compare: () => 1 }, `The similarity "x" answered with the number 1: ${ROWS}`],
    [
      { name: 'x', compare: () => () => 'much' },
      'The similarity "x" answered with the text "much": its function "compare" must return numbers, at once.',
    ],
  ])('%o', async (similarity, wanted) => {
    expect(await sentence(similarity)).toBe(wanted);
  });

  test('what its promise fails with reaches the caller', async () => {
    const embed = () => Promise.reject(new Error('no such server'));
    await expect(align(TEXTS, { ...lines, similarity: { name: 'x', embed } })).rejects.toThrow(
      'no such server',
    );
  });
});

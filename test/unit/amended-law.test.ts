import { align } from 'duiqi';
import { describe, expect, test } from 'vitest';

// A law of our own in two versions: one language has an older or a newer one, in which articles were put in or left out, so
// that all those after them have other numbers.

const ARTICLES: readonly (readonly [en: string, zh: string])[] = [
  ['This Act applies to all orchards of the province.', '本法适用于本省所有果园。'],
  ['An orchard has at least forty trees.', '果园至少有四十棵树。'],
  ['The owner registers each new orchard with the county.', '果园主应当向县政府登记每个新果园。'],
  ['Old trees are not felled without permission.', '未经许可，不得砍伐古树。'],
  ['Beehives stand no closer than ten metres to a road.', '蜂箱距离道路不得少于十米。'],
  ['Water is drawn from the river only at night.', '只能在夜间从河里取水。'],
  ['Pickers are paid at the end of each week.', '采摘工人的工资每周末支付。'],
  ['A fruit inspector visits the orchard in spring.', '水果检查员春天到果园检查。'],
  ['Poison is kept in a locked cabinet.', '毒药存放在上锁的柜子里。'],
  ['Baskets bear the name of the village.', '篮子上标明村庄的名称。'],
  ['Rotten apples are buried or burned.', '腐烂的苹果应当掩埋或者焚烧。'],
  ['This Act enters into force on 1 March.', '本法自3月1日起施行。'],
];

const DIGITS = ['', ...'一二三四五六七八九'];
const chineseNumber = (number: number): string =>
  number < 10 ? DIGITS[number]! : `十${DIGITS[number - 10]}`;

/** All of the law but for the articles that a language leaves out, each numbered anew, and what is to be found. */
function versions(withoutEn: readonly number[], withoutZh: readonly number[]) {
  const [en, zh, wanted]: [string[], string[], string[]] = [[], [], []];
  ARTICLES.forEach((article, at) => {
    const texts = [
      withoutEn.includes(at) ? '-' : `Article ${en.length + 1} ${article[0]}`,
      withoutZh.includes(at) ? '-' : `第${chineseNumber(zh.length + 1)}条 ${article[1]}`,
    ] as const;
    if (texts[0] !== '-') en.push(texts[0]);
    if (texts[1] !== '-') zh.push(texts[1]);
    wanted.push(texts.join(' | '));
  });
  return { input: { en: en.join('\n\n'), zh: zh.join('\n\n') }, wanted };
}

async function found(input: { readonly en: string; readonly zh: string }): Promise<string[]> {
  const { pairs, unaligned } = await align(input);
  return [
    ...pairs.map(({ en, zh }) => `${en.text} | ${zh.text}`),
    ...unaligned.map(({ language, side }) => (language === 'en' ? `${side.text} | -` : `- | ${side.text}`)),
  ].sort();
}

describe('a law that was amended and renumbered', () => {
  test.each([
    ['no article is new', [], []],
    ['one is new in the Chinese', [4], []],
    ['one is left out in the Chinese', [], [6]],
    ['one is new, and another one left out later, so that the last ones have their numbers again', [2], [8]],
    ['one is left out and another one new later', [9], [3]],
    ['two are new, apart', [3, 8], []],
  ])('%s: each article meets its own, whatever its number', async (_, withoutEn, withoutZh) => {
    const { input, wanted } = versions(withoutEn, withoutZh);
    expect(await found(input)).toEqual(wanted.sort());
  });

  test('an article that was put in the place of another one is no pair that is believed', async () => {
    const { pairs } = await align(versions([5], [6]).input);
    const believed = pairs.filter(({ score }) => score >= 0.5).map(({ en }) => en.text);
    expect(believed).not.toContain('Article 6 Pickers are paid at the end of each week.');
    expect(believed).toHaveLength(ARTICLES.length - 2);
  });
});

describe('numbers of clauses', () => {
  const lawOf = (first: number, texts: readonly string[], marker: (number: number) => string): string =>
    texts.map((text, at) => `${marker(first + at)} ${text}`).join('\n\n');
  const en = ARTICLES.map(([text]) => text);
  const zh = ARTICLES.map(([, text]) => text);

  test.each<[string, (number: number) => string, (number: number) => string]>([
    ['articles', (number) => `Article ${number}`, (number) => `第${number}条`],
    ['sections by levels', (number) => `3.${number}`, (number) => `4.${number - 2}`],
  ])('that were numbered anew are no numbers of the text: %s', async (_, enMarker, zhMarker) => {
    const { pairs } = await align({ en: lawOf(12, en, enMarker), zh: lawOf(14, zh, zhMarker) });
    expect(pairs).toHaveLength(ARTICLES.length);
    expect(pairs.filter(({ flags }) => flags.includes('number-mismatch'))).toEqual([]);
  });

  test('one that differs alone may be a slip, and numbers of the text are looked at all the same', async () => {
    const slip = lawOf(1, zh, (number) => `第${number === 7 ? 70 : number}条`);
    const own = lawOf(3, zh, (number) => `第${number}条`).replace('四十棵', '五十棵');
    for (const [chinese, wanted] of [
      [slip, 6],
      [own, 1],
    ] as const) {
      const { pairs } = await align({ en: lawOf(1, en, (number) => `Article ${number}`), zh: chinese });
      const flagged = pairs.flatMap(({ flags }, at) => (flags.includes('number-mismatch') ? [at] : []));
      expect(flagged).toEqual([wanted]);
    }
  });
});
